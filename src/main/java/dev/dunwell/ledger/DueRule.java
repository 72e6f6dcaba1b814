package dev.dunwell.ledger;

import dev.dunwell.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.function.LongBinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * When an invoice falls due, from its date (glossary, section 1). Each rule is written in words that
 * {@link DueRuleText#parse} reads; the words are what is stored.
 */
public sealed interface DueRule {

    /** Reads {@code net 30} and the like; refuses anything else. */
    static DueRule parse(String written) {
        return DueRuleText.parse(written);
    }

    /** The last day on which payment in full is in time; of instalments the day of the last one. */
    LocalDate dueOn(LocalDate issuedOn);

    /** What falls due when: everything on one day, unless there are instalments. */
    default List<Part> parts(LocalDate issuedOn, Money amount) {
        return List.of(new Part(dueOn(issuedOn), amount));
    }

    /** A part of an invoice and the last day on which it is in time. */
    record Part(LocalDate dueOn, Money amount) {}

    /** The longest time that the rule can give, in days, whatever the invoice's date. */
    default long longestDays() {
        return extremeDays(Math::max);
    }

    /** The shortest time that the rule can give, in days, whatever the invoice's date. */
    default long shortestDays() {
        return extremeDays(Math::min);
    }

    private long extremeDays(LongBinaryOperator extreme) {
        LocalDate firstOfTwoYears = LocalDate.of(2027, 1, 1); // the second is a leap year
        return firstOfTwoYears
                .datesUntil(firstOfTwoYears.plusYears(2))
                .mapToLong(day -> ChronoUnit.DAYS.between(day, dueOn(day)))
                .reduce(extreme)
                .orElseThrow();
    }

    /** So many days after the invoice's date. */
    record Net(int days) implements DueRule {

        public Net {
            DueRuleText.checkDays(days);
        }

        @Override
        public LocalDate dueOn(LocalDate issuedOn) {
            return issuedOn.plusDays(days);
        }

        @Override
        public String toString() {
            return "net " + days;
        }
    }

    /** So many days after the last day of the month of the invoice's date. */
    record EndOfMonth(int days) implements DueRule {

        public EndOfMonth {
            DueRuleText.checkDays(days);
        }

        @Override
        public LocalDate dueOn(LocalDate issuedOn) {
            return issuedOn.with(TemporalAdjusters.lastDayOfMonth()).plusDays(days);
        }

        @Override
        public String toString() {
            return "end of month + " + days;
        }
    }

    /**
     * A fixed day of the next month, or of the month after it for an invoice late in its month. In a month that is too
     * short it is the last day.
     *
     * @param day 1 to 31
     * @param lateFrom the day of the month from which an invoice goes to the month after the next; 0: none does
     */
    record DayOfMonth(int day, int lateFrom) implements DueRule {

        private static final int LONGEST_MONTH = 31;

        public DayOfMonth {
            if (day < 1 || day > LONGEST_MONTH || lateFrom < 0 || lateFrom > LONGEST_MONTH) {
                throw new IllegalArgumentException("A month has the days 1 to 31.");
            }
        }

        @Override
        public LocalDate dueOn(LocalDate issuedOn) {
            boolean isLate = lateFrom > 0 && issuedOn.getDayOfMonth() >= lateFrom;
            YearMonth month = YearMonth.from(issuedOn).plusMonths(isLate ? 2 : 1);
            return month.atDay(Math.min(day, month.lengthOfMonth()));
        }

        @Override
        public String toString() {
            String usual = "day " + day + " of next month";
            return lateFrom == 0 ? usual : usual + ", from day " + lateFrom + " the month after";
        }
    }

    /** Parts of the amount, each so many days after the invoice's date. */
    record Instalments(List<Share> shares) implements DueRule {

        /** @param percent of the amount; those of all parts sum to 100 */
        public record Share(BigDecimal percent, int days) {}

        public Instalments {
            shares = List.copyOf(shares);
            shares.forEach(share -> DueRuleText.checkDays(share.days));
        }

        @Override
        public LocalDate dueOn(LocalDate issuedOn) {
            return issuedOn.plusDays(shares.stream().mapToInt(Share::days).max().orElseThrow());
        }

        /** Split by the largest remainders, so that the parts sum to the amount. */
        @Override
        public List<Part> parts(LocalDate issuedOn, Money amount) {
            List<Money> amounts = LargestRemainder.split(
                    amount, shares.stream().map(Share::percent).toList());
            return IntStream.range(0, shares.size())
                    .mapToObj(i -> new Part(issuedOn.plusDays(shares.get(i).days), amounts.get(i)))
                    .toList();
        }

        public BigDecimal percentInAll() {
            return shares.stream().map(Share::percent).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        @Override
        public String toString() {
            return shares.stream()
                    .map(share -> share.percent.toPlainString() + " % after " + share.days + " days")
                    .collect(Collectors.joining(", "));
        }
    }
}
