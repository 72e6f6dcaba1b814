package dev.dunwell.intake;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.access.Organisation;
import dev.dunwell.intake.Batch.Counts;
import dev.dunwell.intake.Batch.State;
import dev.dunwell.intake.formats.table.Table;
import dev.dunwell.jobs.Job;
import dev.dunwell.ledger.LedgerChanged;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the rows of a committed file into the book in one transaction: all or none. The rows are compared again,
 * because the book may have moved since the dry run.
 */
@Component
class WriteFile implements Job {

    static final String NAME = "import.write";

    private static final Logger log = LoggerFactory.getLogger(WriteFile.class);

    private final Batches batches;
    private final Problems problems;
    private final OpenUpload uploads;
    private final Comparison comparison;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final JdbcClient db;
    private final TransactionTemplate transaction;

    WriteFile(
            Batches batches,
            Problems problems,
            OpenUpload uploads,
            Comparison comparison,
            Audit audit,
            ApplicationEventPublisher events,
            JdbcClient db,
            PlatformTransactionManager transactions) {
        this.batches = batches;
        this.problems = problems;
        this.uploads = uploads;
        this.comparison = comparison;
        this.audit = audit;
        this.events = events;
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void work(Organisation organisation, String what) {
        Batch batch = batches.byId(ReadFile.batch(what));
        if (batch.state() == State.COMMITTING) {
            try {
                write(batch);
            } catch (NoTable refused) {
                batches.fail(batch.id(), refused.reason());
            } catch (TransientDataAccessException e) {
                throw e; // the job comes back
            } catch (RuntimeException e) {
                log.error("import {} could not be written", batch.id(), e);
                batches.fail(
                        batch.id(), "Writing it stopped at an error; nothing of it is in the book. Bring it again.");
            }
        }
    }

    private void write(Batch batch) {
        uploads.read(batch, table -> {
            Plan plan = Plan.of(batch, table, Optional.empty());
            transaction.executeWithoutResult(_ -> {
                oneAtATime(db);
                if (batches.byId(batch.id()).state() == State.COMMITTING) {
                    write(batch, table, plan);
                }
            });
            return plan;
        });
    }

    /** Imports and their undoing wait for each other within an organisation. */
    static void oneAtATime(JdbcClient db) {
        db.sql("select pg_advisory_xact_lock(hashtext('import'), current_org())")
                .query()
                .singleRow();
    }

    private void write(Batch batch, Table table, Plan plan) {
        Comparison.Found found = comparison.find(batch, table, plan);
        Counts counts = found.counts();
        batches.keepCounts(batch.id(), counts);
        problems.replace(batch.id(), found.problems());
        if (counts.wrong() > 0 && !batch.skipWrong()) {
            batches.move(batch.id(), State.COMMITTING, State.DRY_RUN);
            return;
        }
        batches.remember(batch);
        batches.move(batch.id(), State.COMMITTING, State.COMMITTED);
        batches.stamp(batch.id(), "committed_at");
        if (counts.fresh() + counts.changed() > 0) {
            comparison.write(batch);
            Set<Long> customers = comparison.touched(batch);
            events.publishEvent(new BatchImported(batch.id()));
            events.publishEvent(new LedgerChanged(customers));
        }
        audit.write(
                Actor.automation("import"),
                "import.committed",
                "import",
                batch.id(),
                Map.of(
                        "file", batch.fileName(),
                        "by", batch.createdBy(),
                        "new", counts.fresh(),
                        "changed", counts.changed(),
                        "same", counts.same(),
                        "wrong", counts.wrong()));
    }
}
