package dev.dunwell.credit;

import dev.dunwell.credit.PaySegments.Segment;
import java.time.LocalDate;
import java.util.List;

/**
 * What those who decide about credit look at together: how customers pay, who pays otherwise than before, limits beside
 * what is used of them, what asks for a decision, and what was decided.
 *
 * @param from the first day
 * @param to the last day; limits and what waits are as of today
 */
public record ReviewPack(
        LocalDate from,
        LocalDate to,
        List<Share> segments,
        List<Move> moves,
        List<Use> limits,
        List<CreditReview> waiting,
        List<CreditReview> decided) {

    /** How many customers were in a segment before the first day, and are at the end of the last. */
    public record Share(Segment segment, int before, int now) {}

    /** A customer who came from one segment into another. */
    public record Move(
            long customerId, String number, String name, Segment before, Segment now, LocalDate on, String reason) {}

    /** A limit that is broken or nearly used. */
    public record Use(long customerId, String number, String name, CreditStanding standing) {}
}
