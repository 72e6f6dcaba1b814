package dev.dunwell.messaging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a reminder goes along in the one mail that its reader wishes, and on which day. Depends on nothing but the
 * message and its reader's wish: what other vendors do changes neither the answer nor its words. Pure.
 *
 * @param wishes by address, in small letters
 * @param isSimulated whether the organisation's day is simulated: then only the day counts, and not the hour
 */
record Joining(Map<String, JointDays> wishes, JointSettings settings, boolean isSimulated) {

    /**
     * From the firm reminder on a vendor writes alone: who demands what by which day must be plain, and one vendor's
     * pressure must not stand beside another's friendly words.
     */
    private static final Set<String> FRIENDLY = Set.of("delivery-check", "friendly", "friendly-again", "inquiry");

    private static final String ALONE = "Leaves by itself: from the firm reminder on nothing goes along in a joint"
            + " reminder, so that it is plain who asks for what by when.";

    /**
     * @param on the day of the joint mail; null when it leaves by itself
     * @param why one sentence for the person who looks at the message
     */
    record Choice(@Nullable LocalDate on, Instant leaveAt, String why) {}

    /** Empty when its reader wishes nothing: there is nothing to say then. */
    Optional<Choice> of(Draft draft) {
        JointDays days = wishes.get(draft.toAddress().toLowerCase(Locale.ROOT));
        if (days == null || draft.way() != Way.MAIL) {
            return Optional.empty();
        } else if (!FRIENDLY.contains(draft.template())) {
            return Optional.of(new Choice(null, draft.leaveAt(), ALONE));
        } else {
            return Optional.of(along(draft.toAddress(), draft.windowOn(), draft.leaveAt(), days));
        }
    }

    /** The next day after one on which it did not go along. */
    Choice after(String address, LocalDate day, Instant leaveAt, JointDays days) {
        Instant earliest = isSimulated ? leaveAt : settings.leavesAt(day.plusDays(1));
        return along(address, day.plusDays(1), earliest, days);
    }

    private Choice along(String address, LocalDate from, Instant earliest, JointDays days) {
        LocalDate on = isSimulated ? days.onOrAfter(from) : settings.dayFrom(earliest, days);
        return new Choice(on, isSimulated ? earliest : settings.leavesAt(on), words(address, on));
    }

    /** One sentence whatever it waits for, so that waiting tells nothing. */
    static String words(String address, LocalDate on) {
        return ("Goes along in the joint reminder that %s asked for. It leaves on %s, the next day that their limit of"
                        + " reminders leaves free.")
                .formatted(address, on);
    }
}
