package dev.dunwell.agencies.web;

import dev.dunwell.access.Caller;
import dev.dunwell.agencies.Placement;
import dev.dunwell.agencies.Placements;
import dev.dunwell.web.BadInput;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The way of an invoice to an agency and back, for programs. */
@RestController
class PlacementsApi {

    private final Placements placements;
    private final PlacementsPage.Acts acts;

    PlacementsApi(Placements placements, PlacementsPage.Acts acts) {
        this.placements = placements;
        this.acts = acts;
    }

    /**
     * An invoice at an agency, or asked to be.
     *
     * @param state asked, refused, placed or recalled
     * @param amount what was open when it was placed, or asked for
     * @param recovered what came in while it was there
     * @param cost the agency's fees on that
     * @param pack the id of the evidence it was placed with; missing until then
     */
    record PlacementJson(
            long id,
            String state,
            long agency,
            long invoiceId,
            String invoice,
            String customer,
            String currency,
            BigDecimal amount,
            BigDecimal feePercent,
            BigDecimal fixedFee,
            String reason,
            LocalDate askedOn,
            String askedBy,
            @Nullable LocalDate decidedOn,
            @Nullable String decidedBy,
            @Nullable LocalDate recalledOn,
            BigDecimal recovered,
            BigDecimal cost,
            @Nullable Long pack) {}

    /** An open invoice whose last step before outside help did not help. */
    record ProposalJson(
            long invoiceId, String invoice, String customer, LocalDate dueOn, BigDecimal open, String currency) {}

    /** @param invoices their ids */
    record NewPlacements(
            @Nullable Long agency,
            @Nullable List<Long> invoices,
            @Nullable String reason) {}

    /** @param why in words that others will read */
    record WhyJson(@Nullable String why) {}

    @Operation(summary = "Invoices that the strategies propose to hand over, the oldest first; at most 200")
    @GetMapping("/api/v1/placements/proposals")
    List<ProposalJson> proposals(Caller caller) {
        return placements.proposals(caller.today()).stream()
                .map(each -> new ProposalJson(
                        each.invoiceId(),
                        each.number(),
                        each.customerNumber(),
                        each.dueOn(),
                        each.open().amount(),
                        each.open().currency().getCurrencyCode()))
                .toList();
    }

    @Operation(summary = "What waits for a second person's yes, or all that ever was with one agency")
    @GetMapping("/api/v1/placements")
    List<PlacementJson> list(@RequestParam @Nullable Long agency) {
        List<Placement> all = agency == null ? placements.asked() : placements.ofAgency(agency);
        return all.stream().map(PlacementsApi::json).toList();
    }

    @Operation(summary = "One invoice at an agency, or asked to be")
    @GetMapping("/api/v1/placements/{id}")
    PlacementJson one(@PathVariable long id) {
        return json(placements.byId(id));
    }

    @Operation(summary = "Ask for invoices to be handed over; they go when a second person has said yes")
    @PostMapping("/api/v1/placements")
    @ResponseStatus(HttpStatus.CREATED)
    List<PlacementJson> ask(Caller caller, @RequestBody NewPlacements wanted) {
        if (wanted.agency == null) {
            throw BadInput.in("agency", "Give the id of the agency.");
        }
        List<Long> invoices = Objects.requireNonNullElse(wanted.invoices, List.of());
        acts.ask().ask(caller, wanted.agency, invoices, Objects.requireNonNullElse(wanted.reason, ""));
        return placements.asked().stream()
                .filter(each -> invoices.contains(each.invoice().id()))
                .map(PlacementsApi::json)
                .toList();
    }

    @Operation(summary = "The second person's yes: it is placed, with its evidence")
    @PostMapping("/api/v1/placements/{id}/approval")
    PlacementJson approve(Caller caller, @PathVariable long id) {
        acts.place().place(caller, id);
        return one(id);
    }

    @Operation(summary = "The second person's no: it stays with us")
    @PostMapping("/api/v1/placements/{id}/refusal")
    PlacementJson refuse(Caller caller, @PathVariable long id, @RequestBody WhyJson said) {
        acts.refuse().refuse(caller, id, why(said));
        return one(id);
    }

    @Operation(summary = "Take an invoice back: the agency no longer sees it")
    @PostMapping("/api/v1/placements/{id}/recall")
    PlacementJson recall(Caller caller, @PathVariable long id, @RequestBody WhyJson said) {
        acts.recall().recall(caller, id, why(said));
        return one(id);
    }

    @Operation(summary = "Write down what was complained about; it counts in the scorecard")
    @PostMapping("/api/v1/placements/{id}/complaints")
    PlacementJson complain(Caller caller, @PathVariable long id, @RequestBody WhyJson said) {
        acts.complain().record(caller, id, why(said));
        return one(id);
    }

    private static String why(WhyJson said) {
        return Objects.requireNonNullElse(said.why, "");
    }

    private static PlacementJson json(Placement placement) {
        Placement.Act decided = placement.decided();
        Placement.Act recalled = placement.recalled();
        return new PlacementJson(
                placement.id(),
                placement.state(),
                placement.agencyId(),
                placement.invoice().id(),
                placement.invoice().number(),
                placement.invoice().customerNumber(),
                placement.amount().currency().getCurrencyCode(),
                placement.amount().amount(),
                placement.feePercent(),
                placement.fixedFee().amount(),
                placement.reason(),
                placement.asked().on(),
                placement.asked().by(),
                decided == null ? null : decided.on(),
                decided == null ? null : decided.by(),
                recalled == null ? null : recalled.on(),
                placement.recovered().amount(),
                placement.cost().amount(),
                placement.packId());
    }
}
