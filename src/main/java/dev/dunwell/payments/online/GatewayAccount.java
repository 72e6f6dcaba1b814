package dev.dunwell.payments.online;

import dev.dunwell.payments.Provider;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An organisation's account with a gateway, without its keys.
 *
 * @param link ends the address that its events come to; 256 random bits
 * @param trouble what went wrong the last time; null when it went well
 */
public record GatewayAccount(
        Provider provider,
        String link,
        boolean isTest,
        boolean isOn,
        @Nullable Instant checkedAt,
        @Nullable String trouble) {

    /** Where the gateway sends its events: the organisation, and what only the gateway knows. */
    public String eventPath(int organisation) {
        return "/pay-events/" + provider.code() + "/" + organisation + "-" + link;
    }
}
