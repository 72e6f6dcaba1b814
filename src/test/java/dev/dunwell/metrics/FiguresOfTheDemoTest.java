package dev.dunwell.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.Tenant;
import dev.dunwell.demo.LoadDemo;
import dev.dunwell.ledger.AsOf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every figure of the demo book is computed a second time, in plain SQL straight from the facts, one file for each
 * family in {@code src/test/resources/figures}: as of four days, of everybody and of single customers, by currency.
 */
@Tag("slow")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = DunwellTest.FreshDatabase.class)
@TestPropertySource(properties = "test.world=morning")
class FiguresOfTheDemoTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final List<LocalDate> DAYS =
            List.of(LocalDate.of(2025, 12, 31), LocalDate.of(2026, 3, 15), LocalDate.of(2026, 7, 31), TODAY);
    private static final List<String> FAMILIES =
            List.of("book", "speed", "quality", "work", "billing", "sales", "customers");

    /** Nothing of it ever was so late. */
    private static final Set<String> NOT_IN_THE_DEMO = Set.of("roll-90");

    @Autowired
    LoadDemo loadDemo;

    @Autowired
    Organisations organisations;

    @Autowired
    KeepBook keepBook;

    @Autowired
    Measure measure;

    @Autowired
    CaseRows caseRows;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    private int meridian;

    @BeforeEach
    void the_demo() {
        assertThat(loadDemo.load()).isTrue();
        meridian = organisations.all().getFirst().id();
        Tenant.runIn(meridian, () -> keepBook.keep(TODAY));
    }

    @Test
    void every_figure_equals_its_recomputation_in_plain_sql() {
        Set<String> told = new HashSet<>();
        DAYS.forEach(day -> compared(day, null).forEach((figure, number) -> {
            if (!number.equals("-")) {
                told.add(figure.split(" ")[0]);
            }
        }));
        assertThat(told)
                .containsAll(Catalogue.all().stream()
                        .filter(metric -> !(metric.source() instanceof Metric.Elsewhere))
                        .map(Metric::code)
                        .filter(code -> !NOT_IN_THE_DEMO.contains(code))
                        .toList());
    }

    @Test
    void so_does_every_figure_of_one_customer() {
        assertThat(compared(TODAY, "C-1139")).isNotEmpty(); // pays in parts
        assertThat(compared(LocalDate.of(2026, 7, 31), "C-1184")).isNotEmpty(); // two currencies
    }

    private Map<String, String> compared(LocalDate day, @Nullable String customer) {
        Map<String, String> ours = measured(day, customer);
        assertThat(ours).as("of " + customer + " as of " + day).isEqualTo(recomputed(day, customer));
        return ours;
    }

    /** The measure in each currency; by kept days where it is of everybody, else from the facts. */
    private Map<String, String> measured(LocalDate day, @Nullable String customer) {
        Scope scope = customer == null ? Scope.ALL : new Scope(List.of(customer), null, null);
        var asked = new Measure.Asked(scope, AsOf.today(day), 0, null);
        Map<String, String> figures = new TreeMap<>();
        for (Metric metric : Catalogue.all()) {
            boolean isOfEverybody = metric.code().equals("adoption");
            List<Measure.Line> lines = isOfEverybody && customer != null
                    ? List.of()
                    : Tenant.in(meridian, () -> measure.of(metric, asked));
            lines.forEach(line -> figures.put(
                    metric.code() + " " + code(line.currency()),
                    number(line.latest().value().number())));
        }
        return figures;
    }

    private Map<String, String> recomputed(LocalDate day, @Nullable String customer) {
        Map<String, String> figures = new TreeMap<>();
        for (String family : FAMILIES) {
            inside(() -> db.sql(read("given") + read(family))
                    .param("day", day)
                    .param("customer", customer)
                    .query(row -> {
                        figures.put(
                                row.getString("metric") + " "
                                        + row.getString("currency").strip(),
                                number(row.getBigDecimal("value")));
                    }));
        }
        return figures;
    }

    @Test
    void the_buckets_of_both_bases_sum_to_what_is_open_on_every_day() {
        var asked = new Measure.Asked(Scope.ALL, AsOf.today(TODAY), 26, null);
        Map<Currency, BookOfCurrency> books = Tenant.in(meridian, () -> measure.books(false, asked));
        assertThat(books).hasSize(3);
        books.forEach((currency, book) -> book.standings().forEach((on, standing) -> {
            BigDecimal open = open(currency.getCurrencyCode(), on);
            assertThat(sum(standing, Fact.NOT_DUE, Fact.LATE_30, Fact.LATE_60, Fact.LATE_90, Fact.LATE_MORE))
                    .as(currency + " on " + on)
                    .isEqualByComparingTo(open)
                    .isEqualByComparingTo(standing.of(Fact.OPEN));
            assertThat(sum(standing, Fact.AGE_30, Fact.AGE_60, Fact.AGE_90, Fact.AGE_MORE))
                    .isEqualByComparingTo(open);
        }));
    }

    private BigDecimal open(String currency, LocalDate on) {
        BigDecimal[] open = new BigDecimal[1];
        inside(() -> open[0] = db.sql("""
                select coalesce(sum(i.amount - (
                  select coalesce(sum(a.amount), 0) from allocation a where a.invoice_id = i.id and a.effective_on <= :on)), 0)
                from invoice i
                where i.currency = :currency and i.voided_at is null and i.issued_on <= :on
                """)
                .param("currency", currency)
                .param("on", on)
                .query(BigDecimal.class)
                .single());
        return Objects.requireNonNull(open[0]);
    }

    private static BigDecimal sum(Standing standing, Fact... facts) {
        return Arrays.stream(facts).map(standing::of).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Each customer of the demo has one tag, so that segments sum up as well. */
    @Test
    void cases_parted_by_anything_sum_to_the_whole() {
        for (Metric metric : Catalogue.all()) {
            String question = question(metric);
            if (!question.isEmpty() && !NOT_IN_THE_DEMO.contains(metric.code())) {
                var asked = new CaseRows.Asked(question, Scope.ALL, TODAY.minusYears(1), TODAY, null, null);
                for (CaseRows.Cut cut : CaseRows.Cut.values()) {
                    assertThat(totals(asked, cut))
                            .as(metric.code() + " by " + cut)
                            .isNotEmpty()
                            .isEqualTo(totals(asked, CaseRows.Cut.CURRENCY));
                }
            }
        }
    }

    private static String question(Metric metric) {
        return switch (metric.source()) {
            case Metric.FromRows rows -> rows.question();
            case Metric.FromBook book when !book.hasPage() && !book.rows().equals("rows-written-off") -> book.rows();
            default -> "";
        };
    }

    private Map<String, BigDecimal> totals(CaseRows.Asked asked, CaseRows.Cut cut) {
        Map<String, BigDecimal> totals = new TreeMap<>();
        Tenant.in(meridian, () -> caseRows.sums(asked, cut))
                .forEach(sum -> totals.merge(code(sum.currency()), sum.part(), BigDecimal::add));
        return totals;
    }

    @Test
    void whatever_ended_says_when_that_was_recorded() {
        inside(() -> assertThat(db.sql("""
                select (select count(*) from promise where state <> 'open' and settled_at is null)
                     + (select count(*) from dispute where closed_on is not null and closed_at is null)
                """).query(Long.class).single()).isZero());
    }

    private void inside(Runnable work) {
        Tenant.runIn(meridian, () -> transaction.executeWithoutResult(_ -> work.run()));
    }

    private static String code(@Nullable Currency currency) {
        return currency == null ? "" : currency.getCurrencyCode();
    }

    private static String number(@Nullable BigDecimal number) {
        return number == null ? "-" : number.stripTrailingZeros().toPlainString();
    }

    private static String read(String file) {
        try (var text = FiguresOfTheDemoTest.class.getResourceAsStream("/figures/" + file + ".sql")) {
            return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.joining("\n", "", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
