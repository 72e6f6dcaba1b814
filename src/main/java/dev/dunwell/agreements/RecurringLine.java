package dev.dunwell.agreements;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that a contract bills again and again.
 *
 * @param billedUntil what lies before this day is billed already, here or elsewhere
 * @param term from when to when it is delivered; the last day null while it has no end
 * @param prices at least one; before the first of them the first counts
 * @param pauses in which nothing is delivered and nothing is billed
 */
public record RecurringLine(
        long id,
        Item item,
        Recurrence recurrence,
        Way way,
        Term term,
        LocalDate billedUntil,
        List<UnitPrice> prices,
        @Nullable Indexation indexation,
        List<Span> pauses) {

    public RecurringLine {
        prices = List.copyOf(prices);
        pauses = List.copyOf(pauses);
        if (prices.isEmpty()) {
            throw new IllegalArgumentException("a line has a price");
        }
    }

    /** What is delivered, how much of it, and in which currency it is billed. */
    public record Item(String description, BigDecimal quantity, String unit, Currency currency, String tax) {}

    /** When a period is billed, and what a part of it costs. */
    public record Way(Timing timing, Proration proration) {}

    /** @param lastDay null while it has no end */
    public record Term(LocalDate firstDay, @Nullable LocalDate lastDay) {

        Span span(LocalDate horizon) {
            LocalDate end = lastDay == null ? horizon : lastDay.plusDays(1);
            return new Span(firstDay, end.isBefore(firstDay) ? firstDay : end);
        }
    }

    /** When a period is billed. */
    public enum Timing {
        /** On its first day. */
        IN_ADVANCE,
        /** On the day after its last. */
        IN_ARREARS;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a part of a period costs, at its beginning, at the end of the contract, or beside a pause. */
    public enum Proration {
        /** So much of the price as days of the period are delivered. */
        BY_DAY,
        /** A period begun costs the whole price. */
        WHOLE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
