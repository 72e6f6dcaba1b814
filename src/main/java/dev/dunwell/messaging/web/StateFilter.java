package dev.dunwell.messaging.web;

import dev.dunwell.messaging.State;
import dev.dunwell.web.BadInput;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the state that a list is narrowed to. */
final class StateFilter {

    private StateFilter() {}

    static @Nullable State of(@Nullable String code) {
        if (code == null || code.isEmpty()) {
            return null;
        }
        return Arrays.stream(State.values())
                .filter(state -> state.code().equals(code))
                .findFirst()
                .orElseThrow(() -> BadInput.in(
                        "state",
                        "A message's state is one of "
                                + Arrays.stream(State.values()).map(State::code).collect(Collectors.joining(", "))
                                + "."));
    }
}
