package dev.dunwell.collections;

import static dev.dunwell.collections.Action.CALL;
import static dev.dunwell.collections.Action.HOLD;
import static dev.dunwell.collections.Action.SEND;
import static dev.dunwell.collections.Action.WAIT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.kernel.BusinessCalendar;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What holds of every decision: 20,000 random items, each over eight consecutive days. */
class PolicyPropertiesTest {

    private static final int ITEMS = 20_000;
    private static final int DAYS = 8;
    private static final Strategy SIX_STAGES = Strategy.sixStages();
    /** What the shipped strategy does not ask, and what is decided outside of the policy. */
    private static final Set<ReasonCode> OF_OTHERS = EnumSet.of(
            ReasonCode.MAIL_ON_HOLD,
            ReasonCode.NOT_OPEN,
            ReasonCode.NOT_ALLOWED,
            ReasonCode.BELOW_MINIMUM,
            ReasonCode.DELIVERY_CONDITION,
            ReasonCode.ANSWERED,
            ReasonCode.LETTER_DUE,
            ReasonCode.PORTAL_DUE,
            ReasonCode.SMS_DUE,
            ReasonCode.MANUAL_STEP,
            ReasonCode.BELOW_ENTRY,
            ReasonCode.BANK_STALE,
            ReasonCode.BUNDLED,
            ReasonCode.DUPLICATE);

    @Test
    void the_random_items_meet_every_reason() {
        Set<ReasonCode> met = EnumSet.copyOf(OF_OTHERS);
        forAll((policy, calendar, item, day) ->
                met.add(policy.decide(item.now(), day).code()));
        assertThat(met).containsExactlyInAnyOrder(ReasonCode.values());
    }

    @Test
    void the_same_facts_on_the_same_day_give_the_same_decision() {
        forAll((policy, calendar, item, day) -> {
            Decision decision = policy.decide(item.now(), day);
            Policy another = Policy.of(Strategy.sixStages(), calendar);
            assertThat(another.decide(item.now(), day)).isEqualTo(decision);
        });
    }

    @Test
    void the_next_day_is_always_in_the_future_and_the_reason_one_short_sentence() {
        forAll((policy, calendar, item, day) -> {
            Decision decision = policy.decide(item.now(), day);
            assertThat(decision.nextOn()).isAfter(day);
            assertThat(decision.reason()).hasSizeBetween(20, 95).endsWith(".");
        });
    }

    @Test
    void while_only_days_pass_a_decision_stays_the_same_until_its_next_day() {
        forAll((policy, calendar, item, day) -> {
            Decision today = policy.decide(item.now(), day);
            Decision tomorrow = policy.decide(item.now(), day.plusDays(1));
            boolean stepTakenByThen = today.action() == SEND || tomorrow.code() == ReasonCode.QUIET_DAY;
            boolean sameStep = tomorrow.step() == today.step();
            if (sameStep && !stepTakenByThen && today.nextOn().isAfter(day.plusDays(1))) {
                assertThat(tomorrow).isEqualTo(today);
            }
        });
    }

    @Test
    void while_only_days_pass_a_code_keeps_its_words() {
        forAll((policy, calendar, item, day) -> {
            Decision today = policy.decide(item.now(), day);
            Decision tomorrow = policy.decide(item.now(), day.plusDays(1));
            boolean speaksOfAnotherStep = tomorrow.step() != today.step() || today.code() == ReasonCode.NOT_YET;
            if (tomorrow.code() == today.code() && !speaksOfAnotherStep) {
                assertThat(tomorrow.stage()).isEqualTo(today.stage());
                boolean fallsBehind = today.code() == ReasonCode.PLAN_ON_TRACK
                        && today.nextOn().equals(day.plusDays(1));
                assertThat(tomorrow.reason().equals(today.reason())
                                || today.code() == ReasonCode.QUIET_DAY
                                || fallsBehind)
                        .isTrue();
            }
        });
    }

    @Test
    void waiting_ends_exactly_on_the_day_it_names() {
        forAll((policy, calendar, item, day) -> {
            Decision decision = policy.decide(item.now(), day);
            if (decision.code() == ReasonCode.NOT_YET) {
                assertThat(policy.decide(item.now(), decision.nextOn().minusDays(1)))
                        .isEqualTo(decision);
                assertThat(policy.explain(item.now(), decision.nextOn()).due()).isNotNull();
            }
        });
    }

    @Test
    void only_a_step_above_the_last_and_never_past_the_next_stage_is_taken() {
        forAll((policy, calendar, item, day) -> {
            Decision decision = policy.decide(item.now(), day);
            if (decision.action() == SEND || decision.action() == CALL) {
                int last = Math.max(1, item.now().lastStep());
                int reached = Math.max(
                        Stage.FRIENDLY.number(), SIX_STAGES.step(last).stage().number());
                assertThat(decision.step()).isGreaterThan(last);
                assertThat(decision.stage().number()).isLessThanOrEqualTo(reached + 1);
                assertThat(decision.stage().followsDueDate())
                        .isEqualTo(day.isAfter(item.now().dueOn()));
            }
        });
    }

    @Test
    void nothing_is_taken_against_a_standing_fact_or_sent_on_a_quiet_day() {
        forAll((policy, calendar, item, day) -> {
            Situation s = item.now();
            Decision decision = policy.decide(s, day);
            if (decision.action() == SEND || decision.action() == CALL) {
                assertThat(s.disputedOn()).isNull();
                assertThat(s.open().minus(s.creditForIt())).isGreaterThan(s.tolerance());
                assertThat(s.party().mode()).isNotEqualTo(ContactMode.MANUAL);
                Party.Promise promise = s.party().promise();
                assertThat(promise != null && !promise.until().isBefore(day)).isFalse();
                assertThat(runs(s.hold(), day) || runs(s.party().hold(), day)).isFalse();
                assertThat(decision.action() == SEND && calendar.isQuiet(day)).isFalse();
            }
        });
    }

    @Test
    void no_mail_leaves_without_address_pause_and_approval() {
        forAll((policy, calendar, item, day) -> {
            Party party = item.now().party();
            Decision decision = policy.decide(item.now(), day);
            if (decision.action() == SEND) {
                Party.Recipient recipient = Objects.requireNonNull(party.recipient());
                assertThat(recipient.email()).isNotEqualTo(party.bounced());
                assertThat(SIX_STAGES.step(decision.step()).channel()).isEqualTo(Channel.MAIL);
                boolean asks = SIX_STAGES.step(decision.step()).needsApproval() || party.mode() == ContactMode.APPROVE;
                assertThat(party.approvedTonight() || !asks).isTrue();
                LocalDate last = party.lastContactOn();
                assertThat(last == null || !day.isBefore(last.plusDays(3))).isTrue();
            }
        });
    }

    @Test
    void the_explanation_agrees_with_the_decision() {
        forAll((policy, calendar, item, day) -> {
            Explanation why = policy.explain(item.now(), day);
            Decision decision = why.decision();
            var stops = why.gate().stream()
                    .filter(line -> line.verdict() == Gate.Verdict.STOPS)
                    .toList();
            assertThat(stops).hasSize(decision.action() == HOLD ? 1 : 0);
            assertThat(stops).allSatisfy(line -> assertThat(line.because()).isEqualTo(decision.reason()));
            assertThat(why.plan()).hasSize(SIX_STAGES.steps().size());
            assertThat(why.due() == null).isEqualTo(decision.action() == WAIT || decision.step() <= last(item));
        });
    }

    @Test
    void a_step_recorded_on_its_day_leaves_nothing_to_do_that_day() {
        forAll((policy, calendar, item, day) -> {
            Decision decision = policy.decide(item.now(), day);
            if (decision.action() == SEND || decision.action() == CALL) {
                Decision again = policy.decide(item.now().withStepTaken(decision.step(), day), day);
                assertThat(again.action()).isEqualTo(WAIT);
                assertThat(decision.action() == CALL || again.nextOn().equals(decision.nextOn()))
                        .isTrue();
            }
        });
    }

    private static int last(Item item) {
        return Math.max(1, item.now().lastStep());
    }

    private static boolean runs(Party.@Nullable Hold hold, LocalDate day) {
        return hold != null && !hold.until().isBefore(day);
    }

    private interface Property {
        void check(Policy policy, BusinessCalendar calendar, Item item, LocalDate day);
    }

    private static void forAll(Property property) {
        for (int seed = 0; seed < ITEMS; seed++) {
            RandomItems items = new RandomItems(seed);
            Item item = items.any();
            BusinessCalendar calendar = items.calendar();
            Policy policy = Policy.of(SIX_STAGES, calendar);
            LocalDate first = items.dayFor(item);
            for (LocalDate day = first; day.isBefore(first.plusDays(DAYS)); day = day.plusDays(1)) {
                try {
                    property.check(policy, calendar, item, day);
                } catch (AssertionError | RuntimeException e) {
                    throw new AssertionError("seed %d on %s: %s".formatted(seed, day, item.now()), e);
                }
            }
        }
    }
}
