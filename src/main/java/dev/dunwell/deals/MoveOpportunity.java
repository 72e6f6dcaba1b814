package dev.dunwell.deals;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says what happened to an opportunity: somebody answered it first, it was won, it was lost. Refuses days before it
 * came or that have not come, a second first answer, and anything once it is closed.
 */
@Component
public class MoveOpportunity {

    private final JdbcClient db;
    private final Opportunities opportunities;
    private final Audit audit;

    MoveOpportunity(JdbcClient db, Opportunities opportunities, Audit audit) {
        this.db = db;
        this.opportunities = opportunities;
        this.audit = audit;
    }

    /** What happened. */
    public sealed interface Move {

        LocalDate on();

        /** Somebody answered it for the first time. */
        record Touched(LocalDate on) implements Move {}

        /** It was won; the customer null when it is not known yet. */
        record Won(LocalDate on, @Nullable Long customerId) implements Move {}

        /** It was lost. */
        record Lost(LocalDate on, String why) implements Move {}
    }

    @Transactional
    public void move(Actor actor, long id, Move move, LocalDate today) {
        Opportunity opportunity = opportunities.locked(id);
        if (opportunity.outcome() != null) {
            throw Refusal.conflict("closed", "It is won or lost already.");
        } else if (move.on().isBefore(opportunity.createdOn()) || move.on().isAfter(today)) {
            throw BadInput.in("on", "Give a day from " + opportunity.createdOn() + ", when it came, to today.");
        }
        switch (move) {
            case Move.Touched touched -> {
                if (opportunity.firstTouchOn() != null) {
                    throw Refusal.conflict("answered", "Somebody answered it on " + opportunity.firstTouchOn() + ".");
                }
                db.sql("update opportunity set first_touch_on = ? where id = ?")
                        .params(touched.on, id)
                        .update();
            }
            case Move.Won won -> close(id, true, won.on, won.customerId, null);
            case Move.Lost lost -> {
                if (lost.why.isBlank() || lost.why.length() > 300) {
                    throw BadInput.in("why", "Say in at most 300 characters why it was lost.");
                }
                close(id, false, lost.on, null, lost.why.strip());
            }
        }
        audit.write(actor, "opportunity.moved", "opportunity", id, Map.of("move", move.toString()));
    }

    private void close(long id, boolean isWon, LocalDate on, @Nullable Long customer, @Nullable String why) {
        db.sql("""
                update opportunity
                set closed_on = :on, is_won = :won, lost_why = :why, customer_id = coalesce(:customer, customer_id)
                where id = :id
                """)
                .param("on", on)
                .param("won", isWon)
                .param("why", why)
                .param("customer", customer)
                .param("id", id)
                .update();
    }
}
