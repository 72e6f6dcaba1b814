package dev.dunwell.metrics;

import static dev.dunwell.ledger.Book.day;
import static dev.dunwell.metrics.SmallBook.JUNE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.DunwellTest;
import dev.dunwell.ledger.AsOf;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Every figure beside what is computed by hand, and what is kept beside the facts. */
@DunwellTest
class FiguresTest {

    @Autowired
    ApplicationContext house;

    @Autowired
    Measure measure;

    @Autowired
    Rhythm rhythm;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    private SmallBook book;

    @BeforeEach
    void a_small_book() {
        book = new SmallBook(house);
    }

    private String june(String code) {
        BigDecimal number = book.value(code, JUNE, Scope.ALL).number();
        return number == null ? "not defined" : number.toPlainString();
    }

    @Test
    void every_figure_of_the_book_is_what_is_computed_by_hand() {
        assertThat(june("receivables")).isEqualTo("21000"); // 150 + 60
        assertThat(june("overdue")).isEqualTo("15000");
        assertThat(june("overdue-share")).isEqualTo("71.4");
        assertThat(june("billed")).isEqualTo("15000"); // in June: 60 + 90
        assertThat(june("collected")).isEqualTo("14000"); // 50 + 90
        assertThat(june("written-off")).isEqualTo("4000");
        assertThat(june("dso")).isEqualTo("42.5"); // 210 / 450 × 91
        assertThat(june("dso-best")).isEqualTo("12.1"); // 60 / 450 × 91
        assertThat(june("add")).isEqualTo("30.3"); // 150 / 450 × 91
        assertThat(june("dso-countback")).isEqualTo("39.3"); // 30 + 60/200 × 31
        assertThat(june("dso-true")).isEqualTo("55.9"); // 59 × 150/200 + 29 × 60/150
        assertThat(june("days-to-pay")).isEqualTo("17.1"); // (30 × 50 + 10 × 90) / 140
        assertThat(june("days-late")).isEqualTo("0.0");
        assertThat(june("days-late-open")).isEqualTo("15.0"); // 29 × 150 / (140 + 150)
        assertThat(june("cei")).isEqualTo("54.5"); // (240 + 150 − 210) / (240 + 150 − 60)
        assertThat(june("on-time-amount")).isEqualTo("48.3"); // (50 + 90) / 290
        assertThat(june("on-time-count")).isEqualTo("50.0");
        assertThat(june("write-off-rate")).isEqualTo("8.2"); // 40 / 490
        assertThat(june("turnover")).isEqualTo("4.67"); // 490 / ((0 + 210) / 2)
        assertThat(june("collection-rate")).isEqualTo("100.0"); // April's 100 were paid by June
        assertThat(june("at-risk")).isEqualTo("100.0"); // March's 40, unpaid on 18 June
        assertThat(june("roll-not-due")).isEqualTo("75.0"); // 150 of 200
        assertThat(june("roll-30")).isEqualTo("not defined");
        assertThat(june("cash-per-day")).isEqualTo("134"); // 490.00 / 365
    }

    @Test
    void what_grows_older_rolls_from_bucket_to_bucket_and_late_money_counts_its_days() {
        assertThat(on("roll-not-due", "2026-07-31")).isEqualTo("100.0"); // A-3, 30 days late: 60 of 60
        assertThat(on("roll-30", "2026-07-31")).isEqualTo("100.0"); // A-2, 60 days: 150 of 150
        assertThat(on("roll-60", "2026-08-31")).isEqualTo("40.0"); // A-3, 61 days: 60 of 150; A-2, 91, is older
        assertThat(on("roll-90", "2026-09-30")).isEqualTo("350.0"); // 91 days: 210 of A-3's 60
        assertThat(on("days-late", "2026-05-31")).isEqualTo("10.0"); // A-1, due 1 May, paid 11 May
        assertThat(on("days-to-pay", "2026-05-31")).isEqualTo("40.0"); // issued 1 April
        assertThat(on("days-late-open", "2026-05-31")).isEqualTo("27.7"); // (10 × 100 + 72 × 40) / (100 + 40)
        assertThat(on("on-time-amount", "2026-05-31")).isEqualTo("0.0"); // 100 fell due on 1 May
    }

    private String on(String code, String asOf) {
        return Objects.requireNonNull(book.value(code, day(asOf), Scope.ALL).number())
                .toPlainString();
    }

    @Test
    void a_figure_of_some_customers_and_of_a_past_day_comes_from_the_facts() {
        var ofAcme = new Scope(List.of("ACME"), null, null);
        assertThat(book.value("collected", JUNE, ofAcme).number()).isEqualByComparingTo("5000");
        assertThat(book.value("receivables", day("2026-05-15"), ofAcme).number())
                .isEqualByComparingTo("24000"); // 200 + 40
        assertThat(book.value("on-time-amount", JUNE, new Scope(List.of("BOR"), null, null))
                        .number())
                .isEqualByComparingTo("100.0");
    }

    @Test
    void kept_cases_and_receipts_say_what_the_facts_say() {
        inside("""
                insert into promise (customer_id, currency, amount, made_on, due_on, grace_days, state, settled_on, received, author)
                select c.id, 'EUR', 1000 * n, date '2026-05-02' + n, date '2026-05-10' + n, 0,
                       case when n % 3 = 0 then 'broken' else 'kept' end, date '2026-05-10' + n, 1000 * n * (n % 3) / 2, 'Nora'
                from customer c cross join generate_series(1, 40) n where c.number = 'ACME'
                """);
        inside("""
                insert into interaction (customer_id, kind, direction, outcome, happened_on, author)
                select c.id, 'call', 'out', case when n % 2 = 0 then 'no_answer' end, date '2026-06-30' - n * 20, 'Nora'
                from customer c cross join generate_series(1, 20) n where c.number = 'BOR'
                """);
        book.inside(() -> house.getBean(KeepBook.class).keep(JUNE));
        var kept = told();
        assertThat(kept.keySet())
                .contains("promise-kept-count", "promise-kept-amount", "right-party", "retention", "heat");
        inside("delete from book_kept");
        assertThat(told()).isEqualTo(kept);
    }

    private void inside(String sql) {
        book.inside(() -> transaction.execute(_ -> db.sql(sql).update()));
    }

    /** Every metric of cases over two years, and the heat map. */
    private Map<String, Object> told() {
        Map<String, Object> told = new TreeMap<>();
        for (Metric metric : Catalogue.all()) {
            if (metric.source() instanceof Metric.FromRows) {
                var asked = new Measure.Asked(Scope.ALL, AsOf.today(JUNE), KeptCases.MONTHS, null);
                told.put(metric.code(), book.inside(() -> measure.of(metric, asked)));
            }
        }
        told.put(
                "heat",
                book
                        .inside(() -> rhythm.of(
                                Scope.ALL,
                                JUNE,
                                dev.dunwell.ledger.Book.eur("1.00").currency()))
                        .stream()
                        .map(Object::toString)
                        .sorted()
                        .toList());
        return told;
    }
}
