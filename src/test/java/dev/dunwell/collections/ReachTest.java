package dev.dunwell.collections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Actor;
import dev.dunwell.access.AddPerson;
import dev.dunwell.access.Audit;
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
import dev.dunwell.reach.ChangeLimits;
import dev.dunwell.reach.Condition.Kind;
import dev.dunwell.reach.ConfirmBankData;
import dev.dunwell.reach.LiftCondition;
import dev.dunwell.reach.Limits;
import dev.dunwell.reach.NoteCondition;
import dev.dunwell.reach.OptOut.Via;
import dev.dunwell.reach.OptOuts;
import dev.dunwell.reach.Places;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is noted about reaching a customer reaches the gate at once, with its author, and can be taken back. */
@DunwellTest
class ReachTest {

    /** Monday; the inquiry of INV-1 is due. */
    private static final LocalDate NIGHT = LocalDate.of(2026, 3, 16);

    private static final Limits.Entry ANY = new Limits.Entry(0, 0, 0);
    private static final Limits.Brake BRAKE = new Limits.Brake(3, 50);

    @Autowired
    Storyteller storyteller;

    @Autowired
    TestOrganisations organisations;

    @Autowired
    Organisations all;

    @Autowired
    NoteCondition noteCondition;

    @Autowired
    LiftCondition liftCondition;

    @Autowired
    OptOuts optOuts;

    @Autowired
    Places places;

    @Autowired
    ChangeLimits changeLimits;

    @Autowired
    ConfirmBankData confirmBankData;

    @Autowired
    Why why;

    @Autowired
    Audit audit;

    @Autowired
    JdbcClient db;

    @Autowired
    PlatformTransactionManager transactions;

    private int organisation;
    private Scene scene;

    @BeforeEach
    void an_inquiry_is_due() {
        scene = new Scene(new Founding() {
            @Override
            public int found(NewOrganisation asked) {
                organisation = organisations.found(asked);
                return organisation;
            }

            @Override
            public void welcome(AddPerson.Added person) {}
        });
        tell("""
                2026-02-11  organisation "Reach" EUR country DE
                            customer acme "Acme Ltd"
                            contact  acme "Ann Acme" email ann@acme.example
                            invoice  INV-1 acme 1000.00 EUR due 2026-03-13
                2026-03-16  expect   INV-1 send
                """);
    }

    @Test
    void what_is_due_is_sent_while_nothing_is_noted() {
        assertThat(decided().action()).isEqualTo(Action.SEND);
    }

    @Test
    void a_condition_stops_at_once_until_it_is_lifted_with_a_reason() {
        long id = in(() -> noteCondition.note(caller(), wanted(Kind.INSOLVENT, null)));
        assertThat(decided().code()).isEqualTo(ReasonCode.SPECIAL_CONDITION);
        assertThatThrownBy(() -> in(() -> noteCondition.note(caller(), wanted(Kind.INSOLVENT, null))))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> in(() -> liftCondition.lift(caller(), id, " ")))
                .isInstanceOf(BadInput.class);
        in(() -> liftCondition.lift(caller(), id, "The plan was confirmed"));
        assertThat(decided().action()).isEqualTo(Action.SEND);
        assertThat(in(() -> audit.entriesBefore(Long.MAX_VALUE, 2)))
                .extracting(entry -> entry.act() + " by " + entry.actor())
                .containsExactly("condition.lifted by Nora", "condition.noted by Nora");
    }

    @Test
    void only_an_agency_or_a_debit_may_concern_one_invoice() {
        long invoice =
                in(() -> db.sql("select id from invoice").query(Long.class).single());
        assertThatThrownBy(() -> in(() -> noteCondition.note(
                        caller(), new NoteCondition.Wanted(customer(), invoice, Kind.DECEASED, null, "x"))))
                .isInstanceOf(BadInput.class);
        in(() -> noteCondition.note(caller(), new NoteCondition.Wanted(customer(), invoice, Kind.PLACED, null, "x")));
        assertThat(decided().code()).isEqualTo(ReasonCode.PLACED);
    }

    @Test
    void a_debit_of_an_invoice_has_its_day() {
        long invoice =
                in(() -> db.sql("select id from invoice").query(Long.class).single());
        in(() -> noteCondition.note(
                caller(),
                new NoteCondition.Wanted(customer(), invoice, Kind.DIRECT_DEBIT, NIGHT.plusDays(1), "mandate 7")));
        assertThat(decided().code()).isEqualTo(ReasonCode.DEBIT_PENDING);
        assertThat(decided().nextOn()).isEqualTo(NIGHT.plusDays(5));
    }

    @Test
    void whoever_opted_out_gives_way_to_a_colleague() {
        long ann = in(() -> db.sql("select id from contact").query(Long.class).single());
        in(() -> optOuts.record(caller(), customer(), ann, Via.MAIL, "Ann, by phone"));
        assertThat(decided().code()).isEqualTo(ReasonCode.OPTED_OUT);
        tell("2026-03-16  contact acme \"Bob Acme\" email bob@acme.example\n");
        assertThat(decided().action()).isEqualTo(Action.SEND);
    }

    @Test
    void the_recipients_holiday_is_a_quiet_day() {
        in(() -> {
            places.say(caller(), customer(), null, "Europe/Dublin", "ie");
            return true;
        });
        assertThat(decided().action()).isEqualTo(Action.SEND);
        tell("2026-03-17  expect INV-1 hold \"Wed 18 Mar, the next working day\"\n2026-03-18  expect INV-1 send\n");
    }

    @Test
    void calls_by_hand_count_against_the_budget() {
        in(() -> db.sql("""
                insert into interaction (customer_id, kind, direction, outcome, happened_on, author)
                values (:customer, 'call', 'out', 'reached', :on, 'Nora')
                """)
                .param("customer", customer())
                .param("on", NIGHT.minusDays(4))
                .update());
        limits(null, new Limits.Fatigue(4, 7), ANY);
        assertThat(decided().code()).as("3 for the call and 2 for the mail").isEqualTo(ReasonCode.FATIGUE);
        assertThat(decided().nextOn()).isEqualTo(NIGHT.plusDays(3));
    }

    @Test
    void stale_bank_data_holds_demands_until_somebody_looks() {
        limits(1, null, ANY);
        assertThat(decided().code()).isEqualTo(ReasonCode.BANK_STALE);
        in(() -> {
            confirmBankData.confirm(caller(), "The account, nothing new");
            return true;
        });
        assertThat(decided().action()).isEqualTo(Action.SEND);
    }

    @Test
    void too_little_is_not_asked_for() {
        limits(null, null, new Limits.Entry(2, 0, 0));
        assertThat(decided().code()).isEqualTo(ReasonCode.BELOW_ENTRY);
        tell("2026-03-16  invoice INV-2 acme 1.00 EUR issued 2026-02-12 due 2026-03-15\n");
        assertThat(decided().action()).isEqualTo(Action.SEND);
    }

    @Test
    void a_mail_waits_for_the_one_that_carries_it_but_not_longer() {
        in(() -> {
            changeLimits.change(caller(), new Limits(null, null, null, 3, 3, ANY, BRAKE));
            return true;
        });
        tell("2026-03-16  invoice INV-2 acme 10.00 EUR issued 2026-02-12 due 2026-03-15\n");
        assertThat(decided().code()).isEqualTo(ReasonCode.BUNDLED);
        assertThat(decided().reason()).isEqualTo("It goes with the message about INV-2 on Wed 18 Mar.");
        tell("2026-03-16  night\n2026-03-17  night\n");
        assertThat(messages()).isZero();
        tell("2026-03-18  night\n");
        assertThat(messages()).as("one for both").isEqualTo(1);
        assertThat(in(() -> db.sql("select count(*) from step_taken where message_id is not null")
                        .query(Integer.class)
                        .single()))
                .isEqualTo(2);
    }

    private Decision decided() {
        return in(() -> why.about(here(), "INV-1", NIGHT)).decision();
    }

    private int messages() {
        return in(() ->
                db.sql("select count(*) from message").query(Integer.class).single());
    }

    private void limits(@Nullable Integer bankDays, Limits.@Nullable Fatigue fatigue, Limits.Entry entry) {
        in(() -> {
            changeLimits.change(caller(), new Limits(bankDays, fatigue, null, 0, 3, entry, BRAKE));
            return true;
        });
    }

    private NoteCondition.Wanted wanted(Kind kind, @Nullable LocalDate debitOn) {
        return new NoteCondition.Wanted(customer(), null, kind, debitOn, "file 12/26");
    }

    private long customer() {
        return in(() -> db.sql("select id from customer").query(Long.class).single());
    }

    private Caller caller() {
        return new Caller(here(), Actor.person("Nora"), Role.CREDIT_MANAGER, null, NIGHT);
    }

    private void tell(String lines) {
        storyteller.tell(scene, Story.read("reach", lines));
    }

    private Organisation here() {
        return Tenant.in(organisation, all::current);
    }

    private <T> T in(Supplier<T> work) {
        return Objects.requireNonNull(
                Tenant.in(organisation, () -> new TransactionTemplate(transactions).execute(_ -> work.get())));
    }
}
