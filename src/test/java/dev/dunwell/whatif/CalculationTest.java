package dev.dunwell.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.kernel.Money;
import dev.dunwell.whatif.Behaviour.Paid;
import dev.dunwell.whatif.Lever.Kind;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What-if by fixtures that can be worked out on paper. */
class CalculationTest {

    private static final Currency EUR = Currency.getInstance("EUR");

    /** 36,500.00 paid after 60 days under 30, 18,250.00 after 5 days. */
    private static final Behaviour BASE =
            new Behaviour(EUR, List.of(new Paid(60, 30, 3_650_000, 10), new Paid(5, 30, 1_825_000, 5)));

    private static final Assumptions AT = new Assumptions(n("10"), n("1"), eur("4.00"));

    @Test
    void what_late_payment_costs_now() {
        Calculation.Now now = Calculation.now(BASE, AT);
        // 36,500 × 10 % × 30 ÷ 365; 1 % of 36,500; ten invoices at 4
        assertThat(now.capital()).isEqualTo(eur("300.00"));
        assertThat(now.loss()).isEqualTo(eur("365.00"));
        assertThat(now.chasing()).isEqualTo(eur("40.00"));
        assertThat(now.total()).isEqualTo(eur("705.00"));
    }

    @Test
    void a_discount_of_two_percent_within_ten_days() {
        Calculation told = Calculation.of(BASE, AT, lever(Kind.DISCOUNT, "2", "40", 10));
        // 40 % of 36,500 = 14,600, paid 50 days sooner than really, not 20 as the due day would have it
        assertThat(told.lines())
                .extracting(it -> it.amount().amount().toPlainString())
                .containsExactly("200.00", "146.00", "16.00", "-292.00", "-365.00", "0.00");
        assertThat(told.net()).isEqualTo(eur("-295.00"));
        assertThat(told.accepted()).isEqualTo(eur("14600.00"));
        assertThat(told.daysGained()).isEqualByComparingTo("13.33");
        assertThat(told.released()).isEqualTo(eur("2000.00"));
    }

    @Test
    void discount_given_to_those_who_pay_early_anyway_raises_the_cost() {
        Lever lever = lever(Kind.DISCOUNT, "2", "40", 10);
        Behaviour without = new Behaviour(EUR, BASE.paid().subList(0, 1));
        Calculation before = Calculation.of(without, AT, lever);
        Calculation after = Calculation.of(BASE, AT, lever);
        assertThat(before.net().minus(after.net())).isEqualTo(eur("365.00"));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void at_break_even_nothing_is_left(Kind kind) {
        Lever lever = kind == Kind.CHASING
                ? new Lever(kind, BigDecimal.ZERO, n("70"), 7, 1, 0, eur("2.50"))
                : new Lever(kind, n("0.7"), n("60"), kind == Kind.TERMS ? 14 : 20, 3, 7, eur("0.10"));
        Calculation told = Calculation.of(BASE, AT, lever);
        BigDecimal capital = told.breakEven().capital();
        if (capital != null) {
            assertThat(Calculation.of(BASE, AT.withCapital(capital), lever).net())
                    .isEqualTo(eur("0.00"));
        }
        BigDecimal price = told.breakEven().price();
        if (price != null) {
            assertThat(Calculation.of(BASE, AT, lever.withPrice(price)).net()).isEqualTo(eur("0.00"));
        }
        BigDecimal uptake = told.breakEven().uptake();
        assertThat(Arrays.asList(capital, price, uptake)).anyMatch(Objects::nonNull);
        if (uptake != null) {
            assertThat(Calculation.of(BASE, AT, lever.withUptake(uptake)).net()).isEqualTo(eur("0.00"));
        }
    }

    @Test
    void the_uptake_at_which_a_discount_pays_covers_its_deadweight() {
        // each percent of uptake brings 365 × (10 % × 50 ÷ 365 + 1 % − 1 %) + 0.40 = 5.40; deadweight 182.50
        Calculation told = Calculation.of(BASE, AT, lever(Kind.DISCOUNT, "1", "40", 10));
        assertThat(told.breakEven().uptake())
                .isEqualByComparingTo(n("182.50").divide(n("5.4"), java.math.MathContext.DECIMAL128));
    }

    @Test
    void instalments_that_end_later_than_people_pay_cost_days() {
        // three parts from day 50, a month apart: day 80 on average, 20 later than the late ones pay
        Calculation told =
                Calculation.of(BASE, AT, new Lever(Kind.INSTALMENTS, n("0"), n("100"), 50, 3, 30, eur("0.00")));
        assertThat(told.lines().getFirst().amount()).isEqualTo(eur("-200.00"));
        assertThat(told.lines().get(1).amount()).isEqualTo(eur("365.00"));
    }

    @Test
    void tighter_terms_move_everybody_by_the_same_days_and_margin_pays_for_it() {
        // 30 → 20 days: 60 becomes 50; who pays after 5 days cannot before they have the invoice
        Calculation told = Calculation.of(BASE, AT, lever(Kind.TERMS, "0.1", "100", 20));
        assertThat(told.lines().getFirst().amount()).isEqualTo(eur("125.00"));
        assertThat(told.lines().get(3).amount()).isEqualTo(eur("-54.75"));
    }

    @Test
    void chasing_costs_also_those_who_do_not_answer() {
        Calculation told =
                Calculation.of(BASE, AT, new Lever(Kind.CHASING, BigDecimal.ZERO, n("50"), 10, 1, 0, eur("3.00")));
        // half of 36,500 ten days sooner; ten contacts at 3, of which five bring nothing
        assertThat(told.lines().getFirst().amount()).isEqualTo(eur("50.00"));
        assertThat(told.lines().get(4).amount()).isEqualTo(eur("-15.00"));
        assertThat(told.lines().get(5).amount()).isEqualTo(eur("-15.00"));
    }

    @Test
    void an_agency_is_not_given_what_pays_before_it_could() {
        Calculation told = Calculation.of(BASE, AT, lever(Kind.AGENCY, "10", "50", 80));
        assertThat(told.accepted()).isEqualTo(eur("0.00"));
        assertThat(told.net()).isEqualTo(eur("0.00"));
    }

    @Test
    void yen_have_no_decimals() {
        Behaviour base = new Behaviour(Currency.getInstance("JPY"), List.of(new Paid(50, 30, 1_000, 1)));
        Assumptions at = new Assumptions(n("7"), n("0"), Money.of("0", "JPY"));
        Calculation told =
                Calculation.of(base, at, new Lever(Kind.DISCOUNT, n("0.05"), n("100"), 10, 1, 0, Money.of("0", "JPY")));
        // 1000 × 7 % × 40 ÷ 365 = 7.67; the price of 0.5 is one yen; the net of 7.17 is rounded once
        assertThat(told.lines().getFirst().amount().minor()).isEqualTo(8);
        assertThat(told.lines().get(3).amount().minor()).isEqualTo(-1);
        assertThat(told.net().minor()).isEqualTo(7);
    }

    private static Lever lever(Kind kind, String price, String uptake, int days) {
        return new Lever(kind, n(price), n(uptake), days, 1, 0, eur("0.00"));
    }

    private static BigDecimal n(String number) {
        return new BigDecimal(number);
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
