package dev.dunwell.billing.web;

import dev.dunwell.billing.Charge;
import dev.dunwell.billing.LateCosts;
import dev.dunwell.kernel.Money;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the lateness of an invoice costs.
 *
 * @param costs what has accrued and is not decided; null when nothing can accrue
 * @param decided what was claimed, held or waived
 */
public record InvoiceChargesView(
        long invoiceId, @Nullable LateCosts costs, List<Charge> decided, boolean mayClaim, boolean mayWaive) {

    /** What can be decided now: accrued, fees of stages, and what is held. */
    public List<Stage> stages() {
        Stream<Stage> open = costs == null
                ? Stream.empty()
                : Stream.concat(costs.accrued().stream(), costs.fees().stream())
                        .map(piece -> new Stage(piece.stage(), piece.amount(), false));
        Stream<Stage> held =
                decided.stream().filter(Charge::isHeld).map(charge -> new Stage(charge.stage(), charge.amount(), true));
        return Stream.concat(held, open).toList();
    }

    /** Something to decide about. */
    public record Stage(String code, Money amount, boolean isHeld) {

        public String title() {
            return ChargeWords.title(code);
        }
    }
}
