package dev.dunwell.portal;

import dev.dunwell.access.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A way in for one payer, sent with one demand.
 *
 * @param toAddress where it was sent, in small letters; null when the demand went on paper and shows its code alone
 * @param messageId the demand that carried it, null when a person asked for a new link
 * @param code printed on the demand; opens nothing
 * @param openedAt when a person first used it, null: never
 */
public record Link(
        long id,
        long customerId,
        String toName,
        @Nullable String toAddress,
        String language,
        @Nullable Long messageId,
        String code,
        Instant madeAt,
        Instant expiresAt,
        @Nullable Instant openedAt,
        @Nullable Instant revokedAt) {

    /** Who acts behind it, as the audit and the timeline name them. */
    public Actor payer() {
        return Actor.payer(toName.isBlank() ? String.valueOf(toAddress) : toName);
    }

    public boolean isOnPaper() {
        return toAddress == null;
    }

    public boolean isGood(Instant now) {
        return !isOnPaper() && revokedAt == null && now.isBefore(expiresAt);
    }
}
