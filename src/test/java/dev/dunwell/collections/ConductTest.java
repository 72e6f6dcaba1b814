package dev.dunwell.collections;

import static dev.dunwell.collections.Conduct.Kind.FIRST_TIME_LATE;
import static dev.dunwell.collections.Conduct.Kind.LONG_STANDING;
import static dev.dunwell.collections.Conduct.Kind.NEW;
import static dev.dunwell.collections.Conduct.Kind.USUALLY_LATE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the book says of how somebody pays, and where each thing begins to hold. */
class ConductTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

    @Test
    void from_half_of_at_least_four_invoices_on_somebody_is_usually_late() {
        assertThat(kinds(4, 2, 0)).containsExactly(USUALLY_LATE);
        assertThat(kinds(5, 2, 0)).isEmpty();
        assertThat(kinds(3, 3, 0)).as("too few to say").isEmpty();
        assertThat(evidence(12, 9, 1)).isEqualTo("9 of 12 invoices of the last year were paid late");
    }

    /** R5: the same age of an invoice, one of two customers was never late. */
    @Test
    void the_first_late_invoice_of_the_punctual_is_met_gently_and_the_sixth_of_the_late_is_not() {
        assertThat(kinds(6, 0, 1)).containsExactly(FIRST_TIME_LATE);
        assertThat(kinds(6, 5, 1)).containsExactly(USUALLY_LATE);
        assertThat(kinds(6, 0, 0)).as("nothing is late").isEmpty();
        assertThat(kinds(2, 0, 1)).as("too few to say").isEmpty();
        assertThat(evidence(6, 0, 1))
                .isEqualTo(
                        "all 6 invoices paid within the last year came on time; this is the first time they are late");
    }

    @Test
    void who_buys_for_three_years_and_pays_is_long_standing() {
        LocalDate three = TODAY.minusDays(3 * 365);
        assertThat(new Conduct(three, 10, 2, 1).findings(Conduct.USUAL, null, TODAY))
                .containsExactly(new Conduct.Finding(
                        LONG_STANDING, "they buy since 2023, and 2 of 10 invoices of the last year were paid late"));
        assertThat(kinds(three.plusDays(1), 10, 2, 1, null)).isEmpty();
        assertThat(kinds(three, 10, 3, 1, null)).isEmpty();
    }

    @Test
    void nobody_is_new_in_a_book_that_is_new_itself() {
        LocalDate lately = TODAY.minusDays(50);
        assertThat(kinds(lately, 0, 0, 1, null)).isEmpty();
        assertThat(kinds(lately, 0, 0, 1, lately.minusDays(179))).isEmpty();
        assertThat(kinds(lately, 0, 0, 1, lately.minusDays(180))).containsExactly(NEW);
        assertThat(kinds(TODAY.minusDays(90), 0, 0, 1, LocalDate.of(2020, 1, 1)))
                .containsExactly(NEW);
        assertThat(kinds(TODAY.minusDays(91), 0, 0, 1, LocalDate.of(2020, 1, 1)))
                .isEmpty();
    }

    @Test
    void each_kind_says_what_it_means() {
        for (Conduct.Kind kind : Conduct.Kind.values()) {
            assertThat(kind.meaning()).endsWith(".");
        }
    }

    private static List<Conduct.Kind> kinds(int settled, int late, int overdue) {
        return kinds(LocalDate.of(2025, 1, 7), settled, late, overdue, null);
    }

    private static List<Conduct.Kind> kinds(
            LocalDate since, int settled, int late, int overdue, @Nullable LocalDate bookSince) {
        return new Conduct(since, settled, late, overdue)
                .findings(Conduct.USUAL, bookSince, TODAY).stream()
                        .map(Conduct.Finding::kind)
                        .toList();
    }

    private static String evidence(int settled, int late, int overdue) {
        return new Conduct(LocalDate.of(2025, 1, 7), settled, late, overdue)
                .findings(Conduct.USUAL, null, TODAY)
                .getFirst()
                .evidence();
    }
}
