package dev.dunwell.collections;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A step of a strategy in words, the same for every reader: for ladders, differences, and lists. Pure. */
public final class StepText {

    private StepText() {}

    /** {@code 3 working days after the due date}, {@code at issue}. */
    public static String day(Step step) {
        String anchor = step.anchor() == Step.Anchor.ISSUE ? "issue" : "the due date";
        int days = Math.abs(step.offsetDays());
        if (days == 0) {
            return "at issue";
        }
        String kind = step.days() == Step.Days.BUSINESS ? "working day" : "day";
        return days + " " + kind + (days == 1 ? "" : "s") + (step.offsetDays() < 0 ? " before " : " after ") + anchor;
    }

    /** What must hold besides the day, each as a short sentence part; empty when nothing is asked. */
    public static List<String> conditions(Step step) {
        Entry entry = step.entry();
        List<String> all = new ArrayList<>();
        if (entry.minimum() > 0) {
            all.add("from " + minimum(step) + " open");
        }
        if (entry.delivery() != Entry.Delivery.ANY) {
            all.add(entry.delivery().title());
        }
        if (entry.onlyUnanswered()) {
            all.add("only if there was no answer since the last step");
        }
        if (entry.daysAfterPrevious() > 0) {
            all.add("at least " + days(entry.daysAfterPrevious()) + " after the step before");
        }
        return all;
    }

    /** {@code every 14 days}; empty for a step that is taken once. */
    public static String repeats(Step step) {
        return step.entry().repeats() ? "every " + days(step.entry().repeatEveryDays()) : "";
    }

    /** The step as one line: {@code e-mail “inquiry”, 3 days after the due date, after approval}. */
    public static String line(Step step) {
        List<String> parts = new ArrayList<>();
        parts.add(
                step.template().isEmpty()
                        ? step.channel().title()
                        : step.channel().title() + " “" + step.template() + "”");
        parts.add(day(step));
        if (step.release() != Step.Release.AUTOMATIC) {
            parts.add(step.release().title());
        }
        parts.addAll(conditions(step));
        if (step.entry().repeats()) {
            parts.add("then " + repeats(step));
        }
        return String.join(", ", parts);
    }

    /** Everything about a step, by heading. */
    static Map<String, String> words(Step step) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("Stage", step.stage().number() + ", " + step.stage().title());
        words.put("Day", day(step));
        words.put("Channel", step.channel().title());
        words.put("Template", step.template().isEmpty() ? "none" : step.template());
        words.put("Tone", step.tone().code());
        words.put("Release", step.release().title());
        words.put("Minimum", step.entry().minimum() == 0 ? "any amount" : minimum(step));
        words.put("Delivery", step.entry().delivery().title());
        words.put("Answers", step.entry().onlyUnanswered() ? "only if there was none" : "are not asked about");
        words.put("After the step before", days(step.entry().daysAfterPrevious()));
        words.put("Repeats", step.entry().repeats() ? repeats(step) : "never");
        return words;
    }

    /** Minor units of whatever currency the item is in; most have two decimals. */
    private static String minimum(Step step) {
        return BigDecimal.valueOf(step.entry().minimum(), 2).toPlainString();
    }

    private static String days(int days) {
        return days == 1 ? "1 day" : days + " days";
    }
}
