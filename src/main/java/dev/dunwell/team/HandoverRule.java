package dev.dunwell.team;

import dev.dunwell.kernel.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts that nobody looks after go to whom.
 *
 * @param tag of the segment, in small letters; empty for any
 * @param language of the customer's letters as a tag, {@code de}; empty for any
 * @param from what a customer owes at least, zero also for who owes nothing; its currency is the one compared
 * @param below what a customer owes less than; null without end
 * @param people by id; with several, they take turns
 */
public record HandoverRule(
        long id,
        String tag,
        String language,
        Money from,
        @Nullable Money below,
        List<Long> people,
        String author) {

    public HandoverRule {
        people = List.copyOf(people);
    }
}
