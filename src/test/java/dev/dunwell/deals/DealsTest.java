package dev.dunwell.deals;

import static dev.dunwell.ledger.Book.NORA;
import static dev.dunwell.ledger.Book.day;
import static dev.dunwell.ledger.Book.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Tenant;
import dev.dunwell.agreements.Billable;
import dev.dunwell.agreements.Contract;
import dev.dunwell.agreements.Tax;
import dev.dunwell.deals.ChangeOrder.Change;
import dev.dunwell.invoicing.Buyer;
import dev.dunwell.invoicing.Content;
import dev.dunwell.invoicing.Draft;
import dev.dunwell.invoicing.Issued;
import dev.dunwell.invoicing.Shop;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.Acceptance;
import dev.dunwell.ledger.Acceptances;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.IntegrityExtension;
import dev.dunwell.ledger.OpenItem;
import dev.dunwell.ledger.OpenItems;
import dev.dunwell.ledger.Terms;
import dev.dunwell.ledger.TermsBook;
import dev.dunwell.ledger.TermsVersion;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

@DunwellTest
@ExtendWith(IntegrityExtension.class)
class DealsTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final LocalDate TODAY = day("2026-03-02");

    @Autowired
    Shop shop;

    @Autowired
    WriteQuote writeQuote;

    @Autowired
    ChangeQuote changeQuote;

    @Autowired
    SendQuote sendQuote;

    @Autowired
    AnswerQuote answerQuote;

    @Autowired
    PlaceOrder placeOrder;

    @Autowired
    ChangeOrder changeOrder;

    @Autowired
    ReachPart reachPart;

    @Autowired
    CompleteOrder completeOrder;

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

    private Customer acme;
    private TermsVersion early;

    @BeforeEach
    void a_customer_on_net_30_and_better_terms_to_offer() {
        acme = shop.customer("ACME", "DE", Buyer.Form.FACTUR_X);
        early = shop.inside(() -> {
            var profile = new Customer.Profile(
                    null,
                    Locale.GERMAN,
                    null,
                    null,
                    List.of(),
                    null,
                    Terms.parse("2/10 net 30"),
                    Customer.ContactRule.AUTOMATIC);
            shop.doors().recordCustomer().record(NORA, "EARLY", "Early Ltd", profile);
            return terms.inForce("2/10 net 30", TODAY).orElseThrow();
        });
    }

    private static Item item(String what, String quantity, String price, String tax) {
        return new Item(0, null, what, new BigDecimal(quantity), "unit", new BigDecimal(price), Tax.parse(tax));
    }

    private long sent(Item... items) {
        return shop.inside(() -> {
            long id = writeQuote.write(
                    NORA, new WriteQuote.Wanted(acme.id(), "Hall 3", EUR, early.id(), day("2026-03-20")), TODAY);
            for (Item item : items) {
                changeQuote.change(NORA, id, new ChangeQuote.Change.Add(item), TODAY);
            }
            sendQuote.send(NORA, shop.organisation(), id, true, TODAY);
            return id;
        });
    }

    private void accept(long quote, LocalDate on) {
        run(() -> answerQuote.answer(
                NORA, quote, new AnswerQuote.Said(true, "Ana Ruiz", on, "Mail of that day"), day("2026-04-30")));
    }

    private void run(Runnable work) {
        Tenant.runIn(shop.book().organisation(), work);
    }

    private long order(Item... items) {
        long quote = sent(items);
        accept(quote, day("2026-03-05"));
        return shop.inside(() -> placeOrder.place(
                NORA, new PlaceOrder.Wanted.OfQuote(quote, "PO-77", Contract.Issue.AUTOMATIC), day("2026-03-05")));
    }

    private void plan(long order, Part.Kind kind, String title, String percent) {
        var share = new Parts.Share(new BigDecimal(percent), null);
        run(() -> changeOrder.change(NORA, order, new Change.Plan(kind, title, share, day("2026-04-01")), TODAY));
    }

    private void reach(long order, int part, LocalDate on) {
        long id = shop.inside(() -> orders.byId(order).orElseThrow())
                .parts()
                .get(part)
                .id();
        run(() -> reachPart.reach(NORA, order, id, on, on));
        shop.night(on);
    }

    private Content latest() {
        return shop.issued().getLast().content();
    }

    private static List<String> said(Content content) {
        return content.lines().stream()
                .map(line -> line.description() + " | " + line.quantity().toPlainString() + " | " + line.amount() + " "
                        + line.tax())
                .toList();
    }

    @Test
    void an_accepted_quote_is_an_order_and_its_terms_stand_on_the_invoice() {
        long order = order(item("Press", "2", "1000.00", "S19"), item("Manual", "1", "50.00", "S7"));
        assertThat(shop.inside(() -> acceptances.ofCustomer(acme.id())))
                .extracting(Acceptance::terms, Acceptance::acceptedBy, Acceptance::acceptedOn, Acceptance::evidence)
                .containsExactly(tuple(
                        "2/10 net 30, version 1",
                        "Ana Ruiz",
                        day("2026-03-05"),
                        "With quote Q-2026-0001: Mail of that day"));
        run(() -> completeOrder.complete(NORA, order, day("2026-03-10"), day("2026-03-10")));
        shop.night(day("2026-03-10"));
        Content content = latest();
        assertThat(content.kind()).isEqualTo(Draft.Kind.INVOICE);
        assertThat(content.references().order()).isEqualTo("PO-77");
        assertThat(content.sums().gross()).isEqualTo(eur("2433.50"));
        assertThat(content.dueOn()).isEqualTo(day("2026-04-09"));
        assertThat(content.terms().getFirst()).contains("2", "2.384,83");
        Issued issued = shop.issued().getLast();
        assertThat(shop.inside(() -> terms.ofInvoice(issued.invoiceId() == null ? 0 : issued.invoiceId())))
                .hasValueSatisfying(version -> assertThat(version.id()).isEqualTo(early.id()));
    }

    @Test
    void a_deposit_and_milestones_are_taken_off_the_final_invoice_to_the_cent() {
        long order = order(item("Press", "1", "1000.01", "S19"), item("Manual", "3", "33.33", "S7"));
        plan(order, Part.Kind.DEPOSIT, "On ordering", "30");
        plan(order, Part.Kind.MILESTONE, "Installed", "33.33");
        reach(order, 0, day("2026-03-06"));
        assertThat(latest().kind()).isEqualTo(Draft.Kind.DEPOSIT);
        assertThat(said(latest()))
                .containsExactly(
                        "On ordering · 30 % · O-2026-0001 | 1 | 300.00 EUR S19",
                        "On ordering · 30 % · O-2026-0001 | 1 | 30.00 EUR S7");
        assertThat(latest().sums().gross()).isEqualTo(eur("389.10"));
        reach(order, 1, day("2026-03-20"));
        assertThat(latest().kind()).isEqualTo(Draft.Kind.INVOICE);
        assertThat(latest().sums().net()).isEqualTo(eur("366.63"));
        Money left = shop.inside(() -> completeOrder.complete(NORA, order, day("2026-04-10"), day("2026-04-10")));
        assertThat(left).isEqualTo(eur("403.37"));
        shop.night(day("2026-04-10"));
        assertThat(latest().kind()).isEqualTo(Draft.Kind.FINAL);
        assertThat(said(latest()))
                .containsExactly(
                        "Press | 1 | 1000.01 EUR S19",
                        "Manual | 3 | 99.99 EUR S7",
                        "On ordering · 30 % · O-2026-0001 · INV-2026-00001 | -1 | -300.00 EUR S19",
                        "On ordering · 30 % · O-2026-0001 · INV-2026-00001 | -1 | -30.00 EUR S7",
                        "Installed · 33.33 % · O-2026-0001 · INV-2026-00002 | -1 | -333.31 EUR S19",
                        "Installed · 33.33 % · O-2026-0001 · INV-2026-00002 | -1 | -33.32 EUR S7");
        assertThat(latest().taxes())
                .extracting(sum -> sum.tax() + " " + sum.basis() + " " + sum.amount())
                .containsExactly("S19 366.70 EUR 69.67 EUR", "S7 36.67 EUR 2.57 EUR");
        assertThat(shop.issued().stream()
                        .map(each -> each.content().sums().net())
                        .reduce(Money::plus))
                .contains(eur("1100.00"));
        assertThat(shop.inside(() -> openItems.of(acme.id(), day("2026-04-10"))).stream()
                        .map(OpenItem::open)
                        .reduce(Money::plus))
                .contains(shop.issued().stream()
                        .map(each -> each.content().sums().gross())
                        .reduce(Money::plus)
                        .orElseThrow());
    }

    @Test
    void what_was_taken_back_is_not_taken_off_and_what_is_not_billed_yet_is_billed_with_the_rest() {
        long order = order(item("Press", "1", "1000.00", "S19"));
        plan(order, Part.Kind.DEPOSIT, "On ordering", "30");
        plan(order, Part.Kind.MILESTONE, "Installed", "50");
        reach(order, 0, day("2026-03-06"));
        Issued deposit = shop.issued().getLast();
        shop.inside(() -> shop.doors().creditInvoice().credit(NORA, deposit.id(), "Wrong", false, day("2026-03-07")));
        long second = shop.inside(() -> orders.byId(order).orElseThrow())
                .parts()
                .get(1)
                .id();
        run(() -> reachPart.reach(NORA, order, second, day("2026-03-20"), day("2026-03-20")));
        assertThat(shop.inside(() -> completeOrder.complete(NORA, order, day("2026-03-20"), day("2026-03-20"))))
                .isEqualTo(eur("1000.00"));
        shop.night(day("2026-03-20"));
        assertThat(said(latest())).containsExactly("Press | 1 | 1000.00 EUR S19");
        assertThat(shop.inside(() -> shop.doors().billables().unbilled(LocalDate.MAX)))
                .extracting(Billable::key)
                .isEmpty();
    }

    @Test
    void parts_never_come_to_more_than_the_order_and_are_reached_once() {
        long order = order(item("Press", "1", "1000.00", "S19"));
        plan(order, Part.Kind.MILESTONE, "Installed", "80");
        assertThatThrownBy(() -> plan(order, Part.Kind.MILESTONE, "Running", "20.01"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("800.00 EUR are agreed already");
        plan(order, Part.Kind.MILESTONE, "Running", "20");
        reach(order, 0, day("2026-03-20"));
        assertThatThrownBy(() -> reach(order, 0, day("2026-03-21"))).isInstanceOf(Refusal.class);
        reach(order, 1, day("2026-03-25"));
        assertThat(shop.inside(() -> completeOrder.complete(NORA, order, day("2026-03-25"), day("2026-03-25"))))
                .isEqualTo(eur("0.00"));
        assertThat(shop.night(day("2026-03-25"))).extracting("issued").isEqualTo(0);
    }

    @Test
    void a_quote_is_accepted_while_it_is_valid_and_once() {
        long quote = sent(item("Press", "1", "1000.00", "S19"));
        assertThat(shop.inside(() -> quotes.byId(quote).orElseThrow()).state(day("2026-03-21")))
                .isEqualTo(Quote.State.EXPIRED);
        assertThatThrownBy(() -> accept(quote, day("2026-03-21")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("until 2026-03-20");
        assertThatThrownBy(() -> run(() -> placeOrder.place(
                        NORA, new PlaceOrder.Wanted.OfQuote(quote, null, Contract.Issue.APPROVE), TODAY)))
                .isInstanceOf(Refusal.class);
        accept(quote, day("2026-03-20"));
        assertThatThrownBy(() -> accept(quote, day("2026-03-20"))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> run(() -> changeQuote.change(
                        NORA, quote, new ChangeQuote.Change.Add(item("More", "1", "1.00", "S19")), TODAY)))
                .isInstanceOf(Refusal.class);
    }
}
