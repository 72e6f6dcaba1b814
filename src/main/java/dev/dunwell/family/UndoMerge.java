package dev.dunwell.family;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.ledger.Customers;
import dev.dunwell.ledger.LedgerChanged;
import dev.dunwell.web.Refusal;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a merge back: what went over returns, what came since stays with the survivor. Refuses one that was undone, and
 * one whose survivor was itself merged since.
 */
@Component
public class UndoMerge {

    private final JdbcClient db;
    private final Customers customers;
    private final Families families;
    private final Belongings belongings;
    private final Merges merges;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    UndoMerge(
            JdbcClient db,
            Customers customers,
            Families families,
            Belongings belongings,
            Merges merges,
            Audit audit,
            ApplicationEventPublisher events) {
        this.db = db;
        this.customers = customers;
        this.families = families;
        this.belongings = belongings;
        this.merges = merges;
        this.audit = audit;
        this.events = events;
    }

    @Transactional
    public Merge undo(Caller caller, long mergeId) {
        Merge merge = merges.require(mergeId);
        long from = merge.from().id();
        long into = merge.into().id();
        if (customers.byId(into).isEmpty()) {
            throw Refusal.conflict(
                    "merge-survivor-merged",
                    merge.into().name() + " was itself merged into another since. Undo that merge first.");
        }
        close(caller, merge);
        Set<Long> touched = new HashSet<>(families.around(into, into));
        db.sql("update customer set voided_at = null, merged_into = null where id = :from")
                .param("from", from)
                .update();
        belongings.moveBack(merge.moved(), from, into);
        touched.addAll(families.around(from, into));
        events.publishEvent(new LedgerChanged(Set.of(from, into)));
        events.publishEvent(new FamilyChanged(touched));
        audit.write(
                caller.actor(),
                "customer.unmerged",
                "customer",
                into,
                Map.of("from", merge.from().number()));
        return merge;
    }

    private void close(Caller caller, Merge merge) {
        int closed = db.sql("""
                update customer_merge
                set undone_at = now(), undone_by = :author
                where id = :id and undone_at is null
                """)
                .param("author", caller.actor().name())
                .param("id", merge.id())
                .update();
        if (closed == 0) {
            throw Refusal.conflict("merge-undone", "This merge was undone already.");
        }
    }
}
