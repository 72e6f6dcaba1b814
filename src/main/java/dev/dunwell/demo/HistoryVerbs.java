package dev.dunwell.demo;

import dev.dunwell.kernel.CopyRows;
import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Sql;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.LedgerChanged;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What was bought and paid before a story begins, taken into the book at once as an import would. */
@Component
class HistoryVerbs implements Verb.Source {

    private static final String WRITE = Sql.named("demo/history");
    private static final int TERM = 30;

    private final Names names;
    private final JdbcClient db;
    private final DataSource database;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    HistoryVerbs(
            Names names,
            JdbcClient db,
            DataSource database,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.names = names;
        this.db = db;
        this.database = database;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public List<Verb> verbs() {
        return List.of(new Verb(
                "history NUMBERS CUSTOMER AMOUNT CURRENCY every DAYS from DATE [busy MONTH to MONTH] pays DAYS [to DAYS]"
                        + " [on WEEKDAY|month-end] [parts NUMBER] [discount PERCENT in DAYS each NTH]",
                this::history));
    }

    /** Up to the day of the line: due after thirty days, and open where the money had not come by then. */
    private void history(Scene scene, Words words) {
        String numbers = words.next("NUMBERS");
        Customer customer = names.customer(words);
        Money usual = words.money();
        History.Buying buying = buying(words);
        var history = new History(numbers, usual, buying, paying(words));
        words.checkNoneLeft();
        List<History.Bill> bills = history.before(scene.today());
        transaction.executeWithoutResult(_ -> write(customer, usual, bills));
    }

    private static History.Buying buying(Words words) {
        words.expect("every");
        int every = words.number("DAYS");
        words.expect("from");
        LocalDate from = words.date();
        int busyFrom = words.skip("busy") ? words.number("MONTH") : 0;
        int busyTo = busyFrom > 0 && words.skip("to") ? words.number("MONTH") : 0;
        return new History.Buying(from, every, busyFrom, busyTo);
    }

    private static History.Paying paying(Words words) {
        words.expect("pays");
        int first = words.number("DAYS");
        int last = words.skip("to") ? words.number("DAYS") : first;
        UnaryOperator<LocalDate> payDay = words.skip("on") ? payDay(words) : UnaryOperator.identity();
        int parts = words.skip("parts") ? words.number("NUMBER") : 1;
        return new History.Paying(first, last, payDay, parts, discount(words));
    }

    private static UnaryOperator<LocalDate> payDay(Words words) {
        if (words.skip("month-end")) {
            return day -> day.with(TemporalAdjusters.lastDayOfMonth());
        }
        String weekday = words.next("WEEKDAY");
        try {
            DayOfWeek day = DayOfWeek.valueOf(weekday.toUpperCase(Locale.ROOT));
            return on -> on.with(TemporalAdjusters.nextOrSame(day));
        } catch (IllegalArgumentException e) {
            throw words.mistake(weekday + " is no weekday.");
        }
    }

    private static History.Discount discount(Words words) {
        if (!words.skip("discount")) {
            return History.Discount.NONE;
        }
        int percent = words.number("PERCENT");
        words.expect("in");
        int days = words.number("DAYS");
        words.expect("each");
        return new History.Discount(percent, days, words.number("NTH"));
    }

    private void write(Customer customer, Money usual, List<History.Bill> bills) {
        String currency = usual.currency().getCurrencyCode();
        CopyRows invoices = new CopyRows();
        CopyRows money = new CopyRows();
        for (History.Bill bill : bills) {
            invoices.add(
                    customer.id(),
                    bill.number(),
                    bill.issuedOn(),
                    bill.issuedOn().plusDays(TERM),
                    bill.minor());
            int part = 0;
            for (History.Paid paid : bill.paid()) {
                part++;
                money.add(bill.number(), bill.number() + " " + part, paid.on(), paid.minor(), paid.discount());
            }
        }
        db.sql(
                        "create temp table if not exists staged_past_bill (customer_id bigint, number text, issued_on date, due_on date,"
                                + " amount bigint) on commit drop")
                .update();
        db.sql(
                        "create temp table if not exists staged_past_money (number text, source_key text, on_day date, amount bigint,"
                                + " discount bigint) on commit drop")
                .update();
        db.sql("truncate staged_past_bill, staged_past_money").update();
        invoices.into(database, "staged_past_bill");
        money.into(database, "staged_past_money");
        db.sql(WRITE).param("currency", currency).update();
        events.publishEvent(new LedgerChanged(Set.of(customer.id())));
    }
}
