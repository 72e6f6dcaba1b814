package dev.dunwell.invoicing;

import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.Conditions;
import dev.dunwell.ledger.DiscountStep;
import dev.dunwell.ledger.DueRule;
import dev.dunwell.ledger.Penalties;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an invoice, or before it a quote, says about when to pay, what paying early saves and what paying late costs, as
 * the terms have it on its day. Pure. A discount's day is the last of its window, without the silent days of grace; its
 * amount is rounded half-up.
 */
public final class TermsOnPaper {

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
        late(conditions.penalties(), words).ifPresent(sentences::add);
        return sentences;
    }

    /** The same before there is an invoice: in days of its date, and with the ways in which one may pay. */
    public static List<String> offered(Conditions conditions, InvoiceWords words) {
        List<String> sentences = new ArrayList<>();
        for (DiscountStep step : conditions.discounts()) {
            sentences.add(
                    words.word("terms.offer.discount", words.number(step.percent()), Integer.toString(step.days())));
        }
        sentences.addAll(due(conditions.due(), words));
        late(conditions.penalties(), words).ifPresent(sentences::add);
        if (!conditions.methods().isEmpty()) {
            String methods = conditions.methods().stream()
                    .sorted()
                    .map(method -> words.word("method." + method.code()))
                    .collect(Collectors.joining(", "));
            sentences.add(words.word("terms.offer.methods", methods));
        }
        return sentences;
    }

    private static List<String> due(DueRule due, InvoiceWords words) {
        return switch (due) {
            case DueRule.Net net -> List.of(words.word("terms.offer.net", Integer.toString(net.days())));
            case DueRule.EndOfMonth month -> List.of(words.word("terms.offer.month", Integer.toString(month.days())));
            case DueRule.DayOfMonth day ->
                List.of(
                        day.lateFrom() == 0
                                ? words.word("terms.offer.day", Integer.toString(day.day()))
                                : words.word(
                                        "terms.offer.day.late",
                                        Integer.toString(day.day()),
                                        Integer.toString(day.lateFrom())));
            case DueRule.Instalments parts ->
                parts.shares().stream()
                        .map(share -> words.word(
                                "terms.offer.part", words.number(share.percent()), Integer.toString(share.days())))
                        .toList();
        };
    }

    private static Optional<String> late(Penalties penalties, InvoiceWords words) {
        if (penalties.isStatutory()) {
            return Optional.of(words.word("terms.late.statute"));
        }
        return Optional.ofNullable(penalties.interest())
                .map(interest -> words.word("terms.late." + interest.per().code(), words.number(interest.percent())));
    }
}
