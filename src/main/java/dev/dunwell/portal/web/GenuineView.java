package dev.dunwell.portal.web;

import dev.dunwell.portal.DoorWords;
import dev.dunwell.portal.Genuine;
import org.jspecify.annotations.Nullable;

/** The question whether a demand is genuine, and its answer; {@code found} is null unless it is. */
public record GenuineView(
        DoorWords w, State state, @Nullable Genuine found, String code) {

    /** What the page says. */
    public enum State {
        ASK,
        GENUINE,
        UNKNOWN,
        SENT,
        WAIT
    }
}
