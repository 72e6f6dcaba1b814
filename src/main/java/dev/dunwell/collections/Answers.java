package dev.dunwell.collections;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a customer wrote back.
 *
 * @param unreadSince the day of the oldest answer that nobody has read, null when all are read
 * @param awayUntil for each address whose owner is away the last day of it; addresses in small letters
 */
public record Answers(@Nullable LocalDate unreadSince, Map<String, LocalDate> awayUntil) {

    public static final Answers NONE = new Answers(null, Map.of());

    public Answers {
        awayUntil = Map.copyOf(awayUntil);
    }

    /** @param away as the query writes it: {@code address=2026-11-13}, parted by a blank; null for none */
    static Answers of(@Nullable LocalDate unreadSince, @Nullable String away) {
        if (unreadSince == null && away == null) {
            return NONE;
        }
        Map<String, LocalDate> until = new HashMap<>();
        for (String each : away == null ? new String[0] : away.split(" ")) {
            int at = each.lastIndexOf('=');
            until.merge(each.substring(0, at), LocalDate.parse(each.substring(at + 1)), (a, b) -> a.isAfter(b) ? a : b);
        }
        return new Answers(unreadSince, until);
    }

    @Nullable
    LocalDate awayUntil(String address) {
        return awayUntil.get(address.toLowerCase(Locale.ROOT));
    }

    /** Of two customers of whom one answers for the other: the older unread answer, and everybody who is away. */
    Answers with(Answers other) {
        LocalDate oldest = unreadSince == null || other.unreadSince != null && other.unreadSince.isBefore(unreadSince)
                ? other.unreadSince
                : unreadSince;
        Map<String, LocalDate> all = new HashMap<>(awayUntil);
        all.putAll(other.awayUntil);
        return new Answers(oldest, all);
    }
}
