package dev.dunwell.agencies;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.reach.LiftCondition;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes an invoice back from an agency: its people no longer see it, and we write and call again. */
@Component
public class RecallPlacement {

    private final Placements placements;
    private final LiftCondition liftCondition;
    private final JdbcClient db;
    private final Audit audit;

    RecallPlacement(Placements placements, LiftCondition liftCondition, JdbcClient db, Audit audit) {
        this.placements = placements;
        this.liftCondition = liftCondition;
        this.db = db;
        this.audit = audit;
    }

    /** @param why must not be empty; money that comes from today on costs no fee */
    @Transactional
    public void recall(Caller caller, long placementId, String why) {
        if (why.isBlank()) {
            throw BadInput.in("why", "Say why; others will read it.");
        }
        Placement placed = placements.byId(placementId);
        int recalled = db.sql("""
                update placement
                set recalled_on = :today, recalled_by = :by, recalled_at = now(), recall_why = :why
                where id = :id and pack_id is not null and recalled_on is null
                """)
                .param("today", caller.today())
                .param("by", caller.actor().name())
                .param("why", why.strip())
                .param("id", placementId)
                .update();
        if (recalled == 0) {
            throw Refusal.conflict("not-placed", "This is not with an agency now. Look at the list again.");
        }
        Long condition = placed.conditionId();
        if (condition != null && isRunning(condition)) {
            liftCondition.lift(caller, condition, why);
        }
        audit.write(
                caller.actor(),
                "placement.recalled",
                "customer",
                placed.invoice().customerId(),
                Map.of("placement", placementId, "agency", placed.agency(), "why", why.strip()));
    }

    private boolean isRunning(long condition) {
        return db.sql("select ended_on is null from condition where id = :id")
                .param("id", condition)
                .query(Boolean.class)
                .single();
    }
}
