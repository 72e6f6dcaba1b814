package dev.dunwell.billing;

import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Sql;
import dev.dunwell.ledger.DueRule;
import dev.dunwell.ledger.TermsBook;
import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The invoices that are or were late under terms that set a price on it. */
@Repository
public class LateItems {

    private static final String SELECT = Sql.named("billing/late-items");

    private final JdbcClient db;
    private final ReferenceRates rates;

    LateItems(JdbcClient db, ReferenceRates rates) {
        this.db = db;
        this.rates = rates;
    }

    /** What the lateness of an invoice costs as of a day; empty when its terms set no price, or it is not late. */
    @Transactional(readOnly = true)
    public Optional<LateCosts> ofInvoice(long invoiceId, LocalDate asOf) {
        return of(Set.of(invoiceId), asOf).stream().findFirst();
    }

    /** Of these invoices, those whose terms set a price and that are late. */
    @Transactional(readOnly = true)
    public List<LateCosts> of(Set<Long> invoices, LocalDate asOf) {
        return costs(invoices.toArray(Long[]::new), null, asOf);
    }

    /** Of one customer, or of all when it is null, by the customers' names, the earliest due first. */
    @Transactional(readOnly = true)
    public List<LateCosts> of(@Nullable Long customerId, LocalDate asOf) {
        return costs(null, customerId, asOf);
    }

    private List<LateCosts> costs(Long @Nullable [] invoices, @Nullable Long customerId, LocalDate asOf) {
        RateTable table = rates.table();
        return db
                .sql(SELECT)
                .param("asOf", asOf)
                .param("invoices", invoices)
                .param("customer", customerId)
                .query(LateItems::item)
                .list()
                .stream()
                .map(item -> LateCosts.of(item, table, asOf))
                .toList();
    }

    private static LateItem item(ResultSet row, int n) throws SQLException {
        String currency = row.getString("currency");
        List<LateItem.Settled> settled = dated(row, "settled_on", "settled_amounts", LateItem.Settled::new);
        Money amount = Money.ofMinor(row.getLong("amount"), currency);
        Money open = settled.stream().map(LateItem.Settled::amount).reduce(amount, Money::minus);
        return new LateItem(
                new LateItem.Bill(
                        row.getLong("invoice_id"),
                        row.getString("invoice_number"),
                        row.getObject("issued_on", LocalDate.class),
                        row.getObject("due_on", LocalDate.class),
                        amount,
                        open),
                new LateItem.Party(
                        row.getLong("customer_id"),
                        row.getString("customer_number"),
                        row.getString("customer_name"),
                        row.getBoolean("is_consumer")),
                TermsBook.version(row, n),
                dated(row, "part_due_on", "part_amounts", DueRule.Part::new),
                settled,
                row.getObject("interest_through", LocalDate.class),
                stages(row.getArray("stages")));
    }

    /** Pairs of a day and an amount, from two arrays side by side. */
    private static <T> List<T> dated(ResultSet row, String days, String amounts, BiFunction<LocalDate, Money, T> pair)
            throws SQLException {
        Array on = row.getArray(days);
        List<T> pairs = new ArrayList<>();
        if (on != null) {
            Date[] dates = (Date[]) on.getArray();
            Long[] minor = (Long[]) row.getArray(amounts).getArray();
            for (int i = 0; i < dates.length; i++) {
                pairs.add(pair.apply(dates[i].toLocalDate(), Money.ofMinor(minor[i], row.getString("currency"))));
            }
        }
        return pairs;
    }

    private static Set<String> stages(@Nullable Array stages) throws SQLException {
        return stages == null ? Set.of() : Set.of((String[]) stages.getArray());
    }
}
