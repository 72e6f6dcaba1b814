package dev.dunwell.payments.online;

import static dev.dunwell.ledger.Book.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.dunwell.DunwellTest;
import dev.dunwell.jobs.DueJobs;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.IntegrityExtension;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.ledger.Payment;
import dev.dunwell.ledger.RecordPayment;
import dev.dunwell.ledger.Share;
import dev.dunwell.payments.Provider;
import dev.dunwell.payments.online.OnlinePayment.State;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@DunwellTest
@Import({Till.class, DueJobs.class})
@ExtendWith(IntegrityExtension.class)
class OnlinePaymentTest {

    @DynamicPropertySource
    static void gateways(DynamicPropertyRegistry settings) {
        settings.add("dunwell.payments.stripe-url", FakeStripe.ONE::url);
        settings.add("dunwell.payments.paypal-sandbox-url", FakePayPal.ONE::url);
    }

    @Autowired
    Till till;

    @Autowired
    Till other;

    @Autowired
    DueJobs jobs;

    @Autowired
    CheckOnlinePayment checkOnlinePayment;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    private static Share part(Invoice invoice, String amount) {
        return new Share(invoice.id(), eur(amount));
    }

    private void jobs() {
        jobs.run(clock.instant().plus(1, ChronoUnit.MINUTES));
    }

    private OnlinePayment check(String checkout) {
        long id = till.payment(checkout).id();
        return till.book.inside(() -> {
            try {
                return checkOnlinePayment.check(id);
            } catch (GatewayTrouble e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private String event(String id, String kind, FakeStripe.Session session) {
        return FakeStripe.event(id, kind, session);
    }

    @Test
    void a_card_pays_the_chosen_invoices_and_its_surcharge_is_no_ones_debt() {
        Invoice one = till.invoice("1", "100.00");
        Invoice two = till.invoice("2", "50.00");
        FakeStripe.Session session = till.card(part(one, "100.00"), part(two, "20.00"));
        assertThat(session.total).isEqualTo(12_205); // 120.00 + 1.5 % + 0.25
        session.pay();
        assertThat(check(session.id).state()).isEqualTo(State.PAID);
        assertThat(till.money())
                .extracting(Payment::amount, Payment::unapplied, Payment::sourceKey)
                .containsExactly(tuple(eur("120.00"), eur("0.00"), "stripe:" + session.intent()));
        assertThat(till.open(one)).isEqualTo(eur("0.00"));
        assertThat(till.open(two)).isEqualTo(eur("30.00"));
    }

    @Test
    void who_comes_back_is_sent_on_with_how_it_ended() throws Exception {
        Invoice invoice = till.invoice("1", "10.00");
        FakeStripe.Session session = till.card(part(invoice, "10.00"));
        String back = session.back;
        assertThat(till.back(back)).isEqualTo("/pay/me?tab=open&paid=open");
        session.pay();
        assertThat(till.back(back)).isEqualTo("/pay/me?tab=open&paid=yes");
        assertThat(till.back(back)).isEqualTo("/pay/me?tab=open&paid=yes");
        assertThat(till.money()).hasSize(1);
        assertThat(till.back(back.substring(0, back.length() - 1) + "_")).isEqualTo("null");
    }

    @Test
    void an_event_is_enough_and_counts_once() {
        Invoice invoice = till.invoice("1", "10.00");
        FakeStripe.Session session = till.card(part(invoice, "10.00"));
        session.pay();
        String event = event("evt_1", "checkout.session.completed", session);
        assertThat(till.stripeSays(event)).isEqualTo(200);
        assertThat(till.stripeSays(event)).isEqualTo(200);
        assertThat(till.money()).isEmpty();
        jobs();
        assertThat(till.money()).hasSize(1);
        assertThat(till.stripeSays(event)).isEqualTo(200);
        jobs();
        assertThat(till.money()).hasSize(1);
    }

    @Test
    void what_is_not_proven_changes_nothing_and_is_seen() { // S43
        Invoice invoice = till.invoice("1", "10.00");
        FakeStripe.Session session = till.card(part(invoice, "10.00"));
        session.pay();
        String event = event("evt_2", "checkout.session.completed", session);
        long now = clock.instant().getEpochSecond();
        String door = till.door(Provider.STRIPE);
        String right = FakeStripe.signature(event, Till.SIGNING, now);
        assertThat(till.stripeSays(door, event, FakeStripe.signature(event, "whsec_other", now)))
                .isEqualTo(401);
        assertThat(till.stripeSays(door, event, FakeStripe.signature(event, Till.SIGNING, now - 360)))
                .isEqualTo(401);
        assertThat(till.stripeSays(door, event, "")).isEqualTo(401);
        assertThat(till.stripeSays(door, event.replace("  ", " "), right)).isEqualTo(401);
        assertThat(till.stripeSays(door.substring(0, door.length() - 1) + "x", event, right))
                .isEqualTo(404);
        assertThat(till.stripeSays("/pay-events/stripe/999999-" + "a".repeat(43), event, right))
                .isEqualTo(404);
        jobs();
        assertThat(till.money()).isEmpty();
        assertThat(till.turnedAway())
                .extracting(GatewayAccounts.TurnedAway::why, GatewayAccounts.TurnedAway::times)
                .containsExactlyInAnyOrder(tuple("wrong signature", 2), tuple("too old", 1), tuple("no signature", 1));
    }

    @Test
    void an_event_of_another_organisations_payment_does_nothing_here() {
        FakeStripe.Session theirs = other.card(part(other.invoice("1", "10.00"), "10.00"));
        theirs.pay();
        assertThat(till.stripeSays(event("evt_3", "checkout.session.completed", theirs)))
                .isEqualTo(200);
        jobs();
        assertThat(till.money()).isEmpty();
        assertThat(other.money()).isEmpty();
    }

    @Test
    void another_amount_or_currency_than_asked_for_is_refused_and_shown() {
        FakeStripe.Session less = till.card(part(till.invoice("1", "10.00"), "10.00"));
        less.received = 1;
        assertThat(check(less.id).trouble()).startsWith("0.01 EUR came instead of 10.40 EUR.");
        FakeStripe.Session dollars = till.card(part(till.invoice("2", "10.00"), "10.00"));
        dollars.pay();
        dollars.currency = "usd";
        assertThat(check(dollars.id).state()).isEqualTo(State.REFUSED);
        assertThat(check(dollars.id).trouble()).contains("10.40 USD came instead");
        assertThat(till.money()).isEmpty();
    }

    @Test
    void what_others_settled_meanwhile_stays_on_account() {
        Invoice invoice = till.invoice("1", "10.00");
        FakeStripe.Session session = till.card(part(invoice, "10.00"));
        till.book.payment("acme", eur("7.00"), "2026-02-01", RecordPayment.Use.named(part(invoice, "7.00")));
        session.pay();
        check(session.id);
        assertThat(till.open(invoice)).isEqualTo(eur("0.00"));
        assertThat(till.money().getLast().unapplied()).isEqualTo(eur("7.00"));
    }

    @Test
    void a_refund_opens_as_much_again_and_a_chargeback_all() {
        Invoice one = till.invoice("1", "60.00");
        Invoice two = till.invoice("2", "40.00");
        FakeStripe.Session session = till.card(part(one, "60.00"), part(two, "40.00"));
        session.pay();
        check(session.id);
        session.refunded = 5_000;
        assertThat(till.stripeSays(event("evt_4", "charge.refunded", session))).isEqualTo(200);
        jobs();
        assertThat(owed(one, two)).isEqualTo(eur("50.00"));
        check(session.id);
        assertThat(owed(one, two)).isEqualTo(eur("50.00"));
        session.refunded = session.total;
        assertThat(check(session.id).state()).isEqualTo(State.RETURNED);
        assertThat(owed(one, two)).isEqualTo(eur("100.00"));
        assertThat(till.money().getFirst().unapplied()).isEqualTo(eur("0.00"));
    }

    @Test
    void a_chargeback_reverses_and_one_that_is_won_brings_it_back() {
        Invoice one = till.invoice("1", "60.00");
        FakeStripe.Session session = till.card(part(one, "60.00"));
        session.pay();
        check(session.id);
        session.dispute = "needs_response";
        assertThat(check(session.id).state()).isEqualTo(State.RETURNED);
        assertThat(till.open(one)).isEqualTo(eur("60.00"));
        assertThat(till.money().getFirst().state()).isEqualTo(Payment.State.REVERSED);
        session.dispute = "won";
        assertThat(check(session.id).state()).isEqualTo(State.PAID);
        assertThat(till.open(one)).isEqualTo(eur("0.00"));
    }

    @Test
    void money_that_was_paid_and_refunded_before_we_asked_is_booked_as_both() {
        Invoice one = till.invoice("1", "60.00");
        FakeStripe.Session session = till.card(part(one, "60.00"));
        session.pay();
        session.refunded = session.total;
        assertThat(check(session.id).state()).isEqualTo(State.RETURNED);
        assertThat(till.open(one)).isEqualTo(eur("60.00"));
        assertThat(till.money()).hasSize(1);
    }

    @Test
    void amounts_are_the_servers() { // S42
        Invoice one = till.invoice("1", "60.00");
        assertThatThrownBy(() -> till.card(part(one, "60.01"))).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> till.card()).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> till.card(part(one, "10.00"), part(one, "10.00")))
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> till.card(new Share(one.id(), Money.of("1.00", "USD"))))
                .isInstanceOf(BadInput.class);
        Invoice theirs = till.book.invoice("beta", "9", eur("60.00"), "2026-01-01", "2026-01-31");
        assertThatThrownBy(() -> till.card(part(theirs, "60.00"))).isInstanceOf(BadInput.class);
    }

    @Test
    void a_gateway_that_is_down_costs_nothing_but_time() {
        Invoice one = till.invoice("1", "60.00");
        FakeStripe.ONE.isDown = true;
        try {
            assertThatThrownBy(() -> till.card(part(one, "60.00")))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("Take another");
        } finally {
            FakeStripe.ONE.isDown = false;
        }
        assertThat(till.card(part(one, "60.00"))).isNotNull();
    }

    @Test
    void a_wallet_is_taken_up_when_the_payer_has_said_yes() {
        Invoice one = till.invoice("1", "60.00");
        FakePayPal.Order order = till.wallet(part(one, "60.00"));
        assertThat(check(order.id).state()).isEqualTo(State.OPEN);
        order.status = "APPROVED";
        assertThat(check(order.id).state()).isEqualTo(State.PAID);
        check(order.id);
        assertThat(till.money()).extracting(Payment::sourceKey).containsExactly("paypal:CAP" + order.id);
        order.refunded = "60.00";
        order.captured = "REFUNDED";
        assertThat(check(order.id).state()).isEqualTo(State.RETURNED);
        assertThat(till.open(one)).isEqualTo(eur("60.00"));
    }

    @Test
    void an_event_of_the_wallet_is_proven_by_asking_with_the_bytes_as_they_came() {
        Invoice one = till.invoice("1", "60.00");
        FakePayPal.Order order = till.wallet(part(one, "60.00"));
        order.status = "APPROVED";
        String event = "{\"id\": \"WH-1\",  \"event_type\":\"CHECKOUT.ORDER.APPROVED\",\"resource\":{\"id\":\"%s\"}}"
                .formatted(order.id);
        String signature = FakePayPal.signature("WH1", event);
        String now = clock.instant().toString();
        assertThat(till.payPalSays(event, FakePayPal.signature("WH2", event), now))
                .isEqualTo(401);
        assertThat(till.payPalSays(event.replace("  ", " "), signature, now)).isEqualTo(401);
        assertThat(till.payPalSays(
                        event,
                        signature,
                        clock.instant().minus(6, ChronoUnit.MINUTES).toString()))
                .isEqualTo(401);
        String smuggled = event + ",\"webhook_id\":\"WH2\",\"webhook_event\":" + event;
        assertThat(till.payPalSays(smuggled, FakePayPal.signature("WH2", event), now))
                .isEqualTo(401);
        jobs();
        assertThat(till.money()).isEmpty();
        assertThat(till.payPalSays(event, signature, now)).isEqualTo(200);
        jobs();
        assertThat(till.money()).hasSize(1);
        assertThat(order.captures).hasValue(1);
    }

    @Test
    void keys_lie_sealed() { // S97
        byte[] sealed = till.book.inside(() -> Objects.requireNonNull(
                transaction.execute(_ -> db.sql("select sealed from gateway_account where provider = 'stripe'")
                        .query(byte[].class)
                        .single())));
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
                .doesNotContain("sk_test")
                .doesNotContain("whsec");
    }

    private Money owed(Invoice one, Invoice two) {
        return till.open(one).plus(till.open(two));
    }
}
