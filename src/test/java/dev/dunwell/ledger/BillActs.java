package dev.dunwell.ledger;

import static dev.dunwell.ledger.Book.NORA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.intake.Batch;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.NaiveLedger.Bill;
import dev.dunwell.ledger.NaiveLedger.Credit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What is done with invoices, in the book and in the naive ledger. */
class BillActs {

    private final LedgerTwin twin;
    private final BroughtFiles files;
    private final NaiveLedger naive;
    private final Book.Doors doors;
    private final Book.CreditDoors creditDoors;

    BillActs(LedgerTwin twin, BroughtFiles files) {
        this.twin = twin;
        this.files = files;
        this.naive = twin.naive;
        this.doors = twin.book.doors();
        this.creditDoors = twin.book.creditDoors();
    }

    void rules() {
        twin.cash.order = twin.chance().any(List.of(CashRules.Order.values()));
        twin.cash.tolerances.clear();
        if (twin.chance().oneIn(2)) {
            Money tolerance = Money.ofMinor(1 + twin.chance().below(200), "EUR");
            twin.cash.tolerances.put(tolerance.currency(), tolerance);
        }
        List<Money> tolerances = List.copyOf(twin.cash.tolerances.values());
        twin.both(
                "rules: " + twin.cash.order + ", tolerances " + tolerances,
                true,
                () -> {
                    creditDoors.changeCashRules().change(NORA, twin.cash.order, tolerances);
                    return true;
                },
                _ -> {});
    }

    void invoice() {
        String customer = twin.customer();
        Invoice.Bill says = says(twin.chance().day(), twin.chance().money());
        Invoice.Kind kind = twin.chance().any(List.of(Invoice.Kind.values()));
        String number = twin.number("I");
        var wanted = RecordInvoice.Wanted.of(
                        twin.book.customer(customer).id(), number, says.issuedOn(), says.dueOn(), says.amount())
                .payableIn(says.instalments())
                .as(new Invoice.Nature(kind, null));
        twin.both(
                "%s %s of %s, %s".formatted(kind, number, customer, words(says)),
                true,
                () -> doors.recordInvoice().record(NORA, wanted),
                made -> naive.bills.add(new Bill(made.id(), customer, number, kind, says)));
    }

    private Invoice.Bill says(LocalDate issued, Money amount) {
        LocalDate due = issued.plusDays(twin.chance().below(40));
        return new Invoice.Bill(issued, due, amount, false, null)
                .with(twin.chance().instalments(issued, amount));
    }

    private static String words(Invoice.Bill says) {
        return "%s, issued %s, due %s %s".formatted(says.amount(), says.issuedOn(), says.dueOn(), says.instalments());
    }

    /** A file of new invoices, some settled, and of one that says something else now; brought twice. */
    void file() {
        Chance chance = twin.chance();
        List<BroughtFiles.Row> rows = new ArrayList<>();
        for (int i = chance.below(3); i >= 0; i--) {
            LocalDate issued = chance.day();
            var says = new Invoice.Bill(issued, issued.plusDays(chance.below(40)), chance.money(), false, null);
            LocalDate settled = chance.oneIn(3) ? issued.plusDays(chance.below(30)) : null;
            rows.add(new BroughtFiles.Row(twin.customer(), twin.number("F"), says, settled));
        }
        Optional<Bill> known = twin.bill().filter(bill -> !isSettledByFile(bill));
        known.ifPresent(bill -> {
            LocalDate issued = bill.says.issuedOn();
            var says = new Invoice.Bill(
                    issued,
                    issued.plusDays(chance.below(40)),
                    bill.amount().plus(bill.amount()),
                    false,
                    bill.says.reference());
            rows.add(new BroughtFiles.Row(bill.customer, bill.number, says, null));
        });
        int changed = known.isPresent() ? 1 : 0;
        twin.story.add("file of " + rows);
        assertThat(files.bring(twin.book, rows)).isEqualTo(new Batch.Counts(rows.size() - changed, changed, 0, 0));
        assertThat(files.bring(twin.book, rows)).isEqualTo(new Batch.Counts(0, 0, rows.size(), 0)); // I14
        known.ifPresent(bill -> bill.says = rows.getLast().bill());
        Map<String, Long> ids = twin.book.inside(() ->
                doors.invoices().ids(rows.stream().map(BroughtFiles.Row::number).toList()));
        rows.subList(0, rows.size() - changed)
                .forEach(row -> brought(row, Objects.requireNonNull(ids.get(row.number()))));
    }

    /** An invoice that a file settled is settled for it; what other files say of that is refused. */
    private boolean isSettledByFile(Bill bill) {
        return bill.number.contains("F") && naive.settled.stream().anyMatch(s -> s.bill == bill);
    }

    private void brought(BroughtFiles.Row row, long id) {
        var bill = new Bill(id, row.customer(), row.number(), Invoice.Kind.INVOICE, row.bill());
        naive.bills.add(bill);
        LocalDate on = row.settledOn();
        if (on != null) {
            var money = new Credit(twin.newest(bill), row.customer(), on, bill.amount());
            naive.credits.add(money);
            naive.settle(bill, money, bill.amount(), on);
        }
    }

    void amend() {
        twin.bill().ifPresent(bill -> {
            Money amount = twin.chance().part(bill.amount().plus(bill.amount()));
            Invoice.Bill says = says(bill.says.issuedOn(), amount);
            twin.both(
                    "amend " + bill.number + " to " + words(says),
                    amount.compareTo(naive.mostSettled(bill)) >= 0,
                    () -> creditDoors.amendInvoice().amend(NORA, bill.id, says),
                    _ -> bill.says = says);
        });
    }
}
