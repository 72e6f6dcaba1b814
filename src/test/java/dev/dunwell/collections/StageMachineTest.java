package dev.dunwell.collections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.collections.StageMachine.Outcome;
import dev.dunwell.collections.StageMachine.Transition;
import dev.dunwell.kernel.BusinessCalendar;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the table of the stages allows, for every pair of a station and a move, and under which conditions. */
class StageMachineTest {

    private static final LocalDate DUE = Item.DUE;
    private static final List<Circumstances> ALL = List.of(
            at(-1, List.of(), List.of(), null),
            at(0, List.of(), List.of(), null),
            at(1, List.of(), List.of(), null),
            at(20, List.of("an amount"), List.of("the invoice is correct"), null),
            at(30, List.of(), List.of(), DUE.plusDays(30)),
            at(31, List.of(), List.of(), DUE.plusDays(30)));

    @Test
    void every_pair_is_in_the_table_once_or_refused_with_what_is_allowed_instead() {
        for (Station from : Station.values()) {
            for (Move move : Move.values()) {
                List<Transition> lines = StageMachine.TABLE.stream()
                        .filter(line -> line.from() == from && line.move() == move)
                        .toList();
                assertThat(lines).as("%s %s", from, move).hasSizeLessThanOrEqualTo(1);
                for (Circumstances now : ALL) {
                    check(from, move, lines, now);
                }
            }
        }
    }

    private static void check(Station from, Move move, List<Transition> lines, Circumstances now) {
        switch (StageMachine.move(from, move, now)) {
            case Outcome.Allowed allowed ->
                assertThat(lines).extracting(Transition::to).containsExactly(allowed.to());
            case Outcome.Refused refused -> {
                String message = refused.problem().message();
                assertThat(message).endsWith(".");
                if (lines.isEmpty()) {
                    assertThat(message).contains(from.words(), move.words());
                    StageMachine.from(from)
                            .forEach(instead -> assertThat(message).contains(instead.words()));
                }
            }
        }
    }

    @Test
    void nothing_goes_back_to_an_earlier_stage_but_a_new_notice_after_a_proposal() {
        for (Transition line : StageMachine.TABLE) {
            boolean isAnotherNotice = line.from() == Station.PROPOSED && line.move() == Move.GIVE_NOTICE;
            assertThat(line.to().compareTo(line.from()) >= 0 || isAnotherNotice)
                    .as(line.toString())
                    .isTrue();
        }
    }

    @Test
    void no_stage_after_the_due_date_is_left_out() {
        for (Transition line : StageMachine.TABLE) {
            int to = line.to().stage().number();
            assertThat(to <= Stage.INQUIRY.number() || to <= line.from().stage().number() + 1)
                    .as(line.toString())
                    .isTrue();
        }
    }

    @Test
    void every_station_but_the_settled_one_is_reached_and_each_way_to_the_agency_leads_through_a_notice() {
        Set<Station> reached = reachable(EnumSet.of(Station.RECORDED), Set.of());
        assertThat(reached).containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(Station.SETTLED)));
        for (Station without : List.of(Station.INQUIRING, Station.EXPLAINED, Station.PRESSED, Station.NOTICED)) {
            assertThat(reachable(EnumSet.of(Station.RECORDED), Set.of(without)))
                    .as("without %s", without)
                    .doesNotContain(Station.PROPOSED);
        }
    }

    private static Set<Station> reachable(Set<Station> from, Set<Station> without) {
        Set<Station> all = new HashSet<>(from);
        boolean grows = true;
        while (grows) {
            grows = all.addAll(StageMachine.TABLE.stream()
                    .filter(line -> all.contains(line.from()) && !without.contains(line.to()))
                    .map(Transition::to)
                    .toList());
        }
        return all;
    }

    @Test
    void a_settled_invoice_allows_nothing() {
        assertThat(StageMachine.from(Station.SETTLED)).isEmpty();
        assertThat(problem(Station.SETTLED, Move.PRESS, 30, null))
                .isEqualTo("The invoice is settled, so one cannot press for payment; nothing is left to do.");
    }

    @Test
    void an_incomplete_invoice_is_not_sent_and_the_refusal_lists_what_is_missing() {
        Circumstances now = at(-30, List.of("a due date", "the order reference"), List.of(), null);
        assertThat(StageMachine.move(Station.RECORDED, Move.SEND, now))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.problem().message())
                                .isEqualTo(
                                        "The invoice lacks a due date, the order reference: add it before the invoice is sent."));
    }

    @Test
    void reminders_come_up_to_the_due_date_and_inquiries_after_it() {
        assertThat(problem(Station.SENT, Move.REMIND, 0, null)).isNull();
        assertThat(problem(Station.SENT, Move.REMIND, 1, null)).startsWith("The due date has passed");
        assertThat(problem(Station.SENT, Move.INQUIRE, 0, null)).startsWith("It is not late yet");
        assertThat(problem(Station.SENT, Move.INQUIRE, 1, null)).isNull();
    }

    @Test
    void nobody_is_pressed_while_the_inquiry_is_open() {
        assertThat(problem(Station.INQUIRING, Move.PRESS, 30, null))
                .contains("the inquiry being open", "close the inquiry");
        assertThat(problem(Station.EXPLAINED, Move.PRESS, 30, null)).isNull();
    }

    @Test
    void a_reason_told_in_a_contact_closes_the_inquiry_from_the_inquiry_on_and_not_before() {
        for (Station station : Station.values()) {
            boolean isAsked = station.stage().followsDueDate();
            assertThat(StageMachine.from(station).contains(Move.CLOSE_INQUIRY))
                    .as(station.toString())
                    .isEqualTo(isAsked);
        }
    }

    @Test
    void the_night_closes_an_unanswered_inquiry_on_its_way_to_pressure() {
        Circumstances now = at(15, List.of(), List.of(), null);
        assertThat(StageMachine.night(Station.INQUIRING, Move.PRESS, now))
                .isEqualTo(new Outcome.Allowed(Station.PRESSED));
    }

    @Test
    void a_final_notice_needs_a_deadline_and_the_agency_the_day_after_it() {
        assertThat(problem(Station.ESCALATED, Move.GIVE_NOTICE, 42, null)).contains("names its deadline");
        assertThat(problem(Station.ESCALATED, Move.GIVE_NOTICE, 42, 52)).isNull();
        assertThat(problem(Station.NOTICED, Move.PROPOSE, 52, null)).contains("give one first");
        assertThat(problem(Station.NOTICED, Move.PROPOSE, 52, 52)).startsWith("The deadline runs until");
        assertThat(problem(Station.NOTICED, Move.PROPOSE, 53, 52)).isNull();
    }

    /** The same random items as the policy's properties: the table refuses nothing that policy and gate let pass. */
    @Test
    void what_the_night_decides_the_table_allows() {
        for (int seed = 0; seed < 5_000; seed++) {
            RandomItems items = new RandomItems(seed);
            Situation item = items.any().now();
            BusinessCalendar calendar = items.calendar();
            Policy policy = Policy.of(Strategy.sixStages(), calendar);
            LocalDate day = items.dayFor(new Item(item));
            Decision decision = policy.decide(item, day);
            if (decision.action() == Action.SEND || decision.action() == Action.CALL) {
                assertThat(policy.allows(item, decision.step(), day))
                        .as("seed %d on %s: %s", seed, day, decision)
                        .isInstanceOf(Outcome.Allowed.class);
            }
        }
    }

    private static @Nullable String problem(Station from, Move move, int day, @Nullable Integer deadline) {
        Circumstances now = at(day, List.of(), List.of(), deadline == null ? null : DUE.plusDays(deadline));
        return StageMachine.move(from, move, now) instanceof Outcome.Refused refused
                ? refused.problem().message()
                : null;
    }

    private static Circumstances at(
            int day, List<String> missing, List<String> unanswered, @Nullable LocalDate deadlineOn) {
        return new Circumstances(DUE.plusDays(day), DUE, missing, unanswered, deadlineOn);
    }
}
