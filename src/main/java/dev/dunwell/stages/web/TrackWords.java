package dev.dunwell.stages.web;

import dev.dunwell.collections.PressureQuestion;
import dev.dunwell.stages.Track;
import dev.dunwell.web.Choice;
import dev.dunwell.web.Icon;
import java.util.List;
import java.util.stream.Stream;

/** The words and signs of the track of stages. */
public final class TrackWords {

    /** The questions before pressure, to choose from. */
    public static final List<Choice> QUESTIONS = Stream.of(PressureQuestion.values())
            .map(each -> new Choice(each.code(), each.question()))
            .toList();

    private TrackWords() {}

    public static String of(Track.State state) {
        return switch (state) {
            case DONE -> "Done";
            case CURRENT -> "Now, since";
            case PLANNED -> "Next on";
            case SKIPPED -> "Left out";
            case MISSING -> "Missing";
            case NOT_NEEDED -> "Not needed";
        };
    }

    public static Icon icon(Track.State state) {
        return switch (state) {
            case DONE -> Icon.DONE;
            case CURRENT -> Icon.NEXT;
            case PLANNED -> Icon.WAIT;
            case SKIPPED -> Icon.STOP;
            case MISSING -> Icon.WARNING;
            case NOT_NEEDED -> Icon.OPEN;
        };
    }

    /** The class of the stage in the track. */
    public static String css(Track.State state) {
        return switch (state) {
            case DONE, CURRENT -> "is-done";
            case PLANNED -> "is-ahead";
            case MISSING -> "is-missing bad";
            case SKIPPED, NOT_NEEDED -> "is-out muted";
        };
    }
}
