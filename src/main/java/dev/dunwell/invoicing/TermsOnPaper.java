package dev.dunwell.invoicing;

import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.Conditions;
import dev.dunwell.ledger.DiscountStep;
import dev.dunwell.ledger.Penalties;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What an invoice says about when to pay, what paying early saves and what paying late costs, as the terms have it on
 * its day. Pure. A discount's day is the last of its window, without the silent days of grace; its amount is rounded
 * half-up.
 */
final class TermsOnPaper {

    private TermsOnPaper() {}

    static List<String> of(
            Conditions conditions, InvoiceWords words, LocalDate issuedOn, LocalDate dueOn, Money gross) {
        List<String> sentences = new ArrayList<>();
        for (DiscountStep step : conditions.discounts()) {
            Money saved = Money.halfUp(gross.amount().multiply(step.percent()).movePointLeft(2), gross.currency());
            sentences.add(words.word(
                    "terms.discount",
                    words.number(step.percent()),
                    words.date(issuedOn.plusDays(step.days())),
                    words.amount(gross.minus(saved))));
        }
        sentences.add(words.word("terms.due", words.date(dueOn)));
        Penalties penalties = conditions.penalties();
        if (penalties.isStatutory()) {
            sentences.add(words.word("terms.late.statute"));
        } else if (penalties.interest() != null) {
            String per = penalties.interest().per().code();
            sentences.add(words.word(
                    "terms.late." + per, words.number(penalties.interest().percent())));
        }
        return sentences;
    }
}
