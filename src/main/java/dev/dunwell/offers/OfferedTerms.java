package dev.dunwell.offers;

import dev.dunwell.access.Caller;
import dev.dunwell.ledger.ChangeCustomer;
import dev.dunwell.ledger.Conditions;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.DiscountStep;
import dev.dunwell.ledger.DueRule;
import dev.dunwell.ledger.Penalties;
import dev.dunwell.ledger.RecordTerms;
import dev.dunwell.ledger.Terms;
import dev.dunwell.ledger.TermsBook;
import dev.dunwell.ledger.TermsDraft;
import dev.dunwell.ledger.TermsVersion;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The terms of a customer with what was offered in them, and all else as it was agreed: a name of their own in the
 * book, written when it is needed first. Refuses a customer without terms.
 */
@Component
class OfferedTerms {

    /** Terms of about a month, which a fixed day of the next month can stand for. */
    private static final int SHORTEST = 21;

    private static final int LONGEST = 40;
    private static final int LAST_DAY = 31;

    private final TermsBook book;
    private final RecordTerms recordTerms;
    private final ChangeCustomer changeCustomer;

    OfferedTerms(TermsBook book, RecordTerms recordTerms, ChangeCustomer changeCustomer) {
        this.book = book;
        this.recordTerms = recordTerms;
        this.changeCustomer = changeCustomer;
    }

    /** Due on a day of the next month; of the month after for what is issued behind that day, so never sooner. */
    Terms dueOn(Caller caller, Customer customer, int day) {
        TermsVersion now = agreed(caller, customer);
        DueRule due = now.conditions().due();
        if (due.shortestDays() < SHORTEST || due.longestDays() > LONGEST) {
            throw Refusal.because(
                    "offer.terms",
                    "“%s” has no fixed day in the next month to move to. Agree other terms first."
                            .formatted(now.name()));
        }
        DueRule fixed = new DueRule.DayOfMonth(day, day == LAST_DAY ? 0 : day + 1);
        return agree(caller, customer, now, new Changed(fixed, now.conditions().discounts()));
    }

    /** @param percent of the gross amount, above zero and below a hundred; asked for where it is missing */
    Terms discounted(Caller caller, Customer customer, int days, @Nullable BigDecimal percent) {
        if (percent == null || percent.signum() <= 0 || percent.compareTo(BigDecimal.valueOf(100)) >= 0) {
            throw BadInput.in("discountPercent", "Say how many percent the discount is.");
        }
        TermsVersion now = agreed(caller, customer);
        var step = new DiscountStep(percent.stripTrailingZeros(), days);
        return agree(caller, customer, now, new Changed(now.conditions().due(), List.of(step)));
    }

    private record Changed(DueRule due, List<DiscountStep> discounts) {}

    private TermsVersion agreed(Caller caller, Customer customer) {
        Terms terms = customer.profile().terms();
        return Optional.ofNullable(terms)
                .flatMap(named -> book.inForce(named.name(), caller.today()))
                .orElseThrow(() -> Refusal.because(
                        "offer.no-terms", "Nothing is agreed with " + customer.name() + " yet. Agree terms first."));
    }

    private Terms agree(Caller caller, Customer customer, TermsVersion now, Changed changed) {
        Conditions old = now.conditions();
        String said = (DiscountStep.written(changed.discounts) + " " + changed.due).strip();
        String name = isPlain(now) ? said : now.name() + ", " + said;
        if (book.versions(name).isEmpty()) {
            var draft = new TermsDraft(
                    changed.due,
                    changed.discounts,
                    old.discountGraceDays(),
                    old.methods(),
                    old.penalties(),
                    old.longTimeAgreed());
            recordTerms.record(caller.actor(), new RecordTerms.Wanted(name, caller.today(), draft, true));
        }
        Terms agreed = book.named(name);
        Customer.Profile profile =
                customer.profile().withTerms(agreed, customer.profile().isConsumer());
        changeCustomer.change(caller.actor(), new Customer(customer.id(), customer.number(), customer.name(), profile));
        return agreed;
    }

    /** Called by what it says, which the new name then does as well. */
    private static boolean isPlain(TermsVersion now) {
        Conditions old = now.conditions();
        return old.penalties().equals(Penalties.NONE)
                && now.name().equals((DiscountStep.written(old.discounts()) + " " + old.due()).strip());
    }
}
