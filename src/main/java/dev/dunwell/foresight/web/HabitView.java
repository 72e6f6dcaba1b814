package dev.dunwell.foresight.web;

import dev.dunwell.foresight.PayingHabits.Shown;
import dev.dunwell.foresight.learning.Bill;
import dev.dunwell.foresight.learning.Habit;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How a customer pays, in words, as a picture of its last invoices and as their table.
 *
 * @param median the height of the line at half of the invoices; 0 where there is none
 */
public record HabitView(long customerId, Shown shown, List<String> evidence, List<Dot> dots, int median, int longest) {

    private static final int MOST = 60;
    private static final int LEFT = 30;
    private static final int RIGHT = 392;
    private static final int TOP = 8;
    private static final int BOTTOM = 112;

    /** An invoice in the picture: when it was issued, how long it took or has taken. */
    public record Dot(int x, int y, Bill bill, int days, String state) {}

    static HabitView of(long customerId, Shown shown) {
        List<Bill> last = shown.bills()
                .subList(Math.max(0, shown.bills().size() - MOST), shown.bills().size());
        List<Integer> days = last.stream().map(bill -> days(bill, shown.asOf())).toList();
        int longest = Math.max(10, days.stream().max(Comparator.naturalOrder()).orElse(0));
        List<Dot> dots = new ArrayList<>();
        for (int i = 0; i < last.size(); i++) {
            Bill bill = last.get(i);
            int x = LEFT + 6 + (RIGHT - LEFT - 12) * i / Math.max(1, last.size() - 1);
            dots.add(new Dot(x, y(Math.max(0, days.get(i)), longest), bill, days.get(i), state(bill)));
        }
        Habit habit = shown.habit();
        Integer median = habit.medianDays();
        boolean isShown = median != null && median <= longest && median >= 0;
        return new HabitView(
                customerId,
                shown,
                HabitWords.evidence(habit),
                dots,
                isShown && median != null ? y(median, longest) : 0,
                longest);
    }

    public Habit habit() {
        return shown.habit();
    }

    private static int days(Bill bill, LocalDate asOf) {
        return bill.settledOn() == null
                ? Math.toIntExact(ChronoUnit.DAYS.between(bill.issuedOn(), asOf))
                : bill.daysToPay();
    }

    private static String state(Bill bill) {
        return bill.settledOn() == null ? "open" : bill.isLate() ? "late" : "in time";
    }

    private static int y(int days, int longest) {
        return BOTTOM - (BOTTOM - TOP) * days / longest;
    }
}
