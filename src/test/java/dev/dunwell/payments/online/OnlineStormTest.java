package dev.dunwell.payments.online;

import static dev.dunwell.ledger.Book.eur;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.Tenant;
import dev.dunwell.jobs.DueJobs;
import dev.dunwell.ledger.IntegrityExtension;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.ledger.Payment;
import dev.dunwell.ledger.Share;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** F22, F23: events in any number and order, the payer's return and our own rounds, all at once: one payment. */
@DunwellTest
@Import({Till.class, DueJobs.class})
@ExtendWith(IntegrityExtension.class)
class OnlineStormTest {

    private static final int SEEDS = Boolean.getBoolean("dunwell.soak") ? 2000 : 200;

    @DynamicPropertySource
    static void gateways(DynamicPropertyRegistry settings) {
        settings.add("dunwell.payments.stripe-url", FakeStripe.ONE::url);
        settings.add("dunwell.payments.paypal-sandbox-url", FakePayPal.ONE::url);
    }

    @Autowired
    Till till;

    @Autowired
    DueJobs jobs;

    @Autowired
    PollOnlinePayments poll;

    @Autowired
    CheckOnlinePayment checkOnlinePayment;

    @Autowired
    Organisations organisations;

    @Autowired
    Clock clock;

    private FakeStripe.Session paid(Invoice invoice, String amount) {
        FakeStripe.Session session = till.card(new Share(invoice.id(), eur(amount)));
        session.pay();
        return session;
    }

    private boolean poll() {
        Tenant.runIn(till.book.organisation(), () -> poll.work(organisations.current(), clock.instant()));
        return true;
    }

    private static void allAtOnce(List<Callable<Object>> acts) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Object> done : threads.invokeAll(acts)) {
                done.get();
            }
        }
    }

    @Test
    void a_hundred_deliveries_of_one_event_with_return_and_round_racing_are_one_payment() throws Exception {
        Invoice invoice = till.invoice("1", "100.00");
        FakeStripe.Session session = paid(invoice, "100.00");
        String event = FakeStripe.event("evt_storm", "checkout.session.completed", session);
        List<Callable<Object>> acts = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            acts.add(() -> till.stripeSays(event));
        }
        for (int i = 0; i < 10; i++) {
            acts.add(() -> till.back(session.back));
            acts.add(this::poll);
        }
        Collections.shuffle(acts, new Random(1));
        allAtOnce(acts);
        jobs.run(clock.instant().plus(1, ChronoUnit.MINUTES));
        assertThat(till.money()).extracting(Payment::amount).containsExactly(eur("100.00"));
        assertThat(till.open(invoice)).isEqualTo(eur("0.00"));
    }

    @Test
    @Tag("slow")
    void in_any_order_there_is_one_payment_and_the_end_is_what_the_gateway_says() throws Exception {
        for (int seed = 0; seed < SEEDS; seed++) {
            var chance = new Random(seed);
            Invoice invoice = till.invoice("s" + seed, "10.00");
            FakeStripe.Session session = till.card(new Share(invoice.id(), eur("10.00")));
            long id = till.payment(session.id).id();
            boolean isPaid = chance.nextInt(10) > 0;
            boolean isRefunded = chance.nextInt(4) == 0;
            List<Callable<Object>> acts = new ArrayList<>();
            acts.add(() -> {
                session.isExpired = !isPaid;
                if (isPaid) {
                    session.pay();
                }
                session.refunded = isPaid && isRefunded ? session.total : 0;
                return check(id);
            });
            for (int i = 0; i < 3 + chance.nextInt(3); i++) {
                acts.add(() -> check(id));
            }
            Collections.shuffle(acts, chance);
            allAtOnce(acts);
            State expected = new State(isPaid ? 1 : 0, isPaid && !isRefunded ? "0.00" : "10.00");
            assertThat(state(session, invoice)).as("seed " + seed).isEqualTo(expected);
        }
    }

    /** How many payments there are of a checkout, and what is open of its invoice. */
    private record State(long payments, String open) {}

    private State state(FakeStripe.Session session, Invoice invoice) {
        String key = "stripe:" + session.intent();
        long count = till.book.inside(() -> till.moneyUnder(key));
        return new State(count, till.open(invoice).amount().toPlainString());
    }

    private Object check(long id) {
        return till.book.inside(() -> {
            try {
                return checkOnlinePayment.check(id);
            } catch (GatewayTrouble e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
