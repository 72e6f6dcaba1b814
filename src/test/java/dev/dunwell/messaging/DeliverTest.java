package dev.dunwell.messaging;

import static dev.dunwell.messaging.PostRoom.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Actor;
import dev.dunwell.access.Organisation;
import dev.dunwell.access.Organisation.MailMode;
import dev.dunwell.access.Tenant;
import dev.dunwell.web.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@DunwellTest
@Import({FakePost.Configuration.class, PostRoom.class})
@RecordApplicationEvents
class DeliverTest {

    private static final Actor NORA = Actor.person("Nora Lindqvist");

    @Autowired
    FakePost post;

    @Autowired
    PostRoom room;

    @Autowired
    Deliver deliver;

    @Autowired
    Outbox outbox;

    @Autowired
    Clock clock;

    @BeforeEach
    void calm() {
        post.reset();
    }

    private Delivered run() {
        return run(NOW);
    }

    private Delivered run(Instant now) {
        Organisation organisation = room.organisation();
        return Tenant.in(organisation.id(), () -> deliver.run(organisation, now));
    }

    private void settleLost(Duration later) {
        Tenant.runIn(room.id(), () -> deliver.settleLost(clock.instant().plus(later)));
    }

    private void decide(Runnable decision) {
        Tenant.runIn(room.id(), decision);
    }

    @Test
    void a_window_is_taken_once() {
        room.found(MailMode.SINK);
        assertThat(room.plan(3)).containsOnlyKeys(1L, 2L, 3L);
        assertThat(room.plan(4)).containsOnlyKeys(4L);
    }

    @Test
    void mail_on_hold_waits() {
        room.found(MailMode.HOLD);
        room.plan(3);
        assertThat(run()).isEqualTo(new Delivered(0, 0, 0, 0, 3));
        assertThat(post.accepted).isEmpty();
    }

    @Test
    void the_sink_gets_each_mail_with_the_words_that_are_kept() {
        room.found(MailMode.SINK);
        long message = Objects.requireNonNull(room.plan(250).get(7L));
        assertThat(run()).isEqualTo(new Delivered(250, 0, 0, 0, 0));
        assertThat(run()).isEqualTo(Delivered.NOTHING);
        assertThat(room.count("select count(distinct message_id) from sink_mail"))
                .isEqualTo(250);
        assertThat(room.count("select count(*) from sink_mail")).isEqualTo(250);
        assertThat(room.journal(message)).containsExactly("sent");
        assertThat(room.count("select count(*) from message where body_html like '%MS-20538%' and sent_at is not null"))
                .isEqualTo(250);
    }

    @Test
    void a_message_does_not_leave_before_its_hour() {
        room.found(MailMode.SINK);
        room.plan(1);
        assertThat(run(NOW.minusSeconds(1)).sent()).isZero();
    }

    /** What the mail server can answer, and what becomes of the message. */
    enum Answer {
        SENT(new Handover.Sent("250 ok"), "sent"),
        NOT_SENT(new Handover.NotSent("451 later", false), "retry"),
        AWAY(new Handover.NotSent("no route", true), "retry"),
        REFUSED(new Handover.Refused("550 no such user", true), "failed"),
        UNKNOWN(new Handover.Unknown("answer lost"), "unknown");

        private final Handover handover;
        private final String state;

        Answer(Handover handover, String state) {
            this.handover = handover;
            this.state = state;
        }
    }

    @ParameterizedTest
    @EnumSource
    void each_answer_has_its_state(Answer answer) {
        room.found(MailMode.LIVE);
        long message = room.planOne();
        post.answer = _ -> answer.handover;
        run();
        assertThat(room.state(message)).isEqualTo(answer.state);
        assertThat(room.journal(message)).containsExactly("sending", answer.state);
    }

    @Test
    void what_was_not_sent_is_tried_again_and_again_for_three_days() {
        room.found(MailMode.LIVE);
        long message = room.planOne();
        post.answer = _ -> new Handover.NotSent("451 later", false);
        Instant now = NOW;
        int tries = 0;
        while (!room.state(message).equals("failed")) {
            tries++;
            run(now);
            now = now.plus(Duration.ofHours(6));
            assertThat(tries).isLessThan(20);
        }
        assertThat(tries).isEqualTo(16);
        assertThat(Duration.between(NOW, now)).isLessThan(Duration.ofDays(5));
    }

    @Test
    void a_refused_message_is_told(@Autowired ApplicationEvents events) {
        room.found(MailMode.LIVE);
        long message = room.planOne();
        post.answer = _ -> new Handover.Refused("550 no such user", true);
        assertThat(run().failed()).isEqualTo(1);
        assertThat(events.stream(MessageFailed.class))
                .containsExactly(new MessageFailed(message, 1, "james@brightwater.example", "550 no such user"));
    }

    @Test
    void the_unknown_is_never_repeated_without_a_person() {
        room.found(MailMode.LIVE);
        long message = room.planOne();
        post.answer = _ -> new Handover.Unknown("answer lost");
        run();
        post.answer = _ -> new Handover.Sent("250 ok");
        assertThat(run(NOW.plus(Duration.ofDays(30))).sent()).isZero();
        decide(() -> outbox.resend(message, NORA));
        assertThat(run(clock.instant().plusSeconds(1)).sent()).isEqualTo(1);
        assertThat(post.accepted)
                .extracting(OutgoingMail::messageId)
                .hasSize(2)
                .containsOnly(post.accepted.getFirst().messageId());
    }

    @Test
    void a_person_can_say_that_it_was_sent() {
        room.found(MailMode.LIVE);
        long message = room.planOne();
        post.answer = _ -> new Handover.Unknown("answer lost");
        run();
        decide(() -> outbox.confirmSent(message, NORA));
        assertThat(room.state(message)).isEqualTo("sent");
        assertThat(room.count("select count(*) from audit_entry where act = 'message.sent'"))
                .isEqualTo(1);
        assertThatThrownBy(() -> decide(() -> outbox.resend(message, NORA))).isInstanceOf(Refusal.class);
    }

    @Test
    void who_waits_long_for_an_answer_says_so_and_is_not_given_up(@Autowired StillSending stillSending) {
        room.found(MailMode.LIVE);
        long message = room.planOne();
        post.afterLastLook = () -> {
            room.run("update message set claimed_at = claimed_at - interval '9 minutes'");
            stillSending.beat();
            settleLost(Duration.ofSeconds(30));
        };
        run();
        assertThat(room.journal(message)).containsExactly("sending", "sent");
    }

    @Test
    void the_house_hears_of_what_is_unknown_and_when_it_is_clear_again(@Autowired ApplicationEvents events) {
        room.found(MailMode.LIVE);
        long message = room.planOne();
        post.answer = _ -> new Handover.Unknown("answer lost");
        run();
        assertThat(events.stream(StuckMessagesChanged.class)).containsExactly(new StuckMessagesChanged(Set.of(1L)));
        assertThat(room.count("select count(*) from audit_entry where act = 'message.unknown'"))
                .isEqualTo(1);
        decide(() -> outbox.confirmSent(message, NORA));
        assertThat(events.stream(StuckMessagesChanged.class)).hasSize(2);
    }

    @Test
    void killed_before_the_handover_it_is_sent_later() {
        room.found(MailMode.LIVE);
        long message = room.planOne();
        post.beforeLastLook = () -> {
            throw new FakePost.Killed();
        };
        assertThatThrownBy(this::run).isInstanceOf(FakePost.Killed.class);
        post.reset();
        settleLost(Deliver.LEASE.minusSeconds(10));
        assertThat(room.state(message)).isEqualTo("claimed");
        settleLost(Deliver.LEASE.plusSeconds(1));
        assertThat(run().sent()).isEqualTo(1);
        assertThat(post.accepted).hasSize(1);
    }

    @Test
    void killed_after_the_handover_it_is_unknown_and_the_others_are_sent_once() {
        room.found(MailMode.LIVE);
        room.plan(10);
        post.answer = mail -> {
            if (post.accepted.size() == 4) {
                post.accepted.add(mail);
                throw new FakePost.Killed();
            }
            return new Handover.Sent("250 ok");
        };
        assertThatThrownBy(this::run).isInstanceOf(FakePost.Killed.class);
        post.answer = _ -> new Handover.Sent("250 ok");
        settleLost(Deliver.SENDING_LEASE.plusSeconds(1));
        assertThat(run().sent()).isEqualTo(5);
        assertThat(room.count("select count(*) from message where state = 'unknown'"))
                .isEqualTo(1);
        assertThat(post.accepted)
                .extracting(OutgoingMail::messageId)
                .hasSize(10)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_sender_that_slept_past_its_lease_sends_nothing() {
        room.found(MailMode.LIVE);
        room.plan(1);
        post.beforeLastLook = () -> {
            post.beforeLastLook = () -> {};
            settleLost(Deliver.LEASE.plusSeconds(1));
            assertThat(run().sent()).isEqualTo(1);
        };
        run();
        assertThat(post.accepted).hasSize(1);
    }

    @Test
    void a_late_answer_settles_what_was_given_up() {
        room.found(MailMode.LIVE);
        long message = room.planOne();
        post.afterLastLook = () -> settleLost(Deliver.SENDING_LEASE.plusSeconds(1));
        run();
        assertThat(room.state(message)).isEqualTo("sent");
        assertThat(room.journal(message)).containsExactly("sending", "unknown", "sent");
    }

    @ParameterizedTest
    @EnumSource(names = {"SINK", "LIVE"})
    void two_senders_at_once_send_each_message_once(MailMode mode) throws Exception {
        room.found(mode);
        room.plan(500);
        try (var pool = Executors.newFixedThreadPool(4)) {
            Callable<Delivered> sender = this::run;
            var results =
                    pool.invokeAll(IntStream.range(0, 4).mapToObj(_ -> sender).toList());
            int sent = 0;
            for (var result : results) {
                sent += result.get().sent();
            }
            assertThat(sent).isEqualTo(500);
        }
        if (mode == MailMode.LIVE) {
            assertThat(post.accepted)
                    .extracting(OutgoingMail::messageId)
                    .hasSize(500)
                    .doesNotHaveDuplicates();
        } else {
            assertThat(room.count("select count(*) from sink_mail")).isEqualTo(500);
        }
    }

    @Test
    void no_more_messages_are_under_way_than_there_are_connections() {
        room.found(MailMode.LIVE);
        room.plan(60);
        post.connections = 4;
        var most = new AtomicInteger();
        post.answer = _ -> {
            int underWay = room.count("select count(*) from message where state = 'sending'");
            most.accumulateAndGet(underWay, Math::max);
            return new Handover.Sent("250 ok");
        };
        assertThat(run()).isEqualTo(new Delivered(60, 0, 0, 0, 0));
        assertThat(most.get()).isBetween(1, 4);
        assertThat(post.accepted)
                .extracting(OutgoingMail::messageId)
                .hasSize(60)
                .doesNotHaveDuplicates();
        assertThat(room.count("select count(*) from send_journal")).isEqualTo(120);
    }

    @Test
    void of_those_that_stand_at_the_turnstile_together_only_the_stopped_one_stays() {
        room.found(MailMode.LIVE);
        long message = Objects.requireNonNull(room.plan(40).get(30L));
        post.connections = 4;
        post.beforeLastLook = () -> post.stops = Map.of(message, "MS-20538 was paid.");
        assertThat(run()).isEqualTo(new Delivered(39, 0, 0, 1, 0));
        assertThat(room.state(message)).isEqualTo("withdrawn");
    }

    @Test
    void a_server_that_is_away_is_asked_once_by_each_connection_at_most() {
        room.found(MailMode.LIVE);
        room.plan(200);
        post.connections = 4;
        post.answer = _ -> new Handover.NotSent("no route", true);
        assertThat(run().sent()).isZero();
        assertThat(room.count("select count(*) from message where state = 'retry'"))
                .isBetween(1, 4);
        assertThat(room.count("select count(*) from message where state in ('claimed', 'sending')"))
                .isZero();
        post.answer = _ -> new Handover.Sent("250 ok");
        assertThat(run(NOW.plusSeconds(60)).sent()).isEqualTo(200);
    }

    @Test
    void what_a_guard_stops_is_withdrawn_and_gives_its_window_back(@Autowired ApplicationEvents events) {
        room.found(MailMode.SINK);
        Map<Long, Long> planned = room.plan(3);
        long message = Objects.requireNonNull(planned.get(2L));
        post.stops = Map.of(message, "MS-20538 was paid.");
        assertThat(run()).isEqualTo(new Delivered(2, 0, 0, 1, 0));
        assertThat(room.state(message)).isEqualTo("withdrawn");
        assertThat(events.stream(MessagesWithdrawn.class).map(MessagesWithdrawn::messageIds))
                .containsExactly(Set.of(message));
        Draft again = room.draft(2, "friendly");
        assertThat(room.plan(new Draft(
                        2,
                        again.windowOn(),
                        "friendly",
                        "en",
                        "",
                        "a@b.example",
                        again.model(),
                        "<again." + room.id() + "@dunwell.invalid>",
                        NOW)))
                .containsOnlyKeys(2L);
    }

    @Test
    void paid_one_second_before_it_leaves_it_does_not_leave() {
        room.found(MailMode.LIVE);
        long message = room.planOne();
        post.beforeLastLook = () -> post.stops = Map.of(message, "MS-20538 was paid.");
        assertThat(run()).isEqualTo(new Delivered(0, 0, 0, 1, 0));
        assertThat(post.accepted).isEmpty();
        assertThat(room.journal(message)).containsExactly("withdrawn");
    }

    @Test
    void putting_mail_on_hold_stops_a_delivery_that_is_under_way() {
        room.found(MailMode.LIVE);
        room.plan(10);
        post.answer = _ -> {
            room.set(MailMode.HOLD);
            return new Handover.Sent("250 ok");
        };
        run();
        assertThat(post.accepted).hasSize(1);
        assertThat(room.count("select count(*) from message where state = 'planned'"))
                .isEqualTo(9);
    }

    @Test
    void a_person_can_recall_what_waits_but_not_what_left(@Autowired ApplicationEvents events) {
        room.found(MailMode.SINK);
        long message = room.planOne();
        decide(() -> outbox.recall(message, NORA));
        assertThat(run().sent()).isZero();
        assertThat(room.journal(message)).containsExactly("recalled");
        assertThat(events.stream(MessagesWithdrawn.class)).hasSize(1);
        assertThatThrownBy(() -> decide(() -> outbox.recall(message, NORA)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("recalled");
    }

    @Test
    void a_letter_that_cannot_be_written_fails_alone() {
        room.found(MailMode.SINK);
        Draft bad = room.draft(1, "friendly");
        room.plan(new Draft(1, bad.windowOn(), "no-such", "en", "", "a@b.example", bad.model(), bad.names(), NOW));
        room.plan(3);
        assertThat(run()).isEqualTo(new Delivered(2, 1, 0, 0, 0));
    }

    @Test
    void a_server_that_is_away_is_asked_once_and_all_wait() {
        room.found(MailMode.LIVE);
        room.plan(10);
        post.answer = _ -> new Handover.NotSent("no route", true);
        assertThat(run()).isEqualTo(new Delivered(0, 0, 0, 0, 1));
        post.answer = _ -> new Handover.Sent("250 ok");
        assertThat(run(NOW.plusSeconds(60)).sent()).isEqualTo(10);
        assertThat(List.copyOf(post.accepted)).doesNotHaveDuplicates();
    }
}
