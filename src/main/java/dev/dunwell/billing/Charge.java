package dev.dunwell.billing;

import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of a piece of late costs.
 *
 * @param of the invoice and its customer
 * @param stage {@code interest}, {@code compensation} or a stage of reminding, {@code stage-2}
 * @param from the first day that it covers, {@code through} the last
 * @param explained the computation in words, line by line
 * @param hasPaper whether its claim was put on paper
 */
public record Charge(
        long id,
        Of of,
        String stage,
        LocalDate from,
        LocalDate through,
        Money amount,
        String explained,
        Decision decision,
        boolean hasPaper) {

    /** The invoice that was late, and its customer. */
    public record Of(
            long invoiceId, String invoiceNumber, long customerId, String customerNumber, String customerName) {}

    /**
     * What was decided, and by whom.
     *
     * @param heldUntil the last day on which it is kept back; only while it is held
     * @param reason why it was waived or held; empty for a claim
     * @param receivableId the invoice that claims it; only when it is claimed
     */
    public record Decision(
            State state,
            @Nullable LocalDate heldUntil,
            String reason,
            @Nullable Long receivableId,
            @Nullable String receivableNumber,
            LocalDate on,
            String author) {}

    /**
     * Proposed by the night, claimed as a receivable of its own, given up, or kept back to be claimed or given up
     * later.
     */
    public enum State {
        PROPOSED,
        CLAIMED,
        WAIVED,
        HELD;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    public boolean isHeld() {
        return decision.state == State.HELD;
    }

    /** Whether it stands written down and waits to be claimed or waived. */
    public boolean isUndecided() {
        return isHeld() || decision.state == State.PROPOSED;
    }
}
