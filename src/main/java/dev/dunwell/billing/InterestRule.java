package dev.dunwell.billing;

import dev.dunwell.ledger.DayCount;
import dev.dunwell.ledger.Penalties;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** By what rule interest runs on a late invoice, or why it cannot be worked out. */
public sealed interface InterestRule {

    /**
     * Rates from days on, counted in one way.
     *
     * @param startedOn the first day of delay; months are counted from it
     * @param rates the earliest first; the first one covers the first day
     */
    record Rates(LocalDate startedOn, DayCount dayCount, List<RateFrom> rates) implements InterestRule {

        public Rates {
            rates = List.copyOf(rates);
        }

        BigDecimal on(LocalDate day) {
            return rates.stream()
                    .filter(rate -> !rate.from.isAfter(day))
                    .reduce((_, later) -> later)
                    .orElseThrow()
                    .percentPerYear();
        }
    }

    /** A rate from a day on. */
    record RateFrom(LocalDate from, BigDecimal percentPerYear) {}

    /** Nothing was agreed, or the statute gives nothing. */
    record None(String because) implements InterestRule {}

    /** It cannot be worked out yet, and what to do about it. */
    record Unknown(String because) implements InterestRule {}

    /** One rate for good, by contract. */
    static Rates agreed(Penalties.Interest interest, LocalDate startedOn) {
        return new Rates(startedOn, interest.dayCount(), List.of(new RateFrom(startedOn, interest.percentPerYear())));
    }

    /**
     * By the terms.
     *
     * @param startedOn the first day of delay
     * @param until the last day that is asked for
     */
    static InterestRule of(
            Penalties penalties, boolean isConsumer, RateTable table, LocalDate startedOn, LocalDate until) {
        if (penalties.isStatutory()) {
            return Statute.of(penalties.regime(), startedOn)
                    .map(statute -> statutory(statute, isConsumer, table, startedOn, until))
                    .orElseGet(() -> new Unknown("There is no rule of "
                            + penalties.regime().title() + " for a debt that fell late on " + startedOn + "."));
        } else if (penalties.interest() != null) {
            return agreed(penalties.interest(), startedOn);
        } else {
            return new None("The terms set no interest.");
        }
    }

    /** The reference rate with the margin, of each half-year or of the one in which the debt fell late. */
    static InterestRule statutory(
            Statute statute, boolean isConsumer, RateTable table, LocalDate startedOn, LocalDate until) {
        BigDecimal margin = statute.margin(isConsumer);
        if (margin == null) {
            return new None("The statute of " + statute.regime().title() + " gives no interest against a consumer.");
        }
        LocalDate last = statute.isFixedAtStart() ? startedOn : until;
        List<RateFrom> rates = new ArrayList<>();
        for (LocalDate from = startedOn; !from.isAfter(last); from = nextHalfYear(from)) {
            BigDecimal reference = table.on(statute.reference(), from).orElse(null);
            if (reference == null) {
                return missing(statute.reference(), from);
            }
            rates.add(new RateFrom(from, reference.add(margin)));
        }
        return new Rates(startedOn, statute.dayCount(), rates);
    }

    private static Unknown missing(Reference reference, LocalDate from) {
        return new Unknown("There is no reference rate “%s” from %s; add it under Settings → Late payment."
                .formatted(reference.title(), Reference.halfYear(from)));
    }

    private static LocalDate nextHalfYear(LocalDate day) {
        return Reference.halfYear(day).plusMonths(6);
    }
}
