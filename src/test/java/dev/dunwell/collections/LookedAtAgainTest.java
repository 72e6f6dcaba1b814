package dev.dunwell.collections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Actor;
import dev.dunwell.access.AddPerson;
import dev.dunwell.access.Caller;
import dev.dunwell.access.NewOrganisation;
import dev.dunwell.access.Organisation;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.Role;
import dev.dunwell.access.SetClock;
import dev.dunwell.access.Tenant;
import dev.dunwell.demo.Founding;
import dev.dunwell.demo.Scene;
import dev.dunwell.demo.Story;
import dev.dunwell.demo.Storyteller;
import dev.dunwell.demo.TestOrganisations;
import dev.dunwell.reach.ChangeLimits;
import dev.dunwell.reach.Condition.Kind;
import dev.dunwell.reach.Limits;
import dev.dunwell.reach.NoteCondition;
import dev.dunwell.reach.OptOut.Via;
import dev.dunwell.reach.OptOuts;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The gate and the last look do not drift apart. */
@DunwellTest
class LookedAtAgainTest {

    /** What the tests of the cases and of the conversations look at. */
    private static final Set<ReasonCode> OF_OTHERS =
            EnumSet.of(ReasonCode.PLAN_ON_TRACK, ReasonCode.QUESTION_OPEN, ReasonCode.UNREAD_ANSWER, ReasonCode.AWAY);

    private static final LocalDate NIGHT = LocalDate.of(2026, 3, 16);
    private static final String BEGINNING = """
            2026-02-11  organisation "Look again" EUR country DE
                        customer acme "Acme Ltd"
                        contact  acme "Ann Acme" email ann@acme.example
                        invoice  INV-1 acme 1000.00 EUR due 2026-03-13
            2026-03-16  night cut-short
            """;

    @Autowired
    Storyteller storyteller;

    @Autowired
    TestOrganisations organisations;

    @Autowired
    Organisations all;

    @Autowired
    SetClock setClock;

    @Autowired
    LastLook lastLook;

    @Autowired
    NoteCondition noteCondition;

    @Autowired
    OptOuts optOuts;

    @Autowired
    ChangeLimits changeLimits;

    @Autowired
    LogContact logContact;

    @Autowired
    JdbcClient db;

    @Autowired
    PlatformTransactionManager transactions;

    private int organisation;
    private Scene scene;

    @BeforeEach
    void a_message_is_planned() {
        scene = new Scene(new Founding() {
            @Override
            public int found(NewOrganisation asked) {
                organisation = organisations.found(asked);
                return organisation;
            }

            @Override
            public void welcome(AddPerson.Added person) {}
        });
        storyteller.tell(scene, Story.read("look-again", BEGINNING));
    }

    /** What makes each reason true after the message was written, and what is said then. */
    private Map<ReasonCode, Change> changes() {
        Map<ReasonCode, Change> changes = new EnumMap<>(ReasonCode.class);
        changes.put(ReasonCode.NOT_OPEN, told("payment INV-1 1000.00 EUR", "INV-1 was paid"));
        changes.put(ReasonCode.DISPUTED, told("dispute INV-1 \"Wrong price\"", "INV-1 was disputed"));
        changes.put(ReasonCode.PROMISED, told("promise acme 1000.00 EUR due 2026-03-20", "A promise"));
        changes.put(ReasonCode.HELD, told("hold acme until 2026-03-20 \"They look\"", "A hold"));
        changes.put(
                ReasonCode.BELOW_TOLERANCE,
                done(
                        c -> db.sql("update organisation set tolerance = 100000 where id = current_org()")
                                .update(),
                        "INV-1 is below"));
        changes.put(
                ReasonCode.CREDIT_COVERS,
                done(c -> db.sql("""
                                insert into payment (customer_id, received_on, currency, amount, unapplied_amount)
                                select id, :on, 'EUR', 100000, 100000 from customer
                                """).param("on", NIGHT).update(), "Credit came in"));
        changes.put(
                ReasonCode.MANUAL_MODE,
                done(
                        c -> db.sql("update customer set contact_mode = 'manual'")
                                .update(),
                        "The customer was set to manual"));
        changes.put(
                ReasonCode.APPROVAL_PENDING,
                done(
                        c -> db.sql("update customer set contact_mode = 'approve'")
                                .update(),
                        "The customer was set to approve"));
        changes.put(
                ReasonCode.NO_CONTACT,
                done(
                        c -> db.sql("update contact set email = 'new@acme.example'")
                                .update(),
                        "ann@acme.example is no address"));
        changes.put(
                ReasonCode.ADDRESS_BOUNCED,
                done(
                        c -> db.sql("update contact set bounced_on = :on")
                                .param("on", NIGHT)
                                .update(),
                        "Mail to ann@acme.example bounced"));
        changes.put(
                ReasonCode.COOL_DOWN,
                done(
                        c -> logContact.log(
                                c,
                                new LogContact.Contact(
                                        customer(),
                                        null,
                                        "call",
                                        "out",
                                        "reached",
                                        "",
                                        null,
                                        null,
                                        "no idea",
                                        List.of())),
                        "Somebody spoke with the customer"));
        changes.put(ReasonCode.SPECIAL_CONDITION, noted(Kind.INSOLVENT));
        changes.put(ReasonCode.PLACED, noted(Kind.PLACED));
        changes.put(
                ReasonCode.DEBIT_PENDING,
                done(c -> noteCondition.note(c, condition(Kind.DIRECT_DEBIT, NIGHT)), "It was noted"));
        changes.put(
                ReasonCode.OPTED_OUT,
                done(c -> optOuts.record(c, customer(), null, Via.MAIL, "Ann"), "ann@acme.example opted out"));
        changes.put(
                ReasonCode.BANK_STALE,
                done(
                        c -> changeLimits.change(
                                c, new Limits(1, null, null, 0, 3, new Limits.Entry(0, 0, 0), new Limits.Brake(3, 50))),
                        "Bank data has become stale"));
        return changes;
    }

    @ParameterizedTest
    @EnumSource(ReasonCode.class)
    void each_reason_is_looked_at_again_or_says_why_not(ReasonCode code) {
        if (OF_OTHERS.contains(code)) {
            return;
        }
        Change change = changes().get(code);
        assertThat(change != null).as(LookedAtAgain.whyNot(code)).isEqualTo(LookedAtAgain.isAsked(code));
        if (change != null) {
            Runnable act = change.act;
            act.run();
            assertThat(reasonsOn(NIGHT.plusDays(change.daysLater)))
                    .singleElement()
                    .asString()
                    .startsWith(change.said);
        }
    }

    private record Change(Runnable act, int daysLater, String said) {}

    private Change told(String line, String said) {
        return new Change(() -> later(line), 2, said);
    }

    private Change done(Consumer<Caller> act, String said) {
        return new Change(
                () -> Tenant.runIn(
                        organisation,
                        () -> new TransactionTemplate(transactions)
                                .executeWithoutResult(_ -> act.accept(
                                        new Caller(here(), Actor.person("Nora"), Role.CREDIT_MANAGER, null, NIGHT)))),
                0,
                said);
    }

    private Change noted(Kind kind) {
        return done(c -> noteCondition.note(c, condition(kind, null)), "It was noted");
    }

    private NoteCondition.Wanted condition(Kind kind, @Nullable LocalDate debitOn) {
        return new NoteCondition.Wanted(customer(), null, kind, debitOn, "said by phone");
    }

    private long customer() {
        return db.sql("select id from customer").query(Long.class).single();
    }

    /** Said two days after the night. */
    private void later(String line) {
        storyteller.tell(scene, Story.read("look-again", "2026-03-18  " + line));
    }

    private List<String> reasonsOn(@Nullable LocalDate today) {
        return Tenant.in(organisation, () -> {
            setClock.set(today, Actor.automation("test"));
            Map<Long, String> reasons = new TransactionTemplate(transactions).execute(_ -> lastLook.stop(messages()));
            return List.copyOf(reasons.values());
        });
    }

    private Organisation here() {
        return Tenant.in(organisation, all::current);
    }

    private List<Long> messages() {
        List<Long> messages = db.sql("select id from message where window_on = ?")
                .param(NIGHT)
                .query((row, _) -> row.getLong("id"))
                .list();
        assertThat(messages).hasSize(1);
        return messages;
    }
}
