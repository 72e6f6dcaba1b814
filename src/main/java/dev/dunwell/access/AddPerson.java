package dev.dunwell.access;

import dev.dunwell.web.Refusal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets a person work for the organisation. */
@Component
public class AddPerson {

    private final People people;
    private final Passwords passwords;
    private final Audit audit;

    AddPerson(People people, Passwords passwords, Audit audit) {
        this.people = people;
        this.passwords = passwords;
        this.audit = audit;
    }

    /**
     * Somebody who was added.
     *
     * @param firstPassword to hand over, null when they have one already because they work for another organisation
     *     here
     */
    public record Added(long id, String name, @Nullable Secret firstPassword) {}

    /** @throws Refusal when they are here already */
    @Transactional
    public Added add(NewPerson person, Actor actor) {
        String email = person.email();
        Secret first = Secret.typed();
        Long created = people.insert(person.name(), email, passwords.hash(first.text()), true)
                .orElse(null);
        long id = created != null ? created : people.idOf(email).orElseThrow();
        if (!people.join(id, person.role())) {
            throw Refusal.conflict("already-here", email + " works here already. Change their role in the list.");
        }
        audit.write(
                actor,
                "person.added",
                "person",
                id,
                Map.of("email", email, "role", person.role().code()));
        return new Added(id, people.get(id).name(), created != null ? first : null);
    }
}
