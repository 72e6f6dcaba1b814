package dev.dunwell.metrics;

import static dev.dunwell.ledger.Book.day;
import static dev.dunwell.ledger.Book.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dunwell.DunwellTest;
import dev.dunwell.ledger.AsOf;
import dev.dunwell.ledger.Book;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.ledger.RecordPayment;
import dev.dunwell.ledger.Share;
import java.math.BigDecimal;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How many take a discount for paying early, and what it brings, counted by hand. */
@DunwellTest
class DiscountMetricsTest {

    @Autowired
    Book book;

    @Autowired
    Measure measure;

    private Invoice sold(String customer, String number, String amount) {
        return book.invoice(customer, number, eur(amount), "2026-03-01", "2026-03-31");
    }

    /** What the terms allow for it is booked with it. */
    private void paid(Invoice invoice, String amount, String on) {
        var use = RecordPayment.Use.named(new Share(invoice.id(), eur(amount)));
        book.payment("acme", eur(amount), on, use);
        assertThat(book.openOf(invoice, "2026-03-31")).contains(eur("0.00"));
    }

    private BigDecimal number(String code) {
        return book.inside(() -> Objects.requireNonNull(
                measure.of(Catalogue.of(code), new Measure.Asked(Scope.ALL, AsOf.today(day("2026-03-31")), 0, null))
                        .getFirst()
                        .latest()
                        .value()
                        .number()));
    }

    @Test
    void of_what_was_paid_where_a_discount_was_offered_how_much_had_it_and_how_much_sooner() {
        book.terms("acme", "2/10 net 30");
        paid(sold("acme", "1", "100.00"), "98.00", "2026-03-09"); // 22 days before it was due
        paid(sold("acme", "2", "200.00"), "196.00", "2026-03-11"); // 20, on the last day
        paid(sold("acme", "3", "300.00"), "300.00", "2026-03-20"); // too late for it
        Invoice other = sold("other", "4", "50.00"); // no discount was offered
        book.payment("other", eur("50.00"), "2026-03-05", RecordPayment.Use.named(new Share(other.id(), eur("50.00"))));
        assertThat(number("discount-uptake"))
                .isCloseTo(new BigDecimal("49.5"), within(new BigDecimal("0.05"))); // 294 of 594
        assertThat(number("discount-days"))
                .isCloseTo(new BigDecimal("20.7"), within(new BigDecimal("0.05"))); // 6076 / 294
    }
}
