package dev.dunwell.deals;

import static dev.dunwell.ledger.Book.NORA;
import static dev.dunwell.ledger.Book.day;
import static dev.dunwell.ledger.Book.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.dunwell.DunwellTest;
import dev.dunwell.agreements.Billable;
import dev.dunwell.agreements.Contract;
import dev.dunwell.invoicing.Content;
import dev.dunwell.invoicing.Draft;
import dev.dunwell.invoicing.Issued;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.Acceptance;
import dev.dunwell.ledger.Acceptances;
import dev.dunwell.ledger.IntegrityExtension;
import dev.dunwell.ledger.OpenItem;
import dev.dunwell.ledger.OpenItems;
import dev.dunwell.ledger.TermsBook;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

@DunwellTest
@ExtendWith(IntegrityExtension.class)
class DealsTest {

    @Autowired
    Trade trade;

    @Autowired
    Quotes quotes;

    @Autowired
    Orders orders;

    @Autowired
    TermsBook terms;

    @Autowired
    Acceptances acceptances;

    @Autowired
    OpenItems openItems;

    private void reachAndBill(long order, int part, LocalDate on) {
        trade.reach(order, part, on);
        trade.shop().night(on);
    }

    @Test
    void an_accepted_quote_is_an_order_and_its_terms_stand_on_the_invoice() {
        long order = trade.order(Trade.item("Press", "2", "1000.00", "S19"), Trade.item("Manual", "1", "50.00", "S7"));
        assertThat(trade.shop().inside(() -> acceptances.ofCustomer(trade.acme().id())))
                .extracting(Acceptance::terms, Acceptance::acceptedBy, Acceptance::acceptedOn, Acceptance::evidence)
                .containsExactly(tuple(
                        "2/10 net 30, version 1",
                        "Ana Ruiz",
                        day("2026-03-05"),
                        "With quote Q-2026-0001: Mail of that day"));
        trade.run(() -> trade.acts().complete().complete(NORA, order, day("2026-03-10"), day("2026-03-10")));
        trade.shop().night(day("2026-03-10"));
        Content content = trade.latest();
        assertThat(content.kind()).isEqualTo(Draft.Kind.INVOICE);
        assertThat(content.references().order()).isEqualTo("PO-77");
        assertThat(content.sums().gross()).isEqualTo(eur("2433.50"));
        assertThat(content.dueOn()).isEqualTo(day("2026-04-09"));
        assertThat(content.terms().getFirst()).contains("2", "2.384,83");
        Issued issued = trade.shop().issued().getLast();
        assertThat(trade.shop().inside(() -> terms.ofInvoice(issued.invoiceId() == null ? 0 : issued.invoiceId())))
                .hasValueSatisfying(version ->
                        assertThat(version.id()).isEqualTo(trade.early().id()));
    }

    @Test
    void a_deposit_and_milestones_are_taken_off_the_final_invoice_to_the_cent() {
        long order = trade.order(Trade.item("Press", "1", "1000.01", "S19"), Trade.item("Manual", "3", "33.33", "S7"));
        trade.plan(order, Part.Kind.DEPOSIT, "On ordering", "30");
        trade.plan(order, Part.Kind.MILESTONE, "Installed", "33.33");
        reachAndBill(order, 0, day("2026-03-06"));
        assertThat(trade.latest().kind()).isEqualTo(Draft.Kind.DEPOSIT);
        assertThat(trade.said())
                .containsExactly(
                        "On ordering · 30 % · O-2026-0001 | 1 | 300.00 EUR S19",
                        "On ordering · 30 % · O-2026-0001 | 1 | 30.00 EUR S7");
        assertThat(trade.latest().sums().gross()).isEqualTo(eur("389.10"));
        reachAndBill(order, 1, day("2026-03-20"));
        assertThat(trade.latest().kind()).isEqualTo(Draft.Kind.INVOICE);
        assertThat(trade.latest().sums().net()).isEqualTo(eur("366.63"));
        Money left = trade.shop()
                .inside(() -> trade.acts().complete().complete(NORA, order, day("2026-04-10"), day("2026-04-10")));
        assertThat(left).isEqualTo(eur("403.37"));
        trade.shop().night(day("2026-04-10"));
        assertThat(trade.latest().kind()).isEqualTo(Draft.Kind.FINAL);
        assertThat(trade.said())
                .containsExactly(
                        "Press | 1 | 1000.01 EUR S19",
                        "Manual | 3 | 99.99 EUR S7",
                        "On ordering · 30 % · O-2026-0001 · INV-2026-00001 | -1 | -300.00 EUR S19",
                        "On ordering · 30 % · O-2026-0001 · INV-2026-00001 | -1 | -30.00 EUR S7",
                        "Installed · 33.33 % · O-2026-0001 · INV-2026-00002 | -1 | -333.31 EUR S19",
                        "Installed · 33.33 % · O-2026-0001 · INV-2026-00002 | -1 | -33.32 EUR S7");
        assertThat(trade.latest().taxes())
                .extracting(sum -> sum.tax() + " " + sum.basis() + " " + sum.amount())
                .containsExactly("S19 366.70 EUR 69.67 EUR", "S7 36.67 EUR 2.57 EUR");
        assertThat(trade.shop().issued().stream()
                        .map(each -> each.content().sums().net())
                        .reduce(Money::plus))
                .contains(eur("1100.00"));
        assertThat(trade.shop().inside(() -> openItems.of(trade.acme().id(), day("2026-04-10"))).stream()
                        .map(OpenItem::open)
                        .reduce(Money::plus))
                .contains(trade.shop().issued().stream()
                        .map(each -> each.content().sums().gross())
                        .reduce(Money::plus)
                        .orElseThrow());
    }

    @Test
    void what_was_taken_back_is_not_taken_off_and_what_is_not_billed_yet_is_billed_with_the_rest() {
        long order = trade.order(Trade.item("Press", "1", "1000.00", "S19"));
        trade.plan(order, Part.Kind.DEPOSIT, "On ordering", "30");
        trade.plan(order, Part.Kind.MILESTONE, "Installed", "50");
        reachAndBill(order, 0, day("2026-03-06"));
        Issued deposit = trade.shop().issued().getLast();
        trade.shop()
                .inside(() -> trade.shop()
                        .doors()
                        .creditInvoice()
                        .credit(NORA, deposit.id(), "Wrong", false, day("2026-03-07")));
        long second = trade.shop()
                .inside(() -> orders.byId(order).orElseThrow())
                .parts()
                .get(1)
                .id();
        trade.run(() -> trade.acts().reach().reach(NORA, order, second, day("2026-03-20"), day("2026-03-20")));
        assertThat(trade.shop()
                        .inside(() ->
                                trade.acts().complete().complete(NORA, order, day("2026-03-20"), day("2026-03-20"))))
                .isEqualTo(eur("1000.00"));
        trade.shop().night(day("2026-03-20"));
        assertThat(trade.said()).containsExactly("Press | 1 | 1000.00 EUR S19");
        assertThat(trade.shop().inside(() -> trade.shop().doors().billables().unbilled(LocalDate.MAX)))
                .extracting(Billable::key)
                .isEmpty();
    }

    @Test
    void parts_never_come_to_more_than_the_order_and_are_reached_once() {
        long order = trade.order(Trade.item("Press", "1", "1000.00", "S19"));
        trade.plan(order, Part.Kind.MILESTONE, "Installed", "80");
        assertThatThrownBy(() -> trade.plan(order, Part.Kind.MILESTONE, "Running", "20.01"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("800.00 EUR are agreed already");
        trade.plan(order, Part.Kind.MILESTONE, "Running", "20");
        reachAndBill(order, 0, day("2026-03-20"));
        assertThatThrownBy(() -> reachAndBill(order, 0, day("2026-03-21"))).isInstanceOf(Refusal.class);
        reachAndBill(order, 1, day("2026-03-25"));
        assertThat(trade.shop()
                        .inside(() ->
                                trade.acts().complete().complete(NORA, order, day("2026-03-25"), day("2026-03-25"))))
                .isEqualTo(eur("0.00"));
        assertThat(trade.shop().night(day("2026-03-25"))).extracting("issued").isEqualTo(0);
    }

    @Test
    void a_quote_is_accepted_while_it_is_valid_and_once() {
        long quote = trade.sent(Trade.item("Press", "1", "1000.00", "S19"));
        assertThat(trade.shop().inside(() -> quotes.byId(quote).orElseThrow()).state(day("2026-03-21")))
                .isEqualTo(Quote.State.EXPIRED);
        assertThatThrownBy(() -> trade.accept(quote, day("2026-03-21")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("until 2026-03-20");
        assertThatThrownBy(() -> trade.run(() -> trade.acts()
                        .place()
                        .place(NORA, new PlaceOrder.Wanted.OfQuote(quote, null, Contract.Issue.APPROVE), Trade.TODAY)))
                .isInstanceOf(Refusal.class);
        trade.accept(quote, day("2026-03-20"));
        assertThatThrownBy(() -> trade.accept(quote, day("2026-03-20"))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> trade.run(() -> trade.acts()
                        .changeQuote()
                        .change(
                                NORA,
                                quote,
                                new ChangeQuote.Change.Add(Trade.item("More", "1", "1.00", "S19")),
                                Trade.TODAY)))
                .isInstanceOf(Refusal.class);
    }
}
