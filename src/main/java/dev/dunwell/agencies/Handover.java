package dev.dunwell.agencies;

import dev.dunwell.kernel.Money;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether an invoice may go to an agency: only as the last resort, when the strategy proposes it because the final
 * notice has run out, and only what the agency takes.
 */
@Component
class Handover {

    private static final String PROPOSED = "PROPOSAL_DUE";

    private final JdbcClient db;

    Handover(JdbcClient db) {
        this.db = db;
    }

    /** An invoice as it would be handed over, with the agency's terms for it. */
    record Account(
            long invoiceId, String number, long customerId, Money open, int ageDays, BigDecimal percent, Money fixed) {}

    /** @throws Refusal when something stands against it, with what to do instead */
    Account check(Agency agency, long invoiceId, LocalDate today) {
        return db.sql("""
                select i.id, i.number, i.customer_id, i.due_on, i.currency, i.open_amount, coalesce(d.code, '') as code
                from open_invoice(:today) i
                left join decision d on d.invoice_id = i.id and d.superseded_on is null
                where i.id = :invoice
                """)
                .param("today", today)
                .param("invoice", invoiceId)
                .query((row, _) -> judged(
                        agency,
                        new Found(
                                row.getLong("id"),
                                row.getString("number"),
                                row.getLong("customer_id"),
                                Money.ofMinor(row.getLong("open_amount"), row.getString("currency")),
                                (int) ChronoUnit.DAYS.between(row.getObject("due_on", LocalDate.class), today),
                                row.getString("code"))))
                .optional()
                .orElseThrow(() -> new NotFound("open invoice"));
    }

    /** What is known of the invoice; {@code code} of its decision. */
    record Found(long id, String number, long customerId, Money open, int days, String code) {}

    static Account judged(Agency agency, Found found) {
        String currency = found.open.currency().getCurrencyCode();
        FeeTerms terms = agency.termsIn(currency)
                .orElseThrow(() -> refused(
                        "no-terms",
                        agency.name() + " has no terms in " + currency + ". Add them, or choose another agency."));
        if (!found.code.equals(PROPOSED)) {
            throw refused(
                    "not-proposed",
                    found.number + " is not proposed for an agency: the final notice has to go out and its deadline to"
                            + " pass first. Look at why on its page.");
        } else if (found.open.compareTo(terms.least()) < 0) {
            throw refused(
                    "too-small",
                    found.number + " is below the " + terms.least() + " that " + agency.name() + " takes.");
        } else if (found.days < agency.leastDays()) {
            throw refused(
                    "too-young",
                    "%s is overdue for %d days; %s takes accounts from %d days on."
                            .formatted(found.number, found.days, agency.name(), agency.leastDays()));
        } else {
            return new Account(
                    found.id,
                    found.number,
                    found.customerId,
                    found.open,
                    found.days,
                    terms.percentAt(found.days),
                    terms.fixed());
        }
    }

    private static Refusal refused(String code, String reason) {
        return Refusal.because(code, reason);
    }
}
