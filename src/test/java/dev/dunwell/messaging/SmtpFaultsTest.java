package dev.dunwell.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.messaging.Handover.NotSent;
import dev.dunwell.messaging.Handover.Refused;
import dev.dunwell.messaging.Handover.Sent;
import dev.dunwell.messaging.Handover.Unknown;
import dev.dunwell.messaging.SmtpSettings.Tls;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a mail server does, we know whether the mail may be sent again, and nobody gets it twice. */
@Tag("slow")
class SmtpFaultsTest {

    private static final int ROUNDS = 5;
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final SmtpPatience PATIENT = new SmtpPatience(LONG, LONG, LONG);

    private FaultySmtpServer server;

    @BeforeEach
    void open() throws IOException {
        server = new FaultySmtpServer();
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(value = SmtpFault.class, mode = EnumSource.Mode.EXCLUDE, names = "SLOW")
    void every_fault_has_its_outcome_and_no_mail_is_taken_over_twice(SmtpFault fault) {
        for (int round = 0; round < ROUNDS; round++) {
            server.accepted.clear();
            OutgoingMail mail = SampleMail.numbered(round);
            server.fault = fault;
            Handover outcome = handed(mail, patience(fault, Duration.ofMillis(100)));
            assertThat(outcome).as("%s, round %d", fault, round).isInstanceOf(fault.outcome);
            assertThat(outcome.why()).isNotBlank().doesNotContain("\n", "null");
            assertThat(server.accepted).hasSize(fault.accepts ? 1 : 0);
            server.fault = SmtpFault.NONE;
            if (outcome instanceof NotSent) {
                assertThat(handed(mail, PATIENT)).isInstanceOf(Sent.class);
                assertThat(server.accepted).hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = SmtpFault.class, mode = EnumSource.Mode.EXCLUDE, names = "SLOW")
    void a_fault_in_the_middle_of_a_batch_harms_only_its_own_mail(SmtpFault fault) {
        try (var transport = new SmtpTransport(settings(), patience(fault, Duration.ofSeconds(1)))) {
            assertThat(hand(transport, 1)).isInstanceOf(Sent.class);
            server.fault = fault;
            Handover outcome = hand(transport, 2);
            boolean alreadyConnected = fault.step == SmtpFault.Step.CONNECT || fault.step == SmtpFault.Step.EHLO;
            assertThat(outcome).isInstanceOf(alreadyConnected ? Sent.class : fault.outcome);
            server.fault = SmtpFault.NONE;
            assertThat(hand(transport, 3)).isInstanceOf(Sent.class);
        }
    }

    @Test
    void a_batch_uses_one_connection() {
        try (var transport = new SmtpTransport(settings(), PATIENT)) {
            for (int number = 0; number < 3; number++) {
                assertThat(hand(transport, number)).isInstanceOf(Sent.class);
            }
        }
        assertThat(server.commands)
                .filteredOn(command -> command.startsWith("EHLO"))
                .hasSize(1);
        assertThat(server.accepted).hasSize(3);
    }

    @Test
    void a_mail_that_never_got_to_its_last_dot_was_not_sent() {
        server.fault = SmtpFault.RESET_IN_BODY;
        OutgoingMail large = SampleMail.with(SampleMail.letter("S", "a line of the letter\n".repeat(600_000)));
        assertThat(handed(large, PATIENT)).isInstanceOf(NotSent.class);
        assertThat(server.accepted).isEmpty();
    }

    @Test
    void only_a_wrong_address_is_held_against_the_address() {
        assertThat(refusal(SmtpFault.RCPT_550).isBadAddress()).isTrue();
        assertThat(refusal(SmtpFault.DOT_550_THEN_DROP).isBadAddress()).isTrue();
        assertThat(refusal(SmtpFault.RCPT_554).isBadAddress()).isFalse();
        assertThat(refusal(SmtpFault.DOT_554).isBadAddress()).isFalse();
        assertThat(refusal(SmtpFault.RCPT_550).why()).isEqualTo("The mail server refused it: 550 5.1.1 no such user");
    }

    @Test
    void a_server_that_is_away_is_told_from_a_mail_that_has_to_wait() throws IOException {
        server.fault = SmtpFault.RCPT_450;
        assertThat(handed(SampleMail.numbered(1), PATIENT))
                .isEqualTo(new NotSent("The mail server did not take it: 450 4.2.0 greylisted", false));
        server.fault = SmtpFault.RCPT_421;
        assertThat(((NotSent) handed(SampleMail.numbered(1), PATIENT)).isServerAway())
                .isTrue();
        int nobody;
        try (var unused = new ServerSocket(0)) {
            nobody = unused.getLocalPort();
        }
        try (var transport = new SmtpTransport(new SmtpSettings("localhost", nobody, "", "", Tls.NONE), PATIENT)) {
            Handover outcome = hand(transport, 1);
            assertThat(((NotSent) outcome).isServerAway()).isTrue();
            assertThat(outcome.why()).contains("localhost:" + nobody, "refused");
        }
    }

    @Test
    void the_last_look_keeps_a_mail_back_before_the_server_gets_a_word_of_it() {
        try (var transport = new SmtpTransport(settings(), PATIENT)) {
            var looks = new AtomicInteger();
            assertThat(transport.hand(SampleMail.numbered(1), () -> looks.incrementAndGet() > 1))
                    .isInstanceOf(NotSent.class);
            assertThat(server.commands)
                    .contains("RCPT TO:<james@brightwater.example>")
                    .doesNotContain("DATA");
            assertThat(transport.hand(SampleMail.numbered(1), () -> looks.incrementAndGet() > 1))
                    .isInstanceOf(Sent.class);
            assertThat(looks).hasValue(2);
            assertThat(transport.hand(SampleMail.numbered(2), () -> {
                        throw new IllegalStateException("database away");
                    }))
                    .isEqualTo(new NotSent("The mail server did not take it: database away", false));
        }
    }

    @Test
    void nothing_is_said_in_the_open_where_tls_was_asked_for() {
        server.extensions = "-test\r\n250-AUTH PLAIN LOGIN\r\n250";
        var settings = new SmtpSettings("localhost", server.port(), "nora", "secret", Tls.STARTTLS);
        try (var transport = new SmtpTransport(settings, PATIENT)) {
            Handover outcome = hand(transport, 1);
            assertThat(outcome).isInstanceOf(NotSent.class);
            assertThat(outcome.why()).contains("STARTTLS is required").doesNotContain("secret");
        }
        assertThat(server.commands).allMatch(command -> command.startsWith("EHLO"));
    }

    @Test
    void a_wrong_password_is_said_without_the_password() {
        server.extensions = "-test\r\n250-AUTH PLAIN\r\n250";
        var settings = new SmtpSettings("localhost", server.port(), "nora", "secret", Tls.NONE);
        try (var transport = new SmtpTransport(settings, PATIENT)) {
            assertThat(hand(transport, 1))
                    .isEqualTo(new NotSent(
                            "The mail server %s did not let us in: 535 5.7.8 wrong password".formatted(settings),
                            true));
        }
        assertThat(settings.toString()).contains("nora").doesNotContain("secret");
    }

    @Test
    void the_last_answer_may_take_longer_than_the_others() {
        var patience = new SmtpPatience(LONG, FaultySmtpServer.SLOW.minusMillis(200), LONG);
        server.fault = SmtpFault.SLOW;
        assertThat(handed(SampleMail.numbered(1), patience)).isInstanceOf(Sent.class);
    }

    private Refused refusal(SmtpFault fault) {
        server.fault = fault;
        return (Refused) handed(SampleMail.numbered(1), PATIENT);
    }

    private Handover handed(OutgoingMail mail, SmtpPatience patience) {
        try (var transport = new SmtpTransport(settings(), patience)) {
            return transport.hand(mail, () -> true);
        }
    }

    private static Handover hand(SmtpTransport transport, int number) {
        return transport.hand(SampleMail.numbered(number), () -> true);
    }

    /** Short only where the server says nothing, so that a busy machine cannot be taken for a silent server. */
    private static SmtpPatience patience(SmtpFault fault, Duration brief) {
        if (fault.act != SmtpFault.Act.SILENCE) {
            return PATIENT;
        } else if (fault.outcome == Unknown.class) {
            return new SmtpPatience(LONG, LONG, brief);
        } else {
            return new SmtpPatience(LONG, brief, LONG);
        }
    }

    private SmtpSettings settings() {
        return new SmtpSettings("localhost", server.port(), "", "", Tls.NONE);
    }
}
