package dev.dunwell.whatif;

import dev.dunwell.kernel.Money;
import java.math.BigDecimal;

/**
 * What late money costs whoever waits for it.
 *
 * @param capitalPercent what capital costs in a year, in percent
 * @param lossPercent the part of what is paid late that is lost in the end, in percent
 * @param chasingCost what it costs to chase one late invoice
 */
public record Assumptions(BigDecimal capitalPercent, BigDecimal lossPercent, Money chasingCost) {

    Assumptions withCapital(BigDecimal percent) {
        return new Assumptions(percent, lossPercent, chasingCost);
    }
}
