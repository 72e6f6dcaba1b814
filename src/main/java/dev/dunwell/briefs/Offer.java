package dev.dunwell.briefs;

import dev.dunwell.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;

/**
 * What to ask for in a call, and why. Pure. Instalments are suggested where the amount is high for this customer and
 * its promises were kept; a discount never, because it teaches to wait.
 */
public record Offer(String ask, String because) {

    /** An overdue amount is high from so many average months of turnover on. */
    static final int HIGH_MONTHS = 2;

    private static final int MONTHS = 12;
    private static final BigDecimal PARTS = BigDecimal.valueOf(3);

    /**
     * @param money of each currency what is overdue and what was billed in 12 months
     * @param kept promises of the last year that were kept, {@code broken} that were not or only in part
     * @param open disputes and questions that wait for an answer
     */
    static Offer of(List<Standing> money, int kept, int broken, int open) {
        Standing most = money.stream()
                .filter(each -> each.overdue().isPositive())
                .max(Comparator.comparing(each -> each.overdue().minor()))
                .orElse(null);
        if (most == null) {
            return new Offer("Ask whether the invoices are there and correct.", "Nothing is overdue.");
        } else if (open > 0) {
            return new Offer(
                    "Settle what is open between you first; ask for the part that nobody disputes.",
                    "A dispute or a question waits for an answer.");
        } else if (most.isHigh() && kept > 0 && broken == 0) {
            Money part = Money.halfUp(
                    most.overdue.amount().divide(PARTS, MONTHS, RoundingMode.HALF_UP), most.overdue.currency());
            return new Offer(
                    "Offer three instalments of about " + part.inWords() + ", the first now.",
                    "The amount is high for them, and every promise of the last year was kept.");
        } else if (broken > 0) {
            return new Offer(
                    "Ask for the whole amount on a day, and a first part at once; no instalments.",
                    "Promises of the last year were broken.");
        } else {
            return new Offer("Ask for the whole overdue amount, and for a day.", "Nothing speaks against it.");
        }
    }

    /**
     * Money of one currency.
     *
     * @param turnover billed in the last 12 months
     */
    public record Standing(Money turnover, Money open, Money overdue) {

        boolean isHigh() {
            return BigDecimal.valueOf(overdue.minor())
                            .multiply(BigDecimal.valueOf(MONTHS))
                            .compareTo(BigDecimal.valueOf(turnover.minor()).multiply(BigDecimal.valueOf(HIGH_MONTHS)))
                    >= 0;
        }
    }
}
