package dev.dunwell.ledger;

import static dev.dunwell.ledger.Book.NORA;

import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.NaiveLedger.Bill;
import dev.dunwell.ledger.NaiveLedger.Credit;
import dev.dunwell.ledger.NaiveLedger.Gone;
import dev.dunwell.ledger.NaiveLedger.Settled;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What is done with money that is there and with credit notes, in the book and in the naive ledger. */
class CreditActs {

    private final LedgerTwin twin;
    private final NaiveLedger naive;
    private final Book.Doors doors;
    private final Book.CreditDoors creditDoors;

    CreditActs(LedgerTwin twin) {
        this.twin = twin;
        this.naive = twin.naive;
        this.doors = twin.book.doors();
        this.creditDoors = twin.book.creditDoors();
    }

    void note() {
        String customer = twin.customer();
        LocalDate on = twin.chance().day();
        Money amount = twin.chance().money();
        String number = twin.number("C");
        twin.both(
                "credit note " + number + " of " + customer + " for " + amount + " on " + on,
                true,
                () -> twin.book.creditNote(customer, number, amount, on.toString()),
                made -> naive.credits.add(new Credit(new Source.OfCreditNote(made.id()), customer, on, amount)));
    }

    void allocate() {
        Optional<Bill> bill = twin.bill();
        Optional<Credit> credit = twin.credit(Source.Credit.class);
        if (bill.isEmpty() || credit.isEmpty()) {
            return;
        }
        Credit from = credit.get();
        Money left = naive.left(from);
        Chance chance = twin.chance();
        Money amount = chance.oneIn(3) || !left.isPositive() ? chance.money() : chance.part(left);
        LocalDate on = chance.day();
        var source = (Source.Credit) from.source;
        twin.both(
                "allocate " + amount + " of " + source + " to " + bill.get().number + " on " + on,
                from.customer != null
                        && twin.cash.fits(bill.get(), amount, left.currency())
                        && amount.compareTo(left) <= 0,
                () -> {
                    doors.allocate().allocate(NORA, source, List.of(new Share(bill.get().id, amount)), on);
                    return true;
                },
                _ -> {
                    Settled part = naive.settle(bill.get(), from, amount, on);
                    if (source instanceof Source.OfPayment) {
                        twin.cash.paidShort(from, List.of(part));
                    }
                });
    }

    void reverse() {
        Chance chance = twin.chance();
        chance.some(naive.settled.stream().filter(s -> !s.undone).toList())
                .ifPresent(part -> reverse(part, chance.around(part.on)));
    }

    void reverse(Settled part, LocalDate on) {
        twin.both(
                "reverse %s of %s by %s on %s".formatted(part.amount, part.bill.number, part.by.source, on),
                !on.isBefore(part.on) && !(part.by.source instanceof Source.OfDeduction),
                () -> doors.reverseAllocation().reverse(NORA, allocation(part), on),
                _ -> naive.reverse(part, on));
    }

    private long allocation(Settled part) {
        return twin.book.allocations(part.bill.id).stream()
                .filter(Allocation::isStanding)
                .filter(a -> a.source().equals(part.by.source) && a.amount().equals(part.amount))
                .filter(a -> a.effectiveOn().equals(part.on))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the book has no " + part.amount + " by " + part.by.source))
                .id();
    }

    void refund() {
        twin.credit(Source.Credit.class).ifPresent(credit -> {
            Money amount = twin.chance().part(credit.amount);
            LocalDate on = twin.chance().day();
            var source = (Source.Credit) credit.source;
            twin.both(
                    "refund " + amount + " of " + source + " on " + on,
                    amount.compareTo(naive.left(credit)) <= 0,
                    () -> creditDoors.refundCredit().refund(NORA, source, amount, "asked", on),
                    id -> naive.withdraw(Withdrawal.Kind.REFUND, id, credit, amount, on));
        });
    }

    void transfer() {
        twin.credit(Source.OfPayment.class).ifPresent(credit -> {
            Money amount = twin.chance().part(credit.amount);
            LocalDate on = twin.chance().day();
            String to = twin.customer();
            var wanted = new TransferPayment.Wanted(
                    credit.source.id(), twin.book.customer(to).id(), amount, "wrong one", on);
            twin.both(
                    "transfer " + amount + " of " + credit.source + " to " + to + " on " + on,
                    credit.customer != null && !credit.customer.equals(to) && amount.compareTo(naive.left(credit)) <= 0,
                    () -> creditDoors.transferPayment().transfer(NORA, wanted),
                    there -> {
                        long id = Objects.requireNonNull(there.transferId());
                        Gone left = naive.withdraw(Withdrawal.Kind.TRANSFER, id, credit, amount, on);
                        var half = new Credit(new Source.OfPayment(there.id()), to, left.on, amount);
                        half.broughtBy = left;
                        naive.credits.add(half);
                    });
        });
    }

    void reverseWhole() {
        twin.credit(Source.Credit.class).ifPresent(credit -> {
            LocalDate on = twin.chance().day();
            var source = (Source.Credit) credit.source;
            twin.both(
                    "reverse the whole " + source + " on " + on,
                    credit.broughtBy == null && naive.gone.stream().noneMatch(g -> g.from == credit && !g.undone),
                    () -> creditDoors.reverseCredit().reverse(NORA, source, "bounced", on),
                    id -> {
                        LocalDate day = NaiveLedger.max(on, naive.freeOn(credit));
                        naive.standingWith(credit).forEach(part -> naive.reverse(part, day));
                        var kind = source instanceof Source.OfPayment
                                ? Withdrawal.Kind.PAYMENT_REVERSAL
                                : Withdrawal.Kind.CREDIT_NOTE_REVERSAL;
                        naive.withdraw(kind, id, credit, credit.amount, day);
                    });
        });
    }

    void takeBack() {
        Chance chance = twin.chance();
        chance.some(naive.gone.stream().filter(g -> !g.undone).toList())
                .ifPresent(gone -> takeBack(gone, chance.around(gone.on)));
    }

    void takeBack(Gone gone, LocalDate on) {
        Credit half = naive.credits.stream()
                .filter(c -> c.broughtBy == gone)
                .findFirst()
                .orElse(null);
        twin.both(
                "take back the %s %s of %s on %s".formatted(gone.kind, gone.amount, gone.from.source, on),
                !on.isBefore(gone.on)
                        && (half == null || naive.left(half).equals(gone.amount))
                        && !(gone.kind == Withdrawal.Kind.PAYMENT_REVERSAL && gone.from.broughtBy != null),
                () -> creditDoors.takeBack().takeBack(NORA, gone.kind, gone.id, on),
                _ -> {
                    LocalDate day = on;
                    if (half != null) {
                        day = naive.withdraw(Withdrawal.Kind.PAYMENT_REVERSAL, reversalOf(half), half, half.amount, on)
                                .on;
                    }
                    naive.takeBack(gone, day);
                });
    }

    private long reversalOf(Credit half) {
        var source = (Source.Credit) half.source;
        return twin.book.inside(() -> creditDoors.withdrawals().of(source, LocalDate.MAX)).stream()
                .filter(w -> w.kind() == Withdrawal.Kind.PAYMENT_REVERSAL)
                .findFirst()
                .orElseThrow()
                .id();
    }
}
