package dev.dunwell.collections.web;

import dev.dunwell.access.Caller;
import dev.dunwell.collections.Worklist;
import dev.dunwell.collections.web.TodayView.Accounts;
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

    NextRow(Worklist worklist) {
        this.worklist = worklist;
    }

    /** @param from the list, {@code today} or {@code mine}; anything else when the customer was opened otherwise */
    String after(Caller caller, @Nullable String from, long customerId) {
        if (!isList(from)) {
            return "/customers/" + customerId;
        }
        Long next = place(caller, from, customerId).map(Worklist.Place::nextId).orElse(null);
        return next == null ? Accounts.of(from).listUrl() : "/customers/" + next + "?from=" + from;
    }

    Optional<Worklist.Place> place(Caller caller, @Nullable String from, long customerId) {
        Long owner = Accounts.of(from) == Accounts.MINE ? caller.personId() : null;
        return worklist.place(caller.today(), owner, customerId);
    }

    /** Whether one goes through a list row by row. */
    static boolean isList(@Nullable String from) {
        return "today".equals(from) || "mine".equals(from);
    }
}
