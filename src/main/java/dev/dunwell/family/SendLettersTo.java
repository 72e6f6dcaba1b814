package dev.dunwell.family;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Refusal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sets whether the letters about a customer go to its own people or to its parent's. Those below it that say nothing
 * follow. Refuses what would send letters round in a circle.
 */
@Component
public class SendLettersTo {

    private final JdbcClient db;
    private final Families families;
    private final Relations relations;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    SendLettersTo(
            JdbcClient db, Families families, Relations relations, Audit audit, ApplicationEventPublisher events) {
        this.db = db;
        this.families = families;
        this.relations = relations;
        this.audit = audit;
        this.events = events;
    }

    /** @param to null: as the parent has it */
    @Transactional
    public void set(Caller caller, long customerId, @Nullable LettersTo to) {
        int changed = db.sql("update customer set dunning_to = :to where id = :id and voided_at is null")
                .param("to", to == null ? null : to.code())
                .param("id", customerId)
                .update();
        if (changed == 0) {
            throw new NotFound("customer");
        } else if (relations.isCircle(caller.today())) {
            throw Refusal.because(
                    "relation-circle",
                    "Its parent's letters come to this customer, so its own cannot go to the parent. End that first.");
        }
        events.publishEvent(new FamilyChanged(families.around(customerId, customerId)));
        audit.write(
                caller.actor(),
                "customer.letters",
                "customer",
                customerId,
                Map.of("letters", to == null ? "as its parent" : to.code()));
    }
}
