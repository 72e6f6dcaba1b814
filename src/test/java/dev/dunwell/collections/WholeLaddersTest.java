package dev.dunwell.collections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.kernel.BusinessCalendar;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Invoices that nobody pays, lived through night by night from the issue date on, some with nights that never ran. */
class WholeLaddersTest {

    private static final int LADDERS = 3_000;
    private static final int DAYS = 260;
    private static final Strategy SIX_STAGES = Strategy.sixStages();

    /** A step as it was taken, on a day. */
    private record Taken(Step step, LocalDate on, Decision decision) {}

    @Test
    void with_every_night_and_every_call_the_whole_ladder_is_climbed() {
        Item item = Item.open();
        List<Taken> taken = climb(Policy.of(SIX_STAGES, BusinessCalendar.everyDay()), item, decision -> true);
        assertThat(taken)
                .extracting(t -> t.step().number() + " at " + ChronoUnit.DAYS.between(Item.DUE, t.on()))
                .containsExactly(
                        "2 at -27",
                        "3 at -7",
                        "4 at -2",
                        "5 at 3",
                        "6 at 7",
                        "7 at 15",
                        "8 at 25",
                        "9 at 40",
                        "10 at 44",
                        "11 at 55");
    }

    @Test
    void without_a_single_call_every_mail_still_leaves_on_its_day() {
        Item item = Item.open();
        List<Taken> taken = climb(
                Policy.of(SIX_STAGES, BusinessCalendar.everyDay()),
                item,
                decision -> decision.code() != ReasonCode.CALL_DUE);
        assertThat(taken)
                .extracting(t -> t.step().number() + " at " + ChronoUnit.DAYS.between(Item.DUE, t.on()))
                .containsExactly(
                        "2 at -27", "3 at -7", "4 at -2", "5 at 3", "7 at 15", "8 at 25", "10 at 42", "11 at 53");
    }

    @Test
    void steps_only_go_up_one_a_day_and_no_stage_is_left_out() {
        forAllLadders((item, taken) -> {
            assertThat(taken.size()).isLessThan(SIX_STAGES.steps().size());
            for (int i = 1; i < taken.size(); i++) {
                Taken before = taken.get(i - 1);
                Taken after = taken.get(i);
                assertThat(after.step().number()).isGreaterThan(before.step().number());
                assertThat(after.on()).isAfterOrEqualTo(before.on().plusDays(SIX_STAGES.cooldownDays()));
                int reached =
                        Math.max(Stage.FRIENDLY.number(), before.step().stage().number());
                assertThat(after.step().stage().number()).isLessThanOrEqualTo(reached + 1);
            }
        });
    }

    @Test
    void each_step_keeps_its_side_of_the_due_date_and_mails_above_keep_their_distance() {
        forAllLadders((item, taken) -> {
            LocalDate inquiredOn = LocalDate.MIN;
            for (Taken t : taken) {
                assertThat(t.step().stage().followsDueDate())
                        .isEqualTo(t.on().isAfter(item.now().dueOn()));
                if (t.step().stage().followsDueDate()) {
                    boolean isNear = t.on().isBefore(inquiredOn.plusDays(SIX_STAGES.daysBetweenSteps()));
                    boolean isMail = t.step().channel() == Channel.MAIL;
                    assertThat(isNear && isMail).isFalse();
                    inquiredOn = isMail ? t.on() : inquiredOn;
                }
            }
        });
    }

    @Test
    void the_agency_is_proposed_only_after_the_deadline_of_the_notice() {
        forAllLadders((item, taken) -> {
            for (int i = 0; i < taken.size(); i++) {
                if (taken.get(i).step().channel() == Channel.PROPOSAL) {
                    assertThat(taken.get(i - 1).step().template()).isEqualTo("final-notice");
                    assertThat(taken.get(i).on())
                            .isAfter(Strategy.deadlineOf(taken.get(i - 1).on(), BusinessCalendar.everyDay()));
                }
            }
        });
    }

    private interface Property {
        void check(Item item, List<Taken> taken);
    }

    /** Every third ladder runs each night, the others miss a third or nine tenths of them; half the calls are made. */
    private static void forAllLadders(Property property) {
        for (int seed = 0; seed < LADDERS; seed++) {
            RandomItems items = new RandomItems(seed);
            Item item = items.untouched();
            Policy policy = Policy.of(SIX_STAGES, items.calendar());
            int nightsRun = items.pick(100, 67, 10);
            List<Taken> taken = climb(policy, item, decision -> {
                boolean isCall = decision.action() == Action.CALL;
                return items.chance(nightsRun) && (!isCall || items.chance(50));
            });
            try {
                property.check(item, taken);
            } catch (AssertionError e) {
                throw new AssertionError("seed %d: %s %s".formatted(seed, item.now(), taken), e);
            }
        }
    }

    /** Lives through the nights; {@code does} says whether what is due is done that night. */
    private static List<Taken> climb(Policy policy, Item unpaid, Predicate<Decision> does) {
        List<Taken> taken = new ArrayList<>();
        Item item = unpaid.approved();
        LocalDate issued = unpaid.now().issuedOn();
        for (LocalDate day = issued; day.isBefore(issued.plusDays(DAYS)); day = day.plusDays(1)) {
            // The night may run more than once; what it did the first time it must not do again.
            for (int run = 0; run < 2; run++) {
                Decision decision = policy.decide(item.now(), day);
                boolean isStep = decision.action() == Action.SEND || decision.action() == Action.CALL;
                if (isStep && does.test(decision)) {
                    Step step = SIX_STAGES.step(decision.step());
                    taken.add(new Taken(step, day, decision));
                    int fromDue = (int) ChronoUnit.DAYS.between(unpaid.now().dueOn(), day);
                    item = item.taken(step.number(), fromDue).contacted(fromDue);
                }
            }
        }
        return taken;
    }
}
