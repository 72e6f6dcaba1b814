package dev.dunwell.collections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CustomerStandingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 16);
    private static final CustomerStanding.Debt DEBT = debt("100.00", "40.00");
    private static final CustomerStanding STANDING =
            standing(7L, List.of(DEBT), 2, DAY, Level.values()[0], "why", "next");

    @Test
    void the_same_standing_has_the_same_fingerprint() {
        assertThat(standing(7L, List.of(debt("100.00", "40.00")), 2, DAY, Level.values()[0], "why", "next")
                        .fingerprint())
                .isEqualTo(STANDING.fingerprint());
    }

    @Test
    void whatever_changes_shows_in_it() {
        Level level = Level.values()[0];
        List<CustomerStanding> others = List.of(
                STANDING,
                standing(null, List.of(DEBT), 2, DAY, level, "why", "next"),
                standing(8L, List.of(DEBT), 2, DAY, level, "why", "next"),
                standing(7L, List.of(debt("100.01", "40.00")), 2, DAY, level, "why", "next"),
                standing(7L, List.of(debt("100.00", "40.01")), 2, DAY, level, "why", "next"),
                standing(7L, List.of(DEBT, DEBT), 2, DAY, level, "why", "next"),
                standing(7L, List.of(DEBT), 3, DAY, level, "why", "next"),
                standing(7L, List.of(DEBT), 2, DAY.plusDays(1), level, "why", "next"),
                standing(7L, List.of(DEBT), 2, DAY, Level.values()[1], "why", "next"),
                standing(7L, List.of(DEBT), 2, DAY, level, "whyn", "ext"),
                standing(7L, List.of(DEBT), 2, DAY, level, "why", "nexT"));
        Set<Long> fingerprints = new HashSet<>();
        others.forEach(other -> fingerprints.add(other.fingerprint()));
        assertThat(fingerprints).hasSameSizeAs(others);
    }

    private static CustomerStanding standing(
            @Nullable Long owner,
            List<CustomerStanding.Debt> debts,
            int items,
            LocalDate oldest,
            Level level,
            String why,
            String next) {
        return new CustomerStanding(3, owner, debts, items, oldest, level, why, next, "", DAY, null);
    }

    private static CustomerStanding.Debt debt(String open, String overdue) {
        return new CustomerStanding.Debt(Money.of(open, "EUR"), Money.of(overdue, "EUR"));
    }
}
