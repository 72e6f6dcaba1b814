package dev.dunwell.foresight.learning;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The settled invoices of all customers, to be asked what was known of one of them when a day began. */
public final class Histories {

    /** One customer's, in the order in which they were settled. */
    private record Settled(long[] settledOn, int[] daysToPay, int[] termDays) {}

    private final Map<String, Settled> customers = new HashMap<>();

    /** @param bills open ones are passed over */
    public static Histories of(List<Bill> bills) {
        var histories = new Histories();
        bills.stream()
                .filter(bill -> bill.settledOn() != null)
                .sorted(Comparator.comparing(bill -> Objects.requireNonNull(bill.settledOn())))
                .collect(Collectors.groupingBy(Bill::customer))
                .forEach((customer, settled) -> histories.customers.put(customer, settled(settled)));
        return histories;
    }

    /** What was settled before that day and nothing else: a settlement on the day itself is not known yet. */
    public Experience before(String customer, LocalDate day) {
        Settled settled = customers.get(customer);
        if (settled == null) {
            return Experience.NONE;
        }
        int at = Arrays.binarySearch(settled.settledOn, day.toEpochDay());
        int to = at < 0 ? -at - 1 : at;
        while (to > 0 && settled.settledOn[to - 1] == day.toEpochDay()) {
            to--;
        }
        int from = Math.max(0, to - Experience.MOST);
        return new Experience(
                Arrays.copyOfRange(settled.daysToPay, from, to), Arrays.copyOfRange(settled.termDays, from, to));
    }

    private static Settled settled(List<Bill> bills) {
        return new Settled(
                bills.stream()
                        .mapToLong(
                                bill -> Objects.requireNonNull(bill.settledOn()).toEpochDay())
                        .toArray(),
                bills.stream().mapToInt(Bill::daysToPay).toArray(),
                bills.stream().mapToInt(Bill::termDays).toArray());
    }
}
