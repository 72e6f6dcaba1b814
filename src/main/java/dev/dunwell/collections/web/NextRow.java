package dev.dunwell.collections.web;

import dev.dunwell.access.Caller;
import dev.dunwell.collections.Worklist;
import dev.dunwell.collections.web.TodayView.Accounts;
import dev.dunwell.team.Habits;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where an act on a customer leads: to the next row of the list one came from, else back to the customer. Asked before
 * the act, because afterwards the row is often no longer in the list.
 */
@Component
class NextRow {

    private final Worklist worklist;
    private final Habits habits;

    NextRow(Worklist worklist, Habits habits) {
        this.worklist = worklist;
        this.habits = habits;
    }

    /**
     * @param from the list, {@code today}, {@code mine} or {@code unassigned}; anything else when the customer was
     *     opened otherwise
     */
    String after(Caller caller, @Nullable String from, long customerId) {
        if (!isList(from)) {
            return "/customers/" + customerId;
        }
        Long next = place(caller, from, customerId).map(Worklist.Place::nextId).orElse(null);
        return next == null ? Accounts.of(from).listUrl() : "/customers/" + next + "?from=" + from;
    }

    Optional<Worklist.Place> place(Caller caller, @Nullable String from, long customerId) {
        boolean oldestFirst = habits.of(caller.personId()).oldestFirst();
        var asked = new TodayView.Asked(Accounts.of(from), oldestFirst, null);
        return worklist.place(asked.queue(caller.today(), caller.personId()), customerId);
    }

    /** Whether one goes through a list row by row. */
    static boolean isList(@Nullable String from) {
        return "today".equals(from) || "mine".equals(from) || "unassigned".equals(from);
    }
}
