package dev.dunwell.intake;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.intake.Batch.State;
import dev.dunwell.kernel.Sql;
import dev.dunwell.ledger.LedgerChanged;
import dev.dunwell.web.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a committed import back: what it brought is voided, what it changed is put back, what it settled is open again
 * from the day it was settled. Refused when something was built on it since, with what that is.
 */
@Component
public class UndoImport {

    private static final String OBJECTIONS = Sql.named("intake/undo-objections");
    private static final String UNDO = Sql.named("intake/undo");
    private static final int MOST_TOLD = 10;

    private final Batches batches;
    private final List<Objections> objections;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final JdbcClient db;

    UndoImport(
            Batches batches,
            List<Objections> objections,
            Audit audit,
            ApplicationEventPublisher events,
            JdbcClient db) {
        this.batches = batches;
        this.objections = objections;
        this.audit = audit;
        this.events = events;
        this.db = db;
    }

    /** Undoing twice is undoing once; what was never committed has nothing to undo and is refused. */
    @Transactional
    public void undo(Actor actor, long id) {
        WriteFile.oneAtATime(db);
        Batch batch = batches.byId(id);
        if (batch.state() == State.UNDONE) {
            return;
        }
        if (batch.state() != State.COMMITTED) {
            throw Refusal.conflict(
                    "not-committed",
                    "This import is in state " + batch.state().code() + ": there is nothing to take back.");
        }
        refuseIfBuiltOn(id);
        Set<Long> customers = new HashSet<>(db.sql(Comparison.TOUCHED)
                .param("batch", id)
                .query((row, _) -> row.getLong(1))
                .list());
        db.sql(UNDO).param("batch", id).update();
        batches.move(id, State.COMMITTED, State.UNDONE);
        batches.stamp(id, "undone_at");
        events.publishEvent(new BatchUndone(id));
        events.publishEvent(new LedgerChanged(customers));
        audit.write(
                actor, "import.undone", "import", id, Map.of("file", batch.fileName(), "customers", customers.size()));
    }

    private void refuseIfBuiltOn(long id) {
        List<String> found = new ArrayList<>(db.sql(OBJECTIONS)
                .param("batch", id)
                .query((row, _) -> row.getString(1))
                .list());
        objections.forEach(other -> found.addAll(other.to(id)));
        if (!found.isEmpty()) {
            String more = found.size() > MOST_TOLD ? " And " + (found.size() - MOST_TOLD) + " more." : "";
            throw Refusal.conflict(
                    "built-on",
                    "It cannot be undone any more. "
                            + String.join(" ", found.stream().limit(MOST_TOLD).toList()) + more);
        }
    }
}
