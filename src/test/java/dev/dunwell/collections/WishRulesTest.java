package dev.dunwell.collections;

import static dev.dunwell.collections.ReasonCode.PREFERRED_DAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.kernel.BusinessCalendar;
import dev.dunwell.reach.PreferredDay;
import dev.dunwell.reach.PreferredDay.Every;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A payer's own day, at its edges. The inquiry is due on day 3 after the due date, the final notice much later. */
class WishRulesTest {

    private static final Strategy SIX_STAGES = Strategy.sixStages();

    private final Item open = Item.open();

    private Item wishing(Item item, PreferredDay day, int mostDays) {
        var wish = new Reach.Wish(day, LocalDate.of(2026, 1, 5), mostDays);
        var reach = new Reach(List.of(), List.of(), List.of(), Map.of(), Map.of(), false, null, null, wish);
        return item.party(item.now().party().with(reach));
    }

    private static Decision decide(Item item, int fromDue) {
        return Policy.of(SIX_STAGES, BusinessCalendar.everyDay(), House.QUIET).decide(item.now(), item.day(fromDue));
    }

    private PreferredDay weekly(int fromDue) {
        return new PreferredDay(Every.WEEK, open.day(fromDue).getDayOfWeek().getValue());
    }

    @Test
    void a_reminder_waits_for_the_day_of_the_week_and_says_so() {
        Item item = wishing(open, weekly(5), 7);
        assertThat(decide(item, 3).code()).isEqualTo(PREFERRED_DAY);
        assertThat(decide(item, 3).nextOn()).isEqualTo(open.day(5));
        assertThat(decide(item, 3).reason()).startsWith("They want to hear on ").endsWith("chose on Mon 5 Jan.");
        assertThat(decide(item, 4).code()).isEqualTo(PREFERRED_DAY);
        assertThat(decide(item, 5).action()).isEqualTo(Action.SEND);
    }

    @Test
    void nothing_waits_longer_than_the_organisation_allows() {
        assertThat(decide(wishing(open, weekly(5), 1), 3).action()).isEqualTo(Action.SEND);
        assertThat(decide(wishing(open, weekly(5), 0), 3).action()).isEqualTo(Action.SEND);
        var farAway = new PreferredDay(Every.MONTH, open.day(23).getDayOfMonth());
        assertThat(decide(wishing(open, farAway, 7), 3).action()).isEqualTo(Action.SEND);
    }

    @Test
    void a_day_that_is_no_working_day_is_the_next_one_and_a_final_notice_does_not_wait() {
        Rule rule = new WishRules(BusinessCalendar.of("DE")).passing().getFirst();
        LocalDate friday = open.day(3).with(TemporalAdjusters.next(DayOfWeek.FRIDAY));
        LocalDate monday = friday.plusDays(3);
        Situation now = wishing(open, new PreferredDay(Every.WEEK, DayOfWeek.SUNDAY.getValue()), 7)
                .now();
        assertThat(rule.ask(now, due(Stage.INQUIRY, friday), friday)).isInstanceOf(Answer.Stop.class);
        assertThat(rule.ask(now, due(Stage.INQUIRY, friday), monday)).isInstanceOf(Answer.Pass.class);
        assertThat(rule.ask(now, due(Stage.FINAL, friday), friday)).isInstanceOf(Answer.Pass.class);
    }

    private static DueStep due(Stage stage, LocalDate on) {
        Step step = SIX_STAGES.steps().stream()
                .filter(each -> each.stage() == stage && (each.channel() == Channel.MAIL || stage == Stage.FINAL))
                .findFirst()
                .orElseThrow();
        Step mailed = new Step(
                step.number(),
                stage,
                step.name(),
                Channel.MAIL,
                step.template(),
                step.tone(),
                step.anchor(),
                step.offsetDays(),
                step.days(),
                step.release(),
                step.entry());
        return new DueStep(mailed, on, on, DueStep.Moved.NOT);
    }
}
