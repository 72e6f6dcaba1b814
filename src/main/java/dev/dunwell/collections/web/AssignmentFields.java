package dev.dunwell.collections.web;

import dev.dunwell.collections.AssignStrategy;
import dev.dunwell.collections.Assignment.Scope;
import dev.dunwell.web.Typed;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Whom a strategy is for, as a form writes it: a scope, a tag or a way of paying, a strategy, a reason. */
record AssignmentFields(Map<String, String> form) {

    AssignStrategy.Wanted read() {
        var typed = new Typed(form, Locale.ROOT);
        typed.demand("scope", "Choose whom it is for.");
        typed.demand("strategyId", "Choose a strategy.");
        Scope scope = scope(typed);
        Long strategy = typed.id("strategyId");
        typed.check();
        return new AssignStrategy.Wanted(
                scope, subject(scope, typed), null, Objects.requireNonNull(strategy), typed.text("reason"));
    }

    private static Scope scope(Typed typed) {
        return switch (typed.text("scope")) {
            case "conduct" -> Scope.CONDUCT;
            case "organisation" -> Scope.ORGANISATION;
            default -> Scope.SEGMENT;
        };
    }

    private static String subject(Scope scope, Typed typed) {
        return switch (scope) {
            case SEGMENT -> typed.text("tag").toLowerCase(Locale.ROOT);
            case CONDUCT -> typed.text("conduct");
            case CUSTOMER, ORGANISATION -> "";
        };
    }
}
