package dev.dunwell.collections;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How we may write to a customer beside mail, and with how much care.
 *
 * @param postal where the post reaches it, null when nobody knows
 * @param valued who marked it as one to be spoken with gently, null when nobody did
 */
public record Regard(@Nullable Postal postal, @Nullable Valued valued) {

    /** Nothing is known. */
    public static final Regard NONE = new Regard(null, null);

    /** An address below the names. */
    public record Postal(String contact, String lines) {}

    /** Marked as valuable. */
    public record Valued(LocalDate since, String by, String reason) {}

    /** When its letters go to another: to that one's address, with the care due to either. */
    Regard answeredBy(Regard payer) {
        return new Regard(payer.postal, valued == null ? payer.valued : valued);
    }
}
