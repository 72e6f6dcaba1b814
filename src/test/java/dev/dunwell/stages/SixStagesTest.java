package dev.dunwell.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Actor;
import dev.dunwell.access.AddPerson;
import dev.dunwell.access.Caller;
import dev.dunwell.access.NewOrganisation;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.Role;
import dev.dunwell.access.Tenant;
import dev.dunwell.collections.AnswerPressure;
import dev.dunwell.collections.CloseInquiry;
import dev.dunwell.collections.CurrentDecisions;
import dev.dunwell.collections.FinishAgreed;
import dev.dunwell.collections.Grade;
import dev.dunwell.collections.Journey;
import dev.dunwell.collections.Journeys;
import dev.dunwell.collections.LogContact;
import dev.dunwell.collections.PressureQuestion;
import dev.dunwell.collections.ReasonCode;
import dev.dunwell.collections.SkipStep;
import dev.dunwell.collections.Stage;
import dev.dunwell.collections.Station;
import dev.dunwell.demo.Founding;
import dev.dunwell.demo.Scene;
import dev.dunwell.demo.Story;
import dev.dunwell.demo.Storyteller;
import dev.dunwell.demo.TestOrganisations;
import dev.dunwell.ledger.Invoices;
import dev.dunwell.stages.Compliance.Cut;
import dev.dunwell.stages.Compliance.Filter;
import dev.dunwell.stages.Compliance.Period;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Invoices on their way through the stages, by night and by hand, against the whole application. */
@DunwellTest
class SixStagesTest {

    private static final Actor NORA = Actor.person("Nora Lindqvist");

    @Autowired
    Storyteller storyteller;

    @Autowired
    TestOrganisations testOrganisations;

    @Autowired
    Organisations organisations;

    @Autowired
    Invoices invoices;

    @Autowired
    Journeys journeys;

    @Autowired
    CurrentDecisions decisions;

    @Autowired
    CloseInquiry closeInquiry;

    @Autowired
    FinishAgreed finishAgreed;

    @Autowired
    AnswerPressure answerPressure;

    @Autowired
    SkipStep skipStep;

    @Autowired
    RecordDelivery recordDelivery;

    @Autowired
    RecordSending recordSending;

    @Autowired
    ReportDelivery reportDelivery;

    @Autowired
    DemandOrder demandOrder;

    @Autowired
    LogContact logContact;

    @Autowired
    Chronology chronology;

    @Autowired
    Compliance compliance;

    private Scene scene;
    private int organisation;

    @BeforeEach
    void an_invoice_of_a_customer_is_due_on_friday_13_march() {
        scene = new Scene(new Founding() {
            @Override
            public int found(NewOrganisation asked) {
                organisation = testOrganisations.found(asked);
                return organisation;
            }

            @Override
            public void welcome(AddPerson.Added person) {}
        });
        tell("""
                2026-02-11  organisation "Six stages" EUR country DE
                            customer acme "Acme Ltd"
                            contact  acme "Ann Acme" email ann@acme.example
                            invoice  INV-1 acme 1000.00 EUR due 2026-03-13
                """);
    }

    @Test
    void nobody_answers_and_the_night_closes_the_inquiry_on_its_way_to_pressure() {
        tell("2026-02-12  night until 2026-03-27");
        assertThat(station()).isEqualTo(Station.INQUIRING);
        tell("2026-03-30  night");
        assertThat(station()).isEqualTo(Station.PRESSED);
        assertThat(happened(Happening.Kind.CLOSING))
                .singleElement()
                .satisfies(closing -> assertThat(closing.state()).isEqualTo("no_answer"))
                .satisfies(closing -> assertThat(closing.on()).isEqualTo("2026-03-30"));
    }

    @Test
    void a_call_that_nobody_made_is_missing_in_the_report() {
        tell("2026-02-12  night until 2026-03-30");
        assertThat(happened(Happening.Kind.SKIPPED)).singleElement().satisfies(skipped -> {
            assertThat(skipped.step()).isEqualTo(6);
            assertThat(skipped.state()).isEqualTo("missing");
            assertThat(skipped.detail()).isEqualTo("It was due and nobody did it in time.");
        });
        List<Compliance.Share> shares = inside(() -> compliance.shares(period()));
        assertThat(shares.stream().filter(share -> share.cut() == Cut.ALL))
                .singleElement()
                .satisfies(all -> {
                    assertThat(all.invoices()).isEqualTo(1);
                    assertThat(all.whole()).isZero();
                    assertThat(all.taken()).isEqualTo(5);
                    assertThat(all.missing()).isEqualTo(1);
                });
        assertThat(shares.stream().filter(share -> share.cut() == Cut.STAGE && share.missing() == 0))
                .extracting(Compliance.Share::name)
                .containsExactly("2", "3", "5");
        assertThat(inside(() -> compliance.steps(period(), Filter.MISSING, 10)))
                .extracting(Compliance.StepRow::stage)
                .containsExactly(4);
    }

    @Test
    void steps_stopped_by_a_promise_are_rightly_left_out() {
        tell("""
                2026-02-12  night until 2026-03-04
                2026-03-05  promise acme 1000.00 EUR due 2026-03-13
                            night until 2026-03-16
                """);
        assertThat(happened(Happening.Kind.SKIPPED)).extracting(Happening::step).containsExactly(3, 4);
        assertThat(happened(Happening.Kind.SKIPPED))
                .extracting(Happening::state)
                .containsOnly("excused");
        assertThat(inside(() -> compliance.unreminded(today(), 10))).isEmpty();
        assertThat(inside(() -> compliance.shares(period())).getFirst().percent())
                .isEqualByComparingTo("100");
    }

    @Test
    void nights_that_did_not_run_are_our_own_failure_and_the_next_letter_says_so() {
        tell("""
                2026-02-12  night until 2026-02-20
                2026-03-16  night
                            expect words acme "We should have reminded you before the due date"
                """);
        assertThat(happened(Happening.Kind.SKIPPED))
                .extracting(Happening::state)
                .containsOnly("missing");
        assertThat(way().situation().journey().isOwnFault()).isTrue();
        assertThat(inside(() -> compliance.unreminded(today(), 10)))
                .singleElement()
                .satisfies(late -> assertThat(late.reason()).startsWith("No night ran on"));
    }

    @Test
    void what_had_passed_before_the_invoice_was_known_is_nobodys_failure() {
        tell("""
                2026-03-20  customer late "Late Ltd"
                            contact  late "Lou Late" email lou@late.example
                            invoice  INV-9 late 500.00 EUR issued 2026-01-10 due 2026-02-09
                            night until 2026-03-23
                """);
        assertThat(inside(() -> chronology.of(id("INV-9"), today())))
                .extracting(Happening::kind)
                .containsExactly(Happening.Kind.ISSUED, Happening.Kind.STEP);
    }

    @Test
    void whoever_answered_is_pressed_only_after_the_inquiry_is_closed_and_the_agreed_day_is_over() {
        tell("""
                2026-02-12  night until 2026-03-20
                2026-03-23  call acme reached "They forgot." expects 1000.00 EUR on 2026-04-02
                            night until 2026-03-30
                """);
        assertThat(decided()).isEqualTo(ReasonCode.INQUIRY_OPEN);
        Long closing = inside(() -> closeInquiry.close(
                caller(), id("INV-1"), ending("forgot", Journey.Side.THEY, "They pay in the next run", "2026-04-02")));
        assertThat(closing).isPositive();
        assertThat(decided()).isEqualTo(ReasonCode.ACTION_AGREED);
        assertThat(station()).isEqualTo(Station.EXPLAINED);
        tell("2026-03-31  night until 2026-04-02");
        assertThat(station()).isEqualTo(Station.EXPLAINED);
        tell("2026-04-07  night");
        assertThat(station()).isEqualTo(Station.PRESSED);
    }

    @Test
    void a_call_that_tells_the_reason_closes_the_inquiry() {
        tell("""
                2026-02-12  night until 2026-03-20
                2026-03-23  call acme reached "They forgot." expects 1000.00 EUR on 2026-04-02 because forgot
                            night until 2026-03-30
                """);
        assertThat(station()).isEqualTo(Station.EXPLAINED);
        assertThat(decided()).isEqualTo(ReasonCode.ACTION_AGREED);
        assertThat(happened(Happening.Kind.CLOSING))
                .extracting(Happening::state)
                .containsExactly("forgot/they");
    }

    @Test
    void what_we_agreed_to_do_keeps_pressure_away_until_it_is_done() {
        tell("2026-02-12  night until 2026-03-20");
        long closing = inside(() -> closeInquiry.close(
                caller(), id("INV-1"), ending("tax_incorrect", Journey.Side.WE, "We correct the tax", "2026-03-25")));
        tell("2026-03-23  night until 2026-04-08");
        assertThat(decided()).isEqualTo(ReasonCode.ACTION_AGREED);
        inside(() -> {
            finishAgreed.finish(caller(), closing);
            return 0;
        });
        assertThat(decided()).isEqualTo(ReasonCode.STEP_DUE);
    }

    @Test
    void a_lost_invoice_has_to_arrive_again() {
        tell("2026-02-12  night until 2026-03-20");
        inside(() -> closeInquiry.close(
                caller(), id("INV-1"), ending("lost_invoice", Journey.Side.THEY, "They pay the copy", "2026-03-24")));
        tell("2026-03-23  night until 2026-03-30");
        assertThat(decided()).isEqualTo(ReasonCode.NOT_RECEIVED);
        inside(() -> recordDelivery.record(
                caller(), id("INV-1"), new RecordDelivery.Proof(Grade.CONFIRMED, today(), "call", "Ann has the copy")));
        assertThat(decided()).isEqualTo(ReasonCode.STEP_DUE);
    }

    @Test
    void a_letter_that_came_back_proves_nothing() {
        tell("2026-02-12  night until 2026-03-27");
        assertThat(way().situation().journey().received()).isEqualTo(Grade.ACCEPTED);
        for (Happening step : happened(Happening.Kind.STEP)) {
            var report =
                    new ReportDelivery.Report(step.subjectId(), Grade.NONE, today(), "report", "5.1.1 no such user");
            assertThat(inside(() -> reportDelivery.report(Actor.automation("bounces"), report)))
                    .isEqualTo(1);
            assertThat(inside(() -> reportDelivery.report(Actor.automation("bounces"), report)))
                    .as("the same report again")
                    .isZero();
        }
        tell("2026-03-30  night");
        assertThat(decided()).isEqualTo(ReasonCode.NOT_RECEIVED);
    }

    @Test
    void a_person_vouches_for_what_no_machine_knows() {
        tell("2026-02-12  night until 2026-03-27");
        answer(PressureQuestion.GOODS, false, "The second pallet is still here");
        tell("2026-03-30  night");
        assertThat(decided()).isEqualTo(ReasonCode.GOODS_NOT_DELIVERED);
        answer(PressureQuestion.GOODS, true, "Delivered and signed for today");
        assertThat(decided()).isEqualTo(ReasonCode.STEP_DUE);
    }

    @Test
    void the_final_notice_keeps_its_deadline_and_the_agency_waits_for_it() {
        tell("""
                2026-02-12  night until 2026-04-22
                2026-04-24  approve acme
                            night
                """);
        assertThat(station()).isEqualTo(Station.NOTICED);
        assertThat(way().situation().journey().deadlineOn())
                .as("Mon, ten days later")
                .isEqualTo("2026-05-04");
        tell("2026-05-04  night");
        assertThat(decided()).isEqualTo(ReasonCode.NOT_YET);
        tell("2026-05-05  night");
        assertThat(decided()).isEqualTo(ReasonCode.PROPOSAL_DUE);
    }

    @Test
    void only_a_managers_call_takes_the_call_of_the_last_stage() {
        tell("2026-02-12  night until 2026-04-22");
        assertThat(decided()).isEqualTo(ReasonCode.CALL_DUE);
        call(Role.COLLECTOR);
        assertThat(station()).isEqualTo(Station.PRESSED);
        call(Role.CREDIT_MANAGER);
        assertThat(station()).isEqualTo(Station.ESCALATED);
    }

    @Test
    void a_step_is_left_out_by_a_person_with_a_reason_and_the_next_comes_in_its_time() {
        tell("2026-02-12  night until 2026-02-13");
        String name = inside(() -> skipStep.skip(caller(), id("INV-1"), "They asked us not to"))
                .name();
        assertThat(name).isEqualTo("Delivery check");
        tell("2026-02-16  night until 2026-03-06");
        assertThat(station()).isEqualTo(Station.REMINDED);
        assertThat(happened(Happening.Kind.STEP)).extracting(Happening::stage).containsExactly(Stage.FRIENDLY);
    }

    @Test
    void what_the_table_does_not_know_is_refused_with_what_is_allowed() {
        assertThatThrownBy(() -> inside(() -> closeInquiry.close(caller(), id("INV-1"), CloseInquiry.Ending.NO_ANSWER)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("The invoice is sent, so one cannot close the inquiry; allowed is to")
                .hasMessageContaining("ask why it is late");
    }

    @Test
    void an_inquiry_closes_only_with_a_reason_and_what_was_agreed() {
        tell("2026-02-12  night until 2026-03-20");
        assertThatThrownBy(() -> inside(() -> closeInquiry.close(
                        caller(), id("INV-1"), new CloseInquiry.Ending("sunshine", " ", null, null))))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        bad -> assertThat(bad.problems())
                                .extracting(problem -> problem.column())
                                .containsExactly("reason", "agreed", "by", "until"));
    }

    @Test
    void an_incomplete_invoice_is_not_sent_and_nothing_is_demanded_for_it() {
        assertThatThrownBy(() -> sendByHand()).isInstanceOf(Refusal.class).hasMessageContaining("where and how to pay");
        long acme =
                inside(() -> invoices.byNumber("INV-1", today()).orElseThrow().customerId());
        inside(() -> {
            demandOrder.demand(caller(), acme, true);
            return 0;
        });
        assertThatThrownBy(() -> sendByHand()).hasMessageContaining("the order reference the customer demands");
        tell("2026-02-16  night");
        assertThat(decided()).isEqualTo(ReasonCode.INCOMPLETE);
    }

    @Test
    void the_track_shows_every_stage() {
        tell("2026-02-12  night until 2026-03-27");
        Track track = inside(() -> Track.of(
                chronology.of(id("INV-1"), today()), journeys.of(organisations.current(), today(), id("INV-1"))));
        assertThat(track.legs())
                .extracting(Track.Leg::state)
                .containsExactly(
                        Track.State.DONE,
                        Track.State.DONE,
                        Track.State.DONE,
                        Track.State.CURRENT,
                        Track.State.PLANNED,
                        Track.State.PLANNED);
        assertThat(track.legs().get(4).on()).as("if the call is made today").isEqualTo("2026-03-31");
    }

    private void call(Role role) {
        long acme =
                inside(() -> invoices.byNumber("INV-1", today()).orElseThrow().customerId());
        inside(() -> logContact.log(
                new Caller(organisations.current(), NORA, role, null, today()),
                new LogContact.Contact(acme, null, "call", "out", "no_answer", "", null, null, null, List.of())));
    }

    private void sendByHand() {
        inside(() -> {
            recordSending.record(caller(), id("INV-1"), "by post");
            return 0;
        });
    }

    private void answer(PressureQuestion question, boolean isSo, String because) {
        inside(() -> {
            answerPressure.answer(caller(), id("INV-1"), question, isSo, because);
            return 0;
        });
    }

    private static CloseInquiry.Ending ending(String reason, Journey.Side by, String agreed, String until) {
        return new CloseInquiry.Ending(reason, agreed, by, LocalDate.parse(until));
    }

    private Station station() {
        return way().station();
    }

    private Journeys.Way way() {
        Optional<Journeys.Way> way = inside(() -> journeys.of(organisations.current(), today(), id("INV-1")));
        return way.orElseThrow();
    }

    private ReasonCode decided() {
        return inside(() -> decisions.ofInvoice(id("INV-1")).orElseThrow().code());
    }

    private List<Happening> happened(Happening.Kind kind) {
        return inside(() -> chronology.of(id("INV-1"), today()).stream()
                .filter(each -> each.kind() == kind)
                .toList());
    }

    private Period period() {
        return new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), today());
    }

    private long id(String number) {
        return Objects.requireNonNull(invoices.ids(List.of(number)).get(number));
    }

    private LocalDate today() {
        return inside(() -> Objects.requireNonNull(organisations.current().simulatedToday()));
    }

    private Caller caller() {
        return new Caller(organisations.current(), NORA, Role.CREDIT_MANAGER, null, today());
    }

    private <T> T inside(Supplier<T> work) {
        return Tenant.in(organisation, work::get);
    }

    private void tell(String lines) {
        storyteller.tell(scene, Story.read("six-stages", lines));
    }
}
