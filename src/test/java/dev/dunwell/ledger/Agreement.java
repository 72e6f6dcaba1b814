package dev.dunwell.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.insight.Aging;
import dev.dunwell.insight.Basis;
import dev.dunwell.insight.Buckets;
import dev.dunwell.insight.Receivables;
import dev.dunwell.kernel.Money;
import dev.dunwell.statements.Asked;
import dev.dunwell.statements.Statement;
import dev.dunwell.statements.Statements;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** In what a book and the naive ledger agree, to the cent, on any day. */
@TestComponent
record Agreement(
        Statements statements, Aging aging, Receivables receivables, JdbcClient db, TransactionTemplate transaction) {

    private static final Buckets USUAL = Buckets.usual(Basis.DUE);

    /** Open items, credits, ages and the journal. */
    void on(LocalDate day, LedgerTwin twin) {
        Map<String, String> open = new TreeMap<>();
        twin.naive
                .lines(day, _ -> true)
                .forEach(line -> open.put(
                        line.bill().number + "/" + line.line(),
                        line.bill().customer + " " + line.dueOn() + " " + line.open()));
        assertThat(openItems(twin.book, day)).as("open items as of %s", day).isEqualTo(open);
        Map<String, String> left = new TreeMap<>();
        credits(twin.book, day)
                .forEach(credit -> left.put(credit.source().toString(), credit.customerNumber() + " " + credit.open()));
        assertThat(left).as("credits as of %s", day).isEqualTo(twin.naive.leftOn(day)); // I06
        ages(day, twin);
    }

    static Map<String, String> openItems(Book book, LocalDate day) {
        Map<String, String> open = new TreeMap<>();
        book.inside(() -> book.doors().openItems().page(null, AsOf.today(day), null, 10_000))
                .rows()
                .forEach(item -> open.put(
                        item.number() + "/" + (item.line() == null ? 0 : item.line()),
                        item.customerNumber() + " " + item.dueOn() + " " + item.open()));
        return open;
    }

    static List<OpenCredit> credits(Book book, LocalDate day) {
        return book.inside(() -> book.doors().openItems().creditPage(null, AsOf.today(day), null, 10_000))
                .rows();
    }

    /** I04: each open item in one bucket; I06: credits on a line of their own; I24: customers sum to the total. */
    private void ages(LocalDate day, LedgerTwin twin) {
        Map<String, Money> ages = new TreeMap<>();
        twin.naive.lines(day, _ -> true).forEach(line -> {
            long overdue = Math.max(0, day.toEpochDay() - line.dueOn().toEpochDay());
            long bucket = overdue == 0 ? 0 : Math.min(4, 1 + (overdue - 1) / 30);
            ages.merge(line.open().currency() + "/" + bucket, line.open(), Money::plus);
        });
        Aging.Report report = twin.book.inside(() -> aging.report(Aging.Question.of(AsOf.today(day), USUAL)));
        assertThat(totals(report)).as("ages as of %s", day).isEqualTo(ages);
        Map<String, Money> byCustomer = new TreeMap<>();
        twin.book.inside(() -> {
            aging.customers(Aging.Question.of(AsOf.today(day), USUAL), line -> add(line.buckets(), byCustomer));
            return true;
        });
        byCustomer.values().removeIf(Money::isZero);
        assertThat(byCustomer).as("ages by customer as of %s", day).isEqualTo(ages);
        assertThat(sums(report.credits().stream().map(Aging.Sum::amount).toList()))
                .as("credits beside the ages as of %s", day)
                .isEqualTo(sums(twin.naive.credits.stream()
                        .filter(c -> c.isShared() && !c.datedOn.isAfter(day))
                        .map(c -> twin.naive.left(c, day))
                        .toList()));
    }

    Map<String, Money> ages(Book book, LocalDate day) {
        return totals(book.inside(() -> aging.report(Aging.Question.of(AsOf.today(day), USUAL))));
    }

    /** What can be seen of a book on a day, by the numbers that people know. */
    String projection(Book book, LocalDate day) {
        Stream<String> credits = credits(book, day).stream()
                .map(c -> c.customerNumber() + " " + c.datedOn() + " " + c.open())
                .sorted();
        return openItems(book, day) + "\n" + ages(book, day) + "\n" + credits.toList();
    }

    private static Map<String, Money> totals(Aging.Report report) {
        Map<String, Money> totals = new TreeMap<>();
        report.lines()
                .forEach(line ->
                        add(line.buckets().stream().map(Aging.Sum::amount).toList(), totals));
        totals.values().removeIf(Money::isZero);
        return totals;
    }

    private static void add(List<Money> buckets, Map<String, Money> totals) {
        for (int i = 0; i < buckets.size(); i++) {
            totals.merge(buckets.get(i).currency() + "/" + i, buckets.get(i), Money::plus);
        }
    }

    private static Map<String, Money> sums(List<Money> amounts) {
        Map<String, Money> sums = new TreeMap<>();
        amounts.forEach(amount -> sums.merge(amount.currency().toString(), amount, Money::plus));
        sums.values().removeIf(Money::isZero);
        return sums;
    }

    /**
     * I18: in the journal, too, an invoice is open by what is open of it; a settled one leaves nothing in any currency.
     */
    void journal(LocalDate day, LedgerTwin twin) {
        Map<String, Money> posted = new TreeMap<>();
        twin.book.inside(() -> transaction.execute(_ -> db.sql("""
                select i.number, p.currency, sum(p.amount) as amount
                from posting p
                join invoice i on i.org_id = p.org_id and i.id = p.invoice_id
                where p.account = 'receivables' and p.effective_on <= :day and p.known_until = 'infinity'
                group by i.number, p.currency
                having sum(p.amount) <> 0
                """)
                .param("day", day)
                .query((row, _) -> posted.put(
                        row.getString("number") + " in " + row.getString("currency"),
                        Money.ofMinor(row.getLong("amount"), row.getString("currency"))))
                .list()));
        Map<String, Money> open = new TreeMap<>();
        twin.naive.bills.stream()
                .filter(bill -> !bill.says.issuedOn().isAfter(day))
                .forEach(bill -> open.put(bill.number + " in " + bill.amount().currency(), twin.naive.open(bill, day)));
        open.values().removeIf(Money::isZero);
        assertThat(posted).as("the journal as of %s", day).isEqualTo(open);
    }

    /** From the naive balance before the period to the naive balance at its end, in each currency. */
    void statements(LocalDate from, LocalDate to, LedgerTwin twin) {
        var asked = new Asked(Statement.Kind.ACTIVITY, from, AsOf.today(to), List.of(30, 60, 90));
        List<Long> ids =
                twin.customers.stream().map(c -> twin.book.customer(c).id()).toList();
        for (Statement statement : twin.book.inside(() -> statements.of(ids, asked))) {
            List<Money> before = new ArrayList<>();
            List<Money> after = new ArrayList<>();
            statement.sections().forEach(section -> {
                before.add(section.opening());
                after.add(section.closing());
                assertThat(section.lines().stream().map(Statement.Line::amount).reduce(section.opening(), Money::plus))
                        .isEqualTo(section.closing());
            });
            String name = "statement of %s, %s to %s".formatted(statement.number(), from, to);
            assertThat(sums(before)).as(name).isEqualTo(balance(twin, statement.number(), from.minusDays(1)));
            assertThat(sums(after)).as(name).isEqualTo(balance(twin, statement.number(), to));
        }
    }

    /** I24: the receivables of the customers are their balances, and sum to the receivables of all. */
    void receivables(LocalDate from, LocalDate to, LedgerTwin twin) {
        Map<String, List<Money>> closings = new TreeMap<>();
        List<Money> all = new ArrayList<>();
        List<Money> total = twin.book.inside(() -> {
            receivables.each(from, AsOf.today(to), row -> {
                closings.computeIfAbsent(row.number(), _ -> new ArrayList<>())
                        .add(row.figures().closing());
                all.add(row.figures().closing());
            });
            return receivables.totals(from, AsOf.today(to)).stream()
                    .map(Receivables.Figures::closing)
                    .toList();
        });
        assertThat(sums(all)).as("receivables at %s", to).isEqualTo(sums(total));
        for (String customer : twin.customers) {
            assertThat(sums(closings.getOrDefault(customer, List.of())))
                    .as("receivables of %s at %s", customer, to)
                    .isEqualTo(balance(twin, customer, to));
        }
    }

    private static Map<String, Money> balance(LedgerTwin twin, String customer, LocalDate day) {
        List<Money> amounts = new ArrayList<>();
        twin.naive.lines(day, bill -> bill.customer.equals(customer)).forEach(line -> amounts.add(line.open()));
        twin.naive.credits.stream()
                .filter(c -> c.isShared() && !c.datedOn.isAfter(day) && customer.equals(c.customerOn(day)))
                .forEach(c -> amounts.add(twin.naive.left(c, day).negated()));
        return sums(amounts);
    }
}
