package dev.dunwell.ledger;

import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The same ledger, done in the most simple-minded way: lists of facts, summed up anew for every question. */
class NaiveLedger {

    /** An invoice as it says now. */
    static final class Bill {
        final long id;
        final String customer;
        final String number;
        final Invoice.Kind kind;
        Invoice.Bill says;

        Bill(long id, String customer, String number, Invoice.Kind kind, Invoice.Bill says) {
            this.id = id;
            this.customer = customer;
            this.number = number;
            this.kind = kind;
            this.says = says;
        }

        Money amount() {
            return says.amount();
        }
    }

    /** Whatever settles: money, a credit note, a write-off, a discount, a deduction. */
    static final class Credit {
        final Source source;
        final Money amount;
        final LocalDate datedOn;
        @Nullable String customer;
        @Nullable LocalDate identifiedOn;
        /** The payment that a discount or a small rest came with. */
        @Nullable Credit with;
        /** What brought it here, if it was moved. */
        @Nullable Gone broughtBy;

        Credit(Source source, @Nullable String customer, LocalDate datedOn, Money amount) {
            this.source = source;
            this.customer = customer;
            this.datedOn = datedOn;
            this.amount = amount;
        }

        boolean isShared() {
            return source instanceof Source.Credit;
        }

        LocalDate usableFrom() {
            return identifiedOn == null || identifiedOn.isBefore(datedOn) ? datedOn : identifiedOn;
        }

        @Nullable String customerOn(LocalDate day) {
            return identifiedOn != null && identifiedOn.isAfter(day) ? null : customer;
        }
    }

    /** A part of an invoice that was settled; below zero where it was taken back. */
    static final class Settled {
        final Bill bill;
        final Credit by;
        final Money amount;
        final LocalDate on;
        boolean undone;

        Settled(Bill bill, Credit by, Money amount, LocalDate on) {
            this.bill = bill;
            this.by = by;
            this.amount = amount;
            this.on = on;
        }
    }

    /** What left a credit otherwise; below zero where it was taken back. */
    static final class Gone {
        final Withdrawal.Kind kind;
        final long id;
        final Credit from;
        final Money amount;
        final LocalDate on;
        boolean undone;

        Gone(Withdrawal.Kind kind, long id, Credit from, Money amount, LocalDate on) {
            this.kind = kind;
            this.id = id;
            this.from = from;
            this.amount = amount;
            this.on = on;
        }
    }

    final List<Bill> bills = new ArrayList<>();
    final List<Credit> credits = new ArrayList<>();
    final List<Settled> settled = new ArrayList<>();
    final List<Gone> gone = new ArrayList<>();

    Money open(Bill bill, LocalDate asOf) {
        return settled.stream()
                .filter(s -> s.bill == bill && !s.on.isAfter(asOf))
                .map(s -> s.amount)
                .reduce(bill.amount(), Money::minus);
    }

    Money open(Bill bill) {
        return open(bill, LocalDate.MAX);
    }

    Money left(Credit credit, LocalDate asOf) {
        Money unsettled = settled.stream()
                .filter(s -> s.by == credit && !s.on.isAfter(asOf))
                .map(s -> s.amount)
                .reduce(credit.amount, Money::minus);
        return gone.stream()
                .filter(g -> g.from == credit && !g.on.isAfter(asOf))
                .map(g -> g.amount)
                .reduce(unsettled, Money::minus);
    }

    Money left(Credit credit) {
        return left(credit, LocalDate.MAX);
    }

    Money mostSettled(Bill bill) {
        Money nothing = Money.zero(bill.amount().currency());
        return settled.stream()
                .filter(s -> s.bill == bill)
                .map(s -> bill.amount().minus(open(bill, s.on)))
                .max(Comparator.naturalOrder())
                .filter(Money::isPositive)
                .orElse(nothing);
    }

    /** From when on all is free that was taken back at an invoice. */
    LocalDate freeOn(Bill bill) {
        return latest(
                bill.says.issuedOn(),
                settled.stream().filter(s -> s.bill == bill && s.amount.isNegative()).map(s -> s.on));
    }

    LocalDate freeOn(Credit credit) {
        Stream<LocalDate> released =
                settled.stream().filter(s -> s.by == credit && s.amount.isNegative()).map(s -> s.on);
        Stream<LocalDate> returned =
                gone.stream().filter(g -> g.from == credit && g.amount.isNegative()).map(g -> g.on);
        return latest(credit.usableFrom(), credit.isShared() ? Stream.concat(released, returned) : Stream.of());
    }

    /** Takes effect once both exist and what was taken back at either end is free again. */
    Settled settle(Bill bill, Credit by, Money amount, LocalDate on) {
        var part = new Settled(bill, by, amount, max(on, freeOn(bill), freeOn(by)));
        settled.add(part);
        return part;
    }

    void reverse(Settled undone, LocalDate on) {
        undone.undone = true;
        var opposite = new Settled(undone.bill, undone.by, undone.amount.negated(), max(on, undone.on));
        opposite.undone = true;
        settled.add(opposite);
    }

    Gone withdraw(Withdrawal.Kind kind, long id, Credit from, Money amount, LocalDate on) {
        var left = new Gone(kind, id, from, amount, max(on, freeOn(from)));
        gone.add(left);
        return left;
    }

    void takeBack(Gone undone, LocalDate on) {
        undone.undone = true;
        var opposite = new Gone(undone.kind, 0, undone.from, undone.amount.negated(), on);
        opposite.undone = true;
        gone.add(opposite);
    }

    /** What a credit settled and what came with it, as far as it counts. */
    List<Settled> standingWith(Credit credit) {
        return settled.stream()
                .filter(s -> !s.undone && (s.by == credit || s.by.with == credit))
                .toList();
    }

    /** A part of an invoice by the day it falls due. */
    record Line(Bill bill, int line, LocalDate dueOn, Money open) {}

    List<Line> lines(LocalDate asOf, Predicate<Bill> which) {
        List<Line> lines = new ArrayList<>();
        for (Bill bill : bills) {
            if (which.test(bill) && !bill.says.issuedOn().isAfter(asOf)) {
                lines.addAll(lines(bill, open(bill, asOf)));
            }
        }
        return lines;
    }

    private static List<Line> lines(Bill bill, Money open) {
        List<Line> lines = new ArrayList<>();
        if (bill.says.instalments().isEmpty()) {
            lines.add(new Line(bill, 0, bill.says.dueOn(), open));
        }
        Money paid = bill.amount().minus(open);
        int number = 0;
        for (Instalment each : bill.says.instalments()) {
            Money filled = each.amount().compareTo(paid) < 0 ? each.amount() : paid;
            lines.add(new Line(bill, ++number, each.dueOn(), each.amount().minus(filled)));
            paid = paid.minus(filled);
        }
        lines.removeIf(line -> line.open.isZero());
        return lines;
    }

    /** What is left of each payment and credit note on a day, with whose it is. */
    Map<String, String> leftOn(LocalDate asOf) {
        Map<String, String> left = new TreeMap<>();
        credits.stream()
                .filter(c -> c.isShared() && !c.datedOn.isAfter(asOf) && left(c, asOf).isPositive())
                .forEach(c -> left.put(c.source.toString(), c.customerOn(asOf) + " " + left(c, asOf)));
        return left;
    }

    static LocalDate max(LocalDate first, LocalDate... others) {
        return latest(first, Stream.of(others));
    }

    private static LocalDate latest(LocalDate first, Stream<LocalDate> others) {
        return Stream.concat(Stream.of(first), others)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
