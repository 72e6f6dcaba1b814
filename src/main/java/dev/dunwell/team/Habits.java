package dev.dunwell.team;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.access.People;
import dev.dunwell.access.Person;
import dev.dunwell.web.BadInput;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How each person works: the pace a manager reckons with, the order they chose for themselves. */
@Repository
public class Habits {

    private static final int MOST = 1000;

    private final JdbcClient db;
    private final People people;
    private final Audit audit;

    Habits(JdbcClient db, People people, Audit audit) {
        this.db = db;
        this.people = people;
        this.audit = audit;
    }

    /** @param personId null for a key, which has no habits */
    @Transactional(readOnly = true)
    public Habit of(@Nullable Long personId) {
        return personId == null ? Habit.UNKNOWN : all().getOrDefault(personId, Habit.UNKNOWN);
    }

    /** By person; who has none is left out. */
    @Transactional(readOnly = true)
    public Map<Long, Habit> all() {
        Map<Long, Habit> habits = new HashMap<>();
        db.sql("select person_id, contacts_a_day, oldest_first from work_habit").query(row -> {
            habits.put(
                    row.getLong("person_id"),
                    new Habit(row.getObject("contacts_a_day", Integer.class), row.getBoolean("oldest_first")));
        });
        return habits;
    }

    /** Remembered from now on for this person, whatever they look at. */
    @Transactional
    public void setOldestFirst(long personId, boolean oldestFirst) {
        db.sql("""
                insert into work_habit (person_id, oldest_first) values (:person, :oldest)
                on conflict (org_id, person_id) do update set oldest_first = excluded.oldest_first
                """).param("person", personId).param("oldest", oldestFirst).update();
    }

    /** @param contactsADay 1 to 1000; null when it is not known any more */
    @Transactional
    public void setPace(Caller caller, long personId, @Nullable Integer contactsADay) {
        if (contactsADay != null && (contactsADay < 1 || contactsADay > MOST)) {
            throw BadInput.in("contactsADay", "Give a number from 1 to 1000, or leave it empty.");
        }
        Person person = people.get(personId);
        db.sql("""
                insert into work_habit (person_id, contacts_a_day) values (:person, :pace)
                on conflict (org_id, person_id) do update set contacts_a_day = excluded.contacts_a_day
                """).param("person", personId).param("pace", contactsADay).update();
        String pace = contactsADay == null ? "not known" : contactsADay + " contacts a day";
        audit.write(caller.actor(), "person.pace-set", "person", person.id(), Map.of("pace", pace));
    }
}
