package dev.dunwell.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * The worked examples of the glossary, section 3, in whole euros. The others: 37.24 %, 36.73 %, 44.59 %, 18.43 % and
 * 22.58 % of section 4 are in DiscountCostTest, carrying cost and break-even in CalculationTest, 1.5 % a month and 3.22
 * a day in InterestTest, the buckets of section 2 in AgingTest, roll rates in FiguresPagesTest; single cases in
 * CaseFiguresTest, answers and accuracy in ResponseTimesTest, AccuracyTest, SurveysTest and FunnelTest; how payments
 * divide by method in PaymentsPagesTest.
 */
class GlossaryExamplesTest {

    private static final LocalDate JUNE = LocalDate.of(2026, 6, 30);
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 31);

    private final BookOfCurrency book = BookOfCurrency.of(Currency.getInstance("EUR"));

    private void standing(LocalDate on, Map<Fact, Integer> facts) {
        Map<Fact, BigDecimal> minor = new EnumMap<>(Fact.class);
        facts.forEach((fact, euros) -> minor.put(fact, BigDecimal.valueOf(euros * 100L)));
        book.standings().put(on, new Standing(on, minor));
    }

    private BigDecimal number(String code) {
        Value value = compute(code);
        assertThat(value.because()).isNull();
        return Objects.requireNonNull(value.number());
    }

    private Value compute(String code) {
        Metric metric = Catalogue.of(code);
        return ((Metric.FromBook) metric.source()).formula().apply(Window.upTo(book, JUNE, metric.months()));
    }

    /** Receivables of 250, of which 180 are not past due; sales of 90, 100 and 120 in April, May and June. */
    private void a_quarter_that_sold_310() {
        standing(MARCH, Map.of(Fact.BILLED, 1_000));
        standing(LocalDate.of(2026, 4, 30), Map.of(Fact.BILLED, 1_090));
        standing(LocalDate.of(2026, 5, 31), Map.of(Fact.BILLED, 1_190));
        standing(JUNE, Map.of(Fact.BILLED, 1_310, Fact.OPEN, 250, Fact.NOT_DUE, 180));
    }

    @Test
    void dso_is_73_4_at_best_52_8_and_20_5_of_it_are_late() {
        a_quarter_that_sold_310();
        assertThat(number("dso")).isEqualByComparingTo("73.4");
        assertThat(number("dso-best")).isEqualByComparingTo("52.8");
        assertThat(number("add")).isEqualByComparingTo("20.5");
    }

    @Test
    void counted_back_dso_is_71_0_days() {
        a_quarter_that_sold_310();
        assertThat(number("dso-countback")).isEqualByComparingTo("71.0");
    }

    @Test
    void effectiveness_is_75_0() {
        standing(LocalDate.of(2026, 5, 31), Map.of(Fact.OPEN, 500, Fact.BILLED, 1_000));
        standing(JUNE, Map.of(Fact.OPEN, 450, Fact.NOT_DUE, 300, Fact.BILLED, 1_400));
        assertThat(number("cei")).isEqualByComparingTo("75.0");
    }

    @Test
    void a_month_without_sales_counts_with_all_its_days() {
        standing(LocalDate.of(2026, 4, 30), Map.of(Fact.BILLED, 1_000));
        standing(LocalDate.of(2026, 5, 31), Map.of(Fact.BILLED, 1_000));
        standing(JUNE, Map.of(Fact.BILLED, 1_060, Fact.OPEN, 560));
        assertThat(number("dso-countback")).isEqualByComparingTo("76.0"); // 30 + 31 + 500/1000 × 30
    }

    @Test
    void what_is_divided_by_nothing_is_not_defined_and_says_why() {
        for (Metric metric : Catalogue.all()) {
            if (metric.source() instanceof Metric.FromBook && metric.unit() != Unit.MONEY) {
                Value value = compute(metric.code());
                assertThat(value.isDefined()).as(metric.code()).isFalse();
                assertThat(value.because()).as(metric.code()).isNotBlank();
            }
        }
    }

    @Test
    void more_owed_than_was_ever_billed_has_no_countback() {
        standing(JUNE, Map.of(Fact.OPEN, 250));
        assertThat(compute("dso-countback").because()).contains("more is owed");
    }

    @Test
    void every_metric_has_a_code_of_its_own_a_formula_and_its_inputs() {
        assertThat(Catalogue.all()).extracting(Metric::code).doesNotHaveDuplicates();
        assertThat(Catalogue.all()).allSatisfy(metric -> {
            assertThat(metric.formula()).isNotBlank();
            assertThat(metric.inputs()).endsWith(".");
        });
    }
}
