package dev.dunwell.payments.online;

import static dev.dunwell.ledger.Book.NORA;
import static dev.dunwell.ledger.Book.eur;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.dunwell.access.Actor;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.Book;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.ledger.Payment;
import dev.dunwell.ledger.PaymentMethod;
import dev.dunwell.ledger.Payments;
import dev.dunwell.ledger.Share;
import dev.dunwell.payments.PayWay;
import dev.dunwell.payments.PayWays;
import dev.dunwell.payments.Provider;
import dev.dunwell.payments.StartPayment;
import dev.dunwell.payments.WaysToPay;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/** An organisation with a book and both gateways, and what payers and gateways do at its doors. */
@TestComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class Till {

    static final String SIGNING = "whsec_of_this_test";
    static final Actor PAYER = new Actor(Actor.Kind.PAYER, "Ana Ruiz");

    final Book book;
    private final GatewayAccounts accounts;
    private final PayWays ways;
    private final StartPayment startPayment;
    private final OnlinePayments online;
    private final Payments payments;
    private final MockMvc mvc;
    private final Clock clock;
    private final JdbcClient db;
    private final TransactionTemplate transaction;

    Till(
            Book book,
            GatewayAccounts accounts,
            PayWays ways,
            StartPayment startPayment,
            OnlinePayments online,
            Payments payments,
            MockMvc mvc,
            Clock clock,
            JdbcClient db,
            TransactionTemplate transaction) {
        this.book = book;
        this.accounts = accounts;
        this.ways = ways;
        this.startPayment = startPayment;
        this.online = online;
        this.payments = payments;
        this.mvc = mvc;
        this.clock = clock;
        this.db = db;
        this.transaction = transaction;
        open();
    }

    private void open() {
        Currency eur = Currency.getInstance("EUR");
        book.inside(() -> {
            accounts.keep(NORA, Provider.STRIPE, new Keys("", "sk_test_1", SIGNING, true), true);
            accounts.keep(NORA, Provider.PAYPAL, new Keys("client", "secret", "WH1", true), true);
            ways.replace(
                    NORA,
                    List.of(
                            new PayWay(eur, PaymentMethod.CARD, 150, eur("0.25")),
                            new PayWay(eur, PaymentMethod.PAYPAL, 0, eur("0.00"))));
            return true;
        });
    }

    Invoice invoice(String number, String amount) {
        return book.invoice("acme", number, eur(amount), "2026-01-01", "2026-01-31");
    }

    URI start(Provider provider, Share... shares) {
        var chosen = new WaysToPay.Chosen(
                book.customer("acme").id(), Currency.getInstance("EUR"), List.of(shares), LocalDate.MAX);
        var wanted = new StartPayment.Wanted(
                provider, chosen, URI.create("http://localhost"), "/pay/me?tab=open", "ana@acme.example");
        return book.inside(() -> startPayment.start(PAYER, wanted));
    }

    FakeStripe.Session card(Share... shares) {
        String page = start(Provider.STRIPE, shares).toString();
        return Objects.requireNonNull(FakeStripe.ONE.sessions.get(page.substring(page.lastIndexOf('/') + 1)));
    }

    FakePayPal.Order wallet(Share... shares) {
        String page = start(Provider.PAYPAL, shares).toString();
        return Objects.requireNonNull(FakePayPal.ONE.orders.get(page.substring(page.indexOf('=') + 1)));
    }

    OnlinePayment payment(String checkout) {
        return book.inside(
                () -> online.byCheckout(checkout.startsWith("cs_") ? Provider.STRIPE : Provider.PAYPAL, checkout)
                        .orElseThrow());
    }

    String door(Provider provider) {
        return book.inside(() -> accounts.of(provider).orElseThrow().eventPath(book.organisation()));
    }

    int stripeSays(String body) {
        return stripeSays(
                door(Provider.STRIPE),
                body,
                FakeStripe.signature(body, SIGNING, clock.instant().getEpochSecond()));
    }

    int stripeSays(String door, String body, String signature) {
        return answer(post(door)
                .header("Stripe-Signature", signature)
                .contentType("application/json")
                .content(body));
    }

    int payPalSays(String body, String signature, String at) {
        return answer(post(door(Provider.PAYPAL))
                .header("PayPal-Transmission-Id", "t-1")
                .header("PayPal-Transmission-Time", at)
                .header("PayPal-Transmission-Sig", signature)
                .header("PayPal-Cert-Url", "https://evil.example/cert")
                .header("PayPal-Auth-Algo", "SHA256withRSA")
                .contentType("application/json")
                .content(body));
    }

    private int answer(RequestBuilder request) {
        try {
            return mvc.perform(request).andReturn().getResponse().getStatus();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where a payer is sent who comes back to this address. */
    String back(String path) throws Exception {
        return String.valueOf(mvc.perform(get(path)).andReturn().getResponse().getHeader("Location"));
    }

    /** What came in, all of it. */
    List<Payment> money() {
        return book.inside(() -> payments.page(book.customer("acme").id(), LocalDate.MAX, null, 100)
                .rows());
    }

    /** How many payments have this key, reversed or not. */
    long moneyUnder(String key) {
        Long count = transaction.execute(_ -> db.sql("select count(*) from payment where source_key = :key")
                .param("key", key)
                .query(Long.class)
                .single());
        return Objects.requireNonNull(count);
    }

    Money open(Invoice invoice) {
        return book.openOf(invoice, LocalDate.MAX.toString()).orElseThrow();
    }

    List<GatewayAccounts.TurnedAway> turnedAway() {
        return book.inside(() -> accounts.turnedAway(10));
    }
}
