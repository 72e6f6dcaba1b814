package dev.dunwell.billing.web;

import dev.dunwell.access.Caller;
import dev.dunwell.billing.AddReferenceRate;
import dev.dunwell.billing.Interest;
import dev.dunwell.billing.LateCosts;
import dev.dunwell.billing.LateItems;
import dev.dunwell.billing.Reference;
import dev.dunwell.billing.ReferenceRate;
import dev.dunwell.billing.ReferenceRates;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.ledger.Invoices;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the lateness of an invoice costs, line by line, and the reference rates; amounts are exact numbers. */
@RestController
class InterestApi {

    private final Invoices invoices;
    private final LateItems items;
    private final ReferenceRates rates;
    private final AddReferenceRate addReferenceRate;

    InterestApi(Invoices invoices, LateItems items, ReferenceRates rates, AddReferenceRate addReferenceRate) {
        this.invoices = invoices;
        this.items = items;
        this.rates = rates;
        this.addReferenceRate = addReferenceRate;
    }

    /**
     * A stretch of days with one principal and one rate.
     *
     * @param exact to six decimals; the interest is the exact sum, rounded once
     */
    record LineJson(
            LocalDate from,
            LocalDate until,
            long days,
            BigDecimal principal,
            BigDecimal percentPerYear,
            BigDecimal exact) {

        static LineJson of(Interest.Line line) {
            return new LineJson(
                    line.from(),
                    line.until(),
                    line.days(),
                    line.principal().amount(),
                    line.percentPerYear(),
                    line.exact());
        }
    }

    /** A fee or compensation that can be claimed. */
    record FeeJson(String stage, BigDecimal amount, String why) {

        static FeeJson of(LateCosts.Piece piece) {
            return new FeeJson(piece.stage(), piece.amount().amount(), piece.why());
        }
    }

    /**
     * What the lateness of an invoice costs and was not claimed, held or waived before.
     *
     * @param rule in words
     * @param unknown why interest cannot be worked out; empty when it can
     * @param total open, interest and compensation; fees by stage are not in it
     */
    record Answer(
            String invoice,
            LocalDate asOf,
            String currency,
            BigDecimal open,
            String rule,
            String unknown,
            List<LineJson> lines,
            BigDecimal interest,
            List<FeeJson> compensation,
            List<FeeJson> feesByStage,
            BigDecimal total) {

        static Answer of(Invoice invoice, LocalDate asOf, @Nullable LateCosts costs) {
            List<LateCosts.Piece> accrued = costs == null ? List.of() : costs.accrued();
            Money nothing = Money.zero(invoice.open().currency());
            Money interest = only(accrued, LateCosts.INTEREST)
                    .map(LateCosts.Piece::amount)
                    .reduce(nothing, Money::plus);
            Money total = accrued.stream().map(LateCosts.Piece::amount).reduce(invoice.open(), Money::plus);
            return new Answer(
                    invoice.number(),
                    asOf,
                    invoice.open().currency().getCurrencyCode(),
                    invoice.open().amount(),
                    costs == null ? "none" : costs.rule(),
                    costs == null ? "" : costs.unknown(),
                    accrued.stream()
                            .flatMap(piece -> piece.lines().stream())
                            .map(LineJson::of)
                            .toList(),
                    interest.amount(),
                    only(accrued, LateCosts.COMPENSATION).map(FeeJson::of).toList(),
                    costs == null
                            ? List.of()
                            : costs.fees().stream().map(FeeJson::of).toList(),
                    total.amount());
        }

        private static Stream<LateCosts.Piece> only(List<LateCosts.Piece> pieces, String stage) {
            return pieces.stream().filter(piece -> piece.stage().equals(stage));
        }
    }

    /** What a reference rate was in the half-year that begins on a day: ecb, de_base, at_base or uk_base. */
    record RateJson(
            @Nullable String reference,
            @Nullable LocalDate from,
            @Nullable BigDecimal percent,
            @Nullable String source) {

        static RateJson of(ReferenceRate rate) {
            return new RateJson(rate.reference().code(), rate.from(), rate.percent(), rate.source());
        }
    }

    /** All rates in force, the newest first. */
    record AllRates(List<RateJson> items) {}

    @Operation(summary = "What the lateness of an invoice costs through a day, line by line")
    @GetMapping("/api/v1/invoices/{number}/interest")
    Answer interest(Caller caller, @PathVariable String number, @RequestParam @Nullable LocalDate asOf) {
        LocalDate day = asOf == null ? caller.today() : asOf;
        Invoice invoice = invoices.byNumber(number, day).orElseThrow(() -> new NotFound("invoice"));
        Optional<LateCosts> costs = items.ofInvoice(invoice.id(), day);
        return Answer.of(invoice, day, costs.orElse(null));
    }

    @Operation(summary = "The reference rates by half-year, those that come with the house and those added")
    @GetMapping("/api/v1/reference-rates")
    AllRates rates() {
        var table = rates.table();
        return new AllRates(Stream.of(Reference.values())
                .flatMap(reference -> table.of(reference).stream())
                .map(RateJson::of)
                .toList());
    }

    @Operation(summary = "Add a reference rate of a half-year, with its source; it replaces one that is there")
    @PostMapping("/api/v1/reference-rates")
    @ResponseStatus(HttpStatus.CREATED)
    RateJson add(Caller caller, @RequestBody RateJson body) {
        if (body.reference == null || body.from == null || body.percent == null) {
            throw BadInput.in("reference", "Give reference, from and percent.");
        }
        String source = body.source == null ? "" : body.source;
        addReferenceRate.add(caller.actor(), reference(body.reference), body.from, body.percent, source);
        return body;
    }

    private static Reference reference(String code) {
        try {
            return Reference.ofCode(code);
        } catch (IllegalArgumentException e) {
            throw BadInput.in("reference", "Write ecb, de_base, at_base or uk_base.");
        }
    }
}
