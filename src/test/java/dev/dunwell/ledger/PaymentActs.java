package dev.dunwell.ledger;

import static dev.dunwell.ledger.Book.NORA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.NaiveLedger.Bill;
import dev.dunwell.ledger.NaiveLedger.Credit;
import dev.dunwell.ledger.NaiveLedger.Settled;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How money comes in, in the book and in the naive ledger. */
class PaymentActs {

    private final LedgerTwin twin;
    private final NaiveLedger naive;
    private final Book.Doors doors;
    private final Book.CreditDoors creditDoors;
    private final List<RecordPayment.Wanted> fromOutside = new ArrayList<>();

    PaymentActs(LedgerTwin twin) {
        this.twin = twin;
        this.naive = twin.naive;
        this.doors = twin.book.doors();
        this.creditDoors = twin.book.creditDoors();
    }

    void payment() {
        Chance chance = twin.chance();
        String customer = twin.customer();
        Money amount = twin.bill()
                .filter(_ -> chance.oneIn(2))
                .map(bill -> chance.about(naive.open(bill)))
                .orElseGet(chance::money);
        LocalDate on = chance.day();
        switch (chance.below(5)) {
            case 0 -> pay(null, amount, on, RecordPayment.Use.UNAPPLIED);
            case 1 -> pay(customer, amount, on, RecordPayment.Use.UNAPPLIED);
            case 2 -> pay(customer, amount, on, RecordPayment.Use.OLDEST_FIRST);
            default ->
                pay(customer, amount, on, new RecordPayment.Use(shares(amount), false, Payment.Purpose.ON_ACCOUNT));
        }
    }

    private List<Share> shares(Money amount) {
        Map<Long, Money> shares = new LinkedHashMap<>();
        Money left = amount;
        for (int i = 0; i < 2; i++) {
            Optional<Bill> bill = twin.bill().filter(b -> naive.open(b).isPositive());
            if (bill.isPresent() && left.isPositive()) {
                Money open = naive.open(bill.get());
                boolean isLess = open.currency().equals(left.currency()) && open.compareTo(left) < 0;
                Money part = isLess ? open : left;
                shares.putIfAbsent(bill.get().id, part);
                left = left.minus(part);
            }
        }
        return shares.entrySet().stream()
                .map(e -> new Share(e.getKey(), e.getValue()))
                .toList();
    }

    private void pay(@Nullable String customer, Money amount, LocalDate on, RecordPayment.Use use) {
        Long id = customer == null ? null : twin.book.customer(customer).id();
        String key = twin.chance().oneIn(2) ? twin.number("bank") : null;
        var wanted = new RecordPayment.Wanted(id, on, amount, null, key, use);
        twin.both(
                "payment of %s by %s on %s, %s".formatted(amount, customer, on, use),
                use.shares().stream()
                        .allMatch(s -> twin.cash.fits(twin.bill(s.invoiceId()), s.amount(), amount.currency())),
                () -> doors.recordPayment().record(NORA, wanted).payment(),
                made -> {
                    var money = new Credit(new Source.OfPayment(made.id()), customer, on, amount);
                    naive.credits.add(money);
                    List<Settled> parts = new ArrayList<>();
                    use.shares().forEach(s -> parts.add(naive.settle(twin.bill(s.invoiceId()), money, s.amount(), on)));
                    if (use.restToOldest()) {
                        parts.addAll(twin.cash.settleOldest(money));
                    }
                    twin.cash.paidShort(money, parts);
                    if (key != null) {
                        fromOutside.add(wanted);
                    }
                });
    }

    /** The bank tells of a payment again: as it was, which changes nothing, or as another. */
    void repeat() {
        twin.chance().some(fromOutside).ifPresent(told -> {
            Money more = told.amount().plus(told.amount());
            boolean isSame = twin.chance().oneIn(2);
            var again = new RecordPayment.Wanted(
                    told.customerId(),
                    told.receivedOn(),
                    isSame ? told.amount() : more,
                    told.reference(),
                    told.sourceKey(),
                    told.use());
            twin.both(
                    "again " + told.sourceKey() + " over " + again.amount(),
                    isSame,
                    () -> doors.recordPayment().record(NORA, again),
                    outcome -> assertThat(outcome.isNew()).isFalse());
        });
    }

    void identify() {
        twin.credit(Source.OfPayment.class).ifPresent(credit -> {
            LocalDate on = twin.chance().day();
            String customer = twin.customer();
            long id = twin.book.customer(customer).id();
            twin.both(
                    "identify " + credit.source + " as of " + customer + " on " + on,
                    credit.customer == null && !on.isBefore(credit.datedOn),
                    () -> creditDoors.identifyPayment().identify(NORA, credit.source.id(), id, on),
                    _ -> {
                        credit.customer = customer;
                        credit.identifiedOn = on;
                    });
        });
    }
}
