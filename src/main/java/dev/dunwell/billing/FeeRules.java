package dev.dunwell.billing;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Whether the night claims the fees of stages that it proposes; to begin with it does not. */
@Repository
public class FeeRules {

    private final JdbcClient db;
    private final Audit audit;

    FeeRules(JdbcClient db, Audit audit) {
        this.db = db;
        this.audit = audit;
    }

    /** The first day whose proposals the night claims; empty: a person claims them. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> claimedSince() {
        return db.sql(
                        "select fees_claimed_since from organisation where id = current_org() and fees_claimed_since is not null")
                .query(LocalDate.class)
                .optional();
    }

    /**
     * Lets the night claim what it proposes from today on, or from now on no more. What was proposed before stays with
     * the people; switched on twice, the first day counts.
     */
    @Transactional
    public void change(Actor actor, boolean claims, LocalDate today) {
        db.sql("""
                update organisation
                set fees_claimed_since = case when :claims then coalesce(fees_claimed_since, :today) end
                where id = current_org()
                """).param("claims", claims).param("today", today).update();
        audit.write(actor, "fee-rules.changed", "organisation", null, Map.of("claims", claims));
    }
}
