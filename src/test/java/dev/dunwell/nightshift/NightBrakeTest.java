package dev.dunwell.nightshift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Actor;
import dev.dunwell.access.AddPerson;
import dev.dunwell.access.Audit;
import dev.dunwell.access.AuditEntry;
import dev.dunwell.access.Caller;
import dev.dunwell.access.NewOrganisation;
import dev.dunwell.access.Organisation;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.Role;
import dev.dunwell.access.Tenant;
import dev.dunwell.demo.Founding;
import dev.dunwell.demo.Scene;
import dev.dunwell.demo.Story;
import dev.dunwell.demo.Storyteller;
import dev.dunwell.demo.TestOrganisations;
import dev.dunwell.messaging.Deliver;
import dev.dunwell.messaging.MailStop;
import dev.dunwell.messaging.MailStops;
import dev.dunwell.messaging.NightMail;
import dev.dunwell.reach.ChangeLimits;
import dev.dunwell.reach.Limits;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** F34: a night that wants far more than usual stops before it sends, says why, and a person decides. */
@DunwellTest
class NightBrakeTest {

    private static final Actor NORA = Actor.person("Nora Lindqvist");
    private static final LocalDate BIG = LocalDate.of(2026, 3, 19);

    @Autowired
    Storyteller storyteller;

    @Autowired
    TestOrganisations organisations;

    @Autowired
    Organisations all;

    @Autowired
    ChangeLimits changeLimits;

    @Autowired
    NightShift nightShift;

    @Autowired
    NightMail nightMail;

    @Autowired
    MailStops stops;

    @Autowired
    Deliver deliver;

    @Autowired
    Audit audit;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient db;

    @Autowired
    PlatformTransactionManager transactions;

    private int organisation;
    private Scene scene;

    @BeforeEach
    void three_usual_nights() {
        scene = new Scene(new Founding() {
            @Override
            public int found(NewOrganisation asked) {
                organisation = organisations.found(asked);
                return organisation;
            }

            @Override
            public void welcome(AddPerson.Added person) {}
        });
        tell("2026-02-11  organisation \"Brake\" EUR country DE\n");
        Limits limits = new Limits(null, null, null, 0, 3, new Limits.Entry(0, 0, 0), new Limits.Brake(2, 2));
        in(() -> {
            changeLimits.change(caller(LocalDate.of(2026, 2, 11)), limits);
            return true;
        });
        var story = new StringBuilder();
        for (int n = 1; n <= 8; n++) {
            LocalDate due = n <= 3 ? LocalDate.of(2026, 3, 12).plusDays(n) : LocalDate.of(2026, 3, 16);
            story.append("2026-02-11  customer c%1$d \"Customer %1$d\"\n".formatted(n));
            story.append("            contact  c%1$d \"Con %1$d\" email c%1$d@example.com\n".formatted(n));
            story.append("            invoice  INV-%1$d c%1$d 100.00 EUR due %2$s\n".formatted(n, due));
        }
        story.append("2026-03-16  night\n2026-03-17  night\n2026-03-18  night\n");
        tell(story.toString());
        db(() -> db.sql("update night_run set sent = 2").update());
    }

    @Test
    void a_night_far_above_the_usual_waits_and_says_why() {
        int before = mailbox();
        tell("2026-03-19  night\n");
        assertThat(mailbox()).isEqualTo(before);
        assertThat(in(() -> stops.running())).singleElement().satisfies(stop -> {
            assertThat(stop.kind()).isEqualTo(MailStop.Kind.BRAKE);
            assertThat(stop.windowOn()).isEqualTo(BIG);
            assertThat(stop.reason())
                    .isEqualTo("It wants to write to 5 customers. Usual are 2; more than 4 need a yes.");
        });
        in(() -> deliver.run(here(), clock.instant()));
        assertThat(mailbox()).as("the sender that comes by every few seconds").isEqualTo(before);
        assertThat(in(() -> audit.entriesBefore(Long.MAX_VALUE, 5)))
                .extracting(AuditEntry::act)
                .contains("night.braked");
    }

    @Test
    void released_it_leaves_once() {
        int before = mailbox();
        tell("2026-03-19  night\n");
        in(() -> {
            nightMail.release(BIG, NORA);
            return true;
        });
        in(() -> deliver.run(here(), clock.instant()));
        assertThat(mailbox()).isEqualTo(before + 5);
        tell("2026-03-19  night\n");
        assertThat(mailbox()).as("the night again changes nothing").isEqualTo(before + 5);
        assertThat(in(() -> stops.running())).isEmpty();
        assertThatThrownBy(() -> in(() -> nightMail.cancel(BIG, NORA))).isInstanceOf(NotFound.class);
    }

    @Test
    void cancelled_nothing_leaves_and_the_steps_are_given_back() {
        int before = mailbox();
        tell("2026-03-19  night\n");
        assertThat(in(() -> nightMail.cancel(BIG, NORA))).isEqualTo(5);
        in(() -> deliver.run(here(), clock.instant()));
        assertThat(mailbox()).isEqualTo(before);
        assertThat(db(() -> db.sql(
                                "select count(*) from step_taken t join message m on m.id = t.message_id where m.window_on = ?")
                        .param(BIG)
                        .query(Integer.class)
                        .single()))
                .isZero();
        assertThat(db(() -> db.sql("select distinct state || ': ' || detail from message where window_on = ?")
                        .param(BIG)
                        .query(String.class)
                        .list()))
                .containsExactly("withdrawn: The night was cancelled by Nora Lindqvist.");
        assertThat(lastAct().act()).isEqualTo("night.cancelled");
    }

    @Test
    void while_a_night_is_decided_nothing_of_it_leaves() {
        in(() -> {
            nightMail.keep(BIG, NORA);
            return true;
        });
        int before = mailbox();
        tell("2026-03-19  night cut-short\n2026-03-19  deliver\n");
        assertThat(mailbox()).isEqualTo(before);
    }

    /** Scenario 21: a run exists for today; one dated fifteen days before it is refused. */
    @Test
    void scenario_21_a_run_dated_before_the_last_is_refused() {
        assertThatThrownBy(() -> in(
                        () -> nightShift.work(here(), LocalDate.of(2026, 3, 18).minusDays(15), NORA)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(
                        "The night of 2026-03-18 has run; one before it, 2026-03-03, cannot run any more.");
    }

    private void tell(String lines) {
        storyteller.tell(scene, Story.read("brake", lines));
    }

    private Caller caller(LocalDate today) {
        return new Caller(here(), NORA, Role.CREDIT_MANAGER, null, today);
    }

    private int mailbox() {
        return db(() ->
                db.sql("select count(*) from sink_mail").query(Integer.class).single());
    }

    private AuditEntry lastAct() {
        return in(() -> audit.entriesBefore(Long.MAX_VALUE, 1)).getFirst();
    }

    private <T> T in(Supplier<T> work) {
        return Objects.requireNonNull(Tenant.in(organisation, work::get));
    }

    private Organisation here() {
        return Tenant.in(organisation, all::current);
    }

    private <T> T db(Supplier<T> work) {
        return in(() -> Objects.requireNonNull(new TransactionTemplate(transactions).execute(_ -> work.get())));
    }
}
