package dev.dunwell.collections;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Every call, note, meeting and mail that somebody wrote down. */
@Repository
public class Interactions {

    private final JdbcClient db;

    Interactions(JdbcClient db) {
        this.db = db;
    }

    /** A contact as it was written down; it is never changed. */
    public record Interaction(
            long id,
            String kind,
            String direction,
            @Nullable String outcome,
            String text,
            LocalDate happenedOn,
            @Nullable BigDecimal expectedAmount,
            @Nullable String expectedCurrency,
            @Nullable LocalDate expectedOn,
            @Nullable String noExpectation,
            String author) {}

    /** Newest first; later ones than the day do not exist. */
    @Transactional(readOnly = true)
    public List<Interaction> of(long customerId, LocalDate asOf, int limit) {
        return db.sql("""
                select * from interaction
                where customer_id = :customer and happened_on <= :asOf
                order by happened_on desc, id desc
                limit :limit
                """)
                .param("customer", customerId)
                .param("asOf", asOf)
                .param("limit", limit)
                .query((row, _) -> new Interaction(
                        row.getLong("id"),
                        row.getString("kind"),
                        row.getString("direction"),
                        row.getString("outcome"),
                        row.getString("body"),
                        row.getObject("happened_on", LocalDate.class),
                        amount(row.getLong("expected_amount"), row.getString("expected_currency")),
                        row.getString("expected_currency"),
                        row.getObject("expected_on", LocalDate.class),
                        row.getString("no_expectation"),
                        row.getString("author")))
                .list();
    }

    private static @Nullable BigDecimal amount(long minor, @Nullable String currency) {
        return currency == null
                ? null
                : BigDecimal.valueOf(minor, Currency.getInstance(currency).getDefaultFractionDigits());
    }
}
