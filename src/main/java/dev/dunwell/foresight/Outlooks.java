package dev.dunwell.foresight;

import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Sql;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** When the open invoices are expected to be paid, as of the last day that was foreseen from. */
@Repository
public class Outlooks {

    private static final String ROWS = Sql.named("foresight/outlooks");
    private static final String WEEK = Sql.named("foresight/week");

    private final JdbcClient db;

    Outlooks(JdbcClient db) {
        this.db = db;
    }

    /**
     * What an invoice adds to the receipts of a week.
     *
     * @param percent the chance that it is paid in that week, one decimal
     * @param share its amount times that chance
     */
    public record Part(InvoiceOutlook outlook, BigDecimal percent, Money share) {}

    /** Empty where it is settled, or was issued since. */
    @Transactional(readOnly = true)
    public Optional<InvoiceOutlook> ofInvoice(long invoiceId) {
        return db.sql(ROWS + " where o.invoice_id = :invoice")
                .param("invoice", invoiceId)
                .query((row, _) -> outlook(row))
                .optional();
    }

    /** The invoices a week's receipts are made of, the largest part first. */
    @Transactional(readOnly = true)
    public List<Part> ofWeek(Currency currency, int week, int most) {
        return db.sql(WEEK)
                .param("currency", currency.getCurrencyCode())
                .param("week", week)
                .param("most", most)
                .query((row, _) -> new Part(
                        outlook(row),
                        BigDecimal.valueOf(row.getInt("chance"), 2).setScale(1, RoundingMode.HALF_UP),
                        Money.ofMinor(row.getLong("share"), currency.getCurrencyCode())))
                .list();
    }

    /** Hands over all open invoices that were foretold, the one expected first at first. */
    @Transactional(readOnly = true)
    public void each(Consumer<InvoiceOutlook> each) {
        db.sql(ROWS + " order by o.expected_on, o.invoice_id")
                .withFetchSize(1000)
                .query(row -> {
                    each.accept(outlook(row));
                });
    }

    private static InvoiceOutlook outlook(ResultSet row) throws SQLException {
        return new InvoiceOutlook(
                row.getLong("invoice_id"),
                row.getString("number"),
                row.getLong("customer_id"),
                row.getString("name"),
                row.getObject("due_on", LocalDate.class),
                Money.ofMinor(row.getLong("open_amount"), row.getString("currency")),
                row.getObject("made_on", LocalDate.class),
                row.getObject("expected_on", LocalDate.class),
                row.getObject("earliest_on", LocalDate.class),
                row.getObject("latest_on", LocalDate.class),
                row.getInt("late_percent"),
                row.getInt("known"),
                row.getInt("known_late"),
                row.getString("because"));
    }
}
