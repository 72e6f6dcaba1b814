package dev.dunwell.portal;

import dev.dunwell.access.Caller;
import dev.dunwell.web.NotFound;
import java.time.Instant;
import java.util.List;

/**
 * Who looks at the payer's pages in one request: a visit, the place it is about, and all places it may see.
 *
 * @param caller the payer as the acts of {@code here}'s organisation know them
 * @param formToken goes with every form and comes back with it
 * @param hasLogo whether the vendor of {@code here} has one to be known by
 */
public record Payer(
        PayerSession session,
        Place here,
        List<Place> places,
        Caller caller,
        String formToken,
        boolean hasLogo,
        Instant now) {

    public Payer {
        places = List.copyOf(places);
    }

    public DoorWords words() {
        return DoorWords.of(session.language());
    }

    public boolean isProven() {
        return session.isProven(now);
    }

    /** Refuses whoever has not typed a code of late. */
    public void requireProof() {
        if (!isProven()) {
            throw new NotProven();
        }
    }

    /** What needs a code was asked for without one; the page asks for it. */
    public static final class NotProven extends NotFound {
        NotProven() {
            super("page");
        }
    }
}
