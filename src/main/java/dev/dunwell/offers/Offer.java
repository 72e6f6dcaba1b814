package dev.dunwell.offers;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that was offered to a customer.
 *
 * @param expectedDays by which invoices should be paid sooner
 * @param answeredOn and {@code isAccepted}: null while nobody answered
 * @param before mean days to pay of what was issued in the year before the answer, {@code since} of what was issued
 *     from it on; null without invoices that were paid or are overdue
 * @param opens what its acceptance opens, as {@link Opening#read} reads it; empty where a person sees to it
 * @param opened what was opened, in words
 * @param openedAt the address of its page
 */
public record Offer(
        long id,
        OfferKind kind,
        String terms,
        String reason,
        int expectedDays,
        LocalDate madeOn,
        String author,
        @Nullable LocalDate answeredOn,
        @Nullable Boolean isAccepted,
        @Nullable BigDecimal before,
        @Nullable BigDecimal since,
        int invoicesSince,
        String opens,
        @Nullable String opened,
        @Nullable String openedAt) {

    /** Whether the acceptance needs to say how many percent. */
    public boolean asksForPercent() {
        return Opening.read(opens).filter(Opening.Discount.class::isInstance).isPresent();
    }

    /** Whether it worked, in a sentence; empty while there is nothing to say. */
    public String came() {
        BigDecimal was = before;
        BigDecimal is = since;
        if (!Boolean.TRUE.equals(isAccepted) || was == null || is == null) {
            return "";
        }
        BigDecimal sooner = was.subtract(is);
        return "%s days to pay before, %s since over %d %s: %s days %s%s."
                .formatted(
                        was.toPlainString(),
                        is.toPlainString(),
                        invoicesSince,
                        invoicesSince == 1 ? "invoice" : "invoices",
                        sooner.abs().toPlainString(),
                        sooner.signum() < 0 ? "later" : "sooner",
                        expectedDays == 0 ? "" : ", expected were " + expectedDays);
    }
}
