package dev.dunwell.metrics;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** On which weekdays and days of the month money came in over a year. */
@Repository
public class Rhythm {

    private static final String FACTS = """
            select extract(isodow from p.received_on)::int as weekday, extract(day from p.received_on)::int as day,
                   count(*) as payments, sum(p.amount) as amount
            from payment p
            where p.voided_at is null and p.transfer_id is null and p.currency = :currency
              and p.received_on > cast(:toOn as date) - 365 and p.received_on <= :toOn
              and (cast(:customers as bigint[]) is null or p.customer_id = any (cast(:customers as bigint[])))
            """;
    private static final String KEPT = """
            select extract(isodow from k.received_on)::int as weekday, extract(day from k.received_on)::int as day,
                   sum(k.payments)::bigint as payments, sum(k.amount) as amount
            from book_receipt k
            where k.currency = :currency and k.received_on > cast(:toOn as date) - 365 and k.received_on <= :toOn
              and cast(:customers as bigint[]) is null
            """;

    private final JdbcClient db;
    private final Books books;
    private final Scopes scopes;

    Rhythm(JdbcClient db, Books books, Scopes scopes) {
        this.db = db;
        this.books = books;
        this.scopes = scopes;
    }

    /**
     * What came on one weekday of one day of the month.
     *
     * @param weekday ISO, 1 is Monday
     * @param minor in minor units
     */
    public record Cell(int weekday, int day, long payments, long minor) {}

    /** The twelve months up to a day; of all customers from the kept days, where they reach that day. */
    @Transactional(readOnly = true)
    public List<Cell> of(Scope scope, LocalDate to, Currency currency) {
        boolean isKept = scope.isAll()
                && books.kept().filter(kept -> !kept.lastOn().isBefore(to)).isPresent();
        return db.sql((isKept ? KEPT : FACTS) + " group by 1, 2")
                .param("currency", currency.getCurrencyCode())
                .param("toOn", to)
                .param("customers", scopes.ids(scope))
                .query((row, _) -> new Cell(
                        row.getInt("weekday"), row.getInt("day"), row.getLong("payments"), row.getLong("amount")))
                .list();
    }
}
