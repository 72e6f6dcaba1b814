package dev.dunwell.deals;

import dev.dunwell.kernel.Money;
import dev.dunwell.web.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who may buy, and who did. */
@Repository
public class Opportunities {

    private static final String SELECT = """
            select o.*, c.number as customer_number, c.name as customer_name
            from opportunity o
            left join customer c on c.org_id = o.org_id and c.id = o.customer_id
            """;

    private final JdbcClient db;

    Opportunities(JdbcClient db) {
        this.db = db;
    }

    /** The open ones first, each time the latest first; at most so many. */
    @Transactional(readOnly = true)
    public List<Opportunity> latest(int most) {
        return db.sql(SELECT + "order by o.closed_on is not null, o.created_on desc, o.id desc limit :most")
                .param("most", most)
                .query(Opportunities::opportunity)
                .list();
    }

    /** Those that are neither won nor lost, the latest first; at most so many. */
    @Transactional(readOnly = true)
    public List<Opportunity> open(int most) {
        return db.sql(SELECT + "where o.closed_on is null order by o.id desc limit :most")
                .param("most", most)
                .query(Opportunities::opportunity)
                .list();
    }

    /** The opportunity, which nobody else changes until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    Opportunity locked(long id) {
        return db.sql(SELECT + "where o.id = :id for update of o")
                .param("id", id)
                .query(Opportunities::opportunity)
                .optional()
                .orElseThrow(() -> new NotFound("opportunity"));
    }

    private static Opportunity opportunity(ResultSet row, int n) throws SQLException {
        Long customer = row.getObject("customer_id", Long.class);
        Long amount = row.getObject("amount", Long.class);
        LocalDate closed = row.getObject("closed_on", LocalDate.class);
        return new Opportunity(
                row.getLong("id"),
                customer == null
                        ? null
                        : new Quote.Customer(
                                customer, row.getString("customer_number"), row.getString("customer_name")),
                row.getString("name"),
                row.getString("origin"),
                row.getString("owner"),
                amount == null ? null : Money.ofMinor(amount, row.getString("currency")),
                row.getObject("created_on", LocalDate.class),
                row.getObject("first_touch_on", LocalDate.class),
                closed == null
                        ? null
                        : new Opportunity.Outcome(row.getBoolean("is_won"), closed, row.getString("lost_why")));
    }
}
