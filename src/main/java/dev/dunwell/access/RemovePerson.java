package dev.dunwell.access;

import dev.dunwell.web.Refusal;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends a person's work for the organisation, from their next request on. What they did stays under their name. */
@Component
public class RemovePerson {

    private final JdbcClient db;
    private final People people;
    private final Audit audit;

    RemovePerson(JdbcClient db, People people, Audit audit) {
        this.db = db;
        this.people = people;
        this.audit = audit;
    }

    /** @throws Refusal when nobody would be left who may change roles */
    @Transactional
    public Person remove(long personId, Actor actor) {
        List<Long> administrators = people.lockAdministrators();
        Person person = people.get(personId);
        if (administrators.equals(List.of(personId))) {
            throw Refusal.conflict(
                    "last-administrator", person.name() + " is the only administrator. Make somebody else one first.");
        }
        db.sql("delete from membership where person_id = ?").param(personId).update();
        audit.write(actor, "person.removed", "person", personId, Map.of("email", person.email()));
        return person;
    }
}
