package dev.dunwell.statements;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.jobs.Jobs;
import dev.dunwell.ledger.AsOf;
import dev.dunwell.ledger.Knowledge;
import dev.dunwell.web.BadInput;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks for the statements of many customers; a job prints them. All of them use what is known at this moment, so that
 * what happens while they are printed is on none. Refuses a period that ends before it begins.
 */
@Component
public class AskForStatements {

    private final StatementRuns runs;
    private final Knowledge knowledge;
    private final Jobs jobs;
    private final Clock clock;
    private final Audit audit;

    AskForStatements(StatementRuns runs, Knowledge knowledge, Jobs jobs, Clock clock, Audit audit) {
        this.runs = runs;
        this.knowledge = knowledge;
        this.jobs = jobs;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * Who gets what: every customer with something open on the last day, or moved in the period when activity is told.
     *
     * @param search part of the name or number; null: all
     * @param tag null: all
     */
    public record Wanted(
            Statement.Kind kind,
            LocalDate from,
            LocalDate to,
            @Nullable String search,
            @Nullable String tag) {}

    /** @return the run's id */
    @Transactional
    public long ask(Actor actor, Wanted wanted) {
        if (wanted.from().isAfter(wanted.to())) {
            throw BadInput.in("from", "It is after the last day. Give that day or an earlier one.");
        }
        long id = runs.insert(wanted, new AsOf(wanted.to(), knowledge.upToNow()), actor.name());
        jobs.schedule(PrintStatements.NAME, String.valueOf(id), clock.instant());
        audit.write(actor, "statements.asked", "statements", id, Map.of("wanted", wanted.toString()));
        return id;
    }
}
