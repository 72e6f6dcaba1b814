package dev.dunwell.billing.web;

import dev.dunwell.billing.Charge;
import dev.dunwell.billing.LateCosts;
import dev.dunwell.kernel.Money;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the lateness of an invoice costs.
 *
 * @param costs what has accrued and is not decided; null when nothing can accrue
 * @param decided what was proposed, claimed, held or waived
 */
public record InvoiceChargesView(
        long invoiceId, @Nullable LateCosts costs, List<Charge> decided, boolean mayClaim, boolean mayWaive) {

    /** What can be decided now: accrued, fees of stages, and what is held or proposed. */
    public List<Stage> stages() {
        Stream<Stage> open = costs == null
                ? Stream.empty()
                : Stream.concat(costs.accrued().stream(), costs.fees().stream())
                        .map(piece -> new Stage(piece.stage(), piece.amount(), false));
        Stream<Stage> written = decided.stream()
                .filter(Charge::isUndecided)
                .map(charge -> new Stage(charge.stage(), charge.amount(), charge.isHeld()));
        return Stream.concat(written, open).toList();
    }

    /** Something to decide about. */
    public record Stage(String code, Money amount, boolean isHeld) {

        /** {@code interest}, {@code fee of stage 2, held}. */
        public String words() {
            return ChargeWords.title(code).toLowerCase(Locale.ROOT) + (isHeld ? ", held" : "");
        }
    }
}
