package dev.dunwell.agencies;

import dev.dunwell.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An invoice at an agency, or asked to be.
 *
 * @param amount what was open when it was placed, or asked for
 * @param feePercent of what comes in, {@code fixedFee} for the account: the terms it was placed on
 * @param recovered what came in while it was there
 * @param cost the agency's fees on that
 * @param packId the evidence it was placed with; null until it is placed
 */
public record Placement(
        long id,
        long agencyId,
        String agency,
        Item invoice,
        Money amount,
        int ageDays,
        BigDecimal feePercent,
        Money fixedFee,
        String reason,
        Act asked,
        @Nullable Act decided,
        @Nullable String refusedWhy,
        @Nullable Act recalled,
        @Nullable String recallWhy,
        @Nullable Long packId,
        @Nullable Long conditionId,
        Money recovered,
        Money cost) {

    /** The invoice and whose it is. */
    public record Item(long id, String number, long customerId, String customerNumber, String customerName) {}

    /** Who did something on which day. */
    public record Act(LocalDate on, String by) {}

    /** Waits for a second person. */
    public boolean isAsked() {
        return decided == null;
    }

    /** Is at the agency now. */
    public boolean isPlaced() {
        return packId != null && recalled == null;
    }

    public String state() {
        if (decided == null) {
            return "asked";
        } else if (refusedWhy != null) {
            return "refused";
        } else {
            return recalled == null ? "placed" : "recalled";
        }
    }
}
