package dev.dunwell.intake;

import dev.dunwell.access.Actor;
import dev.dunwell.intake.Batch.State;
import dev.dunwell.jobs.Jobs;
import dev.dunwell.web.Refusal;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says yes to a dry run: a job takes its rows into the book, all in one transaction. */
@Component
public class CommitImport {

    private final Batches batches;
    private final Jobs jobs;
    private final Clock clock;

    CommitImport(Batches batches, Jobs jobs, Clock clock) {
        this.batches = batches;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Saying yes twice is saying it once. Refused before the dry run, and while rows are wrong unless they are left
     * out.
     *
     * @param actor who says it, and is named in the audit
     * @param skipWrong whether wrong rows are left out
     */
    @Transactional
    public void commit(Actor actor, long id, boolean skipWrong) {
        Batch batch = batches.byId(id);
        switch (batch.state()) {
            case COMMITTING, COMMITTED -> {
                return;
            }
            case DRY_RUN -> {}
            default ->
                throw Refusal.conflict(
                        "not-ready",
                        "This import is in state " + batch.state().code() + ": only a dry run can be committed.");
        }
        if (batch.counts().wrong() > 0 && !skipWrong) {
            throw Refusal.because(
                    "wrong-rows",
                    "%d rows are wrong. Correct them, or say that they are to be left out."
                            .formatted(batch.counts().wrong()));
        }
        if (batches.move(id, State.DRY_RUN, State.COMMITTING)) {
            batches.keepYes(id, actor, skipWrong);
            jobs.schedule(WriteFile.NAME, ReadFile.what(id, clock.instant()), clock.instant());
        }
    }
}
