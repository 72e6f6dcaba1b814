package dev.dunwell.ledger;

import static dev.dunwell.ledger.Book.day;
import static dev.dunwell.ledger.Book.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiscountTest {

    private static final List<DiscountStep> TWO_TEN = DiscountStep.parse("2/10");
    private static final List<DiscountStep> FALLING = DiscountStep.parse("3/10, 2/20");

    @Test
    void two_ten_is_honoured_to_the_day() {
        assertThat(due(TWO_TEN, 0, "2026-03-11"))
                .isEqualTo(new Discount.Outcome(eur("20.00"), eur("0.00"), day("2026-03-11")));
        assertThat(due(TWO_TEN, 0, "2026-03-12"))
                .isEqualTo(new Discount.Outcome(eur("0.00"), eur("20.00"), day("2026-03-11")));
    }

    @Test
    void grace_lengthens_the_window_silently() {
        assertThat(due(TWO_TEN, 3, "2026-03-14").earned()).isEqualTo(eur("20.00"));
        assertThat(due(TWO_TEN, 3, "2026-03-15").isEarned()).isFalse();
        Discount offered = Discount.offered(TWO_TEN, 3, bill(eur("1000.00"))).getFirst();
        assertThat(offered.lastDay()).isEqualTo("2026-03-11");
        assertThat(offered.until()).isEqualTo("2026-03-14");
    }

    @Test
    void the_later_step_gives_less_and_what_was_taken_beyond_it_is_unearned() {
        assertThat(due(FALLING, 0, "2026-03-11").earned()).isEqualTo(eur("30.00"));
        assertThat(due(FALLING, 0, "2026-03-12"))
                .isEqualTo(new Discount.Outcome(eur("20.00"), eur("10.00"), day("2026-03-21")));
        assertThat(due(FALLING, 0, "2026-03-22").unearned()).isEqualTo(eur("30.00"));
    }

    @Test
    void without_steps_nothing_is_earned() {
        assertThat(due(List.of(), 5, "2026-03-01")).isEqualTo(new Discount.Outcome(eur("0.00"), eur("0.00"), null));
    }

    @Test
    void a_discount_is_rounded_once_half_up_to_the_currency() {
        assertThat(Discount.offered(TWO_TEN, 0, bill(eur("10.25"))).getFirst().amount())
                .isEqualTo(eur("0.21"));
        assertThat(Discount.offered(TWO_TEN, 0, bill(Money.of("1025", "JPY")))
                        .getFirst()
                        .amount())
                .isEqualTo(Money.of("21", "JPY"));
        assertThat(Discount.offered(TWO_TEN, 0, bill(Money.of("1.025", "KWD")))
                        .getFirst()
                        .amount())
                .isEqualTo(Money.of("0.021", "KWD"));
    }

    @Test
    void steps_are_written_and_read_the_same() {
        assertThat(DiscountStep.written(FALLING)).isEqualTo("3/10, 2/20");
        assertThat(DiscountStep.parse("2,5 % / 8").getFirst()).hasToString("2.5/8");
        assertThat(DiscountStep.parse(" ")).isEmpty();
        assertThatThrownBy(() -> DiscountStep.parse("two percent")).hasMessageContaining("2/10");
    }

    private static Discount.Outcome due(List<DiscountStep> steps, int grace, String paidOn) {
        return Discount.due(steps, grace, bill(eur("1000.00")), day(paidOn));
    }

    private static Invoice.Bill bill(Money amount) {
        LocalDate issuedOn = day("2026-03-01");
        return new Invoice.Bill(issuedOn, issuedOn.plusDays(30), amount, false, null);
    }
}
