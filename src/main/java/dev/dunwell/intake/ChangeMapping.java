package dev.dunwell.intake;

import dev.dunwell.access.Actor;
import dev.dunwell.intake.Batch.State;
import dev.dunwell.intake.formats.Mapping;
import dev.dunwell.jobs.Jobs;
import dev.dunwell.kernel.Problem;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes how a file is read, or mends its cells, before it is committed; a job then reads it again. */
@Component
public class ChangeMapping {

    private final Batches batches;
    private final Problems problems;
    private final Jobs jobs;
    private final Clock clock;

    ChangeMapping(Batches batches, Problems problems, Jobs jobs, Clock clock) {
        this.batches = batches;
        this.problems = problems;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** A cell as a person wants it read. */
    public record Fix(long row, String column, String value) {}

    /**
     * @param mapping laid over the one there is; a target with an empty source is mapped no more
     * @param answers heading → answer, laid over those there are
     */
    @Transactional
    public void change(long id, Mapping mapping, Map<String, String> answers) {
        Batch batch = again(id);
        Map<String, String> columns = new HashMap<>(batch.mapping().columns());
        columns.putAll(mapping.columns());
        var wanted = new HashMap<>(columns);
        wanted.values().removeIf(String::isBlank);
        var wrong = batch.headings().isEmpty()
                ? List.<Problem>of()
                : new Mapping(wanted).problems(batch.kind(), batch.headings());
        if (!wrong.isEmpty()) {
            throw new BadInput(wrong);
        }
        Map<String, String> all = new HashMap<>(batch.answers());
        all.putAll(answers);
        batches.keepMapping(id, new Mapping(columns), all);
    }

    /** @param fixes the original stays as it came; they are laid over it */
    @Transactional
    public void fix(Actor actor, long id, List<Fix> fixes) {
        Batch batch = again(id);
        for (Fix fix : fixes) {
            if (!batch.headings().contains(fix.column())) {
                throw BadInput.in("column", "The file has no column " + fix.column() + ".");
            }
            problems.fix(id, fix.row(), fix.column(), fix.value(), actor.name());
        }
    }

    private Batch again(long id) {
        if (!batches.move(id, State.NEEDS_MAPPING, State.READING) && !batches.move(id, State.DRY_RUN, State.READING)) {
            throw Refusal.conflict(
                    "too-late",
                    "This import is in state " + batches.byId(id).state().code()
                            + ": only one that waits for an answer or for the commit can be read anew.");
        }
        jobs.schedule(ReadFile.NAME, ReadFile.what(id, clock.instant()), clock.instant());
        return batches.byId(id);
    }
}
