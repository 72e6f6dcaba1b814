package dev.dunwell.ledger;

import static dev.dunwell.ledger.Book.NORA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.NaiveLedger.Bill;
import dev.dunwell.ledger.NaiveLedger.Credit;
import dev.dunwell.ledger.NaiveLedger.Settled;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What is given up, kept back or taken off, in the book and in the naive ledger. */
class ShortfallActs {

    private final LedgerTwin twin;
    private final NaiveLedger naive;
    private final Book.Doors doors;
    private final Book.CreditDoors creditDoors;
    private final List<Deducted> deductions = new ArrayList<>();

    ShortfallActs(LedgerTwin twin) {
        this.twin = twin;
        this.naive = twin.naive;
        this.doors = twin.book.doors();
        this.creditDoors = twin.book.creditDoors();
    }

    /** What a payer kept back. */
    private static final class Deducted {
        final long id;
        final Bill bill;
        final Money amount;
        final LocalDate takenOn;
        boolean open = true;

        Deducted(long id, Bill bill, Money amount, LocalDate takenOn) {
            this.id = id;
            this.bill = bill;
            this.amount = amount;
            this.takenOn = takenOn;
        }
    }

    void writeOff() {
        twin.bill().ifPresent(bill -> {
            Money amount = twin.chance().part(bill.amount());
            LocalDate on = twin.chance().day();
            twin.both(
                    "write off " + amount + " of " + bill.number + " on " + on,
                    amount.compareTo(naive.open(bill)) <= 0,
                    () -> doors.writeOff().writeOff(NORA, new Share(bill.id, amount), "given up", on),
                    id -> twin.cash.giveUp(id, bill, amount, on));
        });
    }

    void recover() {
        Optional<Settled> lost = twin.chance()
                .some(naive.settled.stream()
                        .filter(s -> !s.undone && s.by.source instanceof Source.OfWriteOff)
                        .toList());
        Optional<Credit> credit = twin.credit(Source.OfPayment.class);
        if (lost.isPresent() && credit.isPresent()) {
            recover(lost.get(), credit.get());
        }
    }

    private void recover(Settled lost, Credit money) {
        Bill bill = lost.bill;
        Money amount = twin.chance().part(lost.amount);
        LocalDate asked = twin.chance().day();
        var wanted = new RecoverWriteOff.Wanted(money.source.id(), bill.id, lost.by.source.id(), amount, asked);
        twin.both(
                "recover %s of %s with %s on %s".formatted(amount, bill.number, money.source, asked),
                money.customer != null
                        && money.amount.currency().equals(amount.currency())
                        && amount.compareTo(naive.left(money)) <= 0,
                () -> {
                    creditDoors.recoverWriteOff().recover(NORA, wanted);
                    return true;
                },
                _ -> {
                    LocalDate on = NaiveLedger.max(asked, lost.on, naive.freeOn(money), naive.freeOn(bill));
                    naive.reverse(lost, on);
                    naive.settle(bill, money, amount, on);
                    Money rest = lost.amount.minus(amount);
                    if (rest.isPositive()) {
                        twin.cash.giveUp(twin.lastWriteOff(bill), bill, rest, on);
                    }
                });
    }

    void deduct() {
        twin.bill().ifPresent(bill -> {
            Money amount = twin.chance().part(bill.amount());
            LocalDate on = twin.chance().day();
            Money free = deductions.stream()
                    .filter(d -> d.open && d.bill == bill)
                    .map(d -> d.amount)
                    .reduce(naive.open(bill), Money::minus);
            var wanted = new TakeDeduction.Wanted(bill.id, null, amount, DeductionCode.QUALITY, null, on);
            twin.both(
                    "deduct " + amount + " from " + bill.number + " on " + on,
                    amount.compareTo(free) <= 0,
                    () -> creditDoors.takeDeduction().take(NORA, wanted),
                    made -> deductions.add(new Deducted(made.id(), bill, amount, on)));
        });
    }

    void settleDeduction() {
        twin.chance().some(deductions).ifPresent(deduction -> {
            Bill bill = deduction.bill;
            String number = twin.number("D");
            SettleDeduction.Decision decision = twin.chance()
                    .any(List.of(
                            new SettleDeduction.Credit(number),
                            new SettleDeduction.GiveUp("small"),
                            new SettleDeduction.Reject(),
                            new SettleDeduction.ChargeBack(number)));
            LocalDate asked = twin.chance().day();
            twin.both(
                    "settle the deduction of %s from %s by %s on %s"
                            .formatted(deduction.amount, bill.number, decision, asked),
                    deduction.open
                            && (decision instanceof SettleDeduction.Reject
                                    || deduction.amount.compareTo(naive.open(bill)) <= 0),
                    () -> creditDoors.settleDeduction().settle(NORA, deduction.id, decision, asked),
                    _ -> {
                        deduction.open = false;
                        settled(deduction, decision, NaiveLedger.max(asked, deduction.takenOn, naive.freeOn(bill)));
                    });
        });
    }

    private void settled(Deducted deduction, SettleDeduction.Decision decision, LocalDate on) {
        Bill bill = deduction.bill;
        Money amount = deduction.amount;
        switch (decision) {
            case SettleDeduction.Credit _ -> {
                var note = new Credit(twin.newest(bill), bill.customer, on, amount);
                naive.credits.add(note);
                naive.settle(bill, note, amount, on);
            }
            case SettleDeduction.GiveUp _ -> twin.cash.giveUp(twin.newest(bill).id(), bill, amount, on);
            case SettleDeduction.Reject _ -> {}
            case SettleDeduction.ChargeBack(String number) -> {
                Map<String, Long> ids = twin.book.inside(() -> doors.invoices().ids(List.of(number)));
                var says = new Invoice.Bill(on, on, amount, false, null);
                long id = Objects.requireNonNull(ids.get(number));
                naive.bills.add(new Bill(id, bill.customer, number, Invoice.Kind.CHARGEBACK, says));
                var charged = new Credit(new Source.OfDeduction(deduction.id), bill.customer, on, amount);
                naive.settle(bill, charged, amount, on);
            }
        }
    }

    void takeDiscount() {
        twin.bill().ifPresent(bill -> {
            LocalDate on = twin.chance().day();
            Discount.Outcome offer = twin.cash.offer(bill, on);
            Money amount = twin.chance().part(offer.isEarned() ? offer.earned() : bill.amount());
            Money booked = naive.settled.stream()
                    .filter(s -> !s.undone && s.bill == bill && s.by.source instanceof Source.OfDiscount)
                    .map(s -> s.amount)
                    .reduce(Money.zero(amount.currency()), Money::plus);
            twin.both(
                    "take a discount of " + amount + " off " + bill.number + " on " + on,
                    amount.compareTo(naive.open(bill)) <= 0,
                    () -> creditDoors.takeDiscount().take(NORA, new TakeDiscount.Wanted(bill.id, null, amount, on)),
                    made -> {
                        Credit taken = twin.cash.take(made.id(), bill, amount, on, null);
                        boolean earned = amount.plus(booked).compareTo(offer.earned()) <= 0;
                        assertThat(made.isEarned()).isEqualTo(earned);
                        if (earned) {
                            naive.settle(bill, taken, amount, on);
                        }
                    });
        });
    }

    void allowDiscount() {
        twin.chance().some(List.copyOf(twin.cash.discounts.keySet())).ifPresent(taken -> {
            Bill bill = Objects.requireNonNull(twin.cash.discounts.get(taken));
            LocalDate on = twin.chance().day();
            twin.both(
                    "allow the discount of " + taken.amount + " off " + bill.number + " on " + on,
                    naive.settled.stream().noneMatch(s -> s.by == taken && !s.undone)
                            && taken.amount.compareTo(naive.open(bill)) <= 0,
                    () -> creditDoors.allowDiscount().allow(NORA, taken.source.id(), on),
                    _ -> naive.settle(bill, taken, taken.amount, on));
        });
    }
}
