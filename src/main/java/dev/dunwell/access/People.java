package dev.dunwell.access;

import dev.dunwell.web.NotFound;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The people of the organisation bound by {@link Tenant}. */
@Repository
public class People {

    private static final Pattern ADDRESS =
            Pattern.compile("[^@\\s\\p{Cntrl}<>()\\[\\],;:\"]+@[^@\\s\\p{Cntrl}<>]+\\.[^@\\s.]+");
    private static final int LONGEST = 200;

    private final JdbcClient db;

    People(JdbcClient db) {
        this.db = db;
    }

    /** By name. */
    @Transactional(readOnly = true)
    public List<Person> all() {
        return db.sql("""
            select p.id, p.name, p.email, m.role, m.since
            from membership m
            join person p on p.id = m.person_id
            order by lower(p.name), p.id\
            """)
                .query((row, _) -> new Person(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("email"),
                        Role.ofCode(row.getString("role")),
                        row.getTimestamp("since").toInstant()))
                .list();
    }

    /** @throws NotFound when there is nobody of that id in this organisation */
    @Transactional(readOnly = true)
    public Person get(long id) {
        return all().stream().filter(person -> person.id() == id).findFirst().orElseThrow(() -> new NotFound("person"));
    }

    /**
     * Those who may change roles, held until the transaction ends, so that two changes cannot remove the last of them.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    List<Long> lockAdministrators() {
        return db.sql("select person_id from membership where role = 'administrator' order by person_id for update")
                .query((row, _) -> row.getLong("person_id"))
                .list();
    }

    Optional<Long> idOf(String email) {
        return db.sql("select id from person where email = ?")
                .param(email)
                .query(Long.class)
                .optional();
    }

    /** The new person's id; empty when the address belongs to somebody already. */
    Optional<Long> insert(String name, String email, String passwordHash, boolean isInitial) {
        return db.sql("""
            insert into person (name, email, password_hash, password_is_initial)
            values (?, ?, ?, ?)
            on conflict (email) do nothing
            returning id\
            """)
                .params(name, email, passwordHash, isInitial)
                .query(Long.class)
                .optional();
    }

    /** Whether they joined now; false when they were here before. */
    boolean join(long id, Role role) {
        return db.sql("insert into membership (person_id, role) values (?, ?) on conflict do nothing")
                        .params(id, role.code())
                        .update()
                > 0;
    }

    static boolean isAddress(String email) {
        return email.length() <= LONGEST && ADDRESS.matcher(email).matches();
    }
}
