package dev.dunwell.invoicing;

import static dev.dunwell.ledger.Book.NORA;
import static dev.dunwell.ledger.Book.day;
import static dev.dunwell.ledger.Book.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dunwell.DunwellTest;
import dev.dunwell.agreements.BillContracts;
import dev.dunwell.agreements.Billable;
import dev.dunwell.agreements.Contract;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.IntegrityExtension;
import dev.dunwell.ledger.OpenItem;
import dev.dunwell.ledger.OpenItems;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Credit of some lines, a look ahead, and a night in which one contract cannot be billed. */
@DunwellTest
@ExtendWith(IntegrityExtension.class)
class CreditLinesTest {

    private static final LocalDate TODAY = day("2026-03-02");

    @Autowired
    Shop shop;

    @Autowired
    CreditLines creditLines;

    @Autowired
    BillContracts billContracts;

    @Autowired
    BillingTroubles troubles;

    @Autowired
    OpenItems openItems;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    private Issued credit(Issued invoice, Map<Integer, Money> amounts) {
        return shop.inside(() -> shop.doors()
                .documents()
                .byId(creditLines.credit(NORA, new CreditLines.Wanted(invoice.id(), amounts, "Came broken"), TODAY))
                .orElseThrow());
    }

    private List<Money> open(Customer customer) {
        return shop.inside(() -> openItems.of(customer.id(), TODAY)).stream()
                .map(OpenItem::open)
                .toList();
    }

    @Test
    void some_of_an_invoice_is_credited_with_its_tax_and_no_more_than_it_billed() {
        Customer acme = shop.customer("ACME", "DE", Buyer.Form.FACTUR_X);
        Issued invoice = shop.issue(
                TODAY, shop.work(acme, "w1", "100.00", "S19", TODAY), shop.work(acme, "w2", "10.00", "S7", TODAY));
        assertThat(open(acme)).containsExactly(eur("129.70"));
        Issued first = credit(invoice, Map.of(0, eur("33.33")));
        assertThat(first.number()).isEqualTo("INVC-2026-00001");
        assertThat(first.content().sums()).isEqualTo(new Content.Sums(eur("33.33"), eur("6.33"), eur("39.66")));
        assertThat(open(acme)).containsExactly(eur("90.04"));
        assertThatThrownBy(() -> credit(invoice, Map.of(0, eur("66.68"))))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("66.67 EUR can be credited");
        assertThatThrownBy(() ->
                        shop.inside(() -> shop.doors().creditInvoice().credit(NORA, invoice.id(), "All", false, TODAY)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("by its lines");
        Issued rest = credit(invoice, Map.of(0, eur("66.67"), 1, eur("10.00")));
        assertThat(rest.content().sums()).isEqualTo(new Content.Sums(eur("76.67"), eur("13.37"), eur("90.04")));
        assertThat(open(acme)).isEmpty();
        assertThat(shop.issued()).extracting(Issued::creditedBy).containsOnlyNulls();
    }

    @Test
    void what_a_later_run_would_bill_is_seen_ahead_and_nothing_is_written() {
        Customer acme = shop.customer("ACME", "DE", Buyer.Form.PDF);
        shop.contract(acme, "K-1", "100.00", day("2026-03-01"), Contract.Issue.AUTOMATIC);
        shop.night(TODAY);
        assertThat(shop.inside(() -> billContracts.ahead(day("2026-05-01"))))
                .extracting(Billable::billOn)
                .containsExactly(day("2026-04-01"), day("2026-05-01"));
        assertThat(shop.inside(() -> shop.doors().billables().unbilled(LocalDate.MAX)))
                .isEmpty();
    }

    @Test
    void a_contract_that_cannot_be_billed_holds_up_no_other_and_is_shown() {
        Customer acme = shop.customer("ACME", "DE", Buyer.Form.PDF);
        shop.contract(acme, "K-1", "100.00", day("2026-03-01"), Contract.Issue.AUTOMATIC);
        shop.contract(shop.customer("OTHER", "DE", Buyer.Form.PDF), "K-2", "50.00", TODAY, Contract.Issue.AUTOMATIC);
        shop.inside(() -> transaction.execute(_ -> db.sql("""
                insert into contract_line (contract_id, description, quantity, unit, currency, tax, rule, anchor, timing,
                  proration, first_day, billed_until)
                select id, 'Broken', 1, 'month', 'EUR', 'no tax', 'FREQ=MONTHLY', date '2026-03-01', 'in_advance', 'whole',
                  date '2026-03-01', date '2026-03-01'
                from contract
                where number = 'K-1'
                """).update()));
        shop.inside(() -> transaction.execute(_ -> db.sql("""
                insert into contract_price (line_id, valid_from, amount, author)
                select max(id), date '2026-03-01', 1, 'Nora' from contract_line
                """).update()));
        assertThat(shop.night(TODAY)).isEqualTo(new IssueDue.Tally(2, 0));
        assertThat(shop.inside(() -> troubles.all())).singleElement().satisfies(trouble -> {
            assertThat(trouble.about()).isEqualTo("Contract K-1");
            assertThat(trouble.what()).contains("Write S and the rate");
        });
    }
}
