package dev.dunwell.collections;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An open item as the night finds it: its situation, and the decision that stands for it. */
record OpenCase(
        long invoiceId, Situation situation, @Nullable Standing standing) {

    /** The decision in force, with the row that holds it. */
    record Standing(long id, Decision decision) {}

    /** The same item when others answer for its customer. */
    OpenCase with(Party party) {
        return new OpenCase(invoiceId, situation.with(party), standing);
    }

    OpenCase with(Situation situation) {
        return new OpenCase(invoiceId, situation, standing);
    }

    /** True when tonight's message about it is already written, so that a second run leaves the decision alone. */
    boolean isSentOn(LocalDate today) {
        return standing != null
                && standing.decision().action() == Action.SEND
                && standing.decision().step() == situation.lastStep()
                && today.equals(situation.lastStepOn());
    }
}
