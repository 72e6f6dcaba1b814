package dev.dunwell.collections.web;

import dev.dunwell.collections.Channel;
import dev.dunwell.collections.Stage;
import dev.dunwell.collections.Step;
import dev.dunwell.collections.StepText;
import dev.dunwell.collections.Strategy;
import dev.dunwell.messaging.Tone;
import dev.dunwell.web.Icon;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A strategy drawn to scale: each step on its day, from the issue of an invoice to the last resort, for an invoice that
 * is due in 30 days.
 *
 * @param rungs the steps in the order of their days
 * @param bands the six stages as far as the strategy has them, each until the next begins
 * @param dueAt where the due date stands, in thousandths of the width
 */
public record LadderView(List<Rung> rungs, List<Band> bands, List<Tick> ticks, int dueAt) {

    private static final int TERMS = 30;
    private static final int LEFT = 24;
    private static final int WIDTH = 952;
    private static final int MARGIN_DAYS = 4;
    private static final int TICK_DAYS = 15;

    /**
     * A step.
     *
     * @param at where it stands in the drawing, in thousandths of the width
     * @param day as it stands beside the rung: {@code issue +3}, {@code −7}, {@code +15}
     * @param isLast whether it is the last one before the due date
     */
    public record Rung(Step step, int at, String day, boolean isLast) {

        public Icon icon() {
            return switch (step.channel()) {
                case ACCOUNTING -> Icon.INVOICE;
                case MAIL -> Icon.MAIL;
                case LETTER -> Icon.LETTER;
                case PORTAL -> Icon.NOTE;
                case SMS -> Icon.MESSAGE;
                case CALL -> Icon.CALL;
                case PROPOSAL -> Icon.AGENCY;
            };
        }

        /** What is done, and under which conditions, as one line. */
        public String line() {
            return StepText.line(step);
        }

        public boolean isCall() {
            return step.channel() == Channel.CALL;
        }

        public boolean isProposal() {
            return step.channel() == Channel.PROPOSAL;
        }

        /** The tone, where it is not the neutral one and somebody reads the words. */
        public String tone() {
            boolean speaks = step.channel().isWritten() && step.tone() != Tone.NEUTRAL;
            return speaks ? step.tone().code() : "";
        }
    }

    /** A stage with the stretch it takes. */
    public record Band(Stage stage, int from, int width) {}

    /** A day of the scale. */
    public record Tick(int at, String day) {}

    static LadderView of(Strategy strategy) {
        List<Step> steps = strategy.steps().stream()
                .sorted(Comparator.comparingInt(LadderView::day).thenComparingInt(Step::number))
                .toList();
        int first = Math.min(-TERMS, day(steps.getFirst())) - MARGIN_DAYS;
        int last = Math.max(TERMS, day(steps.getLast())) + MARGIN_DAYS;
        var scale = new Scale(first, last);
        return new LadderView(rungs(steps, scale), bands(steps, scale), ticks(scale), scale.at(0));
    }

    private record Scale(int first, int last) {

        int at(int day) {
            return LEFT + (day - first) * WIDTH / (last - first);
        }
    }

    /** Days from the due date. */
    private static int day(Step step) {
        boolean isBusiness = step.days() == Step.Days.BUSINESS;
        int days = isBusiness ? step.offsetDays() * 7 / 5 : step.offsetDays();
        return step.anchor() == Step.Anchor.ISSUE ? days - TERMS : days;
    }

    private static List<Rung> rungs(List<Step> steps, Scale scale) {
        List<Rung> rungs = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            boolean isLast = day(step) < 0 && (i + 1 == steps.size() || day(steps.get(i + 1)) >= 0);
            rungs.add(new Rung(step, scale.at(day(step)), words(step), isLast));
        }
        return rungs;
    }

    private static String words(Step step) {
        int days = step.offsetDays();
        String kind = step.days() == Step.Days.BUSINESS ? " working" : "";
        String figure = days == 0 ? "" : (days > 0 ? "+" : "−") + Math.abs(days) + kind;
        return step.anchor() == Step.Anchor.ISSUE ? ("issue " + figure).strip() : figure;
    }

    private static List<Band> bands(List<Step> steps, Scale scale) {
        List<Band> bands = new ArrayList<>();
        int end = LEFT + WIDTH;
        for (int i = Stage.values().length - 1; i >= 0; i--) {
            Stage stage = Stage.values()[i];
            int from = steps.stream()
                    .filter(step -> step.stage() == stage)
                    .mapToInt(step -> scale.at(day(step)))
                    .min()
                    .orElse(end);
            if (from < end) {
                bands.addFirst(new Band(stage, from, end - from));
                end = from;
            }
        }
        return bands;
    }

    private static List<Tick> ticks(Scale scale) {
        List<Tick> ticks = new ArrayList<>();
        for (int day = scale.first / TICK_DAYS * TICK_DAYS; day <= scale.last; day += TICK_DAYS) {
            if (day != 0 && day >= scale.first) {
                ticks.add(new Tick(scale.at(day), (day > 0 ? "+" : "−") + Math.abs(day)));
            }
        }
        return ticks;
    }
}
