package dev.dunwell.intake;

import dev.dunwell.access.Organisation;
import dev.dunwell.intake.Batch.State;
import dev.dunwell.jobs.Job;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads a file that was brought: finds out how, asks what only a person knows, or shows what a commit would do. */
@Component
class ReadFile implements Job {

    static final String NAME = "import.read";

    private static final Logger log = LoggerFactory.getLogger(ReadFile.class);

    private final Batches batches;
    private final Problems problems;
    private final OpenUpload uploads;
    private final Comparison comparison;
    private final TransactionTemplate transaction;

    ReadFile(
            Batches batches,
            Problems problems,
            OpenUpload uploads,
            Comparison comparison,
            PlatformTransactionManager transactions) {
        this.batches = batches;
        this.problems = problems;
        this.uploads = uploads;
        this.comparison = comparison;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Names one reading of one batch: read again after an answer, it is another job. */
    static String what(long batch, Instant asked) {
        return batch + " " + asked;
    }

    static long batch(String what) {
        return Long.parseLong(what.substring(0, what.indexOf(' ')));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void work(Organisation organisation, String what) {
        Batch batch = batches.byId(batch(what));
        if (batch.state() == State.READING) {
            try {
                read(organisation, batch);
            } catch (NoTable refused) {
                batches.fail(batch.id(), refused.reason());
            } catch (TransientDataAccessException e) {
                throw e; // the database was away or busy: the job comes back
            } catch (RuntimeException e) {
                log.error("import {} could not be read", batch.id(), e);
                batches.fail(
                        batch.id(),
                        "Reading it stopped at an error of ours. Bring it again; if it stays, send us the file.");
            }
        }
    }

    private void read(Organisation organisation, Batch batch) {
        uploads.read(batch, upload -> {
            var remembered = batches.remembered(upload.kind(), upload.table().headings());
            Plan plan = Plan.of(batch, upload, remembered, organisation.currency());
            refuseIfNothingCounts(upload, plan);
            batches.progress(batch.id(), 0, plan.rows());
            transaction.executeWithoutResult(_ -> show(batch, upload, plan));
            return plan;
        });
    }

    private void show(Batch batch, Upload upload, Plan plan) {
        if (plan.isComplete()) {
            Comparison.Found found = comparison.find(batch, upload.table(), plan);
            batches.keepCounts(batch.id(), found.counts(), found.leftOut());
            problems.replace(batch.id(), found.problems());
            batches.move(batch.id(), State.READING, State.DRY_RUN);
        } else {
            problems.replace(batch.id(), plan.problems());
            batches.move(batch.id(), State.READING, State.NEEDS_MAPPING);
        }
        // Last: whoever reports progress meanwhile writes the same row.
        batches.keepPlan(batch.id(), upload, plan);
    }

    private static void refuseIfNothingCounts(Upload upload, Plan plan) {
        if (plan.rows() == 0 && plan.leftOut() > 0) {
            throw new NoTable(upload.layout()
                    .map(layout -> layout.nothing(plan.leftOut()))
                    .orElse("The file has no rows."));
        }
    }
}
