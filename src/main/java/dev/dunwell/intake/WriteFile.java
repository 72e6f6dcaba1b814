package dev.dunwell.intake;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.access.Organisation;
import dev.dunwell.intake.Batch.Counts;
import dev.dunwell.intake.Batch.State;
import dev.dunwell.intake.formats.table.Table;
import dev.dunwell.jobs.Job;
import dev.dunwell.ledger.LedgerChanged;
import java.time.Clock;
import java.time.LocalDate;
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
    /** From so many new rows on the database counts the book at once, and does not plan for empty tables. */
    private static final int MANY = 500;

    private static final Logger log = LoggerFactory.getLogger(WriteFile.class);

    private final Batches batches;
    private final Problems problems;
    private final OpenUpload uploads;
    private final Comparison comparison;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final JdbcClient db;
    private final Clock clock;
    private final TransactionTemplate transaction;

    WriteFile(
            Batches batches,
            Problems problems,
            OpenUpload uploads,
            Comparison comparison,
            Audit audit,
            ApplicationEventPublisher events,
            JdbcClient db,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.batches = batches;
        this.problems = problems;
        this.uploads = uploads;
        this.comparison = comparison;
        this.audit = audit;
        this.events = events;
        this.db = db;
        this.clock = clock;
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
                write(organisation, batch);
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

    private void write(Organisation organisation, Batch batch) {
        uploads.read(batch, upload -> {
            Plan plan = Plan.of(batch, upload, Optional.empty(), organisation.currency());
            transaction.executeWithoutResult(_ -> {
                oneAtATime(db);
                if (batches.byId(batch.id()).state() == State.COMMITTING) {
                    write(batch, upload.table(), plan, organisation.today(clock));
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

    private void write(Batch batch, Table table, Plan plan, LocalDate today) {
        Comparison.Found found = comparison.find(batch, table, plan);
        Counts counts = found.counts();
        batches.keepCounts(batch.id(), counts, found.leftOut());
        problems.replace(batch.id(), found.problems());
        if (counts.wrong() > 0 && !batch.skipWrong()) {
            batches.move(batch.id(), State.COMMITTING, State.DRY_RUN);
            return;
        }
        batches.remember(batch);
        batches.move(batch.id(), State.COMMITTING, State.COMMITTED);
        batches.stamp(batch.id(), "committed_at");
        if (counts.fresh() + counts.changed() > 0) {
            comparison.write(batch, today);
            if (counts.fresh() > MANY) {
                db.sql("select count_the_book()").query().singleRow();
            }
            Set<Long> customers = comparison.touched(batch);
            events.publishEvent(new BatchImported(batch.id()));
            events.publishEvent(new LedgerChanged(customers));
        }
        audit.write(
                batch.committedBy() == null ? Actor.automation("import") : batch.committedBy(),
                "import.committed",
                "import",
                batch.id(),
                Map.of(
                        "file", batch.fileName(),
                        "brought by", batch.createdBy(),
                        "new", counts.fresh(),
                        "changed", counts.changed(),
                        "same", counts.same(),
                        "wrong", counts.wrong()));
    }
}
