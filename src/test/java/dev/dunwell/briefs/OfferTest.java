package dev.dunwell.briefs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.kernel.Money;
import java.util.List;
import org.junit.jupiter.api.Test;

class OfferTest {

    private static Offer.Standing owes(String overdue, String turnover) {
        return new Offer.Standing(Money.of(turnover, "EUR"), Money.of(overdue, "EUR"), Money.of(overdue, "EUR"));
    }

    @Test
    void instalments_are_for_a_high_amount_of_somebody_who_keeps_promises() {
        // 12,000 a year are 1,000 a month; high from 2,000 on
        assertThat(Offer.of(List.of(owes("2000.00", "12000.00")), 1, 0, 0).ask())
                .contains("three instalments", "666.67");
        assertThat(Offer.of(List.of(owes("1999.99", "12000.00")), 1, 0, 0).ask())
                .contains("whole overdue amount");
        assertThat(Offer.of(List.of(owes("2000.00", "12000.00")), 0, 0, 0).ask())
                .contains("whole overdue amount");
        assertThat(Offer.of(List.of(owes("2000.00", "12000.00")), 5, 1, 0).ask())
                .contains("no instalments");
    }

    @Test
    void what_is_disputed_is_settled_first() {
        assertThat(Offer.of(List.of(owes("2000.00", "12000.00")), 1, 0, 1).ask())
                .contains("first");
    }

    @Test
    void a_discount_is_never_offered() {
        for (int broken = 0; broken < 2; broken++) {
            for (String overdue : List.of("0.00", "10.00", "90000.00")) {
                assertThat(Offer.of(List.of(owes(overdue, "12000.00")), 1, broken, 0)
                                .ask())
                        .doesNotContainIgnoringCase("discount");
            }
        }
    }
}
