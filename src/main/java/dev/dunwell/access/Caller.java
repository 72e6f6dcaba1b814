package dev.dunwell.access;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, for which organisation, on which day. Handlers take it as an argument; nothing reads it from a global.
 *
 * @param personId the signed-in person, null for a key
 * @param today the organisation's day, simulated or real
 */
public record Caller(Organisation organisation, Actor actor, Role role, @Nullable Long personId, LocalDate today) {}
