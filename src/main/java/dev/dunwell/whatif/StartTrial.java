package dev.dunwell.whatif;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.collections.AssignStrategy;
import dev.dunwell.collections.Assignment.Scope;
import dev.dunwell.collections.Assignments;
import dev.dunwell.kernel.Problem;
import dev.dunwell.kernel.Sql;
import dev.dunwell.ledger.TagCustomers;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tries a scenario or a strategy on customers drawn by chance, and leaves the others as they were, so that what comes
 * of it can be told from what would have come anyway. The draw is fixed and kept with its key. Who is drawn gets the
 * tag of the trial before all others; a strategy decides about them from today on, a scenario is offered to them by
 * people.
 *
 * <p>Refuses a name that is taken, a trial without a reason, and one that leaves a group empty.
 */
@Component
public class StartTrial {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_REASON = 500;
    private static final int LEAST = 10;
    private static final int MOST = 90;
    private static final String DRAW = Sql.named("whatif/draw-members");

    private final JdbcClient db;
    private final Trials trials;
    private final TagCustomers tagCustomers;
    private final AssignStrategy assignStrategy;
    private final Assignments assignments;
    private final Audit audit;

    StartTrial(
            JdbcClient db,
            Trials trials,
            TagCustomers tagCustomers,
            AssignStrategy assignStrategy,
            Assignments assignments,
            Audit audit) {
        this.db = db;
        this.trials = trials;
        this.tagCustomers = tagCustomers;
        this.assignStrategy = assignStrategy;
        this.assignments = assignments;
        this.audit = audit;
    }

    /**
     * What is to be tried.
     *
     * @param scenarioId or {@code strategyId}: one of the two
     * @param heldPercent 10 to 90 of a hundred customers are left as they were
     */
    public record Wanted(
            String name,
            @Nullable Long scenarioId,
            @Nullable Long strategyId,
            String tag,
            int heldPercent,
            String reason) {}

    /** @return its id */
    @Transactional
    public long start(Caller caller, Wanted wanted) {
        check(wanted);
        String draw = UUID.randomUUID().toString();
        long id = insert(caller, wanted, draw);
        db.sql(DRAW)
                .param("trial", id)
                .param("draw", draw)
                .param("held", wanted.heldPercent)
                .param("tag", wanted.tag)
                .param("today", caller.today())
                .update();
        Trial trial = trials.byId(id).orElseThrow();
        if (trial.treated() == 0 || trial.held() == 0) {
            throw Refusal.because(
                    "trial.empty", "There are too few customers with invoices of the last year to make two groups.");
        }
        tagCustomers.tag(caller.actor(), treated(id), trial.mark());
        Long strategy = wanted.strategyId;
        if (strategy != null) {
            var to = new AssignStrategy.Wanted(Scope.SEGMENT, trial.mark(), null, strategy, wanted.reason);
            assignStrategy.assign(caller.actor(), to, caller.today());
        }
        audit.write(
                caller.actor(),
                "trial.started",
                "trial",
                id,
                Map.of("name", trial.name(), "draw", draw, "treated", trial.treated(), "held", trial.held()));
        return id;
    }

    /** Ends it: all are treated as before, and what was measured until today stays. */
    @Transactional
    public void end(Caller caller, long id) {
        Trial trial = trials.byId(id).orElseThrow(() -> new NotFound("trial"));
        int ended = db.sql("update trial set ended_on = :today, ended_by = :by where id = :id and ended_on is null")
                .param("today", caller.today())
                .param("by", caller.actor().name())
                .param("id", id)
                .update();
        if (ended == 0) {
            throw Refusal.conflict("trial.ended", "This trial has ended already.");
        }
        assignments.on(caller.today()).stream()
                .filter(each -> each.scope() == Scope.SEGMENT && each.subject().equals(trial.mark()))
                .forEach(each -> assignStrategy.end(caller.actor(), each.id(), caller.today()));
        tagCustomers.untag(caller.actor(), treated(id), trial.mark());
        audit.write(caller.actor(), "trial.ended", "trial", id, Map.of("name", trial.name()));
    }

    private List<Long> treated(long id) {
        return db.sql("select customer_id from trial_member where trial_id = :id and not is_held")
                .param("id", id)
                .query((row, _) -> row.getLong("customer_id"))
                .list();
    }

    private long insert(Caller caller, Wanted wanted, String draw) {
        return db.sql("""
                insert into trial (name, scenario_id, strategy_id, tag, held_percent, draw, from_on, reason, author)
                values (:name, :scenario, :strategy, :tag, :held, :draw, :today, :reason, :author)
                on conflict do nothing
                returning id
                """)
                .param("name", wanted.name.strip())
                .param("scenario", wanted.scenarioId)
                .param("strategy", wanted.strategyId)
                .param("tag", wanted.tag)
                .param("held", wanted.heldPercent)
                .param("draw", draw)
                .param("today", caller.today())
                .param("reason", wanted.reason.strip())
                .param("author", caller.actor().name())
                .query(Long.class)
                .optional()
                .orElseThrow(() -> Refusal.conflict("trial.name", "There was a trial of this name; choose another."));
    }

    private static void check(Wanted wanted) {
        List<Problem> problems = new ArrayList<>();
        if (wanted.name.isBlank() || wanted.name.strip().length() > LONGEST_NAME) {
            problems.add(new Problem(0, "trialName", "Give it a name of at most 60 characters."));
        }
        if ((wanted.scenarioId == null) == (wanted.strategyId == null)) {
            problems.add(new Problem(0, "what", "Choose what is to be tried."));
        }
        if (wanted.heldPercent < LEAST || wanted.heldPercent > MOST) {
            problems.add(new Problem(0, "heldPercent", "Leave 10 to 90 of a hundred as they are."));
        }
        if (wanted.reason.isBlank() || wanted.reason.length() > LONGEST_REASON) {
            problems.add(new Problem(0, "reason", "Say why, in at most 500 characters."));
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }
}
