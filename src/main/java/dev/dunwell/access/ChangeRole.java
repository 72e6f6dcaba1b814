package dev.dunwell.access;

import dev.dunwell.web.Refusal;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives a person another role, from their next request on. */
@Component
public class ChangeRole {

    private final JdbcClient db;
    private final People people;
    private final Audit audit;

    ChangeRole(JdbcClient db, People people, Audit audit) {
        this.db = db;
        this.people = people;
        this.audit = audit;
    }

    /** @throws Refusal when nobody would be left who may change roles */
    @Transactional
    public void change(long personId, Role role, Actor actor) {
        List<Long> administrators = people.lockAdministrators();
        Person person = people.get(personId);
        if (role != Role.ADMINISTRATOR && administrators.equals(List.of(personId))) {
            throw Refusal.conflict(
                    "last-administrator", person.name() + " is the only administrator. Make somebody else one first.");
        }
        db.sql("update membership set role = ? where person_id = ?")
                .params(role.code(), personId)
                .update();
        var detail = Map.of("from", person.role().code(), "to", role.code());
        audit.write(actor, "person.role-changed", "person", personId, detail);
    }
}
