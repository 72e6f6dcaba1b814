package dev.dunwell.messaging;

import static dev.dunwell.messaging.PostRoom.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Actor;
import dev.dunwell.access.Organisation;
import dev.dunwell.access.Organisation.MailMode;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.Tenant;
import dev.dunwell.kernel.CallSignature;
import dev.dunwell.web.BadInput;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** Text messages against a gateway on this machine, with all that can happen on the way. */
@DunwellTest
@Import({FakePost.Configuration.class, PostRoom.class})
class SendSmsTest {

    private static final Actor NORA = Actor.person("Nora Lindqvist");
    private static final String SECRET = "a secret of many letters";
    private static final String NUMBER = "+441632960001";
    private static final Duration SHORT = Duration.ofMillis(400);

    @Autowired
    FakePost post;

    @Autowired
    PostRoom room;

    @Autowired
    Deliver deliver;

    @Autowired
    Outbox outbox;

    @Autowired
    StopMail stopMail;

    @Autowired
    Boarding boarding;

    @Autowired
    Embark embark;

    @Autowired
    Departures departures;

    @Autowired
    StillSending stillSending;

    @Autowired
    Organisations organisations;

    @Autowired
    SmsAccounts accounts;

    @Autowired
    JsonMapper json;

    @Autowired
    Clock clock;

    @Autowired
    PlatformTransactionManager transactions;

    private FakeGateway gateway;

    @BeforeEach
    void open() throws IOException {
        post.reset();
        gateway = new FakeGateway();
        room.found(MailMode.LIVE);
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    private void account(String url) {
        room.in(() -> {
            accounts.keep(NORA, url, SECRET, true);
            return true;
        });
    }

    private SendSms sender() {
        return new SendSms(
                boarding,
                embark,
                departures,
                accounts,
                new SmsWebhook(json, SHORT),
                stillSending,
                organisations,
                clock,
                transactions);
    }

    private Delivered run() {
        return run(NOW);
    }

    private Delivered run(Instant now) {
        Organisation organisation = room.organisation();
        return Tenant.in(organisation.id(), () -> sender().run(organisation, now));
    }

    private long plan(long customer) {
        Draft draft = room.draft(customer, "friendly").by(Way.SMS, "James Okafor", NUMBER);
        return Objects.requireNonNull(room.plan(draft).get(customer));
    }

    @Test
    void a_text_message_is_one_signed_call_under_a_key_of_its_own() {
        account(gateway.url());
        long message = plan(1);
        assertThat(run()).isEqualTo(new Delivered(1, 0, 0, 0, 0));
        assertThat(run()).isEqualTo(Delivered.NOTHING);
        assertThat(room.journal(message)).containsExactly("sending", "sent");
        FakeGateway.Call call = gateway.calls.getFirst();
        assertThat(gateway.calls).hasSize(1);
        assertThat(call.text())
                .contains("\"to\":\"" + NUMBER + "\"", "Meridian Supplies", "4,382.40 GBP", "\"test\":false")
                .doesNotContain("\\n");
        assertThat(call.key()).matches("[0-9a-f]{40}@dunwell.invalid");
        long seconds = Long.parseLong(call.signature().replaceAll("^t=(\\d+),.*", "$1"));
        assertThat(call.signature()).isEqualTo(CallSignature.of(SECRET, seconds, call.body()));
    }

    @ParameterizedTest
    @CsvSource({
        "200, sent, 0",
        "202, sent, 0",
        "409, sent, 0",
        "301, retry, 1",
        "400, failed, 0",
        "401, retry, 1",
        "404, retry, 1",
        "422, failed, 0",
        "429, retry, 0",
        "500, retry, 0",
        "502, unknown, 0",
        "503, retry, 1",
        "504, unknown, 0",
    })
    void each_answer_has_its_class_and_only_a_gateway_that_is_away_keeps_the_next_one(
            int status, String state, int waiting) {
        account(gateway.url());
        gateway.status = status;
        long first = plan(1);
        plan(2);
        run();
        assertThat(room.state(first)).isEqualTo(state);
        assertThat(gateway.calls).hasSize(2 - waiting);
    }

    @Test
    void a_gateway_says_how_long_to_wait() {
        account(gateway.url());
        gateway.status = 429;
        gateway.retryAfter = "7200";
        long message = plan(1);
        run();
        run(NOW.plusSeconds(7199));
        assertThat(gateway.calls).hasSize(1);
        gateway.status = 200;
        run(NOW.plusSeconds(7200));
        assertThat(gateway.calls).hasSize(2);
        assertThat(gateway.calls.stream().map(FakeGateway.Call::key).distinct()).hasSize(1);
        assertThat(room.state(message)).isEqualTo("sent");
    }

    @ParameterizedTest
    @EnumSource(FakeGateway.Broken.class)
    void an_answer_that_is_lost_is_unconfirmed_and_never_repeated(FakeGateway.Broken how) {
        account(FakeGateway.broken(how));
        long message = plan(1);
        assertThat(run().unknown()).isEqualTo(1);
        assertThat(room.state(message)).isEqualTo("unknown");
        account(gateway.url());
        run();
        assertThat(gateway.calls).isEmpty();
        room.in(() -> {
            outbox.resend(message, NORA);
            return true;
        });
        run();
        assertThat(gateway.calls)
                .as("a person said so: once more, under the same key")
                .hasSize(1);
        assertThat(room.state(message)).isEqualTo("sent");
    }

    @Test
    void nobody_there_means_later() {
        account("http://127.0.0.1:1/sms");
        long message = plan(1);
        run();
        assertThat(room.state(message)).isEqualTo("retry");
    }

    @Test
    void what_was_paid_meanwhile_is_withdrawn_in_the_moment_of_leaving() {
        account(gateway.url());
        long message = plan(1);
        post.stops = Map.of(message, "MS-20538 was paid.");
        assertThat(run().withdrawn()).isEqualTo(1);
        assertThat(room.state(message)).isEqualTo("withdrawn");
        assertThat(gateway.calls).isEmpty();
    }

    @Test
    void a_stop_of_all_mail_and_mail_on_hold_keep_text_messages_too() {
        account(gateway.url());
        long message = plan(1);
        room.set(MailMode.HOLD);
        run();
        room.set(MailMode.LIVE);
        room.in(() -> {
            stopMail.stop(NORA, "A test of it.");
            return true;
        });
        run();
        assertThat(room.state(message)).isEqualTo("planned");
        assertThat(gateway.calls).isEmpty();
    }

    @Test
    void a_sender_that_dies_while_it_calls_leaves_an_unconfirmed_message() {
        account(gateway.url());
        long message = plan(1);
        room.run("update message set state = 'sending', fence = gen_random_uuid(), claimed_at = now() where id = "
                + message);
        Tenant.runIn(room.id(), () -> deliver.settleLost(clock.instant().plus(Duration.ofMinutes(2))));
        assertThat(room.state(message)).isEqualTo("unknown");
        run();
        assertThat(gateway.calls).isEmpty();
    }

    @Test
    void a_sender_that_dies_before_it_calls_leaves_a_message_that_waits_again() {
        account(gateway.url());
        long message = plan(1);
        room.run("update message set state = 'claimed', fence = gen_random_uuid(), claimed_at = now() where id = "
                + message);
        run();
        assertThat(gateway.calls).isEmpty();
        Tenant.runIn(room.id(), () -> deliver.settleLost(clock.instant().plus(Duration.ofMinutes(6))));
        run();
        assertThat(gateway.calls).hasSize(1);
        assertThat(room.state(message)).isEqualTo("sent");
    }

    @Test
    void many_senders_send_each_message_once() throws Exception {
        account(gateway.url());
        IntStream.rangeClosed(1, 120).forEach(this::plan);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) {
                var _ = threads.submit(() -> run());
            }
        }
        run();
        assertThat(gateway.calls).hasSize(120);
        assertThat(gateway.calls.stream().map(FakeGateway.Call::key).distinct()).hasSize(120);
        assertThat(room.count("select count(*)::int from message where state = 'sent'"))
                .isEqualTo(120);
    }

    @Test
    void in_the_house_nothing_is_called_and_the_words_are_kept() {
        room.set(MailMode.SINK);
        long message = plan(1);
        assertThat(run().sent()).isEqualTo(1);
        assertThat(room.state(message)).isEqualTo("sent");
        assertThat(room.count("select count(*)::int from message where body_text like '%4,382.40 GBP%'"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://gateway.example/x",
                "http://gateway.example/x",
                "https://user:pass@gateway.example/x",
                "gateway.example",
                "https://"
            })
    void an_address_that_is_none_is_refused(String url) {
        assertThatThrownBy(() -> WebhookAddress.of(url, false)).isInstanceOf(BadInput.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "192.0.2.1",
                "198.18.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "224.0.0.1",
                "[::1]",
                "[fe80::1]",
                "[fd00::1]",
                "[::ffff:127.0.0.1]",
                "[64:ff9b::a00:1]",
                "[2002:a00:1::1]",
                "[2001:0:1::1]",
                "localhost",
            })
    void nothing_of_our_own_network_is_called(String host) {
        WebhookAddress address = WebhookAddress.of("https://" + host + "/sms", false);
        assertThatThrownBy(address::check).isInstanceOf(WebhookAddress.NotPublic.class);
    }

    @Test
    void what_is_public_is_called() throws IOException {
        for (String host : List.of("8.8.8.8", "[2606:4700::1111]")) {
            WebhookAddress.of("https://" + host + "/sms", false).check();
        }
    }
}
