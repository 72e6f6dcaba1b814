package dev.dunwell.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A key with which a program speaks for the organisation. The key itself is not known here, only that it was made. */
public record ApiKey(
        long id,
        String name,
        Role role,
        String createdBy,
        Instant createdAt,
        @Nullable Instant revokedAt) {

    public boolean isRevoked() {
        return revokedAt != null;
    }
}
