package dev.dunwell.demo;

import dev.dunwell.kernel.Money;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * What a customer bought before a story begins and how it used to pay, told in one line. Amounts and days vary a
 * little, the same way each time it is told.
 *
 * @param numbers with what its invoice numbers begin; two digits follow
 * @param usual about what an invoice is for: a quarter more or less, in whole tens
 */
record History(String numbers, Money usual, Buying buying, Paying paying) {

    private static final int TENS = 1000;
    /** So many days sooner or later than usual. */
    private static final int GIVE = 4;

    /**
     * How often it buys.
     *
     * @param every days from one invoice to the next; a third of them in its busy months
     * @param busyFrom the first of these, 1 for January; {@code busyTo} the last, 0 where it has none
     */
    record Buying(LocalDate from, int every, int busyFrom, int busyTo) {

        private LocalDate next(LocalDate on) {
            boolean isBusy = on.getMonthValue() >= busyFrom && on.getMonthValue() <= busyTo;
            return on.plusDays(isBusy ? every / 3 : every);
        }
    }

    /**
     * How it pays.
     *
     * @param first days from the invoice to its money at the beginning, {@code last} at the end
     * @param payDay from the day it would pay to the day on which it does
     * @param parts in how many parts, a month apart
     * @param discount what it takes off now and then
     */
    record Paying(int first, int last, UnaryOperator<LocalDate> payDay, int parts, Discount discount) {}

    /** So many percent of each so manieth invoice, paid within so many days; 0 percent for never. */
    record Discount(int percent, int days, int each) {

        static final Discount NONE = new Discount(0, 0, 1);

        private boolean isTaken(int invoice) {
            return percent > 0 && invoice % each == 0;
        }
    }

    /** An invoice and its money. */
    record Bill(String number, LocalDate issuedOn, long minor, List<Paid> paid) {}

    /** Money that came, and what was taken off with it, in minor units. */
    record Paid(LocalDate on, long minor, long discount) {}

    /** All invoices issued before a day, with the money that came before it. */
    List<Bill> before(LocalDate day) {
        var chance = new Random(numbers.hashCode());
        List<Bill> bills = new ArrayList<>();
        for (LocalDate on = buying.from; on.isBefore(day); on = buying.next(on)) {
            long percent = 75L + chance.nextInt(51);
            long minor = usual.minor() * percent / 100 / TENS * TENS;
            int days = pace(on, day) + chance.nextInt(2 * GIVE + 1) - GIVE;
            LocalDate issuedOn = workday(on);
            int count = bills.size() + 1;
            List<Paid> paid = discounted(count) ? early(issuedOn, minor) : usually(issuedOn.plusDays(days), minor);
            bills.add(new Bill(
                    "%s%02d".formatted(numbers, count),
                    issuedOn,
                    minor,
                    paid.stream().filter(it -> it.on.isBefore(day)).toList()));
        }
        return bills;
    }

    /** From the first to the last, in even steps. */
    private int pace(LocalDate on, LocalDate end) {
        long gone = ChronoUnit.DAYS.between(buying.from, on);
        long all = ChronoUnit.DAYS.between(buying.from, end);
        return Math.toIntExact(paying.first + (paying.last - paying.first) * gone / all);
    }

    private boolean discounted(int count) {
        return paying.discount.isTaken(count);
    }

    /** Two days before the discount ends, so that a weekend does not cost it. */
    private List<Paid> early(LocalDate issuedOn, long minor) {
        long off = minor * paying.discount.percent / 100;
        return List.of(new Paid(workday(issuedOn.plusDays(paying.discount.days - 2L)), minor - off, off));
    }

    private List<Paid> usually(LocalDate on, long minor) {
        List<Paid> paid = new ArrayList<>();
        long part = minor / paying.parts / TENS * TENS;
        for (int i = 0; i < paying.parts; i++) {
            boolean isLast = i == paying.parts - 1;
            LocalDate payDay = workday(paying.payDay.apply(on.plusMonths(i)));
            paid.add(new Paid(payDay, isLast ? minor - part * i : part, 0));
        }
        return paid;
    }

    private static LocalDate workday(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0
                ? day.with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                : day;
    }
}
