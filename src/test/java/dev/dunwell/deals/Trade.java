package dev.dunwell.deals;

import static dev.dunwell.ledger.Book.NORA;
import static dev.dunwell.ledger.Book.day;

import dev.dunwell.access.Tenant;
import dev.dunwell.agreements.Contract;
import dev.dunwell.agreements.Tax;
import dev.dunwell.invoicing.Buyer;
import dev.dunwell.invoicing.Content;
import dev.dunwell.invoicing.Shop;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Terms;
import dev.dunwell.ledger.TermsBook;
import dev.dunwell.ledger.TermsVersion;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** A shop that quotes its customer ACME, who buys net 30, the better terms 2/10 net 30; it is 2026-03-02. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class Trade {

    static final Currency EUR = Currency.getInstance("EUR");
    static final LocalDate TODAY = day("2026-03-02");

    /** What its people do. */
    @Component
    record Acts(
            WriteQuote write,
            ChangeQuote changeQuote,
            SendQuote send,
            AnswerQuote answer,
            PlaceOrder place,
            ChangeOrder change,
            ReachPart reach,
            CompleteOrder complete) {}

    private final Shop shop;
    private final Acts acts;
    private final Orders orders;
    private final Customer acme;
    private final TermsVersion early;

    Trade(Shop shop, Acts acts, Orders orders, TermsBook terms) {
        this.shop = shop;
        this.acts = acts;
        this.orders = orders;
        this.acme = shop.customer("ACME", "DE", Buyer.Form.FACTUR_X);
        this.early = shop.inside(() -> {
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

    Shop shop() {
        return shop;
    }

    Acts acts() {
        return acts;
    }

    Customer acme() {
        return acme;
    }

    TermsVersion early() {
        return early;
    }

    static Item item(String what, String quantity, String price, String tax) {
        return new Item(0, null, what, new BigDecimal(quantity), "unit", new BigDecimal(price), Tax.parse(tax));
    }

    /** A quote that the customer has, valid until 2026-03-20. */
    long sent(Item... items) {
        return shop.inside(() -> {
            var wanted = new WriteQuote.Wanted(acme.id(), "Hall 3", EUR, early.id(), day("2026-03-20"), null);
            long id = acts.write.write(NORA, wanted, TODAY);
            for (Item item : items) {
                acts.changeQuote.change(NORA, id, new ChangeQuote.Change.Add(item), TODAY);
            }
            acts.send.send(NORA, shop.organisation(), id, true, TODAY);
            return id;
        });
    }

    void accept(long quote, LocalDate on) {
        var said = new AnswerQuote.Said(true, "Ana Ruiz", on, "", new AnswerQuote.Proof.Named("Mail of that day"));
        run(() -> acts.answer.answer(NORA, quote, said, day("2026-04-30")));
    }

    void run(Runnable work) {
        Tenant.runIn(shop.book().organisation(), work);
    }

    /** An order of 2026-03-05 whose invoices leave by themselves. */
    long order(Item... items) {
        long quote = sent(items);
        accept(quote, day("2026-03-05"));
        return shop.inside(() -> acts.place.place(
                NORA, new PlaceOrder.Wanted.OfQuote(quote, "PO-77", Contract.Issue.AUTOMATIC), day("2026-03-05")));
    }

    void plan(long order, Part.Kind kind, String title, String percent) {
        var share = new Parts.Share(new BigDecimal(percent), null);
        var plan = new ChangeOrder.Change.Plan(new Planned(kind, title, share, day("2026-04-01")));
        run(() -> acts.change.change(NORA, order, plan, TODAY));
    }

    void reach(long order, int part, LocalDate on) {
        long id = shop.inside(() -> orders.byId(order).orElseThrow())
                .parts()
                .get(part)
                .id();
        run(() -> acts.reach.reach(NORA, order, id, on, on));
    }

    /** The latest invoice. */
    Content latest() {
        return shop.issued().getLast().content();
    }

    /** Its lines. */
    List<String> said() {
        return latest().lines().stream()
                .map(line -> line.description() + " | " + line.quantity().toPlainString() + " | " + line.amount() + " "
                        + line.tax())
                .toList();
    }
}
