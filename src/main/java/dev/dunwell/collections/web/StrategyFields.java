package dev.dunwell.collections.web;

import dev.dunwell.collections.Channel;
import dev.dunwell.collections.Entry;
import dev.dunwell.collections.Stage;
import dev.dunwell.collections.Step;
import dev.dunwell.collections.Strategy;
import dev.dunwell.kernel.Problem;
import dev.dunwell.messaging.Tone;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A strategy as a form or a program writes it: one text for each field, those of the third step under {@code s3.}. What
 * cannot be read is a problem of its step and field; what can be is left to the rules.
 */
final class StrategyFields {

    /** Which side of which date the days of a step are counted to. */
    enum When {
        AFTER_ISSUE,
        BEFORE_DUE,
        AFTER_DUE;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static When of(Step step) {
            if (step.anchor() == Step.Anchor.ISSUE) {
                return AFTER_ISSUE;
            }
            return step.offsetDays() < 0 ? BEFORE_DUE : AFTER_DUE;
        }
    }

    private static final int MINOR_DIGITS = 2;
    private static final int MOST_STEPS = 40;

    private final Map<String, String> values;
    private final List<Problem> problems = new ArrayList<>();

    StrategyFields(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    static Map<String, String> of(Strategy strategy) {
        Map<String, String> values = new HashMap<>();
        values.put("name", strategy.name());
        values.put("cooldownDays", String.valueOf(strategy.cooldownDays()));
        values.put("daysBetweenSteps", String.valueOf(strategy.daysBetweenSteps()));
        values.put("steps", String.valueOf(strategy.steps().size()));
        strategy.steps().forEach(step -> of(step).forEach((field, text) -> values.put(at(step.number(), field), text)));
        return values;
    }

    /** One step, without the number of its place. */
    static Map<String, String> of(Step step) {
        Entry entry = step.entry();
        Map<String, String> values = new HashMap<>();
        values.put("stage", String.valueOf(step.stage().number()));
        values.put("name", step.name());
        values.put("channel", step.channel().code());
        values.put("template", step.template());
        values.put("tone", step.tone().code());
        values.put("when", When.of(step).code());
        values.put("days", String.valueOf(Math.abs(step.offsetDays())));
        values.put("dayKind", step.days().code());
        values.put("release", step.release().code());
        values.put(
                "minimum",
                entry.minimum() == 0
                        ? ""
                        : BigDecimal.valueOf(entry.minimum(), MINOR_DIGITS).toPlainString());
        values.put("delivery", entry.delivery().code());
        values.put("onlyUnanswered", entry.onlyUnanswered() ? "yes" : "");
        values.put("daysAfterPrevious", entry.daysAfterPrevious() == 0 ? "" : "" + entry.daysAfterPrevious());
        values.put("repeatEveryDays", entry.repeatEveryDays() == 0 ? "" : "" + entry.repeatEveryDays());
        return values;
    }

    /** The name of a field of a step. */
    static String at(int step, String field) {
        return "s" + step + "." + field;
    }

    /** The field of the form that a problem is about; the day of a step has two. */
    static String place(Problem problem) {
        if (problem.row() == 0) {
            return problem.column();
        }
        return at((int) problem.row(), problem.column().equals("offsetDays") ? "days" : problem.column());
    }

    int size() {
        return Math.min(MOST_STEPS, whole(0, "steps", 0));
    }

    /** As it stands; what could not be read counts as nothing and is among the {@link #problems}. */
    Strategy.Draft read() {
        List<Step> steps = new ArrayList<>();
        for (int number = 1; number <= size(); number++) {
            steps.add(step(number));
        }
        return new Strategy.Draft(text("name"), steps, whole(0, "cooldownDays", 0), whole(0, "daysBetweenSteps", 0));
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    private Step step(int number) {
        When when = constant(number, "when", When.values(), When::code, When.AFTER_DUE);
        int days = whole(number, "days", 0);
        return new Step(
                number,
                constant(number, "stage", Stage.values(), stage -> "" + stage.number(), Stage.SENT),
                text(at(number, "name")),
                constant(number, "channel", Channel.values(), Channel::code, Channel.MAIL),
                text(at(number, "template")),
                constant(number, "tone", Tone.values(), Tone::code, Tone.NEUTRAL),
                when == When.AFTER_ISSUE ? Step.Anchor.ISSUE : Step.Anchor.DUE,
                when == When.BEFORE_DUE ? -days : days,
                constant(number, "dayKind", Step.Days.values(), Step.Days::code, Step.Days.CALENDAR),
                constant(number, "release", Step.Release.values(), Step.Release::code, Step.Release.AUTOMATIC),
                entry(number));
    }

    private Entry entry(int number) {
        return new Entry(
                minimum(number),
                constant(number, "delivery", Entry.Delivery.values(), Entry.Delivery::code, Entry.Delivery.ANY),
                !text(at(number, "onlyUnanswered")).isEmpty(),
                whole(number, "daysAfterPrevious", 0),
                whole(number, "repeatEveryDays", 0));
    }

    private long minimum(int number) {
        String typed = text(at(number, "minimum")).replace(',', '.');
        if (typed.isEmpty()) {
            return 0;
        } else if (typed.matches("\\d{1,12}(\\.\\d{1,2})?")) {
            return new BigDecimal(typed)
                    .movePointRight(MINOR_DIGITS)
                    .setScale(0, RoundingMode.UNNECESSARY)
                    .longValueExact();
        }
        problems.add(new Problem(number, "minimum", "This is no amount: write it as 100.00, or leave it empty."));
        return 0;
    }

    private int whole(int step, String field, int otherwise) {
        String typed = text(step == 0 ? field : at(step, field));
        if (typed.isEmpty()) {
            return otherwise;
        } else if (typed.matches("\\d{1,4}")) {
            return Integer.parseInt(typed);
        }
        problems.add(new Problem(step, field, "“" + typed + "” is no number of days: write it as 7."));
        return otherwise;
    }

    private interface Coded<T> {
        String code(T value);
    }

    private <T> T constant(int step, String field, T[] choices, Coded<T> coded, T otherwise) {
        String chosen = text(at(step, field));
        for (T choice : choices) {
            if (coded.code(choice).equals(chosen)) {
                return choice;
            }
        }
        if (!chosen.isEmpty()) {
            problems.add(new Problem(step, field, "There is no “" + chosen + "” here: choose one from the list."));
        }
        return otherwise;
    }

    private String text(String field) {
        return values.getOrDefault(field, "").strip();
    }
}
