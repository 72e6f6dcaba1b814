package dev.dunwell.metrics;

import static dev.dunwell.ledger.Book.NORA;
import static dev.dunwell.ledger.Book.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Tenant;
import dev.dunwell.agreements.AddBillable;
import dev.dunwell.agreements.Billable;
import dev.dunwell.agreements.Billables;
import dev.dunwell.agreements.Contract;
import dev.dunwell.agreements.Span;
import dev.dunwell.agreements.Tax;
import dev.dunwell.invoicing.Buyer;
import dev.dunwell.invoicing.Issued;
import dev.dunwell.invoicing.SendInvoice;
import dev.dunwell.invoicing.Shop;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.AsOf;
import dev.dunwell.ledger.Customer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How promptly a handful of invoices of March left, counted by hand. */
@DunwellTest
class BillingMetricsTest {

    private static final LocalDate END = day("2026-03-31");

    @Autowired
    Shop shop;

    @Autowired
    AddBillable addBillable;

    @Autowired
    Billables billables;

    @Autowired
    SendInvoice sendInvoice;

    @Autowired
    Measure measure;

    @Autowired
    CaseRows caseRows;

    private Customer acme;

    @BeforeEach
    void a_customer() {
        acme = shop.customer("ACME", "DE", Buyer.Form.PDF);
    }

    /** Work from the first to the last of some days, to be billed on the last. */
    private Billable work(Billable.Origin origin, String net, String first, String last) {
        Money amount = Money.of(net, "EUR");
        String key = origin.code() + " " + net;
        var work = new Billable(
                0,
                acme.id(),
                origin,
                key,
                key,
                Billable.Quantity.ONE,
                amount.amount(),
                amount,
                Tax.parse("S19"),
                new Span(day(first), day(last).plusDays(1)),
                day(last),
                Contract.Issue.APPROVE,
                "",
                null,
                null);
        return shop.inside(() -> {
            addBillable.add(NORA, work);
            return billables.unbilled(LocalDate.MAX).stream()
                    .filter(each -> each.key().equals(key))
                    .findFirst()
                    .orElseThrow();
        });
    }

    private void send(Issued issued, String on) {
        Tenant.runIn(shop.book().organisation(), () -> sendInvoice.send(shop.organisation(), issued.id(), day(on)));
    }

    private void billed(String net, String first, String last, String sent) {
        send(shop.issue(day(sent), work(Billable.Origin.HOURS, net, first, last)), sent);
    }

    private BigDecimal number(String code) {
        return shop.inside(() -> Objects.requireNonNull(
                measure.of(Catalogue.of(code), new Measure.Asked(Scope.ALL, AsOf.today(END), 0, null))
                        .getFirst()
                        .latest()
                        .value()
                        .number()));
    }

    private List<String> rows(String question) {
        var march = new CaseRows.Asked(question, Scope.ALL, day("2026-03-01"), END, null, null);
        return shop.inside(() -> caseRows.rows(march, 100)).stream()
                .map(row -> row.on() + " " + row.part())
                .toList();
    }

    @Test
    void the_days_count_from_the_last_day_of_delivery_and_never_below_none() {
        billed("101.00", "2026-03-02", "2026-03-02", "2026-03-07"); // 5
        billed("102.00", "2026-03-01", "2026-03-10", "2026-03-10"); // the day itself: 0
        billed("103.00", "2026-03-01", "2026-03-10", "2026-03-11"); // the day after: 1
        billed("104.00", "2026-03-12", "2026-03-20", "2026-03-15"); // before the last day: 0
        send(
                shop.issue(day("2026-02-27"), work(Billable.Origin.HOURS, "105.00", "2026-02-20", "2026-02-20")),
                "2026-03-01"); // 9
        send(
                shop.issue(day("2026-03-05"), work(Billable.Origin.DEPOSIT, "106.00", "2026-03-01", "2026-03-01")),
                "2026-03-05");
        shop.issue(day("2026-03-30"), work(Billable.Origin.HOURS, "107.00", "2026-03-02", "2026-03-02")); // not sent
        assertThat(rows("rows-sent"))
                .containsExactly("2026-03-15 0", "2026-03-11 1", "2026-03-10 0", "2026-03-07 5", "2026-03-01 9");
        assertThat(number("days-to-send")).isEqualByComparingTo("3.0");
    }

    @Test
    void an_invoice_is_behind_its_day_when_the_first_of_its_work_was_to_be_billed_before() {
        billed("101.00", "2026-03-02", "2026-03-02", "2026-03-02"); // on its day
        billed("102.00", "2026-03-03", "2026-03-03", "2026-03-04"); // a day late
        billed("103.00", "2026-03-09", "2026-03-09", "2026-03-08"); // ahead
        shop.issue(
                day("2026-03-16"),
                work(Billable.Origin.HOURS, "104.00", "2026-03-10", "2026-03-10"), // this was to be billed before
                work(Billable.Origin.EXPENSE, "10.00", "2026-03-16", "2026-03-16"));
        shop.issue(day("2026-02-27"), work(Billable.Origin.HOURS, "105.00", "2026-02-20", "2026-02-20"));
        assertThat(rows("rows-billed-late"))
                .containsExactly("2026-03-16 1", "2026-03-08 0", "2026-03-04 1", "2026-03-02 0");
        assertThat(number("billed-late")).isEqualByComparingTo("50.0");
    }
}
