package dev.dunwell.collections;

import java.time.LocalDate;

/** What was decided for one item tonight. */
record Verdict(OpenCase item, Decision decision, LeftBehind leftBehind) {

    Verdict(OpenCase item, Decision decision) {
        this(item, decision, LeftBehind.nothing(item));
    }

    /** Whether it says anything new; only what is new is written. */
    boolean isNew(LocalDate today) {
        return !item.isSentOn(today)
                && (item.standing() == null || !item.standing().decision().equals(decision));
    }

    boolean isSending(LocalDate today) {
        return decision.action() == Action.SEND && !item.isSentOn(today);
    }
}
