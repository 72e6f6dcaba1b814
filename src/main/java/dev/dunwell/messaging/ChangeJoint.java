package dev.dunwell.messaging;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets the friendly reminders of an organisation go along in one mail with others', where their reader wishes it, or no
 * longer. It holds at once: what waits to go along leaves alone when it is taken back.
 */
@Component
public class ChangeJoint {

    private final JdbcClient db;
    private final JointMails jointMails;
    private final Audit audit;

    ChangeJoint(JdbcClient db, JointMails jointMails, Audit audit) {
        this.db = db;
        this.jointMails = jointMails;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public boolean takesPart() {
        return jointMails.takesPart();
    }

    @Transactional
    public void change(Caller caller, boolean takesPart) {
        db.sql("""
                insert into joint_setting (takes_part) values (:part)
                on conflict (org_id) do update set takes_part = :part
                """).param("part", takesPart).update();
        audit.write(caller.actor(), "joint.changed", "organisation", null, Map.of("takesPart", takesPart));
    }
}
