package dev.dunwell.collections;

import static dev.dunwell.collections.Gate.Verdict.NOT_ASKED;
import static dev.dunwell.collections.Gate.Verdict.STOPS;
import static dev.dunwell.collections.Gate.Verdict.WOULD_STOP;
import static dev.dunwell.collections.Item.ANA;
import static dev.dunwell.collections.ReasonCode.ADDRESS_BOUNCED;
import static dev.dunwell.collections.ReasonCode.APPROVAL_PENDING;
import static dev.dunwell.collections.ReasonCode.BELOW_TOLERANCE;
import static dev.dunwell.collections.ReasonCode.COOL_DOWN;
import static dev.dunwell.collections.ReasonCode.CREDIT_COVERS;
import static dev.dunwell.collections.ReasonCode.DISPUTED;
import static dev.dunwell.collections.ReasonCode.HELD;
import static dev.dunwell.collections.ReasonCode.MANUAL_MODE;
import static dev.dunwell.collections.ReasonCode.NO_CONTACT;
import static dev.dunwell.collections.ReasonCode.PROMISED;
import static dev.dunwell.collections.ReasonCode.QUIET_DAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.kernel.BusinessCalendar;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What stops a due step, to the day and to the cent. On day 3 after the due date the inquiry is due. */
class GateTest {

    private static final String RECIPIENT = ANA.email();

    private final Policy policy = Policy.of(Strategy.sixStages(), BusinessCalendar.everyDay());
    private final Item open = Item.open();

    @Test
    void nothing_stops_an_ordinary_item() {
        assertThat(stop(open, 3)).isNull();
    }

    @Test
    void an_open_rest_up_to_the_tolerance_is_let_be() {
        assertThat(stop(open.amounts("5.01", "0", "5.00"), 3)).isNull();
        assertThat(stop(open.amounts("5.00", "0", "5.00"), 3)).isEqualTo(BELOW_TOLERANCE);
        assertThat(stop(open.amounts("0.01", "0", "0"), 3)).isNull();
        assertThat(stop(open.amounts("0", "0", "0"), 3)).isEqualTo(BELOW_TOLERANCE);
        assertThat(reason(open.amounts("0", "0", "0"), 3)).isEqualTo("Paid in full; nothing is open.");
        assertThat(reason(open.amounts("4.99", "0", "5.00"), 3))
                .isEqualTo("4.99 EUR open is within the tolerance of 5.00 EUR.");
    }

    @Test
    void a_dispute_stops_its_item() {
        assertThat(stop(open.disputed(1), 3)).isEqualTo(DISPUTED);
        assertThat(reason(open.disputed(1), 3)).isEqualTo("MS-20480 is disputed since Thu 4 Jun.");
        assertThat(nextOn(open.disputed(1), 3))
                .as("looked at a week after it began")
                .isEqualTo(8);
        assertThat(nextOn(open.disputed(1), 7)).isEqualTo(8);
        assertThat(nextOn(open.disputed(1), 8)).isEqualTo(15);
    }

    @Test
    void a_promise_stops_the_ladder_through_its_last_day() {
        Item promised = open.promised("1200.00", 10);
        assertThat(stop(promised, 10)).isEqualTo(PROMISED);
        assertThat(stop(promised, 11)).isNull();
        assertThat(reason(promised, 3)).isEqualTo("A promise of 1,200.00 EUR runs until Sat 13 Jun.");
        assertThat(nextOn(promised, 3)).isEqualTo(11);
    }

    @Test
    void a_hold_stops_through_its_last_day() {
        Item held = open.held(5, "new office");
        assertThat(stop(held, 5)).isEqualTo(HELD);
        assertThat(stop(held, 6)).isNull();
        assertThat(reason(held, 3)).isEqualTo("MS-20480 is on hold until Mon 8 Jun: new office.");
        assertThat(nextOn(held, 3)).isEqualTo(6);
    }

    @Test
    void a_hold_on_the_customer_stops_too_and_the_longer_one_counts() {
        Item both = open.held(5, "new office").customerHeld(9, "merger.");
        assertThat(reason(both, 3)).isEqualTo("The customer is on hold until Fri 12 Jun: merger.");
        assertThat(nextOn(both, 3)).isEqualTo(10);
        assertThat(reason(open.held(9, "new office").customerHeld(5, "merger"), 3))
                .startsWith("MS-20480 is on hold");
    }

    @Test
    void open_credit_that_covers_the_item_stops() {
        assertThat(stop(open.amounts("1200.00", "1194.99", "5.00"), 3)).isNull();
        assertThat(stop(open.amounts("1200.00", "1195.00", "5.00"), 3)).isEqualTo(CREDIT_COVERS);
        assertThat(reason(open.amounts("1200.00", "1195.00", "5.00"), 3))
                .isEqualTo("Open credit of 1,195.00 EUR leaves 5.00 EUR, within tolerance.");
        assertThat(reason(open.amounts("1200.00", "1200.00", "5.00"), 3))
                .isEqualTo("Open credit of 1,200.00 EUR covers the 1,200.00 EUR open.");
    }

    @Test
    void in_manual_mode_a_person_decides_everything() {
        Item manual = open.mode(ContactMode.MANUAL);
        assertThat(stop(manual, 3)).isEqualTo(MANUAL_MODE);
        assertThat(stop(manual.taken(5, 3), 7)).as("calls too").isEqualTo(MANUAL_MODE);
        assertThat(nextOn(manual, 3)).as("a week after the step's day").isEqualTo(10);
        assertThat(nextOn(manual, 10)).isEqualTo(17);
    }

    @Test
    void standing_rules_stop_when_no_step_is_due_either() {
        assertThat(stop(open.promised("10", 2), -20)).isEqualTo(PROMISED);
        assertThat(stop(open.mode(ContactMode.MANUAL).taken(2, -27), -20)).isEqualTo(MANUAL_MODE);
        assertThat(nextOn(open.mode(ContactMode.MANUAL).taken(2, -27), -20))
                .as("weekly from issue")
                .isEqualTo(-16);
    }

    @Test
    void a_mail_needs_an_address() {
        Item nobody = open.contacts(null, null);
        assertThat(stop(nobody, 3)).isEqualTo(NO_CONTACT);
        assertThat(reason(nobody, 3)).isEqualTo("No contact of the customer has an e-mail address.");
        assertThat(nextOn(nobody, 5)).isEqualTo(10);
        assertThat(stop(nobody.taken(5, 3), 7)).as("a call does not").isNull();
        assertThat(stop(nobody.taken(4, -2), 0))
                .as("nor does a day without a step")
                .isNull();
    }

    @Test
    void a_bounced_address_stops_until_another_is_used() {
        assertThat(stop(open.contacts(ANA, RECIPIENT), 3)).isEqualTo(ADDRESS_BOUNCED);
        assertThat(stop(open.contacts(ANA, "ANA@castellano.example"), 3)).isEqualTo(ADDRESS_BOUNCED);
        assertThat(stop(open.contacts(null, RECIPIENT), 3)).isEqualTo(ADDRESS_BOUNCED);
        assertThat(stop(open.contacts(ANA, "old@castellano.example"), 3)).isNull();
        assertThat(stop(open.contacts(ANA, RECIPIENT).taken(5, 3), 7))
                .as("a call does not need it")
                .isNull();
    }

    @Test
    void the_cool_down_counts_the_day_of_the_contact_and_ends_on_the_third_after() {
        assertThat(stop(open.contacted(3), 3)).isEqualTo(COOL_DOWN);
        assertThat(stop(open.contacted(1), 3)).isEqualTo(COOL_DOWN);
        assertThat(stop(open.contacted(0), 3)).isNull();
        assertThat(nextOn(open.contacted(3), 4)).isEqualTo(6);
        assertThat(reason(open.contacted(3), 4)).isEqualTo("Last contact on Sat 6 Jun; the next not before Tue 9 Jun.");
        assertThat(stop(open.taken(5, 3).contacted(6), 7)).as("calls too").isEqualTo(COOL_DOWN);
        assertThat(stop(open.taken(10, 42).contacted(53), 53))
                .as("a proposal is no contact")
                .isNull();
    }

    @Test
    void in_approve_mode_every_mail_waits_for_approval_but_no_call() {
        Item approve = open.mode(ContactMode.APPROVE);
        assertThat(stop(approve, 3)).isEqualTo(APPROVAL_PENDING);
        assertThat(reason(approve, 3)).isEqualTo("Inquiry about 1,200.00 EUR waits for approval.");
        assertThat(stop(approve.approved(), 3)).isNull();
        assertThat(stop(approve.taken(5, 3), 7)).isNull();
    }

    @Test
    void the_final_notice_always_waits_for_approval() {
        assertThat(stop(open.taken(9, 33), 42)).isEqualTo(APPROVAL_PENDING);
        assertThat(stop(open.taken(9, 33).approved(), 42)).isNull();
    }

    @Test
    void on_a_quiet_day_nobody_is_written_to() {
        Policy weekdays = Policy.of(Strategy.sixStages(), BusinessCalendar.of("DE"));
        LocalDate saturday = LocalDate.of(2026, 8, 1);
        Item called = open.taken(8, 55);
        Item proposed = open.taken(10, 42);
        assertThat(weekdays.decide(open.now(), saturday).code()).isEqualTo(QUIET_DAY);
        assertThat(weekdays.decide(called.now(), saturday).code())
                .as("whoever calls knows what day it is")
                .isEqualTo(ReasonCode.CALL_DUE);
        assertThat(weekdays.decide(proposed.now(), saturday).code())
                .as("a proposal reaches nobody")
                .isEqualTo(ReasonCode.PROPOSAL_DUE);
        Decision decision = weekdays.decide(open.now(), saturday);
        assertThat(decision.nextOn()).isEqualTo("2026-08-03");
        assertThat(decision.reason()).isEqualTo("Inquiry waits for Mon 3 Aug, the next working day.");
        assertThat(weekdays.decide(open.now(), saturday.plusDays(1)))
                .as("the same on Sunday")
                .isEqualTo(decision);
    }

    @Test
    void the_first_stop_wins_and_later_ones_would_stop() {
        Item item = open.promised("1200", 9).held(20, "new office").contacts(null, null);
        assertThat(policy.explain(item.now(), item.day(3)).gate())
                .filteredOn(line -> line.verdict() == STOPS || line.verdict() == WOULD_STOP)
                .extracting(line -> line.code() + " " + line.verdict())
                .containsExactly(PROMISED + " " + STOPS, HELD + " " + WOULD_STOP, NO_CONTACT + " " + WOULD_STOP);
    }

    @Test
    void every_question_has_a_because_also_when_it_does_not_stop() {
        assertThat(policy.explain(open.contacted(-9).now(), open.day(3)).gate())
                .extracting(line -> line.question() + " " + line.because())
                .containsExactly(
                        "Is it legal, insolvent or deceased? nothing of that sort is noted",
                        "Is it placed with an agency? no agency has it",
                        "Is it paid or below tolerance? 1,200.00 EUR open, tolerance 5.00 EUR",
                        "Is it disputed? no dispute about MS-20480",
                        "Is there an open promise? no promise",
                        "Is there a hold? no hold",
                        "Does open credit cover it? no open credit",
                        "Is the customer in manual mode? automatic",
                        "Will a direct debit bring it? no direct debit is agreed",
                        "Is there an answer nobody has read? no unread answer",
                        "Is the person we write to away? nobody said so",
                        "Is it paid by a plan? no plan",
                        "Does a question wait for our answer? no question about MS-20480",
                        "Does the invoice lack something they demand? nothing they demand is missing",
                        "Is the inquiry closed already? the inquiry is open",
                        "Did they answer while the inquiry is open? asked from the firm reminder on",
                        "Is something agreed still to come? asked from the firm reminder on",
                        "Is it unproven that the invoice arrived? asked from the firm reminder on",
                        "Is the invoice called incorrect? asked from the firm reminder on",
                        "Are there special circumstances? asked from the firm reminder on",
                        "Are goods or services missing? asked from the firm reminder on",
                        "Is too little overdue to ask for? every amount is asked for",
                        "Did they opt out of the channel? nobody asked to get no e-mail",
                        "Is there no valid contact? Ana Ruiz, ana@castellano.example",
                        "Did the address bounce? no bounce on file",
                        "Contacted within cool-down? last contact Mon 25 May, limit 3 days",
                        "Is approval pending? not needed",
                        "Is it a firm word to a valuable customer? not marked as valuable",
                        "Do they want to hear on another day? any day is right",
                        "Is bank data stale? nobody asks how fresh it is",
                        "Did they hear enough lately? 0 points in 7 days, limit 10",
                        "Is a message to them written today? none yet",
                        "Will another message carry it? messages do not wait for each other",
                        "Is it a weekend or holiday? Sat 6 Jun is a working day");
    }

    @Test
    void questions_about_the_step_are_not_asked_without_one() {
        assertThat(policy.explain(open.taken(4, -2).now(), open.day(0)).gate())
                .filteredOn(line -> line.verdict() == NOT_ASKED)
                .hasSize(23)
                .allSatisfy(line -> assertThat(line.because()).isEqualTo("no step is due"));
    }

    private @Nullable ReasonCode stop(Item item, int fromDue) {
        Decision decision = policy.decide(item.now(), item.day(fromDue));
        return decision.action() == Action.HOLD ? decision.code() : null;
    }

    private String reason(Item item, int fromDue) {
        return policy.decide(item.now(), item.day(fromDue)).reason();
    }

    private long nextOn(Item item, int fromDue) {
        return policy.decide(item.now(), item.day(fromDue)).nextOn().toEpochDay() - Item.DUE.toEpochDay();
    }
}
