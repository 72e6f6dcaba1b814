package dev.dunwell.collections;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Why reminders wait although money is owed. The names are stored: add to them, never rename one. */
public enum HoldReason {
    OUR_MISTAKE("our mistake"),
    CREDIT_COMING("a credit note is coming"),
    PAPERS_COMING("papers are coming"),
    PAYMENT_SEEN("their payment is on its way"),
    ASKED_FOR_TIME("they asked for time"),
    HARDSHIP("hardship, illness or loss"),
    RELATIONSHIP("a talk with them comes first"),
    LEGAL("with lawyers"),
    OTHER("other");

    private final String words;

    HoldReason(String words) {
        this.words = words;
    }

    /** The name in the database and in the API, {@code our_mistake}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String words() {
        return words;
    }

    public static Optional<HoldReason> read(String code) {
        return Stream.of(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}
