package dev.dunwell.relations;

import static dev.dunwell.ledger.Book.day;
import static dev.dunwell.ledger.Book.eur;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.DunwellTest;
import dev.dunwell.ledger.Book;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.ledger.RecordPayment.Use;
import dev.dunwell.ledger.Share;
import dev.dunwell.relations.Funnel.Place;
import dev.dunwell.relations.Funnel.Step;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Four invoices on their way, followed by hand. */
@DunwellTest
class FunnelTest {

    private static final Period JANUARY = new Period(day("2026-01-01"), day("2026-01-31"), day("2026-04-30"));

    @Autowired
    Book book;

    @Autowired
    Facts facts;

    @Autowired
    Funnel funnel;

    private int here;
    private Invoice a;
    private Invoice b;

    @BeforeEach
    void four_invoices() {
        here = book.organisation();
        a = book.invoice("ACME", "A", eur("100.00"), "2026-01-10", "2026-02-09");
        b = book.invoice("ACME", "B", eur("200.00"), "2026-01-10", "2026-02-09");
        book.invoice("OTHER", "C", eur("300.00"), "2026-01-10", "2026-02-09");
        book.invoice("OTHER", "D", eur("400.00"), "2026-01-20", "2026-02-19");
        book.invoice("OTHER", "LATER", eur("5.00"), "2026-02-01", "2026-02-19");
    }

    private void evidence(Invoice invoice, int grade, String on) {
        facts.run(
                here,
                "insert into delivery_evidence (invoice_id, grade, happened_on, source, author) values (%d, %d, date '%s', 'portal', 'x')"
                        .formatted(invoice.id(), grade, on));
    }

    private List<Step> steps(Period period) {
        return book.inside(() -> funnel.of(period)).getFirst().steps();
    }

    private Step step(Place place) {
        return steps(JANUARY).get(place.ordinal());
    }

    /** A goes all the way, B is delivered and disputed, C is only called about, D nothing happens to. */
    private void happenings() {
        evidence(a, 3, "2026-01-12");
        evidence(a, 4, "2026-01-14");
        facts.call(here, book.customer("ACME").id(), a.id(), "reached", "2026-02-10T10:00:00+01:00", "Nora");
        facts.run(
                here,
                "with p as (insert into promise (customer_id, currency, amount, made_on, due_on, grace_days, author)"
                        + " values (%d, 'EUR', 10000, '2026-02-12', '2026-02-20', 3, 'Nora') returning id)"
                                .formatted(book.customer("ACME").id())
                        + " insert into promise_invoice (promise_id, invoice_id) select id, %d from p"
                                .formatted(a.id()));
        book.payment("ACME", eur("100.00"), "2026-02-20", Use.named(new Share(a.id(), eur("100.00"))));
        evidence(b, 3, "2026-01-16");
        evidence(b, 6, "2026-01-17");
        facts.dispute(here, b.id(), "pricing", "2026-01-30T10:00:00+01:00");
        facts.call(here, book.customer("OTHER").id(), null, "reached", "2026-01-15T10:00:00+01:00", "Nora");
    }

    @Test
    void each_place_counts_who_reached_it() {
        happenings();

        assertThat(steps(JANUARY)).extracting(Step::reached).containsExactly(4, 2, 1, 2, 2, 1);
        assertThat(steps(JANUARY))
                .extracting(Step::amount)
                .containsExactly(
                        eur("1000.00"), eur("300.00"), eur("100.00"), eur("400.00"), eur("300.00"), eur("100.00"));
        assertThat(step(Place.DELIVERED).share()).isEqualTo(new BigDecimal("50.0"));
    }

    @Test
    void conversion_and_days_are_between_a_place_and_the_one_before() {
        happenings();

        assertThat(step(Place.VIEWED).conversion()).isEqualTo(new BigDecimal("50.0"));
        assertThat(step(Place.CONTACTED).conversion())
                .as("of those viewed; C was only called about")
                .isEqualTo(new BigDecimal("100.0"));
        assertThat(step(Place.AGREED).conversion())
                .as("A of A and C; B was never contacted")
                .isEqualTo(new BigDecimal("50.0"));
        assertThat(step(Place.DELIVERED).daysBetween()).as("2 and 6 days").isEqualTo(new BigDecimal("4.0"));
        assertThat(step(Place.PAID).daysBetween()).isEqualTo(new BigDecimal("8.0"));
        assertThat(step(Place.PAID).daysFromIssue()).isEqualTo(new BigDecimal("41.0"));
    }

    @Test
    void as_of_a_past_day_nothing_later_has_happened() {
        happenings();

        assertThat(steps(new Period(day("2026-01-01"), day("2026-01-31"), day("2026-01-14"))))
                .extracting(Step::reached)
                .containsExactly(3, 1, 1, 0, 0, 0);
    }

    @Test
    void what_was_credited_is_not_paid_and_every_currency_has_a_way_of_its_own() {
        book.creditNote("OTHER", "CN-1", eur("300.00"), "2026-02-01");
        facts.run(here, "update invoice set currency = 'CHF' where number = 'D'");
        facts.run(
                here,
                "insert into allocation (invoice_id, credit_note_id, amount, effective_on)"
                        + " select i.id, n.id, 30000, date '2026-02-01' from invoice i, credit_note n where i.number = 'C'");

        assertThat(book.inside(() -> funnel.of(JANUARY)))
                .extracting(Funnel.Way::currency)
                .containsExactly("CHF", "EUR");
        assertThat(book.inside(() -> funnel.of(JANUARY))
                        .getLast()
                        .steps()
                        .getLast()
                        .reached())
                .isZero();
    }

    @Test
    void a_figure_opens_into_its_invoices() {
        happenings();

        assertThat(book.inside(() -> funnel.rows(JANUARY, Place.CONTACTED, true, "EUR", 10)))
                .extracting(Funnel.Row::number)
                .containsExactly("C", "A");
        assertThat(book.inside(() -> funnel.rows(JANUARY, Place.CONTACTED, false, null, 10)))
                .extracting(Funnel.Row::number)
                .containsExactly("D", "B");
        assertThat(book.inside(() -> funnel.rows(JANUARY, Place.PAID, true, null, 10))
                        .getFirst()
                        .on())
                .containsEntry(Place.VIEWED, day("2026-01-14"))
                .containsEntry(Place.PAID, day("2026-02-20"));
    }
}
