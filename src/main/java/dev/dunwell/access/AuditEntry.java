package dev.dunwell.access;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One link of the chain.
 *
 * @param seq its number, without gaps
 * @param act what was done, {@code promise.made}
 * @param subject the kind of thing it was done to, {@code customer}
 * @param subjectId null when the act concerns the organisation
 * @param detail what else there is to know, by name
 */
public record AuditEntry(
        long seq,
        Instant at,
        String actorKind,
        String actor,
        String act,
        String subject,
        @Nullable Long subjectId,
        Map<String, Object> detail) {}
