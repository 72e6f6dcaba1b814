package dev.dunwell.relations;

import static dev.dunwell.ledger.Book.day;
import static dev.dunwell.ledger.Book.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Caller;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.Role;
import dev.dunwell.access.Tenant;
import dev.dunwell.ledger.Book;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.relations.Accuracy.Cut;
import dev.dunwell.relations.Accuracy.Share;
import dev.dunwell.web.BadInput;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Ten invoices of two customers, and what was said about them, counted by hand. */
@DunwellTest
class AccuracyTest {

    private static final Period QUARTER = new Period(day("2026-01-01"), day("2026-03-31"), day("2026-04-30"));

    @Autowired
    Book book;

    @Autowired
    Facts facts;

    @Autowired
    Organisations organisations;

    @Autowired
    Accuracy accuracy;

    @Autowired
    SayCause sayCause;

    private int here;
    private long acme;
    private final Invoice[] invoices = new Invoice[10];

    /** Six of Acme in January, four of Other in March. */
    @BeforeEach
    void ten_invoices() {
        here = book.organisation();
        for (int i = 0; i < 10; i++) {
            String month = i < 6 ? "01" : "03";
            invoices[i] = book.invoice(
                    i < 6 ? "ACME" : "OTHER",
                    "INV-" + i,
                    eur("100.00"),
                    "2026-" + month + "-10",
                    "2026-" + month + "-30");
        }
        acme = book.customer("ACME").id();
    }

    private List<Share> shares(Period period) {
        return book.inside(() -> accuracy.shares(period));
    }

    private Share part(Cut cut, String key) {
        return shares(QUARTER).stream()
                .filter(share -> share.cut() == cut && share.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private Share all() {
        return Accuracy.all(shares(QUARTER));
    }

    private List<Accuracy.Row> rows(Accuracy.Filter filter) {
        return book.inside(() -> accuracy.rows(QUARTER, filter, 100));
    }

    @Test
    void questions_disputes_and_errors_told_on_calls_make_an_invoice_wrong_once() {
        assertThat(all().percent()).isEqualTo(new BigDecimal("100.0"));

        facts.question(here, acme, invoices[0].id(), "2026-01-20T10:00:00+01:00", null, null);
        facts.dispute(here, invoices[0].id(), "pricing", "2026-01-21T10:00:00+01:00");
        facts.dispute(here, invoices[1].id(), "pricing", "2026-02-21T10:00:00+01:00");
        facts.call(here, acme, invoices[2].id(), "invoice_error", "2026-02-22T10:00:00+01:00", "Nora");
        facts.call(here, acme, invoices[3].id(), "promised", "2026-02-22T10:00:00+01:00", "Nora");
        facts.closing(here, invoices[6].id(), "tax_incorrect", "correct", day("2026-04-10"));
        facts.closing(here, invoices[7].id(), "forgot", null, day("2026-04-10"));
        facts.question(here, acme, null, "2026-01-20T10:00:00+01:00", null, null);

        assertThat(all()).isEqualTo(new Share(Cut.ALL, "", "", 10, 4));
        assertThat(all().percent()).isEqualTo(new BigDecimal("60.0"));
        assertThat(book.inside(() -> accuracy.raisedByThem(QUARTER)))
                .as("0 and 1; of 2 we heard on a call, of 6 in answer to an inquiry")
                .isEqualTo(2);
        assertThat(part(Cut.CUSTOMER, "ACME").percent()).isEqualTo(new BigDecimal("50.0"));
        assertThat(part(Cut.CUSTOMER, "OTHER").percent()).isEqualTo(new BigDecimal("75.0"));
        assertThat(part(Cut.MONTH, "2026-01").wrong()).isEqualTo(3);
        assertThat(part(Cut.BILLER, "Nora Lindqvist").issued()).isEqualTo(10);
        assertThat(shares(QUARTER).stream().filter(share -> share.cut() == Cut.CAUSE))
                .extracting(Share::key, Share::wrong)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("pricing", 2),
                        org.assertj.core.groups.Tuple.tuple("invoice_error", 1),
                        org.assertj.core.groups.Tuple.tuple("question", 1),
                        org.assertj.core.groups.Tuple.tuple("tax_incorrect", 1));

        facts.call(here, acme, invoices[1].id(), "invoice_error", "2026-02-20T10:00:00+01:00", "Nora");
        assertThat(book.inside(() -> accuracy.raisedByThem(QUARTER))).isEqualTo(1);
    }

    @Test
    void a_figure_opens_into_its_invoices() {
        facts.dispute(here, invoices[0].id(), "pricing", "2026-01-21T10:00:00+01:00");
        facts.dispute(here, invoices[1].id(), "tax", "2026-01-21T10:00:00+01:00");

        assertThat(rows(Accuracy.Filter.WRONG)).extracting(Accuracy.Row::number).containsExactly("INV-1", "INV-0");
        assertThat(rows(new Accuracy.Filter("wrong", null, null, "tax", null, null)))
                .extracting(Accuracy.Row::number)
                .containsExactly("INV-1");
        assertThat(rows(new Accuracy.Filter("right", null, "ACME", null, null, null)))
                .hasSize(4);
        assertThat(rows(new Accuracy.Filter("issued", "2026-03", null, null, null, "Nora Lindqvist")))
                .hasSize(4);
    }

    @Test
    void a_product_is_wrong_where_its_invoices_are() {
        facts.run(
                here,
                "insert into invoice_line (invoice_id, line, description, quantity, unit_price, amount)"
                        + " select id, 1, case when number < 'INV-3' then 'Pallets' else 'Crates' end, 1, 100, 10000 from invoice");
        facts.dispute(here, invoices[0].id(), "pricing", "2026-01-21T10:00:00+01:00");

        assertThat(part(Cut.LINE, "Pallets").percent()).isEqualTo(new BigDecimal("66.7"));
        assertThat(part(Cut.LINE, "Crates").percent()).isEqualTo(new BigDecimal("100.0"));
        assertThat(rows(new Accuracy.Filter("wrong", null, null, null, "Pallets", null)))
                .hasSize(1);
    }

    @Test
    void as_of_a_day_nothing_that_was_said_later_counts() {
        facts.dispute(here, invoices[0].id(), "pricing", "2026-01-21T10:00:00+01:00");
        facts.dispute(here, invoices[1].id(), "pricing", "2026-02-21T10:00:00+01:00");

        Share then = Accuracy.all(shares(new Period(day("2026-01-01"), day("2026-03-31"), day("2026-01-31"))));

        assertThat(then).isEqualTo(new Share(Cut.ALL, "", "", 6, 1));
        assertThat(then.percent()).isEqualTo(new BigDecimal("83.3"));
    }

    @Test
    void a_question_about_something_else_leaves_its_invoice_right() {
        long question = facts.question(here, acme, invoices[0].id(), "2026-01-20T10:00:00+01:00", null, null);
        Caller nora =
                new Caller(book.inside(organisations::current), Book.NORA, Role.COLLECTOR, null, day("2026-04-30"));

        Tenant.runIn(here, () -> sayCause.say(nora, question, SayCause.UNRELATED));
        assertThat(all().wrong()).isZero();

        Tenant.runIn(here, () -> sayCause.say(nora, question, "freight"));
        assertThat(part(Cut.CAUSE, "freight").wrong())
                .as("the last word counts")
                .isEqualTo(1);
        assertThatThrownBy(() -> Tenant.runIn(here, () -> sayCause.say(nora, question, "the weather")))
                .isInstanceOf(BadInput.class);
    }

    @Test
    void what_is_no_invoice_is_not_counted_and_calls_without_an_invoice_are_told_apart() {
        book.receivable("ACME", "INT-1", eur("5.00"), Invoice.Kind.INTEREST);
        facts.call(here, acme, null, "invoice_error", "2026-02-22T10:00:00+01:00", "Nora");

        assertThat(all().issued()).isEqualTo(10);
        assertThat(all().wrong()).isZero();
        assertThat(book.inside(() -> accuracy.unnamed(QUARTER))).isEqualTo(1);
    }
}
