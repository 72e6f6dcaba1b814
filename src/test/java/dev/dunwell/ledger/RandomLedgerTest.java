package dev.dunwell.ledger;

import static dev.dunwell.ledger.Book.NORA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dunwell.DunwellTest;
import dev.dunwell.journal.Journal;
import dev.dunwell.journal.Posting;
import dev.dunwell.kernel.Money;
import dev.dunwell.statements.Asked;
import dev.dunwell.statements.Statement;
import dev.dunwell.statements.Statements;
import dev.dunwell.web.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Random acts, then on random days everything that is open is what the naive ledger says. */
@DunwellTest
@ExtendWith(IntegrityExtension.class)
class RandomLedgerTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final List<String> CUSTOMERS = List.of("acme", "borealis", "cedar");
    private static final List<String> CURRENCIES = List.of("EUR", "JPY", "KWD");
    private static final int ACTS = 150;
    private static final int DAYS = 120;

    @Autowired
    Book book;

    @Autowired
    Journal journal;

    @Autowired
    Statements statements;

    private final NaiveLedger naive = new NaiveLedger();
    private Random random = new Random();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void open_items_of_any_day_are_what_the_naive_ledger_says(long seed) {
        random = new Random(seed);
        for (int i = 0; i < ACTS; i++) {
            act();
        }
        for (int i = 0; i < 10; i++) {
            compare(anyDay());
            LocalDate from = anyDay();
            compareStatements(from, from.plusDays(random.nextInt(60)));
        }
        compare(LocalDate.MAX);
    }

    private void act() {
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> invoice();
            case 3, 4 -> payment(random.nextBoolean());
            case 5 -> creditNote();
            case 6, 7 -> allocate();
            case 8 -> reverse();
            default -> writeOff();
        }
    }

    private void invoice() {
        String customer = any(CUSTOMERS);
        LocalDate issued = anyDay();
        String due = issued.plusDays(random.nextInt(40)).toString();
        Money amount = anyMoney();
        Invoice made = book.invoice(customer, "I" + naive.bills.size(), amount, issued.toString(), due);
        naive.bills.add(new NaiveLedger.Bill(made.id(), customer, made.number(), issued, LocalDate.parse(due), amount));
    }

    private void payment(boolean toOldest) {
        var use = toOldest ? RecordPayment.Use.OLDEST_FIRST : RecordPayment.Use.ON_ACCOUNT;
        String customer = any(CUSTOMERS);
        Payment made = book.payment(customer, anyMoney(), anyDay().toString(), use);
        var credit =
                new NaiveLedger.Credit(new Source.OfPayment(made.id()), customer, made.receivedOn(), made.amount());
        naive.credits.add(credit);
        if (toOldest) {
            naive.settleOldest(credit);
        }
    }

    private void creditNote() {
        String customer = any(CUSTOMERS);
        LocalDate on = anyDay();
        CreditNote made = book.creditNote(customer, "C" + naive.credits.size(), anyMoney(), on.toString());
        naive.credits.add(new NaiveLedger.Credit(new Source.OfCreditNote(made.id()), customer, on, made.amount()));
    }

    private void allocate() {
        if (naive.bills.isEmpty() || naive.credits.isEmpty()) {
            return;
        }
        var bill = any(naive.bills);
        var credit = any(naive.credits);
        Money amount = new Money(
                1 + random.nextLong(bill.amount().minor()), credit.amount().currency());
        LocalDate on = anyDay();
        if (mayAllocate(bill, credit, amount)) {
            allocate(bill, credit, amount, on);
            naive.settle(bill, credit, amount, on);
        } else {
            assertThatThrownBy(() -> allocate(bill, credit, amount, on)).isInstanceOf(Refusal.class);
        }
    }

    private boolean mayAllocate(NaiveLedger.Bill bill, NaiveLedger.Credit credit, Money amount) {
        return bill.amount().currency().equals(credit.amount().currency())
                && amount.compareTo(naive.open(bill, LocalDate.MAX)) <= 0
                && amount.compareTo(naive.left(credit, LocalDate.MAX)) <= 0;
    }

    private void allocate(NaiveLedger.Bill bill, NaiveLedger.Credit credit, Money amount, LocalDate on) {
        book.inside(() -> {
            book.doors().allocate().allocate(NORA, credit.source(), List.of(new Share(bill.id(), amount)), on);
            return true;
        });
    }

    private void reverse() {
        if (naive.settled.isEmpty()) {
            return;
        }
        var undone = any(naive.settled);
        LocalDate on = undone.effectiveOn().plusDays(random.nextInt(20));
        List<Allocation> made = book.inside(
                () -> book.doors().allocations().ofInvoice(undone.bill().id(), LocalDate.MAX));
        made.stream()
                .filter(a -> a.reverses() == null && a.reversedBy() == null)
                .filter(a ->
                        a.source().equals(undone.by().source()) && a.amount().equals(undone.amount()))
                .filter(a -> a.effectiveOn().equals(undone.effectiveOn()))
                .findFirst()
                .ifPresent(a -> {
                    book.inside(() -> book.doors().reverseAllocation().reverse(NORA, a.id(), on));
                    naive.reverse(undone, on);
                });
    }

    private void writeOff() {
        if (naive.bills.isEmpty()) {
            return;
        }
        var bill = any(naive.bills);
        Money open = naive.open(bill, LocalDate.MAX);
        LocalDate on = anyDay();
        if (open.isPositive()) {
            var amount = new Money(1 + random.nextLong(open.minor()), open.currency());
            long id = book.inside(
                    () -> book.doors().writeOff().writeOff(NORA, new Share(bill.id(), amount), "given up", on));
            var credit = new NaiveLedger.Credit(new Source.OfWriteOff(id), bill.customer(), on, amount);
            naive.settle(bill, credit, amount, on);
        }
    }

    /** I03, I04, I06: every transaction balances, and the customer's accounts are open items and credits of the day. */
    private void compareJournal(LocalDate day) {
        Map<String, Money> perFact = new TreeMap<>();
        Map<String, Money> perAccount = new TreeMap<>();
        book.inside(() -> {
            journal.each(new Journal.Filter(LocalDate.MIN, day, null, null, null), p -> {
                String currency = p.amount().currency().getCurrencyCode();
                perFact.merge(p.kind() + p.factId() + currency, p.amount(), Money::plus);
                String customer = Objects.requireNonNull(p.customer()).number();
                perAccount.merge(customer + " " + account(p) + " " + currency, p.amount(), Money::plus);
            });
            return true;
        });
        assertThat(perFact.values()).allMatch(Money::isZero);
        Map<String, Money> expected = new TreeMap<>();
        for (String customer : CUSTOMERS) {
            naive.openOf(customer, day)
                    .values()
                    .forEach(open -> expected.merge(customer + " receivables " + open.currency(), open, Money::plus));
            naive.leftOf(customer, day)
                    .values()
                    .forEach(left ->
                            expected.merge(customer + " credits " + left.currency(), left.negated(), Money::plus));
        }
        perAccount.keySet().removeIf(key -> key.contains(" other "));
        perAccount.values().removeIf(Money::isZero);
        assertThat(perAccount).as("the accounts of customers as of " + day).isEqualTo(expected);
    }

    /** From the naive balance before the period to the naive balance at its end, with as many lines as it takes. */
    private void compareStatements(LocalDate from, LocalDate to) {
        var asked = new Asked(Statement.Kind.ACTIVITY, from, AsOf.today(to), List.of(30, 60, 90));
        List<Long> ids = CUSTOMERS.stream().map(c -> book.customer(c).id()).toList();
        for (Statement statement : book.inside(() -> statements.of(ids, asked))) {
            Map<String, Money> opening = balances(statement.number(), from.minusDays(1));
            Map<String, Money> closing = balances(statement.number(), to);
            for (Statement.Section section : statement.sections()) {
                String currency = section.opening().currency().getCurrencyCode();
                Money nothing = Money.zero(section.opening().currency());
                assertThat(section.opening()).isEqualTo(opening.getOrDefault(currency, nothing));
                assertThat(section.closing())
                        .isEqualTo(section.total())
                        .isEqualTo(Objects.requireNonNullElse(closing.remove(currency), nothing));
                assertThat(section.lines().stream().map(Statement.Line::amount).reduce(section.opening(), Money::plus))
                        .isEqualTo(section.closing());
            }
            assertThat(closing).as("what the statement left out").isEmpty();
        }
    }

    private Map<String, Money> balances(String customer, LocalDate day) {
        Map<String, Money> balances = new TreeMap<>();
        naive.openOf(customer, day)
                .values()
                .forEach(open -> balances.merge(open.currency().getCurrencyCode(), open, Money::plus));
        naive.leftOf(customer, day)
                .values()
                .forEach(left -> balances.merge(left.currency().getCurrencyCode(), left.negated(), Money::plus));
        balances.values().removeIf(Money::isZero);
        return balances;
    }

    private static String account(Posting posting) {
        return switch (posting.account()) {
            case RECEIVABLES -> "receivables";
            case ON_ACCOUNT, OPEN_CREDITS -> "credits";
            default -> "other";
        };
    }

    private void compare(LocalDate day) {
        compareJournal(day);
        for (String customer : CUSTOMERS) {
            Map<String, Money> open = new TreeMap<>();
            book.open(customer, day).forEach(item -> open.put(item.number(), item.open()));
            assertThat(open).as("open items of %s as of %s", customer, day).isEqualTo(naive.openOf(customer, day));
            Map<String, Money> left = new TreeMap<>();
            book.credits(customer, day)
                    .forEach(credit -> left.put(credit.source().toString(), credit.open()));
            assertThat(left).as("credits of %s as of %s", customer, day).isEqualTo(naive.leftOf(customer, day));
        }
    }

    private Money anyMoney() {
        return Money.ofMinor(1 + random.nextLong(20_000), any(CURRENCIES));
    }

    private LocalDate anyDay() {
        return START.plusDays(random.nextInt(DAYS));
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
