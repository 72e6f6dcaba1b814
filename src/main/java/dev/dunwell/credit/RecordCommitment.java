package dev.dunwell.credit;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.Customers;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what a source says is on its way to being owed by a customer, in all: it takes the place of what the same
 * source said of the same kind and currency before. Zero when nothing is left.
 */
@Component
public class RecordCommitment {

    private static final int LONGEST_SOURCE = 100;

    private final JdbcClient db;
    private final Customers customers;
    private final Audit audit;

    RecordCommitment(JdbcClient db, Customers customers, Audit audit) {
        this.db = db;
        this.customers = customers;
        this.audit = audit;
    }

    /** Delivered and not billed, or ordered and not delivered. */
    public enum Kind {
        UNBILLED,
        ORDERED;

        /** The name in the database and in the API, {@code ordered}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param asOf the day of the figure; null for today
     * @param source which system or person says so
     */
    public record Wanted(Kind kind, Money amount, @Nullable LocalDate asOf, String source) {}

    @Transactional
    public void record(Caller caller, long customerId, Wanted wanted) {
        if (customers.byId(customerId).isEmpty()) {
            throw new NotFound("customer");
        }
        if (wanted.amount.isNegative()) {
            throw BadInput.in("amount", "Give what is outstanding in all, zero or more.");
        } else if (wanted.source.isBlank() || wanted.source.length() > LONGEST_SOURCE) {
            throw BadInput.in("source", "Say where the figure comes from, in at most 100 characters.");
        }
        db.sql("""
                insert into customer_commitment (customer_id, kind, currency, amount, as_of, source, author)
                values (:customer, :kind, :currency, :amount, :asOf, :source, :author)
                """)
                .param("customer", customerId)
                .param("kind", wanted.kind.code())
                .param("currency", wanted.amount.currency().getCurrencyCode())
                .param("amount", wanted.amount.minor())
                .param("asOf", Objects.requireNonNullElse(wanted.asOf, caller.today()))
                .param("source", wanted.source.strip())
                .param("author", caller.actor().name())
                .update();
        audit.write(
                caller.actor(),
                "credit.commitment",
                "customer",
                customerId,
                Map.of("kind", wanted.kind.code(), "amount", wanted.amount.toString(), "source", wanted.source));
    }
}
