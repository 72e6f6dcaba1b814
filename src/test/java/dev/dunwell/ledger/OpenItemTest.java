package dev.dunwell.ledger;

import static dev.dunwell.ledger.Book.day;
import static dev.dunwell.ledger.Book.eur;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OpenItemTest {

    private final OpenItem item = new OpenItem(
            1, 1, "acme", "INV-1", null, day("2026-01-01"), day("2026-01-31"), eur("100.00"), eur("100.00"));

    @Test
    void an_item_is_overdue_from_the_day_after_its_due_date() {
        assertThat(item.isOverdue(day("2026-01-30"))).isFalse();
        assertThat(item.isOverdue(day("2026-01-31"))).isFalse();
        assertThat(item.isOverdue(day("2026-02-01"))).isTrue();
    }

    @Test
    void bands_begin_on_day_1_31_61_and_91() {
        assertThat(item.ageBand(day("2026-01-31"))).isZero();
        assertThat(item.ageBand(day("2026-02-01"))).isEqualTo(1);
        assertThat(item.ageBand(day("2026-03-02"))).isEqualTo(1);
        assertThat(item.ageBand(day("2026-03-03"))).isEqualTo(2);
        assertThat(item.ageBand(day("2026-05-01"))).isEqualTo(3);
        assertThat(item.ageBand(day("2026-05-02"))).isEqualTo(4);
    }

    @Test
    void days_overdue_are_never_negative() {
        assertThat(item.daysOverdue(day("2026-01-01"))).isZero();
        assertThat(item.daysOverdue(day("2026-01-31"))).isZero();
        assertThat(item.daysOverdue(day("2026-02-01"))).isEqualTo(1);
        assertThat(item.daysOverdue(day("2027-01-31"))).isEqualTo(365);
    }
}
