package dev.dunwell.relations.web;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A stretch of business time in short words: {@code 19 h 20 min}. */
public final class Spell {

    private Spell() {}

    /** Whole minutes, the rest dropped; a dash for none. */
    public static String of(@Nullable Duration time) {
        if (time == null) {
            return "–";
        }
        long hours = time.toHours();
        int minutes = time.toMinutesPart();
        if (hours == 0) {
            return minutes + " min";
        } else {
            return minutes == 0 ? hours + " h" : hours + " h " + minutes + " min";
        }
    }
}
