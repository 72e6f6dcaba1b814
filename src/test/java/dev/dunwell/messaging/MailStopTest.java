package dev.dunwell.messaging;

import static dev.dunwell.messaging.PostRoom.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.access.AuditEntry;
import dev.dunwell.access.Organisation;
import dev.dunwell.access.Organisation.MailMode;
import dev.dunwell.access.Tenant;
import dev.dunwell.messaging.MailStop.Kind;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The button that stops everything (F34), also what was claimed and not yet handed over. */
@DunwellTest
@Import({FakePost.Configuration.class, PostRoom.class})
class MailStopTest {

    private static final Actor NORA = Actor.person("Nora Lindqvist");

    @Autowired
    FakePost post;

    @Autowired
    PostRoom room;

    @Autowired
    Deliver deliver;

    @Autowired
    StopMail stopMail;

    @Autowired
    ResumeMail resumeMail;

    @Autowired
    StopInstallation stopInstallation;

    @Autowired
    MailStops stops;

    @Autowired
    Audit audit;

    @BeforeEach
    void calm() {
        post.reset();
    }

    @AfterEach
    void letTheInstallationGo() {
        stopInstallation.resume("test");
    }

    @ParameterizedTest
    @EnumSource(
            value = MailMode.class,
            names = {"SINK", "LIVE"})
    void stopped_nothing_leaves_and_resumed_everything_does(MailMode mode) {
        room.found(mode);
        room.plan(30);
        stop("Wrong template");
        stop("Pressed twice");
        assertThat(run().sent()).isZero();
        assertThat(room.count("select count(*) from message where state = 'planned'"))
                .isEqualTo(30);
        Tenant.runIn(room.id(), () -> resumeMail.resume(NORA));
        assertThat(run().sent()).isEqualTo(30);
        assertThat(Tenant.in(room.id(), () -> audit.entriesBefore(Long.MAX_VALUE, 9)))
                .extracting(AuditEntry::act)
                .containsExactly("mail.resumed", "mail.stopped");
        assertThat(Tenant.in(room.id(), () -> stops.ended())).singleElement().satisfies(ended -> {
            assertThat(ended.stop().reason()).isEqualTo("Wrong template");
            assertThat(ended.by()).isEqualTo("Nora Lindqvist");
        });
    }

    @Test
    void what_is_claimed_and_not_yet_handed_over_stays() {
        room.found(MailMode.LIVE);
        room.plan(10);
        post.answer = _ -> {
            if (post.accepted.size() == 2) {
                stop("");
            }
            return new Handover.Sent("250 queued");
        };
        Delivered delivered = run();
        assertThat(post.accepted).as("the third was with the server already").hasSize(3);
        assertThat(delivered.sent()).isEqualTo(3);
        assertThat(room.count("select count(*) from message where state = 'planned'"))
                .isEqualTo(7);
        assertThat(room.count("select count(*) from message where state = 'claimed'"))
                .isZero();
        Tenant.runIn(room.id(), () -> resumeMail.resume(NORA));
        run();
        assertThat(post.accepted)
                .hasSize(10)
                .extracting(OutgoingMail::messageId)
                .doesNotHaveDuplicates();
    }

    @Test
    void one_button_stops_all_organisations() {
        room.found(MailMode.LIVE);
        room.plan(2);
        stopInstallation.stop("installation key", "A bad release");
        assertThat(run().sent()).isZero();
        assertThat(Tenant.in(room.id(), () -> stops.running()))
                .singleElement()
                .satisfies(stop -> assertThat(stop.kind()).isEqualTo(Kind.INSTALLATION));
        stopInstallation.resume("installation key");
        assertThat(run().sent()).isEqualTo(2);
    }

    @Test
    void another_organisation_goes_on() {
        room.found(MailMode.LIVE);
        stop("Mine alone");
        room.found(MailMode.LIVE);
        room.plan(1);
        assertThat(run().sent()).isEqualTo(1);
    }

    @Test
    void mail_waits_for_the_recipients_hour_and_leaves_at_it() {
        room.found(MailMode.LIVE);
        room.in(() -> room.limitHours("10:00", "18:00"));
        long message = room.planOne();
        assertThat(run().sent()).as("it is nine in London").isZero();
        assertThat(room.state(message)).isEqualTo("planned");
        Instant ten = Instant.parse("2026-12-01T10:00:00Z");
        assertThat(run(ten.minusSeconds(1)).sent()).isZero();
        assertThat(room.journal(message)).as("said once").containsExactly("planned");
        assertThat(run(ten).sent()).isEqualTo(1);
    }

    private void stop(String why) {
        Tenant.runIn(room.id(), () -> stopMail.stop(NORA, why));
    }

    private Delivered run() {
        return run(NOW);
    }

    private Delivered run(Instant now) {
        Organisation organisation = room.organisation();
        return Tenant.in(organisation.id(), () -> deliver.run(organisation, now));
    }
}
