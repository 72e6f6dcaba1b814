package dev.dunwell.metrics;

import dev.dunwell.kernel.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who moved the book in the last seven days, and with whom most is at stake; kept with the days of the book. */
@Repository
@Transactional(readOnly = true)
public class Movers {

    private final JdbcClient db;

    Movers(JdbcClient db) {
        this.db = db;
    }

    /**
     * What a customer's account changed by in seven days.
     *
     * @param otherwise credited, discounted, deducted or written off
     */
    public record Mover(long customerId, String number, String name, Money billed, Money paid, Money otherwise) {

        public Money change() {
            return billed.minus(paid).minus(otherwise);
        }
    }

    /**
     * What may not come.
     *
     * @param atStake overdue, times the chance that it is not paid within sixty days
     */
    public record Risk(
            long customerId,
            String number,
            String name,
            Money open,
            Money overdue,
            Money atStake,
            LocalDate oldestDueOn,
            String why) {}

    /** The largest changes of the seven days up to the last kept day. */
    public List<Mover> movers(Currency currency, int most) {
        return db.sql("""
                select m.customer_id, c.number, c.name, m.currency, m.billed, m.paid, m.otherwise
                from book_mover m
                join customer c on c.id = m.customer_id
                where m.currency = :currency
                order by abs(m.billed - m.paid - m.otherwise) desc, m.customer_id
                limit :most
                """)
                .param("currency", currency.getCurrencyCode())
                .param("most", most)
                .query((row, _) -> new Mover(
                        row.getLong("customer_id"),
                        row.getString("number"),
                        row.getString("name"),
                        money(row, "billed"),
                        money(row, "paid"),
                        money(row, "otherwise")))
                .list();
    }

    /** The largest risks as of the last kept day, with what the worklist says of them. */
    public List<Risk> risks(Currency currency, int most) {
        return db.sql("""
                select r.customer_id, c.number, c.name, r.currency, r.open, r.overdue, r.at_stake, r.oldest_due_on,
                       coalesce(s.why, '') as why
                from book_risk r
                join customer c on c.id = r.customer_id
                left join customer_standing s on s.customer_id = r.customer_id
                where r.currency = :currency
                order by r.at_stake desc, r.customer_id
                limit :most
                """)
                .param("currency", currency.getCurrencyCode())
                .param("most", most)
                .query((row, _) -> new Risk(
                        row.getLong("customer_id"),
                        row.getString("number"),
                        row.getString("name"),
                        money(row, "open"),
                        money(row, "overdue"),
                        money(row, "at_stake"),
                        row.getObject("oldest_due_on", LocalDate.class),
                        row.getString("why")))
                .list();
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return Money.ofMinor(row.getLong(column), row.getString("currency"));
    }
}
