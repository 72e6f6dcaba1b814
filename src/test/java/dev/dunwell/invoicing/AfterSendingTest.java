package dev.dunwell.invoicing;

import static dev.dunwell.ledger.Book.NORA;
import static dev.dunwell.ledger.Book.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Tenant;
import dev.dunwell.agreements.Billable;
import dev.dunwell.agreements.Contract;
import dev.dunwell.collections.Grade;
import dev.dunwell.ledger.Customer;
import dev.dunwell.relations.Accuracy;
import dev.dunwell.relations.Facts;
import dev.dunwell.relations.Period;
import dev.dunwell.stages.ReportDelivery;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is measured of issued invoices once they are on their way. */
@DunwellTest
class AfterSendingTest {

    private static final LocalDate DELIVERED = day("2026-03-02");
    private static final LocalDate SENT = day("2026-03-07");

    @Autowired
    Shop shop;

    @Autowired
    SendInvoice sendInvoice;

    @Autowired
    ReportDelivery reportDelivery;

    @Autowired
    Accuracy accuracy;

    @Autowired
    Facts facts;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate inTransaction;

    private Issued sent() {
        Customer customer = shop.customer("ACME", "DE", Buyer.Form.PDF);
        Issued issued = shop.issue(SENT, shop.work(customer, "w1", "100.00", "S19", DELIVERED));
        Tenant.runIn(shop.book().organisation(), () -> sendInvoice.send(shop.organisation(), issued.id(), SENT));
        return issued;
    }

    @Test
    void what_their_server_says_about_the_mail_shows_that_the_invoice_arrived() {
        Issued issued = sent();
        long message = one("select message_id from sent_document where document_id = ?", issued.id());
        var report = new ReportDelivery.Report(message, Grade.DELIVERED, SENT, "report", "250 delivered");
        assertThat(shop.inside(() -> reportDelivery.report(NORA, report))).isEqualTo(1);
        assertThat(shop.inside(() -> reportDelivery.report(NORA, report)))
                .as("the same again")
                .isZero();
        long invoice = Objects.requireNonNull(issued.invoiceId());
        assertThat(one("select max(grade) from delivery_evidence where invoice_id = ?", invoice))
                .isEqualTo(Grade.DELIVERED.number());
    }

    private long one(String sql, long id) {
        return shop.inside(() -> Objects.requireNonNull(inTransaction.execute(
                _ -> db.sql(sql).param(id).query(Long.class).single())));
    }

    @Test
    void accuracy_says_how_many_strange_invoices_were_let_go_and_about_how_many_something_was_said() {
        Customer customer = shop.customer("ACME", "DE", Buyer.Form.PDF);
        shop.issue(SENT, shop.work(customer, "w1", "100.00", "S19", DELIVERED));
        letGo(shop.work(customer, "w2", "100.00", "S19", DELIVERED));
        Issued contested = letGo(shop.work(customer, "w3", "100.00", "S19", DELIVERED));
        facts.dispute(
                shop.book().organisation(),
                Objects.requireNonNull(contested.invoiceId()),
                "duplicate",
                "2026-03-10T10:00:00+01:00");
        assertThat(shop.inside(() -> accuracy.letGo(until(day("2026-03-09"))))).isEqualTo(new Accuracy.LetGo(2, 0));
        Period quarter = until(day("2026-03-31"));
        assertThat(shop.inside(() -> accuracy.letGo(quarter))).isEqualTo(new Accuracy.LetGo(2, 1));
        var all = shop.inside(() -> Accuracy.all(accuracy.shares(quarter)));
        assertThat(all.percent()).as("two of three were right").isEqualTo("66.7");
    }

    @Test
    void accuracy_says_how_many_a_check_held_back_and_what_became_of_them() {
        Customer customer = shop.customer("ACME", "DE", Buyer.Form.PDF);
        shop.contract(customer, "K-1", "100.00", SENT, Contract.Issue.AUTOMATIC); // nothing wrong with it
        Customer other = shop.customer("OTHER", "DE", Buyer.Form.PDF);
        Billable strange = shop.work(other, "w1", "0.00", "S19", DELIVERED);
        Billable right = shop.work(other, "w2", "50.00", "S19", DELIVERED);
        shop.night(SENT);
        shop.night(SENT.plusDays(1));
        Period quarter = until(day("2026-03-31"));
        assertThat(shop.inside(() -> accuracy.heldBack(quarter))).isEqualTo(new Accuracy.HeldBack(1, 0));
        var meant = new IssueInvoice.Wanted(
                List.of(strange.id(), right.id()), Set.of(Finding.Code.ZERO_LINE), SENT.plusDays(1));
        shop.inside(() -> shop.doors().issueInvoice().issue(NORA, shop.organisation(), meant));
        assertThat(shop.inside(() -> accuracy.heldBack(quarter))).isEqualTo(new Accuracy.HeldBack(1, 1));
    }

    private static Period until(LocalDate asOf) {
        return new Period(day("2026-01-01"), day("2026-03-31"), asOf);
    }

    /** Issues what looks like a duplicate, and is meant. */
    private Issued letGo(Billable work) {
        var meant = new IssueInvoice.Wanted(List.of(work.id()), Set.of(Finding.Code.DUPLICATE), SENT);
        return shop.inside(() -> shop.doors()
                .documents()
                .byId(shop.doors().issueInvoice().issue(NORA, shop.organisation(), meant))
                .orElseThrow());
    }
}
