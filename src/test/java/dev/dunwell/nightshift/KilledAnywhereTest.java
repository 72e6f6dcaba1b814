package dev.dunwell.nightshift;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.dunwell.DunwellTest;
import dev.dunwell.Traces;
import dev.dunwell.access.Actor;
import dev.dunwell.access.AddPerson;
import dev.dunwell.access.NewOrganisation;
import dev.dunwell.access.Organisation;
import dev.dunwell.access.Organisation.MailMode;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.SetClock;
import dev.dunwell.access.SetMailMode;
import dev.dunwell.access.Tenant;
import dev.dunwell.collections.Queue;
import dev.dunwell.collections.Watch;
import dev.dunwell.collections.Worklist;
import dev.dunwell.conversations.ChangeMailAccount;
import dev.dunwell.conversations.FetchMail;
import dev.dunwell.conversations.MailAccount;
import dev.dunwell.demo.Founding;
import dev.dunwell.demo.Scene;
import dev.dunwell.demo.Soundness;
import dev.dunwell.demo.Story;
import dev.dunwell.demo.Storyteller;
import dev.dunwell.demo.TestOrganisations;
import dev.dunwell.jobs.RecurringJob;
import dev.dunwell.messaging.Outbox;
import dev.dunwell.messaging.SmtpSettings.Tls;
import dev.dunwell.nightshift.Power.When;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A night and the mail after it, killed before and after each of its commits and each word to the mail server and the
 * mailbox, one after the other. The jobs begin anew on the same database; after that nobody can tell it from a night
 * that was not killed, and what may have been sent was shown within two minutes.
 */
@Tag("slow")
@DunwellTest
@Import(KilledAnywhereTest.Wires.class)
class KilledAnywhereTest {

    private static final LocalDate NIGHT = LocalDate.of(2026, 3, 24);
    private static final Instant MORNING = Instant.parse("2026-03-24T08:00:00Z");
    /** After it the scheduler takes over what a dead process had begun. */
    private static final Duration TAKEN_OVER = Duration.ofSeconds(70);

    private static final Duration TWO_MINUTES = Duration.ofMinutes(2);
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final int STEP =
            Integer.getInteger("dunwell.kills.step", Boolean.getBoolean("dunwell.soak") ? 1 : 5);
    private static final Actor NORA = Actor.person("Nora Lindqvist");

    private static final String STORY = """
            2026-03-02  organisation "Killed" EUR zone Europe/Berlin country DE
                        setting  replyTo ar@killed.example
                        setting  nightAt 05:00
                        terms    "Trade" "net 30" per-year 9 fees "3: 5.00"
                        customer asked "Asked Ltd"
                        contact  asked "Ann Asked" email ann@asked.example
                        customer soon "Soon GmbH" terms "Trade"
                        contact  soon "Sam Soon" email sam@soon.example
                        customer broke "Broke SARL"
                        contact  broke "Bea Broke" email bea@broke.example
                        invoice  B-1 broke 300.00 EUR issued 2026-02-01 due 2026-03-21
                        promise  broke 300.00 EUR due 2026-03-22
                        customer wrote "Wrote AS"
                        contact  wrote "Wim Wrote" email wim@wrote.example
            2026-03-23  invoice  A-1 asked 1000.00 EUR issued 2026-02-10 due 2026-03-21
                        invoice  A-2 asked 70.00 EUR issued 2026-02-10 due 2026-03-21
                        invoice  S-1 soon 500.00 EUR issued 2026-03-01 due 2026-03-31
                        invoice  W-1 wrote 250.00 EUR issued 2026-02-10 due 2026-03-21
            """;

    private static final Power POWER = new Power();
    private static final GreenMail SERVER = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });
    private static final Line SMTP = line();
    private static final Line IMAP = line();

    @TestConfiguration(proxyBeanMethods = false)
    static class Wires {

        @Bean
        static Power power() {
            return POWER;
        }

        @Bean
        @Primary
        Wall wall() {
            return new Wall();
        }
    }

    /** A clock that a test sets. */
    static final class Wall extends Clock {
        private volatile Instant now = MORNING;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry properties) {
        properties.add("dunwell.mail.host", () -> "127.0.0.1");
        properties.add("dunwell.mail.port", SMTP::port);
        properties.add("dunwell.mail.tls", () -> "none");
    }

    private static Line line() {
        try {
            return new Line(POWER);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeAll
    static void open() {
        SERVER.start();
        SMTP.leadTo(SERVER.getSmtp().getPort());
        IMAP.leadTo(SERVER.getImap().getPort());
    }

    @AfterAll
    static void close() throws IOException {
        SERVER.stop();
        SMTP.close();
        IMAP.close();
    }

    @Autowired
    ApplicationContext house;

    @Autowired
    Organisations organisations;

    @Autowired
    Wall wall;

    @Autowired
    List<RecurringJob> timetable;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    private int organisation;
    private int unknown;

    @ParameterizedTest
    @EnumSource
    void a_night_killed_anywhere_ends_as_one_that_is_not(When when) throws Exception {
        found();
        live(0, when);
        Map<String, List<String>> undisturbed = traces();
        Map<String, Integer> heard = heard();
        assertThat(heard).containsOnlyKeys("ann@asked.example", "bea@broke.example", "sam@soon.example");
        assertThat(heard.values()).containsOnly(1);
        int moments = POWER.moments();
        for (int moment = 1 + when.ordinal(); moment <= moments; moment += STEP) {
            String which = "killed %s moment %d of %d".formatted(when, moment, moments);
            found();
            live(moment, when);
            assertThat(heard()).as(which).isEqualTo(heard);
            assertThat(traces()).as(which).isEqualTo(undisturbed);
            house.getBean(Soundness.class).check(here(), NIGHT);
        }
        System.out.printf("%d moments of a night, every %d. killed %s, %d unconfirmed%n", moments, STEP, when, unknown);
    }

    /** The night and the mail after it; then the jobs begin anew, as often as it takes. */
    private void live(int moment, When when) throws Exception {
        POWER.failAt(moment, when);
        try {
            in(() -> house.getBean(NightShift.class).work(organisations.current(), NIGHT, NORA));
            wall.now = MORNING.plus(QUARTER);
            jobs();
        } catch (Power.Out | RuntimeException e) {
            if (!POWER.isOut()) {
                throw e;
            }
        }
        assertThat(POWER.isOut()).as("it died at moment " + moment).isEqualTo(moment > 0);
        POWER.restore();
        wall.now = wall.now.plus(TAKEN_OVER);
        jobs();
        wall.now = wall.now.plus(TWO_MINUTES.minus(TAKEN_OVER));
        jobs();
        everythingUncertainIsShown();
        settleByHand();
        wall.now = wall.now.plus(QUARTER);
        jobs();
        wall.now = wall.now.plus(QUARTER);
        jobs();
    }

    private void jobs() {
        for (RecurringJob job : timetable) {
            Tenant.runIn(organisation, () -> job.work(organisations.current(), wall.now));
        }
    }

    /** Each by name beside the list of Today, and its customer on it. */
    private void everythingUncertainIsShown() {
        assertThat(texts("select to_address from message where state = 'sending'"))
                .isEmpty();
        List<String> uncertain = texts("select to_address from message where state = 'unknown' order by 1");
        List<Watch.Undelivered> shown = in(() -> house.getBean(Watch.class).undelivered(NIGHT, 10));
        assertThat(shown.stream().map(Watch.Undelivered::address).sorted()).isEqualTo(uncertain);
        List<Worklist.Row> rows =
                in(() -> house.getBean(Worklist.class).rows(Queue.of(NIGHT), Worklist.After.NOTHING, 10));
        assertThat(rows.stream().map(Worklist.Row::customerId))
                .containsAll(shown.stream().map(Watch.Undelivered::customerId).toList());
        unknown += uncertain.size();
    }

    /** A colleague asks the customer, and says what is so. */
    private void settleByHand() throws Exception {
        for (Watch.Undelivered one : in(() -> house.getBean(Watch.class).undelivered(NIGHT, 10))) {
            boolean came = heard().containsKey(one.address());
            Outbox outbox = house.getBean(Outbox.class);
            Tenant.runIn(organisation, () -> {
                if (came) {
                    outbox.confirmSent(one.id(), NORA);
                } else {
                    outbox.resend(one.id(), NORA);
                }
            });
        }
    }

    /** How many mails came to whom. */
    private static Map<String, Integer> heard() throws MessagingException {
        Map<String, Integer> heard = new TreeMap<>();
        for (MimeMessage mail : SERVER.getReceivedMessages()) {
            String to = Arrays.toString(mail.getRecipients(Message.RecipientType.TO));
            if (!to.contains("@killed.example")) {
                heard.merge(to.replaceAll(".*<|>.*|[\\[\\]]", ""), 1, Integer::sum);
            }
        }
        return heard;
    }

    private Map<String, List<String>> traces() {
        Map<String, List<String>> traces = new LinkedHashMap<>();
        Traces.BY_NAME.forEach((name, sql) -> traces.put(name, texts(Traces.asLines(sql.formatted(organisation)))));
        traces.put("answers", texts("""
                select c.number || ' ' || m.subject || ' ' || m.writer
                from received_mail m
                join customer c on c.id = m.customer_id
                order by 1
                """));
        traces.put("fees", texts("select kind || ' ' || amount || ' ' || state from charge order by 1"));
        return traces;
    }

    /** The same book again, with an answer in its mailbox that nobody has read. */
    private void found() throws Exception {
        SERVER.purgeEmailFromAllMailboxes();
        wall.now = MORNING;
        var scene = new Scene(new Founding() {
            @Override
            public int found(NewOrganisation asked) {
                organisation = house.getBean(TestOrganisations.class).found(asked);
                return organisation;
            }

            @Override
            public void welcome(AddPerson.Added person) {}
        });
        house.getBean(Storyteller.class).tell(scene, Story.read("killed", STORY));
        String box = "ar" + organisation;
        SERVER.setUser(box + "@killed.example", box, "secret words");
        in(() -> {
            house.getBean(SetClock.class).set(null, NORA);
            house.getBean(SetMailMode.class).set(MailMode.LIVE, NORA);
            house.getBean(ChangeMailAccount.class).change(NORA, mailbox(box), "secret words");
            return house.getBean(FetchMail.class).fetch(MORNING);
        });
        GreenMailUtil.sendTextEmail(
                box + "@killed.example",
                "wim@wrote.example",
                "Your invoice W-1",
                "We paid it yesterday.",
                SERVER.getSmtp().getServerSetup());
    }

    private static MailAccount mailbox(String user) {
        return new MailAccount(
                "127.0.0.1",
                IMAP.port(),
                Tls.NONE,
                user,
                "INBOX",
                "ar@killed.example",
                MailAccount.TokenIn.ADDRESS,
                true,
                null,
                null);
    }

    private Organisation here() {
        return in(organisations::current);
    }

    private List<String> texts(String sql) {
        return in(() -> Objects.requireNonNull(transaction.execute(
                _ -> new ArrayList<>(db.sql(sql).query(String.class).list()))));
    }

    private <T> T in(Supplier<T> work) {
        return Tenant.in(organisation, work::get);
    }
}
