package dev.dunwell.briefs;

import dev.dunwell.kernel.Money;
import dev.dunwell.reach.GoodHours;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to know before a call.
 *
 * @param since the day of the first invoice, null when there is none
 * @param broken promises of the last year that were not kept, or only in part
 * @param excuses what they said why they are late, the latest first
 * @param waiting disputes and questions without an answer
 * @param contacts the last ones
 * @param best when they are best called, null when too few calls were answered to tell
 */
public record CallBrief(
        @Nullable LocalDate since,
        List<Offer.Standing> money,
        int kept,
        int broken,
        List<Promised> promises,
        List<Said> excuses,
        List<Said> waiting,
        List<Said> contacts,
        @Nullable GoodHours best,
        Offer offer) {

    /** A promise and what became of it. */
    public record Promised(LocalDate madeOn, LocalDate dueOn, Money amount, String state) {}

    /** Something that was said, on a day; {@code who} wrote it down. */
    public record Said(LocalDate on, String what, String who) {}
}
