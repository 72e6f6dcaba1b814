package dev.dunwell.messaging;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a letter speaks. All three are polite and none threatens; they differ in how plainly they ask. */
public enum Tone {
    /** For somebody we would rather call than write to: asks whether all is well. */
    GENTLE("Gentle"),
    /** What most customers get: says what is open and asks for it. */
    NEUTRAL("Neutral"),
    /** Short and plain: names the amount, the day and what to do. */
    FIRM("Firm");

    public static final List<Tone> ALL = List.of(values());

    private final String title;

    Tone(String title) {
        this.title = title;
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** The name in files, in the database and in the API. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Tone> ofCode(String code) {
        return Arrays.stream(values()).filter(tone -> tone.code().equals(code)).findFirst();
    }
}
