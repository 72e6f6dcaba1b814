package dev.dunwell.offers.web;

import dev.dunwell.access.Caller;
import dev.dunwell.foresight.PayingHabits;
import dev.dunwell.ledger.Customers;
import dev.dunwell.offers.AcceptOffer;
import dev.dunwell.offers.Offer;
import dev.dunwell.offers.OfferIdeas;
import dev.dunwell.offers.OfferKind;
import dev.dunwell.offers.Offers;
import dev.dunwell.offers.Opening;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What to offer customers and what was offered, for programs. */
@RestController
class OffersApi {

    private final Customers customers;
    private final PayingHabits habits;
    private final Offers offers;
    private final AcceptOffer acceptOffer;

    OffersApi(Customers customers, PayingHabits habits, Offers offers, AcceptOffer acceptOffer) {
        this.customers = customers;
        this.habits = habits;
        this.offers = offers;
        this.acceptOffer = acceptOffer;
    }

    /** @param ideas what fits how the customer pays */
    record OffersJson(List<OfferIdeas.Idea> ideas, List<Offer> offers) {}

    /**
     * @param kind due_day, instalments, longer_terms, autopay, early_payment or rebate
     * @param expectedDays by which invoices should be paid sooner; left out for none
     * @param opens as an idea says it; left out where a person sees to it
     */
    record OfferRequest(
            String kind,
            String terms,
            String reason,
            @Nullable Integer expectedDays,
            @Nullable String opens) {}

    /** The id of what was made. */
    record MadeJson(long id) {}

    /**
     * Whether the customer took it.
     *
     * @param discountPercent where a discount was offered
     */
    record AnswerRequest(boolean accepted, @Nullable BigDecimal discountPercent) {}

    /** What was opened; null where a person has to see to it. */
    record OpenedJson(AcceptOffer.@Nullable Opened opened) {}

    @Operation(summary = "What fits how a customer pays, what was offered to it, and what came of that")
    @GetMapping("/api/v1/customers/{number}/offers")
    OffersJson offers(Caller caller, @PathVariable String number) {
        long id = id(number);
        PayingHabits.Shown shown = habits.of(id, caller.today());
        return new OffersJson(
                OfferIdeas.of(
                        shown.habit(),
                        shown.bills(),
                        offers.overdue(id, caller.today()).orElse(null),
                        caller.today().plusDays(1)),
                offers.of(id, caller.today()));
    }

    @Operation(summary = "Attach an offer to a customer")
    @PostMapping("/api/v1/customers/{number}/offers")
    @ResponseStatus(HttpStatus.CREATED)
    MadeJson make(Caller caller, @PathVariable String number, @RequestBody OfferRequest wanted) {
        OfferKind kind = OfferKind.read(wanted.kind)
                .orElseThrow(() -> BadInput.in(
                        "kind", "Use due_day, instalments, longer_terms, autopay, early_payment or rebate."));
        int days = Objects.requireNonNullElse(wanted.expectedDays, 0);
        Opening opens =
                Opening.read(Objects.requireNonNullElse(wanted.opens, "")).orElse(null);
        return new MadeJson(
                offers.make(caller, id(number), new Offers.Wanted(kind, wanted.terms, wanted.reason, days, opens)));
    }

    @Operation(summary = "Write down whether the customer took an offer; what was offered is then opened, once")
    @PostMapping("/api/v1/offers/{id}/answer")
    OpenedJson answer(Caller caller, @PathVariable long id, @RequestBody AnswerRequest answer) {
        if (answer.accepted) {
            return new OpenedJson(acceptOffer.accept(caller, id, answer.discountPercent));
        }
        offers.decline(caller, id);
        return new OpenedJson(null);
    }

    private long id(String number) {
        return customers
                .byNumber(number)
                .orElseThrow(() -> new NotFound("customer"))
                .id();
    }
}
