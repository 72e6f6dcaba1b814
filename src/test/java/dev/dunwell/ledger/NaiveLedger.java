package dev.dunwell.ledger;

import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The same ledger, done in the most simple-minded way: lists of facts, summed up anew for every question. */
class NaiveLedger {

    record Bill(long id, String customer, String number, LocalDate issuedOn, LocalDate dueOn, Money amount) {}

    record Credit(Source source, String customer, LocalDate datedOn, Money amount) {}

    record Settled(Bill bill, Credit by, Money amount, LocalDate effectiveOn) {}

    final List<Bill> bills = new ArrayList<>();
    final List<Credit> credits = new ArrayList<>();
    final List<Settled> settled = new ArrayList<>();

    Money open(Bill bill, LocalDate asOf) {
        return settled.stream()
                .filter(s -> s.bill.equals(bill) && !s.effectiveOn.isAfter(asOf))
                .map(Settled::amount)
                .reduce(bill.amount, Money::minus);
    }

    Money left(Credit credit, LocalDate asOf) {
        return settled.stream()
                .filter(s -> s.by.equals(credit) && !s.effectiveOn.isAfter(asOf))
                .map(Settled::amount)
                .reduce(credit.amount, Money::minus);
    }

    /** Takes effect once both exist and what was taken back at either end is free again. */
    void settle(Bill bill, Credit by, Money amount, LocalDate on) {
        LocalDate effectiveOn = Stream.concat(
                        Stream.of(on, bill.issuedOn, by.datedOn),
                        settled.stream()
                                .filter(s -> s.amount.isNegative() && (s.bill.equals(bill) || s.by.equals(by)))
                                .map(Settled::effectiveOn))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        settled.add(new Settled(bill, by, amount, effectiveOn));
    }

    void settleOldest(Credit by) {
        List<Bill> oldest = bills.stream()
                .filter(b -> b.customer.equals(by.customer) && !b.issuedOn.isAfter(by.datedOn))
                .filter(b -> b.amount.currency().equals(by.amount.currency()))
                .sorted(Comparator.comparing(Bill::dueOn).thenComparing(Bill::id))
                .toList();
        for (Bill bill : oldest) {
            Money open = open(bill, LocalDate.MAX);
            Money left = left(by, LocalDate.MAX);
            Money part = open.compareTo(left) < 0 ? open : left;
            if (part.isPositive()) {
                settle(bill, by, part, by.datedOn);
            }
        }
    }

    void reverse(Settled undone, LocalDate on) {
        settled.add(new Settled(undone.bill, undone.by, undone.amount.negated(), on));
    }

    /** What is open of each invoice of a customer on a day. */
    Map<String, Money> openOf(String customer, LocalDate asOf) {
        Map<String, Money> open = new TreeMap<>();
        bills.stream()
                .filter(b -> b.customer.equals(customer) && !b.issuedOn.isAfter(asOf))
                .forEach(b -> open.put(b.number, open(b, asOf)));
        open.values().removeIf(Money::isZero);
        return open;
    }

    /** What is left of each payment and credit note of a customer on a day. */
    Map<String, Money> leftOf(String customer, LocalDate asOf) {
        Map<String, Money> left = new TreeMap<>();
        credits.stream()
                .filter(c -> c.customer.equals(customer) && !c.datedOn.isAfter(asOf))
                .filter(c -> !(c.source instanceof Source.OfWriteOff))
                .forEach(c -> left.put(c.source.toString(), left(c, asOf)));
        left.values().removeIf(Money::isZero);
        return left;
    }
}
