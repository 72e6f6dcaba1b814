package dev.dunwell.credit;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.Customers;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sets how much a customer, with all below it, may owe in one currency from a day on. What was set before stays to be
 * read. Refuses a limit without a reason.
 */
@Component
public class SetCreditLimit {

    private static final int LONGEST_REASON = 500;

    private final JdbcClient db;
    private final Customers customers;
    private final Audit audit;

    SetCreditLimit(JdbcClient db, Customers customers, Audit audit) {
        this.db = db;
        this.customers = customers;
        this.audit = audit;
    }

    /**
     * @param amount null to lift the limit
     * @param fromOn its first day; null for today
     */
    public record Wanted(
            Currency currency,
            @Nullable Money amount,
            @Nullable LocalDate fromOn,
            String reason) {}

    @Transactional
    public void set(Caller caller, long customerId, Wanted wanted) {
        if (customers.byId(customerId).isEmpty()) {
            throw new NotFound("customer");
        }
        Money amount = wanted.amount;
        if (wanted.reason.isBlank() || wanted.reason.length() > LONGEST_REASON) {
            throw BadInput.in("reason", "Say why, in at most 500 characters: whoever is asked later will read it.");
        } else if (amount != null && (amount.isNegative() || !amount.currency().equals(wanted.currency))) {
            throw BadInput.in("amount", "Give an amount of zero or more in the currency of the limit.");
        }
        LocalDate from = Objects.requireNonNullElse(wanted.fromOn, caller.today());
        db.sql("""
                insert into credit_limit (customer_id, currency, amount, from_on, author, reason)
                values (:customer, :currency, :amount, :from, :author, :reason)
                """)
                .param("customer", customerId)
                .param("currency", wanted.currency.getCurrencyCode())
                .param("amount", amount == null ? null : amount.minor())
                .param("from", from)
                .param("author", caller.actor().name())
                .param("reason", wanted.reason.strip())
                .update();
        audit.write(
                caller.actor(),
                "credit.limit",
                "customer",
                customerId,
                Map.of(
                        "limit",
                        amount == null ? "none in " + wanted.currency : amount.toString(),
                        "from",
                        from.toString(),
                        "reason",
                        wanted.reason.strip()));
    }
}
