package dev.dunwell.collections;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was decided for one item tonight.
 *
 * @param strategy under which; the step of the decision is one of its
 * @param leftBehind the steps that will not be taken any more
 */
record Verdict(OpenCase item, Decision decision, StrategyVersion strategy, LeftBehind leftBehind) {

    /** Whether it says anything new; only what is new is written. */
    boolean isNew(LocalDate today) {
        return !item.isSentOn(today)
                && (item.standing() == null || !item.standing().decision().equals(decision));
    }

    /** Of the strategy, as it is stored: null for what ships. */
    @Nullable
    Long versionId() {
        return strategy.id() == 0 ? null : strategy.id();
    }

    /** The step that the decision is about; only of one that says that a step is due. */
    Step step() {
        return strategy.ladder().step(decision.step());
    }

    boolean isSending(LocalDate today) {
        return decision.action() == Action.SEND && !item.isSentOn(today);
    }
}
