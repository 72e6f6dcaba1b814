package dev.dunwell.access;

import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the first person, an administrator, and their organisation. Works once in the life of an installation. */
@Component
public class SetUp {

    private final JdbcClient db;
    private final People people;
    private final Passwords passwords;
    private final FoundOrganisation organisations;

    SetUp(JdbcClient db, People people, Passwords passwords, FoundOrganisation organisations) {
        this.db = db;
        this.people = people;
        this.passwords = passwords;
        this.organisations = organisations;
    }

    /** Who is to be the first administrator, with the password they chose. */
    public record Administrator(String name, String email, String password) {

        @Override
        public String toString() {
            return "Administrator[" + name + ", " + email + "]";
        }
    }

    /** What the set-up page asks for. */
    public record Wanted(Administrator administrator, NewOrganisation organisation) {

        /**
         * Reads what the form sent: {@code name}, {@code email} and {@code password} of the administrator,
         * {@code organisation} for its name, the rest as at {@link NewOrganisation#read}.
         *
         * @throws BadInput with every field that cannot be used
         */
        public static Wanted read(Map<String, String> given) {
            var fields = new SettingFields(given);
            String email = fields.email("email");
            var administrator = new Administrator(fields.name("name"), email, fields.password("password", email));
            var wanted = new Wanted(administrator, NewOrganisation.from(fields, "organisation"));
            fields.check();
            return wanted;
        }
    }

    /** Whether there is still nobody. */
    @Transactional(readOnly = true)
    public boolean isOpen() {
        return db.sql("select not exists (select from person)")
                .query(Boolean.class)
                .single();
    }

    /**
     * Of calls at the same time one succeeds.
     *
     * @return the organisation's number
     * @throws Refusal when there is somebody already
     */
    public int perform(Administrator first, NewOrganisation organisation) {
        String hash = passwords.hash(first.password());
        return organisations.found(organisation, Actor.person(first.name()), id -> {
            // Nobody is a row to lock, so the set-up itself is the lock.
            db.sql("select pg_advisory_xact_lock(hashtext('dunwell.set-up'))")
                    .query()
                    .singleRow();
            if (!isOpen()) {
                throw Refusal.conflict("already-set-up", "This installation is set up already. Sign in.");
            }
            long person =
                    people.insert(first.name(), first.email(), hash, false).orElseThrow();
            people.join(person, Role.ADMINISTRATOR);
            return id;
        });
    }
}
