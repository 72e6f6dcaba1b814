package dev.dunwell.collections;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What must be so before a customer is pressed for payment (R156). */
public enum PressureQuestion {
    RECEIVED("Was the invoice received?", "the invoice was received"),
    CORRECT("Is what it says correct?", "the invoice is correct"),
    CIRCUMSTANCES("Are there no special circumstances?", "no special circumstances stand against it"),
    GOODS("Were goods and services delivered?", "goods and services were delivered");

    private final String question;
    private final String claim;

    PressureQuestion(String question, String claim) {
        this.question = question;
        this.claim = claim;
    }

    /** As a person asks it. */
    public String question() {
        return question;
    }

    /** What yes means, inside a sentence. */
    public String claim() {
        return claim;
    }

    /** In the database and the API, {@code received}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<PressureQuestion> ofCode(@Nullable String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}
