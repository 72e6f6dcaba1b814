package dev.dunwell.messaging.web;

import dev.dunwell.messaging.Message;
import dev.dunwell.messaging.State;
import dev.dunwell.web.Slice;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The messages of a night.
 *
 * @param state what the list is narrowed to, null for all
 * @param counts how many are in which state
 */
public record MessagesView(
        LocalDate night,
        @Nullable State state,
        Map<State, Integer> counts,
        Slice<Message> page,
        boolean isFirstPage,
        boolean hasSink) {

    public int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The list's address, narrowed to a state or not. */
    public String url(@Nullable State narrowed) {
        return "/messages?date=" + night + (narrowed == null ? "" : "&state=" + narrowed.code());
    }
}
