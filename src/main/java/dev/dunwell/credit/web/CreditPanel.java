package dev.dunwell.credit.web;

import dev.dunwell.access.Caller;
import dev.dunwell.credit.CreditCheck;
import dev.dunwell.credit.CreditLimits;
import dev.dunwell.credit.CreditReviews;
import dev.dunwell.credit.CreditScores;
import dev.dunwell.credit.PaySegments;
import dev.dunwell.credit.RecordCommitment;
import dev.dunwell.credit.SetCreditLimit;
import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Problem;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Customers;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Flash;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Onward;
import dev.dunwell.web.Typed;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The credit of one customer: limit and exposure as a bar, why, the history, the score; and the page to change it. */
@Controller
class CreditPanel {

    private final Customers customers;
    private final CreditCheck check;
    private final CreditLimits limits;
    private final CreditScores scores;
    private final PaySegments segments;
    private final CreditReviews reviews;
    private final SetCreditLimit setCreditLimit;
    private final RecordCommitment recordCommitment;

    CreditPanel(
            Customers customers,
            CreditCheck check,
            CreditLimits limits,
            CreditScores scores,
            PaySegments segments,
            CreditReviews reviews,
            SetCreditLimit setCreditLimit,
            RecordCommitment recordCommitment) {
        this.customers = customers;
        this.check = check;
        this.limits = limits;
        this.scores = scores;
        this.segments = segments;
        this.reviews = reviews;
        this.setCreditLimit = setCreditLimit;
        this.recordCommitment = recordCommitment;
    }

    @GetMapping("/customers/{id}/credit")
    ModelAndView panel(Caller caller, @PathVariable long id) {
        return new ModelAndView("credit/credit").addObject("view", view(caller, id, Map.of(), List.of()));
    }

    @GetMapping("/customers/{id}/credit-limits")
    ModelAndView form(Caller caller, @PathVariable long id) {
        return page(caller, id, Map.of(), List.of());
    }

    @PostMapping("/customers/{id}/credit-limits")
    ModelAndView setLimit(Caller caller, @PathVariable long id, @RequestParam Map<String, String> form) {
        try {
            var typed = new Typed(form, caller.organisation().locale());
            Currency currency = currency(typed, "currency");
            var wanted = new SetCreditLimit.Wanted(
                    currency, amount(typed, "amount", currency), typed.day("fromOn"), typed.text("reason"));
            typed.check();
            setCreditLimit.set(caller, id, wanted);
            return Onward.to("/customers/" + id, Flash.done("The limit is set; the earlier ones stay to be read."));
        } catch (BadInput bad) {
            return page(caller, id, form, bad.problems());
        }
    }

    @PostMapping("/customers/{id}/commitments")
    ModelAndView recordCommitment(Caller caller, @PathVariable long id, @RequestParam Map<String, String> form) {
        try {
            var typed = new Typed(form, caller.organisation().locale());
            Currency currency = currency(typed, "currencyOfCommitment");
            typed.demand("committed", "Give what is outstanding in all; 0 when nothing is left.");
            Money amount = amount(typed, "committed", currency);
            typed.check();
            boolean isOrdered = typed.text("kind").equals("ordered");
            recordCommitment.record(
                    caller,
                    id,
                    new RecordCommitment.Wanted(
                            isOrdered ? RecordCommitment.Kind.ORDERED : RecordCommitment.Kind.UNBILLED,
                            Objects.requireNonNullElse(amount, Money.zero(currency)),
                            typed.day("asOf"),
                            typed.text("source")));
            return Onward.to("/customers/" + id, Flash.done("The figure is kept."));
        } catch (BadInput bad) {
            return page(caller, id, form, bad.problems());
        }
    }

    private static Currency currency(Typed typed, String field) {
        try {
            return Currency.getInstance(typed.text(field).toUpperCase(java.util.Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw BadInput.in(field, "Write a currency as ISO 4217 has it, such as EUR.");
        }
    }

    /** Zero is a limit too: nothing on credit. */
    private static @Nullable Money amount(Typed typed, String field, Currency currency) {
        return typed.text(field).matches("0([.,]0+)?")
                ? Money.zero(currency)
                : typed.amount(field, currency.getCurrencyCode());
    }

    private ModelAndView page(Caller caller, long id, Map<String, String> values, List<Problem> problems) {
        var page = new ModelAndView("credit/limits").addObject("view", view(caller, id, values, problems));
        page.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private CreditView view(Caller caller, long id, Map<String, String> values, List<Problem> problems) {
        Customer customer = customers.byId(id).orElseThrow(() -> new NotFound("customer"));
        Currency currency = customer.profile().currency();
        CreditScores.Judgement judgement = scores.judge(id, caller.today());
        return new CreditView(
                customer,
                check.of(caller.organisation(), id, caller.today(), null),
                limits.policy(),
                limits.history(id),
                judgement.score(),
                new CreditView.Judged(judgement.advice(), segments.of(id).orElse(null), reviews.of(id)),
                (currency == null ? caller.organisation().currency() : currency).getCurrencyCode(),
                new CreditView.May(
                        caller.may("POST /customers/{id}/credit-limits"),
                        caller.may("POST /customers/{id}/commitments")),
                values,
                problems);
    }
}
