package dev.dunwell.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where the text messages of an organisation leave: a gateway of its own choosing that is called with each of them.
 *
 * @param isOn whether they leave by themselves; else a person sees to them
 * @param checkedAt the last call, null when there was none
 * @param trouble what went wrong with it, null when nothing did
 */
public record SmsAccount(
        String url,
        boolean isOn,
        @Nullable Instant checkedAt,
        @Nullable String trouble) {}
