package dev.dunwell.messaging;

import static dev.dunwell.messaging.JointVendors.DAY;
import static dev.dunwell.messaging.JointVendors.EIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Actor;
import dev.dunwell.access.Organisation.MailMode;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.Tenant;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Three vendors write to one payer who wishes one mail. */
@DunwellTest
@Import({FakePost.Configuration.class, JointVendors.class})
class DeliverJointTest {

    @Autowired
    FakePost post;

    @Autowired
    JointVendors vendors;

    @Autowired
    DeliverJoint deliverJoint;

    @Autowired
    Deliver deliver;

    @Autowired
    Outbox outbox;

    @Autowired
    Organisations organisations;

    @Autowired
    Clock clock;

    @BeforeEach
    void calm() {
        post.reset();
        vendors.owner("update message set state = 'recalled' where state in ('planned', 'retry', 'claimed')");
    }

    private List<Integer> three(MailMode mode) {
        List<Integer> all = vendors.found(mode, "daily", "Alpha", "Bravo", "Charlie");
        all.forEach(vendor -> vendors.plan(vendor, "friendly"));
        return all;
    }

    private void deliverAlone(int vendor, Instant now) {
        Tenant.runIn(vendor, () -> deliver.run(organisations.current(), now));
    }

    private void settleLost(List<Integer> all, Duration later) {
        all.forEach(vendor ->
                Tenant.runIn(vendor, () -> deliver.settleLost(clock.instant().plus(later))));
    }

    private static String words(OutgoingMail mail) {
        return mail.letter().subject() + mail.letter().text() + mail.letter().html();
    }

    @Test
    void one_mail_takes_along_what_three_vendors_wrote() {
        List<Integer> all = three(MailMode.LIVE);
        all.forEach(vendor -> deliverAlone(vendor, EIGHT));
        assertThat(post.accepted).isEmpty();
        assertThat(deliverJoint.run(EIGHT.minusSeconds(1))).isZero();
        assertThat(deliverJoint.run(EIGHT)).isOne();
        assertThat(deliverJoint.run(EIGHT)).isZero();

        assertThat(post.accepted).hasSize(1);
        OutgoingMail mail = post.accepted.getFirst();
        assertThat(mail.letter().subject())
                .isEqualTo("Reminders from Alpha Supplies, Bravo Supplies and Charlie Supplies");
        assertThat(mail.letter().text())
                .contains("Alpha Supplies", "desk@bravo.example", "Answer Charlie Supplies: desk@charlie.example");
        assertThat(mail.letter().html())
                .contains("mailto:desk@alpha.example?subject=Re%3A")
                .doesNotContain("\uE000");
        assertThat(vendors.states(all)).containsOnly("sent");
    }

    @Test
    void nothing_in_its_head_is_any_vendors() {
        List<Integer> all = three(MailMode.LIVE);
        deliverJoint.run(EIGHT);
        OutgoingMail mail = post.accepted.getFirst();
        assertThat(mail.from().name()).isEqualTo("Dunwell");
        for (int vendor : all) {
            assertThat(mail.messageId()).isNotEqualTo(vendors.text(vendor, "select message_id from message"));
        }
        String head = new String(Mime.bytes(mail), StandardCharsets.UTF_8).split("\r\n\r\n", 2)[0];
        assertThat(head.replaceAll("(?m)^Subject:.*(\r\n[ \t].*)*", "")).doesNotContain("Alpha", "alpha", "Bravo");
    }

    @Test
    void each_vendor_finds_its_own_part_and_nothing_of_another() {
        List<Integer> all = three(MailMode.SINK);
        assertThat(deliverJoint.run(EIGHT)).isOne();
        assertThat(vendors.owner(
                        "select count(*) from joint_mail where address = ? and raw is not null", vendors.reader))
                .isOne();
        List<String> names = List.of("Alpha", "Bravo", "Charlie");
        for (int i = 0; i < all.size(); i++) {
            String own = vendors.text(all.get(i), "select string_agg(convert_from(raw, 'UTF8'), '') from sink_mail")
                    + vendors.text(all.get(i), "select string_agg(m::text, '') from message m")
                    + vendors.text(all.get(i), "select string_agg(j::text, '') from send_journal j");
            assertThat(own).contains(names.get(i));
            for (String other : names) {
                if (!other.equals(names.get(i))) {
                    assertThat(own).doesNotContain(other);
                }
            }
        }
    }

    @Test
    void the_words_to_the_vendor_are_the_same_whether_or_not_there_are_others() {
        List<Integer> one = vendors.found(MailMode.SINK, "daily", "Alpha");
        vendors.plan(one.getFirst(), "friendly");
        String alone =
                vendors.text(one.getFirst(), "select detail from message").replace(vendors.reader, "R");
        List<Integer> all = three(MailMode.SINK);
        assertThat(vendors.text(all.getFirst(), "select detail from message").replace(vendors.reader, "R"))
                .isEqualTo(alone)
                .contains("joint reminder that R asked for", "2026-12-01");
    }

    @Test
    void what_was_paid_at_the_last_moment_drops_out_and_the_others_leave() {
        List<Integer> all = vendors.found(MailMode.LIVE, "daily", "Alpha", "Bravo", "Charlie");
        vendors.plan(all.get(0), "friendly");
        long paid = vendors.plan(all.get(1), "friendly");
        vendors.plan(all.get(2), "friendly");
        post.beforeLastLook = () -> post.stops = Map.of(paid, "MS-20538 was paid.");
        assertThat(deliverJoint.run(EIGHT)).isOne();
        assertThat(vendors.states(all)).containsExactly("sent", "withdrawn", "sent");
        assertThat(words(post.accepted.getFirst())).contains("Alpha", "Charlie").doesNotContain("Bravo");
    }

    @Test
    void when_the_last_part_drops_out_nothing_leaves() {
        List<Integer> all = vendors.found(MailMode.LIVE, "daily", "Alpha", "Bravo");
        long first = vendors.plan(all.get(0), "friendly");
        long second = vendors.plan(all.get(1), "friendly");
        post.beforeLastLook = () -> post.stops = Map.of(first, "paid", second, "paid");
        assertThat(deliverJoint.run(EIGHT)).isZero();
        assertThat(post.accepted).isEmpty();
        assertThat(vendors.states(all)).containsOnly("withdrawn");
        assertThat(vendors.owner("select count(*) from joint_mail where address = ?", vendors.reader))
                .isZero();
    }

    @Test
    void a_vendor_whose_mail_is_stopped_at_the_last_moment_drops_out_and_waits() {
        List<Integer> all = three(MailMode.LIVE);
        post.beforeLastLook =
                () -> vendors.run(all.get(1), "update organisation set mail_mode = 'hold' where id = current_org()");
        assertThat(deliverJoint.run(EIGHT)).isOne();
        assertThat(vendors.states(all)).containsExactly("sent", "planned", "sent");
        assertThat(words(post.accepted.getFirst())).doesNotContain("Bravo");
    }

    @Test
    void killed_before_it_began_it_leaves_once_later() {
        List<Integer> all = three(MailMode.LIVE);
        post.beforeLastLook = () -> {
            throw new FakePost.Killed();
        };
        assertThatThrownBy(() -> deliverJoint.run(EIGHT)).isInstanceOf(FakePost.Killed.class);
        assertThat(vendors.states(all)).containsOnly("claimed");
        post.reset();
        settleLost(all, Duration.ofMinutes(6));
        assertThat(vendors.states(all)).containsOnly("planned");
        assertThat(deliverJoint.run(EIGHT.plus(Duration.ofMinutes(6)))).isOne();
        assertThat(post.accepted).hasSize(1);
    }

    @Test
    void killed_while_it_left_it_is_unconfirmed_for_each_and_never_repeated_by_itself() {
        List<Integer> all = three(MailMode.LIVE);
        post.afterLastLook = () -> {
            throw new FakePost.Killed();
        };
        assertThatThrownBy(() -> deliverJoint.run(EIGHT)).isInstanceOf(FakePost.Killed.class);
        post.reset();
        settleLost(all, Duration.ofMinutes(6));
        assertThat(vendors.states(all)).containsOnly("unknown");
        assertThat(deliverJoint.run(EIGHT.plus(Duration.ofDays(1)))).isZero();
        assertThat(post.accepted).isEmpty();

        long message = Long.parseLong(vendors.text(all.getFirst(), "select id::text from message"));
        Tenant.runIn(all.getFirst(), () -> outbox.resend(message, Actor.person("Nora")));
        assertThat(deliverJoint.run(clock.instant().plusSeconds(1))).isZero();
        assertThat(vendors.text(all.getFirst(), "select joint_on::text from message"))
                .isEqualTo("2026-12-02");
        assertThat(deliverJoint.run(EIGHT.plus(Duration.ofDays(1)))).isOne();
        assertThat(words(post.accepted.getFirst())).contains("Alpha").doesNotContain("Bravo");
    }

    @Test
    void what_was_not_sent_is_tried_again_under_the_same_name() {
        List<Integer> all = three(MailMode.LIVE);
        List<String> names = new ArrayList<>();
        post.answer = mail -> {
            names.add(mail.messageId());
            return new Handover.NotSent("451 later", false);
        };
        assertThat(deliverJoint.run(EIGHT)).isZero();
        assertThat(vendors.states(all)).containsOnly("retry");
        post.answer = mail -> {
            names.add(mail.messageId());
            return new Handover.Sent("250 queued");
        };
        Instant later = clock.instant().plus(Duration.ofHours(1));
        assertThat(deliverJoint.run(later.isAfter(EIGHT) ? later : EIGHT.plus(Duration.ofHours(1))))
                .isOne();
        assertThat(vendors.states(all)).containsOnly("sent");
        assertThat(names).hasSize(2).containsOnly(names.getFirst());
    }

    @Test
    void an_address_that_is_refused_fails_for_each_and_a_lost_answer_is_unconfirmed_for_each() {
        List<Integer> all = three(MailMode.LIVE);
        post.answer = _ -> new Handover.Refused("550 no such user", true);
        deliverJoint.run(EIGHT);
        assertThat(vendors.states(all)).containsOnly("failed");
        List<Integer> others = three(MailMode.LIVE);
        post.answer = _ -> new Handover.Unknown("answer lost");
        deliverJoint.run(EIGHT);
        assertThat(vendors.states(others)).containsOnly("unknown");
    }

    @Test
    void eight_senders_at_once_send_it_once() throws Exception {
        List<Integer> all = three(MailMode.LIVE);
        List<Callable<Integer>> senders = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            senders.add(() -> deliverJoint.run(EIGHT));
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var sender : threads.invokeAll(senders)) {
                sender.get();
            }
        }
        assertThat(post.accepted).hasSize(1);
        assertThat(vendors.states(all)).containsOnly("sent");
    }

    @Test
    void firm_reminders_and_final_notices_leave_by_themselves() {
        List<Integer> all = vendors.found(MailMode.LIVE, "daily", "Alpha", "Bravo");
        vendors.plan(all.get(0), "firm");
        vendors.plan(all.get(1), "friendly");
        assertThat(vendors.text(all.get(0), "select detail from message")).startsWith("Leaves by itself");
        deliverAlone(all.get(0), EIGHT);
        assertThat(post.accepted).hasSize(1);
        assertThat(words(post.accepted.getFirst())).doesNotContain("Bravo");
    }

    @Test
    void whoever_takes_part_no_longer_writes_alone_from_that_moment() {
        List<Integer> all = three(MailMode.LIVE);
        vendors.run(all.get(1), "update joint_setting set takes_part = false where org_id = current_org()");
        assertThat(deliverJoint.run(EIGHT)).isOne();
        assertThat(words(post.accepted.getFirst())).doesNotContain("Bravo");
        deliverAlone(all.get(1), EIGHT);
        assertThat(post.accepted).hasSize(2);
        assertThat(vendors.states(all)).containsOnly("sent");
    }

    @Test
    void a_payer_who_wants_one_from_each_again_gets_one_from_each() {
        List<Integer> all = three(MailMode.LIVE);
        vendors.owner("update payer_identity set joint = 'apart' where address = ?", vendors.reader);
        assertThat(deliverJoint.run(EIGHT)).isZero();
        all.forEach(vendor -> deliverAlone(vendor, EIGHT));
        assertThat(post.accepted).hasSize(3);
    }

    @Test
    void an_address_that_a_vendor_has_not_verified_does_not_go_along() {
        List<Integer> all = vendors.found(MailMode.LIVE, "daily", "Alpha");
        vendors.run(all.getFirst(), "update contact set verified_on = null where org_id = current_org()");
        vendors.plan(all.getFirst(), "friendly");
        assertThat(vendors.text(all.getFirst(), "select coalesce(joint_on::text, 'alone') from message"))
                .isEqualTo("alone");
    }

    @Test
    void whoever_comes_too_late_waits_for_the_next_day_in_the_same_words() {
        List<Integer> all = vendors.found(MailMode.LIVE, "daily", "Alpha", "Bravo");
        vendors.plan(all.get(0), "friendly");
        deliverJoint.run(EIGHT);
        vendors.plan(all.get(1), "friendly");
        assertThat(deliverJoint.run(EIGHT.plusSeconds(60))).isZero();
        assertThat(vendors.text(all.get(1), "select detail from message"))
                .isEqualTo(Joining.words(vendors.reader, DAY.plusDays(1)));
        assertThat(deliverJoint.run(EIGHT.plus(Duration.ofDays(1)))).isOne();
        assertThat(vendors.states(all)).containsOnly("sent");
    }

    @Test
    void a_payer_who_heard_enough_this_week_from_anybody_hears_nothing_more_and_nobody_learns_from_whom() {
        List<Integer> all = vendors.found(MailMode.LIVE, "2", "Alpha", "Bravo");
        vendors.owner("update payer_identity set most_mails = 1 where address = ?", vendors.reader);
        vendors.plan(all.get(0), "firm");
        deliverAlone(all.get(0), EIGHT);
        assertThat(post.accepted).hasSize(1);
        vendors.plan(all.get(1), "friendly");
        assertThat(deliverJoint.run(EIGHT)).isZero();
        assertThat(vendors.text(all.get(1), "select detail from message"))
                .isEqualTo(Joining.words(vendors.reader, DAY.plusDays(7)));
        assertThat(deliverJoint.run(EIGHT.plus(Duration.ofDays(7)))).isOne();
    }

    @Test
    void nobody_in_the_house_can_read_what_went_along_with_what() {
        assertThat(vendors.in(1, () -> "x")).isEqualTo("x");
        for (String right : List.of("select", "insert", "update", "delete")) {
            assertThat(vendors.text(1, "select has_table_privilege('joint_mail', '" + right + "')::text"))
                    .isEqualTo("false");
        }
    }
}
