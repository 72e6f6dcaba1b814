package dev.dunwell.metrics;

import static dev.dunwell.ledger.Book.day;
import static dev.dunwell.ledger.Book.eur;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Organisations;
import dev.dunwell.ledger.Book;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.ledger.RecordPayment;
import dev.dunwell.ledger.Share;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What in the figures asks for a person, at the edges of each rule, and what does not. */
@DunwellTest
class AlertsTest {

    private static final LocalDate TODAY = day("2026-06-30");

    private int count;

    @Autowired
    Book book;

    @Autowired
    KeepBook keepBook;

    @Autowired
    RaiseAlerts raiseAlerts;

    @Autowired
    Alerts alerts;

    @Autowired
    Organisations organisations;

    private List<Alert> raisedOn(LocalDate today) {
        return book.inside(() -> {
            keepBook.keep(today);
            raiseAlerts.raise(organisations.current(), today);
            return alerts.running(today);
        });
    }

    private List<Alert> raised(Alert.Kind kind) {
        return raisedOn(TODAY).stream().filter(alert -> alert.kind() == kind).toList();
    }

    private Invoice open(String customer, String amount, LocalDate issued, int term) {
        return book.invoice(
                customer,
                "I-" + ++count,
                eur(amount),
                issued.toString(),
                issued.plusDays(term).toString());
    }

    private void paid(String customer, String amount, LocalDate issued, int term, int days) {
        Invoice invoice = open(customer, amount, issued, term);
        var use = RecordPayment.Use.named(new Share(invoice.id(), eur(amount)));
        book.payment(customer, eur(amount), issued.plusDays(days).toString(), use);
    }

    @Test
    void a_steady_book_raises_nothing_on_any_day_of_two_months() {
        for (int month = 0; month < 12; month++) {
            LocalDate first = day("2025-09-01").plusMonths(month);
            for (String house : List.of("", "2")) {
                paid("A" + house, "900.00", first, 30, 29);
                paid("B" + house, "800.00", first, 14, 14);
                paid("C" + house, "700.00", first.plusDays(14), 30, 44);
                paid("D" + house, "900.00", first.plusMonths(1).minusDays(1), 30, 31);
                paid("E" + house, "600.00", first.plusDays(19), 14, 24);
                paid("F" + house, "500.00", first.plusDays(month % 3), 30, 27 + month % 4);
                paid("G" + house, "500.00", first.plusDays(9), 14, 13);
            }
        }
        for (LocalDate today = day("2026-05-20"); today.isBefore(day("2026-07-20")); today = today.plusDays(4)) {
            assertThat(raisedOn(today)).as(today.toString()).isEmpty();
        }
    }

    @Test
    void dso_that_rises_is_raised_once_with_both_figures_and_with_whom() {
        for (int week = 0; week < 52; week++) {
            LocalDate issued = TODAY.minusWeeks(52L - week);
            paid("STEADY", "100.00", issued, 30, 20);
            if (issued.isBefore(TODAY.minusDays(75))) {
                paid("GROWING", "100.00", issued, 30, 20);
            } else {
                open("GROWING", "100.00", issued, 80);
            }
        }
        List<Alert> raised = raised(Alert.Kind.RISING_DSO);
        assertThat(raised).singleElement().satisfies(alert -> {
            assertThat(alert.evidence()).matches("DSO in EUR was 39\\.\\d days .* and 19\\.\\d three months before\\.");
            assertThat(alert.proposal()).contains("Review terms and limits", "Customer GROWING", "was");
            assertThat(alert.customerId()).isNull();
            assertThat(alert.stake().isPositive()).isTrue();
        });
        assertThat(raised(Alert.Kind.RISING_DSO))
                .extracting(Alert::id)
                .containsExactly(raised.getFirst().id());
    }

    @ParameterizedTest
    @CsvSource({"40.0, 44.0, false", "40.0, 44.1, true", "20.0, 22.9, false", "20.0, 23.0, true", "50.0, 40.0, false"})
    void dso_has_risen_when_it_is_more_than_a_tenth_and_three_days_higher(String then, String now, boolean isRise) {
        assertThat(RisingDso.isRise(new BigDecimal(then), new BigDecimal(now))).isEqualTo(isRise);
    }

    @ParameterizedTest
    @CsvSource({"5, 100.00, false", "5, 100.01, true", "4, 900.00, false"})
    void more_than_a_fifth_of_all_with_one_of_at_least_five(int customers, String largest, boolean isRaised) {
        open("LARGEST", largest, day("2026-06-10"), 60);
        for (int i = 1; i < customers; i++) {
            open("C" + i, "100.00", day("2026-06-10"), 60);
        }
        List<Alert> raised = raised(Alert.Kind.CONCENTRATION);
        assertThat(raised).hasSize(isRaised ? 1 : 0);
        assertThat(raised).allSatisfy(alert -> {
            assertThat(alert.customer()).isEqualTo("Customer LARGEST");
            assertThat(alert.evidence()).contains("20.0", "EUR", "100.01");
            assertThat(alert.proposal()).contains("credit limit");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "8, 0, 3, 20, true",
        "7, 0, 3, 20, false",
        "11, 1, 3, 20, true",
        "7, 1, 3, 20, false",
        "12, 0, 2, 20, false"
    })
    void three_late_ones_after_eight_of_which_nine_in_ten_were_in_time(
            int inTime, int lateBefore, int lateNow, int days, boolean isRaised) {
        punctual(inTime, lateBefore);
        for (int i = 0; i < lateNow; i++) {
            paid("P", "50.00", day("2026-05-12").plusDays(i), 14, 14 + days);
        }
        List<Alert> raised = raised(Alert.Kind.DRIFT);
        assertThat(raised).hasSize(isRaised ? 1 : 0);
        assertThat(raised).allSatisfy(alert -> {
            assertThat(alert.evidence()).contains(days + " days", inTime + " of " + (inTime + lateBefore));
            assertThat(alert.stake()).isEqualTo(eur("150.00"));
            assertThat(alert.proposal()).startsWith("Call");
        });
    }

    @Test
    void the_monday_behind_a_weekend_is_in_time() {
        punctual(12, 0);
        for (int i = 0; i < 3; i++) {
            paid("P", "50.00", day("2026-05-02").plusWeeks(i), 14, 16); // due on a Saturday
        }
        assertThat(raised(Alert.Kind.DRIFT)).isEmpty();
    }

    private void punctual(int inTime, int late) {
        for (int i = 0; i < inTime + late; i++) {
            paid("P", "50.00", day("2025-11-03").plusWeeks(2L * i), 14, i < late ? 18 : 14);
        }
    }

    @ParameterizedTest
    @CsvSource({"30, 31, false", "31, 30, false", "31, 31, true"})
    void overdue_and_without_money_for_more_than_thirty_days(int overdue, int paidBefore, boolean isRaised) {
        open("S", "500.00", TODAY.minusDays(overdue + 14L), 14);
        paid("S", "10.00", TODAY.minusDays(90), 90, 90 - paidBefore);
        List<Alert> raised = raised(Alert.Kind.SILENCE);
        assertThat(raised).hasSize(isRaised ? 1 : 0);
        assertThat(raised).allSatisfy(alert -> {
            assertThat(alert.evidence()).contains("500.00", "30 days", "since");
            assertThat(alert.proposal()).contains("Call today");
        });
    }
}
