package dev.dunwell.agencies;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A second person's no: the invoice stays with us. */
@Component
public class RefusePlacement {

    private final Placements placements;
    private final JdbcClient db;
    private final Audit audit;

    RefusePlacement(Placements placements, JdbcClient db, Audit audit) {
        this.placements = placements;
        this.db = db;
        this.audit = audit;
    }

    /** @param why must not be empty */
    @Transactional
    public void refuse(Caller caller, long placementId, String why) {
        if (why.isBlank()) {
            throw BadInput.in("why", "Say why not; whoever asked will read it.");
        }
        Placement asked = placements.byId(placementId);
        int refused = db.sql("""
                update placement
                set decided_on = :today, decided_by = :by, decided_at = now(), refused_why = :why
                where id = :id and decided_on is null
                """)
                .param("today", caller.today())
                .param("by", caller.actor().name())
                .param("why", why.strip())
                .param("id", placementId)
                .update();
        if (refused == 0) {
            throw Refusal.conflict("decided", "This was decided already. Look at the list again.");
        }
        audit.write(
                caller.actor(),
                "placement.refused",
                "customer",
                asked.invoice().customerId(),
                Map.of("placement", placementId, "why", why.strip()));
    }
}
