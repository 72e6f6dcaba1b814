package dev.dunwell.ledger;

import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Problem;
import dev.dunwell.web.BadInput;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gathers what is wrong with something given, so that a person learns all of it at once. */
final class Check {

    private static final int SHORT_TEXT = 100;
    private static final int LONGEST_EMAIL = 254;
    private static final Pattern EMAIL =
            Pattern.compile("[^@\\s\\p{Cntrl}<>()\\[\\],;:\"\\\\]+@[^@\\s\\p{Cntrl}<>()\\[\\],;:\"\\\\]+");

    private final List<Problem> problems = new ArrayList<>();

    Check that(boolean isRight, String field, String otherwise) {
        if (!isRight) {
            problems.add(new Problem(0, field, otherwise));
        }
        return this;
    }

    /** A number, such as a customer's or an invoice's: something to see, at most 100 characters. */
    Check number(String field, String value) {
        return text(field, value, SHORT_TEXT);
    }

    Check text(String field, String value, int longest) {
        return that(!value.isBlank(), field, "Give it; it is empty.")
                .that(value.length() <= longest, field, "Shorten it to " + longest + " characters.")
                .that(
                        value.chars().noneMatch(Character::isISOControl),
                        field,
                        "Take out tabs, line breaks and the like.");
    }

    Check optionalText(String field, @Nullable String value, int longest) {
        return value == null ? this : text(field, value, longest);
    }

    /**
     * An address that mail can go to: one at sign, no brackets, blanks or quotes, at most 254 characters (RFC 5321).
     */
    Check optionalEmail(String field, @Nullable String value) {
        return value == null
                ? this
                : that(
                        value.length() <= LONGEST_EMAIL && EMAIL.matcher(value).matches(),
                        field,
                        "Write one address, such as ana@example.com.");
    }

    Check positive(String field, Money amount) {
        return that(amount.isPositive(), field, "Give an amount above zero.");
    }

    /** Refuses all of it if anything is wrong. */
    void done() {
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }
}
