package dev.dunwell.collections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrecedenceTest {

    private static Worklist.Row row(String name, Level level, String overdue, String currency, String oldest) {
        Money money = Money.of(overdue, currency);
        return new Worklist.Row(
                1,
                name,
                name,
                List.of(),
                level,
                "",
                "",
                "",
                List.of(new Worklist.Debt(money, money)),
                LocalDate.parse(oldest),
                null,
                "",
                "");
    }

    private static final Worklist.Row HARBOUR = row("Harbour Ltd", Level.CALL_DUE, "600.00", "EUR", "2026-10-10");

    @Test
    void inside_a_level_it_is_the_money_more_at_risk() {
        Worklist.Row upper = row("Acme", Level.CALL_DUE, "13000.00", "EUR", "2026-11-01");
        assertThat(Precedence.of(upper, HARBOUR, Queue.Order.AT_RISK))
                .isEqualTo("above Harbour Ltd: 12,400.00 EUR more at risk");
    }

    @Test
    void a_level_comes_before_any_money() {
        Worklist.Row upper = row("Acme", Level.BROKEN_PROMISE, "1.00", "EUR", "2026-11-01");
        assertThat(Precedence.of(upper, HARBOUR, Queue.Order.OLDEST))
                .isEqualTo("above Harbour Ltd: “Broken promise” comes before “Call due”");
    }

    @Test
    void oldest_first_it_is_the_days() {
        Worklist.Row upper = row("Acme", Level.CALL_DUE, "1.00", "EUR", "2026-10-08");
        assertThat(Precedence.of(upper, HARBOUR, Queue.Order.OLDEST))
                .isEqualTo("above Harbour Ltd: due 2 days earlier");
        Worklist.Row sameDay = row("Acme", Level.CALL_DUE, "601.00", "EUR", "2026-10-10");
        assertThat(Precedence.of(sameDay, HARBOUR, Queue.Order.OLDEST))
                .isEqualTo("above Harbour Ltd: 1.00 EUR more at risk");
    }

    @Test
    void two_currencies_are_compared_by_figure_and_it_says_so() {
        Worklist.Row upper = row("Acme", Level.CALL_DUE, "700.00", "USD", "2026-11-01");
        assertThat(Precedence.of(upper, HARBOUR, Queue.Order.AT_RISK))
                .isEqualTo("above Harbour Ltd: 700.00 USD at risk against 600.00 EUR, compared by figure");
    }

    @Test
    void the_same_money_leaves_who_is_in_the_book_for_longer() {
        Worklist.Row upper = row("Acme", Level.CALL_DUE, "600.00", "EUR", "2026-11-01");
        assertThat(Precedence.of(upper, HARBOUR, Queue.Order.AT_RISK))
                .isEqualTo("above Harbour Ltd: as much at risk, and in the book for longer");
    }
}
