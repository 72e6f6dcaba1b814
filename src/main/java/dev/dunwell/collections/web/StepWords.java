package dev.dunwell.collections.web;

import dev.dunwell.collections.DueStep;
import dev.dunwell.collections.Explanation;
import dev.dunwell.collections.Step;
import dev.dunwell.web.Show;
import java.util.Locale;

/** Steps of a strategy in the few words of a table. */
public final class StepWords {

    private StepWords() {}

    /** {@code Firm reminder, +15}. */
    public static String of(Step step, Show show) {
        return step.name() + ", " + show.offset(step.offsetDays())
                + (step.anchor() == Step.Anchor.ISSUE ? " from issue" : "");
    }

    /** The step's name inside a sentence. */
    public static String inside(Step step) {
        return step.name().toLowerCase(Locale.ROOT);
    }

    /** Why it comes on another day than its own; empty when it does not. */
    public static String moved(DueStep due, Show show) {
        return switch (due.moved()) {
            case NOT -> "";
            case TO_WORKING_DAY -> ", moved from " + show.dayText(due.originalOn()) + " to a working day";
            case AFTER_LAST_STEP -> ", moved from " + show.dayText(due.originalOn()) + " to keep its distance";
        };
    }

    public static String of(Explanation.State state) {
        return switch (state) {
            case TAKEN -> "Last step taken";
            case PASSED -> "Passed";
            case DUE -> "Due";
            case PLANNED -> "Planned";
            case LEFT_OUT -> "Left out";
        };
    }
}
