package dev.dunwell.access;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, for which organisation, on which day. Handlers take it as an argument; nothing reads it from a global.
 *
 * @param personId the signed-in person, null for a key
 * @param today the organisation's day, simulated or real
 */
public record Caller(
        Organisation organisation,
        Actor actor,
        Role role,
        @Nullable Long personId,
        LocalDate today) {

    /**
     * Whether to show a button: whether this role may use the route, {@code POST /customers/{id}/promises} as it stands
     * in {@code access/routes.txt}. The route itself asks again.
     */
    public boolean may(String route) {
        return Routes.declared().isOpen(route, role);
    }
}
