package dev.dunwell.agreements;

import dev.dunwell.agreements.RecurringLine.Proration;
import dev.dunwell.agreements.RecurringLine.Timing;
import dev.dunwell.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Bills a line the slow way: it walks through every day and asks of each what it is. */
public final class SlowOracle {

    private SlowOracle() {}

    /** A kind of recurrence: the rule, and the same said of a single day. */
    public record Kind(String rule, Predicate<LocalDate> begins) {

        static Kind months(LocalDate anchor, int every) {
            String rule = every % 12 == 0 ? "FREQ=YEARLY;INTERVAL=" + every / 12 : "FREQ=MONTHLY;INTERVAL=" + every;
            return new Kind(rule, day -> {
                long months = (day.getYear() - anchor.getYear()) * 12L + day.getMonthValue() - anchor.getMonthValue();
                return months % every == 0
                        && day.getDayOfMonth() == Math.min(anchor.getDayOfMonth(), day.lengthOfMonth());
            });
        }

        static Kind weeks(LocalDate anchor, int every) {
            return new Kind(
                    "FREQ=WEEKLY;INTERVAL=" + every, day -> ChronoUnit.DAYS.between(anchor, day) % (7L * every) == 0);
        }

        static Kind days(LocalDate anchor, int every) {
            return new Kind("FREQ=DAILY;INTERVAL=" + every, day -> ChronoUnit.DAYS.between(anchor, day) % every == 0);
        }

        static Kind lastOfMonth() {
            return new Kind("FREQ=MONTHLY;BYMONTHDAY=-1", day -> day.getDayOfMonth() == day.lengthOfMonth());
        }

        static Kind secondTuesday() {
            return new Kind(
                    "FREQ=MONTHLY;BYDAY=2TU",
                    day -> day.getDayOfWeek() == DayOfWeek.TUESDAY && (day.getDayOfMonth() - 1) / 7 == 1);
        }

        static Kind quarterDays() {
            return new Kind(
                    "FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=1",
                    day -> day.getDayOfMonth() == 1 && (day.getMonthValue() - 1) % 3 == 0);
        }
    }

    public record Billed(LocalDate from, LocalDate until, LocalDate billOn, Money amount) {}

    /** Every period whose day of billing is not after {@code last}. */
    public static List<Billed> bill(RecurringLine line, Kind kind, LocalDate last) {
        List<Billed> all = new ArrayList<>();
        List<LocalDate> period = new ArrayList<>();
        BigDecimal price = line.prices().getFirst().amount();
        List<BigDecimal> priceOfDay = new ArrayList<>();
        for (LocalDate day = line.recurrence().anchor(); !day.isAfter(last.plusYears(3)); day = day.plusDays(1)) {
            if (kind.begins().test(day) && !period.isEmpty()) {
                close(line, period, priceOfDay, last, all);
                period.clear();
                priceOfDay.clear();
            }
            price = priceOn(line, day, price);
            period.add(day);
            priceOfDay.add(price);
        }
        return all;
    }

    private static BigDecimal priceOn(RecurringLine line, LocalDate day, BigDecimal before) {
        for (UnitPrice price : line.prices()) {
            if (price.from().equals(day)) {
                return price.amount();
            }
        }
        Indexation index = line.indexation();
        if (index != null) {
            for (int k = 0;
                    !index.firstOn().plusMonths((long) k * index.everyMonths()).isAfter(day);
                    k++) {
                if (index.firstOn().plusMonths((long) k * index.everyMonths()).equals(day)) {
                    return before.add(before.multiply(index.percent()).movePointLeft(2))
                            .setScale(4, RoundingMode.HALF_UP);
                }
            }
        }
        return before;
    }

    private static void close(
            RecurringLine line, List<LocalDate> period, List<BigDecimal> prices, LocalDate last, List<Billed> all) {
        LocalDate first = null;
        LocalDate end = null;
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal whole = null;
        for (int i = 0; i < period.size(); i++) {
            LocalDate day = period.get(i);
            boolean inTerm = !day.isBefore(line.term().firstDay())
                    && (line.term().lastDay() == null
                            || !day.isAfter(line.term().lastDay()));
            if (inTerm) {
                first = first == null ? day : first;
                end = day;
                boolean paused =
                        line.pauses().stream().anyMatch(p -> !day.isBefore(p.from()) && day.isBefore(p.until()));
                if (!paused) {
                    sum = sum.add(prices.get(i));
                    whole = whole == null ? prices.get(i) : whole;
                }
            }
        }
        if (first == null || end == null || whole == null) {
            return;
        }
        LocalDate billOn = line.way().timing() == Timing.IN_ADVANCE ? first : end.plusDays(1);
        int decimals = line.item().currency().getDefaultFractionDigits();
        BigDecimal quantity = line.item().quantity();
        BigDecimal amount = line.way().proration() == Proration.WHOLE
                ? quantity.multiply(whole).setScale(decimals, RoundingMode.HALF_UP)
                : quantity.multiply(sum).divide(BigDecimal.valueOf(period.size()), decimals, RoundingMode.HALF_UP);
        if (!billOn.isAfter(last)) {
            all.add(new Billed(
                    period.getFirst(),
                    period.getLast().plusDays(1),
                    billOn,
                    Money.of(amount, line.item().currency())));
        }
    }
}
