package dev.dunwell.invoicing;

import static dev.dunwell.ledger.Book.NORA;
import static dev.dunwell.ledger.Book.day;
import static dev.dunwell.ledger.Book.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Tenant;
import dev.dunwell.agreements.Billable;
import dev.dunwell.agreements.ChangeContract.Change;
import dev.dunwell.agreements.Contract;
import dev.dunwell.agreements.Span;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.IntegrityExtension;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.ledger.Invoices;
import dev.dunwell.ledger.OpenItem;
import dev.dunwell.ledger.OpenItems;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DunwellTest
@ExtendWith(IntegrityExtension.class)
class IssuingTest {

    private static final LocalDate TODAY = day("2026-03-02");

    @Autowired
    Shop shop;

    @Autowired
    Invoices invoices;

    @Autowired
    OpenItems openItems;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void the_night_issues_what_a_contract_agreed_and_makes_it_a_fact_of_the_ledger() {
        Customer acme = shop.customer("ACME", "DE", Buyer.Form.PDF);
        shop.contract(acme, "K-1", "100.00", day("2026-03-01"), Contract.Issue.AUTOMATIC);
        assertThat(shop.night(TODAY)).isEqualTo(new IssueDue.Tally(1, 0));
        assertThat(shop.night(TODAY)).isEqualTo(new IssueDue.Tally(0, 0));
        Issued issued = shop.issued().getFirst();
        assertThat(issued.number()).isEqualTo("INV-2026-00001");
        Invoice invoice = shop.inside(() -> invoices.byId(issued.invoiceId() == null ? 0 : issued.invoiceId(), TODAY)
                .orElseThrow());
        assertThat(invoice.bill().amount()).isEqualTo(eur("119.00"));
        assertThat(invoice.bill().dueOn()).isEqualTo(day("2026-04-01"));
        assertThat(shop.inside(() -> invoices.lines(invoice.id())))
                .extracting(Invoice.Line::amount)
                .containsExactly(eur("100.00"), eur("19.00"));
        assertThat(issued.content().payment()).isNotNull().satisfies(payment -> {
            assertThat(payment.reference()).startsWith("RF");
            assertThat(payment.qr()).contains(payment.reference()).contains("EUR119.00");
        });
    }

    @Test
    void five_days_of_downtime_are_made_up_for_and_nothing_is_billed_twice() {
        Customer acme = shop.customer("ACME", "DE", Buyer.Form.PDF);
        shop.contract(acme, "K-1", "100.00", day("2026-01-31"), Contract.Issue.AUTOMATIC);
        shop.night(day("2026-02-26"));
        shop.night(day("2026-03-05"));
        shop.night(day("2026-03-06"));
        assertThat(shop.issued())
                .extracting(issued -> issued.content().references().delivered().from())
                .containsExactly(day("2026-01-31"), day("2026-02-28"));
    }

    @Test
    void what_is_to_be_approved_waits_and_so_does_what_is_incomplete() {
        Customer acme = shop.customer("ACME", "DE", Buyer.Form.PDF);
        shop.contract(acme, "K-1", "100.00", day("2026-03-01"), Contract.Issue.APPROVE);
        Customer other = shop.customer("OTHER", "DE", Buyer.Form.PDF);
        Buyer demanding = new Buyer(
                other.id(),
                shop.buyer(other.id(), "DE", Buyer.Form.PDF).party(),
                "",
                Set.of(Buyer.Demand.ORDER, Buyer.Demand.BUYER_REFERENCE),
                Buyer.Form.PDF,
                Buyer.Delivery.MAIL);
        Tenant.runIn(
                shop.book().organisation(), () -> shop.doors().changeBuyer().change(NORA, demanding));
        Billable work = shop.work(other, "w1", "50.00", "S19", TODAY);
        assertThat(shop.night(TODAY)).isEqualTo(new IssueDue.Tally(0, 2));
        assertThatThrownBy(() -> shop.issue(TODAY, work))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        bad -> assertThat(bad.problems())
                                .extracting(problem -> problem.column())
                                .containsExactlyInAnyOrder("no_order", "no_buyer_reference"));
    }

    @Test
    void what_is_strange_is_issued_only_when_somebody_says_that_it_is_meant() {
        Customer acme = shop.customer("ACME", "DE", Buyer.Form.PDF);
        shop.issue(TODAY, shop.work(acme, "w1", "50.00", "S19", TODAY));
        Billable again = shop.work(acme, "w2", "50.00", "S19", TODAY);
        assertThatThrownBy(() -> shop.issue(TODAY, again))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("INV-2026-00001");
        var meant = new IssueInvoice.Wanted(List.of(again.id()), Set.of(Finding.Code.DUPLICATE), TODAY);
        shop.inside(() -> shop.doors()
                .issueInvoice()
                .issue(NORA, shop.doors().organisations().current(), meant));
        assertThat(shop.issued()).extracting(Issued::number).containsExactly("INV-2026-00001", "INV-2026-00002");
        assertThatThrownBy(() -> shop.issue(TODAY, again)).isInstanceOf(Refusal.class);
    }

    @Test
    void everything_of_a_customer_is_on_one_invoice_with_one_tax_for_each_rate() {
        Customer acme = shop.customer("ACME", "DE", Buyer.Form.PDF);
        shop.contract(acme, "K-1", "100.00", day("2026-03-01"), Contract.Issue.AUTOMATIC);
        shop.work(acme, "w1", "0.03", "S19", TODAY);
        shop.work(acme, "w2", "0.03", "S19", TODAY);
        shop.work(acme, "w3", "10.00", "S7", TODAY);
        assertThat(shop.night(TODAY)).isEqualTo(new IssueDue.Tally(1, 0));
        Content content = shop.issued().getFirst().content();
        assertThat(content.taxes())
                .extracting(sum -> sum.tax() + " " + sum.basis() + " " + sum.amount())
                .containsExactly("S19 100.06 EUR 19.01 EUR", "S7 10.00 EUR 0.70 EUR");
        assertThat(content.sums().gross()).isEqualTo(eur("129.77"));
    }

    @Test
    void an_invoice_taken_back_is_settled_and_its_work_can_be_billed_again_after_a_look() {
        Customer acme = shop.customer("ACME", "DE", Buyer.Form.PDF);
        Issued wrong = shop.issue(TODAY, shop.work(acme, "w1", "50.00", "S19", TODAY));
        shop.inside(() -> shop.doors().creditInvoice().credit(NORA, wrong.id(), "Wrong price", true, TODAY));
        assertThat(shop.book().inside(() -> shop.doors().billables().unbilled(LocalDate.MAX)))
                .extracting(Billable::issue)
                .containsExactly(Contract.Issue.APPROVE);
        assertThat(shop.issued()).extracting(Issued::number).containsExactly("INV-2026-00001", "INVC-2026-00001");
        assertThat(shop.issued().getFirst().creditedBy()).isEqualTo("INVC-2026-00001");
        assertThat(open(acme)).isEmpty();
        assertThatThrownBy(() ->
                        shop.inside(() -> shop.doors().creditInvoice().credit(NORA, wrong.id(), "Again", true, TODAY)))
                .isInstanceOf(Refusal.class);
    }

    private List<Money> open(Customer customer) {
        return shop.inside(() -> openItems.of(customer.id(), TODAY)).stream()
                .map(OpenItem::open)
                .toList();
    }

    @Test
    void days_that_are_billed_cannot_be_agreed_anew() {
        Customer acme = shop.customer("ACME", "DE", Buyer.Form.PDF);
        long contract = shop.contract(acme, "K-1", "100.00", day("2026-03-01"), Contract.Issue.AUTOMATIC);
        shop.night(TODAY);
        var pause = new Change.Pause(new Span(day("2026-03-20"), day("2026-04-10")), "Ship in dock");
        assertThatThrownBy(() -> Tenant.runIn(
                        shop.book().organisation(),
                        () -> shop.doors().changeContract().change(NORA, contract, pause)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("2026-03-31");
        var later = new Change.Pause(new Span(day("2026-04-01"), day("2026-04-16")), "Ship in dock");
        Tenant.runIn(
                shop.book().organisation(), () -> shop.doors().changeContract().change(NORA, contract, later));
        shop.night(day("2026-04-01"));
        assertThat(shop.issued().getLast().content().sums().net()).isEqualTo(eur("50.00"));
    }

    @Test
    void a_price_that_is_not_billed_yet_can_be_put_right() {
        Customer acme = shop.customer("ACME", "DE", Buyer.Form.PDF);
        long contract = shop.contract(acme, "K-1", "1000.00", day("2026-03-01"), Contract.Issue.AUTOMATIC);
        long line = shop.inside(() -> shop.doors().contracts().lines(contract))
                .getFirst()
                .recurring()
                .id();
        for (String price : List.of("110.00", "120.00")) {
            var change = new Change.Price(line, day("2026-03-01"), new BigDecimal(price));
            Tenant.runIn(
                    shop.book().organisation(),
                    () -> shop.doors().changeContract().change(NORA, contract, change));
        }
        shop.night(TODAY);
        assertThat(shop.issued().getLast().content().sums().net()).isEqualTo(eur("120.00"));
    }

    @Test
    void eight_at_once_and_some_killed_leave_no_gap_and_bill_nothing_twice() throws Exception {
        Customer acme = shop.customer("ACME", "DE", Buyer.Form.PDF);
        List<Billable> work = new ArrayList<>();
        for (int i = 1; i <= 60; i++) {
            work.add(shop.work(acme, "w" + i, i + ".00", "S19", TODAY));
        }
        List<Callable<Boolean>> tries = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            Billable each = work.get(i % 60);
            boolean isKilled = i % 5 == 0;
            tries.add(() -> isKilled ? killed(each) : issued(each));
        }
        try (var eight = Executors.newFixedThreadPool(8)) {
            for (Future<Boolean> each : eight.invokeAll(tries)) {
                each.get();
            }
        }
        work.forEach(this::issued);
        List<Issued> issued = shop.issued();
        assertThat(issued).extracting(Issued::number).hasSize(60).doesNotHaveDuplicates();
        assertThat(issued.stream().map(Issued::number).sorted().toList().getLast())
                .isEqualTo("INV-2026-00060");
    }

    private boolean issued(Billable work) {
        try {
            var wanted = new IssueInvoice.Wanted(
                    List.of(work.id()), Set.of(Finding.Code.UNUSUAL, Finding.Code.DUPLICATE), TODAY);
            shop.inside(() -> shop.doors()
                    .issueInvoice()
                    .issue(NORA, shop.doors().organisations().current(), wanted));
            return true;
        } catch (Refusal e) {
            return false;
        }
    }

    /** The connection dies after everything was written and before it is committed. */
    private boolean killed(Billable work) {
        try {
            return shop.inside(() -> Boolean.TRUE.equals(transaction.execute(_ -> {
                issued(work);
                db.sql("select pg_terminate_backend(pg_backend_pid())").query().listOfRows();
                return true;
            })));
        } catch (RuntimeException e) {
            return false;
        }
    }
}
