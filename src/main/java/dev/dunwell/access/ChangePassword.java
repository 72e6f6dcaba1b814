package dev.dunwell.access;

import dev.dunwell.web.BadInput;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives a person the password they chose. Their other sessions are ended by the caller. */
@Component
public class ChangePassword {

    private final JdbcClient db;
    private final Passwords passwords;
    private final Audit audit;

    ChangePassword(JdbcClient db, Passwords passwords, Audit audit) {
        this.db = db;
        this.passwords = passwords;
        this.audit = audit;
    }

    private record Kept(String email, String passwordHash) {}

    /** @throws BadInput when the old password is wrong or the new one will not do */
    @Transactional
    public void change(long personId, String old, String chosen, Actor actor) {
        Kept kept = db.sql("select email, password_hash from person where id = ? for update")
                .param(personId)
                .query(Kept.class)
                .single();
        if (!passwords.matches(old, kept.passwordHash)) {
            throw BadInput.in("old", "That is not your present password.");
        }
        String problem =
                chosen.equals(old) ? "Take another password than before." : Passwords.problem(chosen, kept.email);
        if (problem != null) {
            throw BadInput.in("chosen", problem);
        }
        db.sql("update person set password_hash = ?, password_is_initial = false where id = ?")
                .params(passwords.hash(chosen), personId)
                .update();
        audit.write(actor, "person.password-changed", "person", personId, Map.of());
    }
}
