package dev.dunwell.collections;

import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Problem;
import dev.dunwell.ledger.DeductionCode;
import dev.dunwell.web.BadInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer objects to.
 *
 * @param reason in their words, for others to read
 * @param part the amount they object to, above zero and at most what is open; null for all of it
 * @param ownerId who settles it, null for whoever looks after the customer, or opened it
 * @param dueOn until when, null for two weeks from today
 */
public record Objection(
        DeductionCode code,
        String reason,
        @Nullable Money part,
        @Nullable Long ownerId,
        @Nullable LocalDate dueOn) {

    /** @throws BadInput naming each field that does not fit what is open */
    void check(Money open, LocalDate today) {
        List<Problem> problems = new ArrayList<>();
        if (reason.isBlank()) {
            problems.add(new Problem(0, "reason", "Say what they object to; whoever settles it will read it."));
        }
        if (part != null
                && (!part.currency().equals(open.currency()) || !part.isPositive() || part.compareTo(open) > 0)) {
            problems.add(
                    new Problem(0, "amount", "Give a part of the %s that are open, or none for all.".formatted(open)));
        }
        if (dueOn != null && dueOn.isBefore(today)) {
            problems.add(new Problem(0, "dueOn", "This day has passed; give today or a later one."));
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }
}
