package dev.dunwell.foresight.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

/** Customers whose season is known because it was made. */
class SeasonTest {

    private static final LocalDate START = LocalDate.of(2023, 1, 1);
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final int SEEDS = 50;

    @Test
    void who_buys_before_christmas_and_pays_in_january_is_recognised() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Season season = Season.of(bills(seed, month -> month >= 10 ? 12 : 2, _ -> 60), Map.of(), DAY);
            assertThat(Objects.requireNonNull(season.buying()).first()).isEqualTo(10);
            assertThat(Objects.requireNonNull(season.paying()).first()).isIn(11, 12, 1);
            assertThat(season.lagDays()).isBetween(58, 62);
        }
    }

    @Test
    void who_pays_slowly_in_summer_is_recognised() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Season season = Season.of(bills(seed, _ -> 3, month -> month >= 6 && month <= 8 ? 55 : 30), Map.of(), DAY);
            Season.Slow slow = Objects.requireNonNull(season.slow());
            assertThat(slow.first()).isEqualTo(6);
            assertThat(slow.inside() - slow.outside()).isBetween(20, 30);
        }
    }

    @Test
    void who_buys_all_the_year_round_has_no_season_but_its_kind_may() {
        int found = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Season season = Season.of(bills(seed, _ -> 3, _ -> 30), winter(), DAY);
            found += season.buying() == null && season.slow() == null ? 0 : 1;
            assertThat(Objects.requireNonNull(season.peers()).first()).isEqualTo(1);
        }
        assertThat(found).isLessThanOrEqualTo(3);
    }

    @Test
    void what_is_not_known_yet_is_not_looked_at() {
        List<Bill> bills = bills(1, month -> month >= 10 ? 6 : 2, _ -> 60);
        LocalDate then = LocalDate.of(2025, 3, 1);
        List<Bill> asKnown = bills.stream()
                .filter(bill -> bill.issuedOn().isBefore(then))
                .map(bill -> bill.isSettledBefore(then)
                        ? bill
                        : new Bill(bill.customer(), bill.issuedOn(), bill.dueOn(), bill.minor(), null))
                .toList();
        assertThat(Season.of(bills, Map.of(), then)).isEqualTo(Season.of(asKnown, Map.of(), then));
    }

    @Test
    void less_than_a_year_says_nothing() {
        List<Bill> bills = bills(1, month -> month >= 10 ? 6 : 2, _ -> 60).subList(0, 20);
        assertThat(Season.of(bills, Map.of(), START.plusMonths(9)).buying()).isNull();
    }

    private static Map<YearMonth, Season.Bought> winter() {
        Map<YearMonth, Season.Bought> bought = new HashMap<>();
        for (YearMonth month = YearMonth.from(START);
                month.isBefore(YearMonth.from(DAY));
                month = month.plusMonths(1)) {
            bought.put(month, new Season.Bought(month.getMonthValue() <= 3 ? 90 : 20, 1));
        }
        return bought;
    }

    private static List<Bill> bills(int seed, ToIntFunction<Integer> aMonth, ToIntFunction<Integer> days) {
        Random random = new Random(seed);
        List<Bill> bills = new ArrayList<>();
        for (LocalDate month = START; month.isBefore(DAY); month = month.plusMonths(1)) {
            for (int i = 0; i < aMonth.applyAsInt(month.getMonthValue()); i++) {
                LocalDate issued = month.plusDays(random.nextInt(28));
                LocalDate settled = issued.plusDays(days.applyAsInt(month.getMonthValue()) + random.nextInt(-4, 5));
                bills.add(new Bill("c", issued, issued.plusDays(30), 10_000, settled.isBefore(DAY) ? settled : null));
            }
        }
        return bills;
    }
}
