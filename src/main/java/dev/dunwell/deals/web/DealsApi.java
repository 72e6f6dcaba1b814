package dev.dunwell.deals.web;

import dev.dunwell.access.Caller;
import dev.dunwell.deals.MoveOpportunity;
import dev.dunwell.deals.Opportunities;
import dev.dunwell.deals.Opportunity;
import dev.dunwell.deals.Order;
import dev.dunwell.deals.Orders;
import dev.dunwell.deals.Part;
import dev.dunwell.deals.Quote;
import dev.dunwell.deals.Quotes;
import dev.dunwell.deals.ReachPart;
import dev.dunwell.deals.RecordOpportunity;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Quotes, orders and leads for programs: what stands where, a milestone reached, a lead that came and was answered. */
@RestController
class DealsApi {

    private static final int MOST = 1000;

    private final Quotes quotes;
    private final Orders orders;
    private final ReachPart reachPart;
    private final Opportunities opportunities;
    private final RecordOpportunity recordOpportunity;
    private final MoveOpportunity moveOpportunity;
    private final LeadForm leadForm;

    DealsApi(
            Quotes quotes,
            Orders orders,
            ReachPart reachPart,
            Opportunities opportunities,
            RecordOpportunity recordOpportunity,
            MoveOpportunity moveOpportunity,
            LeadForm leadForm) {
        this.quotes = quotes;
        this.orders = orders;
        this.reachPart = reachPart;
        this.opportunities = opportunities;
        this.recordOpportunity = recordOpportunity;
        this.moveOpportunity = moveOpportunity;
        this.leadForm = leadForm;
    }

    /** @param state draft, sent, accepted, declined or expired */
    record QuoteJson(
            long id,
            String number,
            String customer,
            String title,
            String state,
            String terms,
            LocalDate validUntil,
            BigDecimal net,
            String currency,
            @Nullable Long order) {}

    /** @param kind deposit or milestone; the amount is net */
    record PartJson(
            long id,
            String kind,
            String title,
            BigDecimal amount,
            LocalDate plannedOn,
            @Nullable LocalDate reachedOn) {}

    record OrderJson(
            long id,
            String number,
            String customer,
            String title,
            @Nullable String reference,
            String terms,
            BigDecimal net,
            String currency,
            @Nullable LocalDate completedOn,
            List<PartJson> parts) {}

    /** @param isWon null while it is open */
    record LeadJson(
            long id,
            String name,
            String origin,
            String owner,
            LocalDate createdOn,
            @Nullable LocalDate firstTouchOn,
            @Nullable Boolean isWon,
            @Nullable LocalDate closedOn) {}

    /** On which day; today when missing. */
    record On(@Nullable LocalDate on) {}

    record MadeJson(long id) {}

    @Operation(summary = "Quotes with where they stand, the latest first")
    @GetMapping("/api/v1/quotes")
    List<QuoteJson> quotes(Caller caller) {
        return quotes.latest(MOST).stream()
                .map(quote -> json(quote, caller.today()))
                .toList();
    }

    @Operation(summary = "Orders with their deposits and milestones, the latest first")
    @GetMapping("/api/v1/orders")
    List<OrderJson> orders() {
        return orders.latest(MOST).stream().map(DealsApi::json).toList();
    }

    @Operation(summary = "Say that a milestone is reached, or ask for a deposit: it becomes billable, once")
    @PostMapping("/api/v1/orders/{id}/parts/{part}/reached")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reach(Caller caller, @PathVariable long id, @PathVariable long part, @RequestBody On reached) {
        LocalDate on = reached.on == null ? caller.today() : reached.on;
        reachPart.reach(caller.actor(), id, part, on, caller.today());
    }

    @Operation(summary = "Leads, the open ones first")
    @GetMapping("/api/v1/opportunities")
    List<LeadJson> leads() {
        return opportunities.latest(MOST).stream().map(DealsApi::json).toList();
    }

    @Operation(summary = "Note a lead; fields as on the form, empty ones as usual")
    @PostMapping("/api/v1/opportunities")
    @ResponseStatus(HttpStatus.CREATED)
    MadeJson note(Caller caller, @RequestBody Map<String, String> form) {
        return new MadeJson(recordOpportunity.record(caller.actor(), leadForm.lead(caller, form), caller.today()));
    }

    @Operation(summary = "Say what happened to a lead: touched, won or lost, with why")
    @PostMapping("/api/v1/opportunities/{id}/moves")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void move(Caller caller, @PathVariable long id, @RequestBody Map<String, String> form) {
        moveOpportunity.move(caller.actor(), id, leadForm.move(caller, form), caller.today());
    }

    private static QuoteJson json(Quote quote, LocalDate today) {
        return new QuoteJson(
                quote.id(),
                quote.number(),
                quote.customer().number(),
                quote.title(),
                quote.state(today).title(),
                quote.terms().title(),
                quote.validUntil(),
                quote.net().amount(),
                quote.currency().getCurrencyCode(),
                quote.orderId());
    }

    private static OrderJson json(Order order) {
        return new OrderJson(
                order.id(),
                order.number(),
                order.customer().number(),
                order.title(),
                order.reference(),
                order.terms().title(),
                order.net().amount(),
                order.currency().getCurrencyCode(),
                order.completedOn(),
                order.parts().stream().map(DealsApi::json).toList());
    }

    private static PartJson json(Part part) {
        Part.Reached reached = part.reached();
        return new PartJson(
                part.id(),
                part.kind().code(),
                part.title(),
                part.amount().amount(),
                part.plannedOn(),
                reached == null ? null : reached.on());
    }

    private static LeadJson json(Opportunity lead) {
        Opportunity.Outcome outcome = lead.outcome();
        return new LeadJson(
                lead.id(),
                lead.name(),
                lead.origin(),
                lead.owner(),
                lead.createdOn(),
                lead.firstTouchOn(),
                outcome == null ? null : outcome.isWon(),
                outcome == null ? null : outcome.on());
    }
}
