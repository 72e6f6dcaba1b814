package dev.dunwell.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.ServerTest;
import dev.dunwell.Visitor;
import dev.dunwell.access.Actor;
import dev.dunwell.jobs.DueJobs;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.PaymentMethod;
import dev.dunwell.payments.PayWay;
import dev.dunwell.payments.PayWays;
import dev.dunwell.payments.Provider;
import dev.dunwell.payments.debit.RecordMandate;
import dev.dunwell.payments.online.FakeStripe;
import dev.dunwell.payments.online.GatewayAccounts;
import dev.dunwell.payments.online.Keys;
import dev.dunwell.portal.Payerside;
import dev.dunwell.portal.Payhouse;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Payers pay at the door: by card on the gateway's page and back, by direct debit, with a slip. */
@ServerTest
@Import({Payhouse.class, DueJobs.class})
class DoorPayTest {

    private static final String SIGNING = "whsec_at_the_door";
    private static final Pattern ONWARD = Pattern.compile("http-equiv=\"refresh\" content=\"0;url=[^\"]*/(cs_\\d+)\"");
    private static final Actor NORA = new Actor(Actor.Kind.PERSON, "Nora");

    @DynamicPropertySource
    static void gateways(DynamicPropertyRegistry settings) {
        settings.add("dunwell.payments.stripe-url", FakeStripe.ONE::url);
    }

    @LocalServerPort
    int port;

    @Autowired
    Payhouse house;

    @Autowired
    GatewayAccounts accounts;

    @Autowired
    PayWays ways;

    @Autowired
    RecordMandate recordMandate;

    @Autowired
    DueJobs jobs;

    @Autowired
    JdbcClient db;

    @Autowired
    Clock clock;

    private Payhouse.Vendor meridian;
    private Payerside ann;
    private long first;
    private long second;

    @BeforeEach
    void cards_cheques_and_debits_are_taken() {
        meridian = house.reminded();
        meridian.in(() -> {
            accounts.keep(NORA, Provider.STRIPE, new Keys("", "sk_test_1", SIGNING, true), true);
            recordMandate.creditor(NORA, "DE98ZZZ09999999999", 14);
            ways.replace(
                    NORA,
                    List.of(
                            way(PaymentMethod.CARD, 150, "0.25"),
                            way(PaymentMethod.DIRECT_DEBIT, 0, "0.00"),
                            way(PaymentMethod.CHEQUE, 0, "0.00")));
            return true;
        });
        ann = Payerside.opened(port, meridian.token());
        first = meridian.invoices().getFirst();
        second = meridian.invoices().getLast();
    }

    private static PayWay way(PaymentMethod method, int points, String fixed) {
        return new PayWay(Currency.getInstance("EUR"), method, points, Money.of(fixed, "EUR"));
    }

    private HttpResponse<String> pay(Map<String, String> fields) {
        return ann.say("/door/{place}/pay", fields);
    }

    private FakeStripe.Session card(Map<String, String> fields) {
        return session(pay(fields));
    }

    private static FakeStripe.Session session(HttpResponse<String> onward) {
        assertThat(onward.statusCode()).as(onward.body()).isEqualTo(200);
        Matcher page = ONWARD.matcher(onward.body());
        assertThat(page.find()).as(onward.body()).isTrue();
        return Objects.requireNonNull(FakeStripe.ONE.sessions.get(page.group(1)));
    }

    private FakeStripe.Session cardForAll() {
        return card(Map.of("way", "card", "invoice", String.valueOf(first)));
    }

    /** Follows the payer back from the gateway, in a browser that sends no cookie of ours. */
    private String cameBack(String back) {
        var stranger = new Visitor(port);
        HttpResponse<String> onward = stranger.get(back);
        assertThat(onward.statusCode()).isEqualTo(303);
        return stranger.get(onward.headers().firstValue("Location").orElseThrow())
                .body();
    }

    @Test
    void what_a_card_costs_is_said_before_and_nothing_is_paid_before_the_money_is_booked() {
        assertThat(ann.get("/door/{place}/pay?invoice=" + first).body())
                .contains("1,000.00 EUR and a surcharge of 15.25 EUR", "Pay 1,015.25 EUR");
        FakeStripe.Session session = cardForAll();
        assertThat(session.total).isEqualTo(101_525);
        assertThat(cameBack(session.back))
                .contains("under way", "not booked yet")
                .doesNotContain("Thank you");
        assertThat(cameBack(session.back + "?left=yes")).contains("Not paid", "Nothing was taken");
        assertThat(ann.get(session.back.replace("/pay-return/", "/door/back/") + "?paid=yes")
                        .body())
                .contains("not booked yet");
        assertThat(ann.page()).contains("INV-1");
        session.pay();
        assertThat(cameBack(session.back)).contains("Paid. Thank you", "1,015.25");
        assertThat(ann.page()).doesNotContain("INV-1").contains("INV-2");
        assertThat(meridian.text("select sum(amount) || ' ' || count(*) from payment"))
                .isEqualTo("100000 1");
    }

    @Test
    void a_part_of_one_and_all_of_another_are_paid_at_once() {
        String form = "form=" + ann.formToken()
                + "&way=card&invoice=%1$d&invoice=%2$d&part%1$d=400.00".formatted(first, second);
        FakeStripe.Session session = session(ann.browser()
                .send(
                        "POST",
                        "/door/" + ann.place() + "/pay",
                        BodyPublishers.ofString(form),
                        "Content-Type",
                        "application/x-www-form-urlencoded"));
        session.pay();
        cameBack(session.back);
        assertThat(meridian.text("select string_agg(amount::text, ' ' order by amount) from online_share"))
                .isEqualTo("25050 40000");
        assertThat(ann.page()).contains("600.00").doesNotContain("INV-2");
    }

    /** S42. */
    @Test
    void amounts_that_are_none_or_too_much_start_nothing() {
        for (String amount : List.of("0", "-1", "0.001", "1e309", "NaN", "1000.01", "99999999999999999999", "1 USD")) {
            var answer = pay(Map.of("way", "card", "invoice", String.valueOf(first), "part" + first, amount));
            assertThat(answer.statusCode()).as(amount).isEqualTo(422);
        }
        assertThat(pay(Map.of("way", "card")).statusCode()).isEqualTo(422);
        assertThat(pay(Map.of("way", "card", "invoice", "999999")).statusCode()).isEqualTo(422);
        assertThat(pay(Map.of("way", "cash", "invoice", String.valueOf(first))).statusCode())
                .isEqualTo(422);
        assertThat(meridian.count("online_payment")).isZero();
    }

    /** F22, F23, through the doors as they stand open to the world. */
    @Test
    void a_hundred_deliveries_of_one_event_while_the_payer_comes_back_are_one_payment() throws Exception {
        FakeStripe.Session session = cardForAll();
        session.pay();
        String event = FakeStripe.event("evt_door", "checkout.session.completed", session);
        String door =
                meridian.in(() -> accounts.of(Provider.STRIPE).orElseThrow().eventPath(meridian.organisation()));
        List<Callable<Integer>> acts = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            acts.add(() -> delivered(door, event));
        }
        for (int i = 0; i < 10; i++) {
            acts.add(() -> new Visitor(port).get(session.back).statusCode());
        }
        Collections.shuffle(acts, new Random(1));
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (Future<Integer> done : threads.invokeAll(acts)) {
                assertThat(done.get()).isIn(200, 303);
            }
        }
        jobs.run(clock.instant().plus(1, ChronoUnit.MINUTES));
        assertThat(delivered(door, event)).isEqualTo(200);
        assertThat(meridian.text("select sum(amount) || ' ' || count(*) from payment"))
                .isEqualTo("100000 1");
        assertThat(cameBack(session.back)).contains("Paid. Thank you");
    }

    private int delivered(String door, String event) {
        String signature = FakeStripe.signature(event, SIGNING, clock.instant().getEpochSecond());
        try (var gateway = new Visitor(port)) {
            return gateway.send("POST", door, BodyPublishers.ofString(event), "Stripe-Signature", signature)
                    .statusCode();
        }
    }

    @Test
    void a_mandate_is_given_with_a_code_kept_in_its_words_and_taken_back() {
        assertThat(ann.get("/door/{place}/pay").body()).contains("Give a mandate");
        assertThat(ann.get("/door/{place}/debit").headers().firstValue("Location"))
                .contains("/door/proof");
        Map<String, String> given = Map.of("holder", "Acme Ltd", "iban", "DE02 1203 0000 0000 2020 51", "agreed", "on");
        assertThat(ann.say("/door/{place}/debit", given).headers().firstValue("Location"))
                .contains("/door/proof");
        ann.proven(meridian);
        assertThat(ann.say("/door/{place}/debit", Map.of("holder", "Acme", "iban", "DE02 1203", "agreed", "on"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(ann.say("/door/{place}/debit", Map.of("holder", "Acme", "iban", "DE02120300000000202051"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(ann.say("/door/{place}/debit", given).statusCode()).isEqualTo(303);
        assertThat(meridian.text("select consent from debit_mandate"))
                .contains("You authorise Meridian Supplies (creditor identifier DE98ZZZ09999999999)", "8 weeks")
                .endsWith(
                        "Ann Acme agreed to this at the door on 2026-03-20, proven by a code sent to ann@acme.example.");
        assertThat(ann.get("/door/{place}/debit").body()).contains("DE02 … 2051", "Every invoice on its due date");
        long id = Long.parseLong(meridian.text("select id::text from debit_mandate"));
        assertThat(ann.say("/door/{place}/debit/" + (id + 1) + "/end", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(ann.say("/door/{place}/debit/" + id + "/end", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(meridian.count("debit_mandate where ended_on is not null")).isEqualTo(1);
    }

    /** Nobody is led to another account without a warning, and the page says who wrote. */
    @Test
    void a_changed_account_is_said_on_the_page_and_by_the_code() {
        meridian.in(() -> db.sql("""
                        insert into pay_account (currency, holder, number, scheme, set_on, set_by, ended_on, ended_by)
                        values ('EUR', 'Meridian', 'AT611904300234573201', 'RF', '2026-01-01', 'Nora', '2026-03-18', 'Max'),
                          ('EUR', 'Meridian', 'DE02120300000000202051', 'RF', '2026-03-18', 'Nora', null, null)
                        """).update());
        assertThat(ann.get("/door/{place}/pay").body()).contains("The account to pay to changed on 18 March 2026");
        assertThat(new Visitor(port)
                        .post("/genuine", Map.of("code", meridian.code()))
                        .body())
                .contains("Yes, it is genuine", "changed on 18 March 2026");
        assertThat(ann.page()).contains("Last written to you by Meridian Supplies, on 16 March 2026");
    }

    @Test
    void a_slip_goes_with_a_cheque() {
        HttpResponse<String> slip = ann.get("/door/{place}/slip?invoice=" + first + "&part" + first + "=10.00");
        assertThat(slip.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(ann.get("/door/{place}/slip?invoice=0").statusCode()).isEqualTo(422);
    }
}
