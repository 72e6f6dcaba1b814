package dev.dunwell.demo;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Caller;
import dev.dunwell.access.Organisation;
import dev.dunwell.access.Role;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where a story stands: whose organisation, which day, who acts. */
public final class Scene {

    private final Founding founding;
    private final Map<String, Integer> visited = new HashMap<>();
    private @Nullable Organisation organisation;
    private Actor actor = Actor.automation("story");

    public Scene(Founding founding) {
        this.founding = founding;
    }

    Founding founding() {
        return founding;
    }

    /** The number of an organisation that was on the scene before, null when it was not. */
    @Nullable
    Integer visited(String name) {
        return visited.get(name);
    }

    /** Puts an organisation on the scene, or its new settings. */
    void enter(Organisation organisation) {
        this.organisation = organisation;
        visited.put(organisation.name(), organisation.id());
    }

    boolean isEmpty() {
        return organisation == null;
    }

    Organisation organisation() {
        return Objects.requireNonNull(organisation, "a story begins with an organisation");
    }

    void act(String person) {
        actor = Actor.person(person);
    }

    Actor actor() {
        return actor;
    }

    LocalDate today() {
        return Objects.requireNonNull(organisation().simulatedToday(), "a day is set before anything happens on it");
    }

    Caller caller() {
        return new Caller(organisation(), actor, Role.COLLECTOR, null, today());
    }
}
