package dev.dunwell.relations;

import dev.dunwell.kernel.Sql;
import dev.dunwell.relations.Opinions.Opinion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What payers say after they paid: CSAT = answers of 4 and 5 ÷ all answers, always with who was asked beside it. */
@Repository
public class Satisfaction {

    private static final String OPINIONS = Sql.named("relations/satisfaction");

    private final JdbcClient db;

    Satisfaction(JdbcClient db) {
        this.db = db;
    }

    /** Of those asked in the period, with the last answer of each as of its day. */
    @Transactional(readOnly = true)
    public Opinions of(Period period) {
        return asked(period, null);
    }

    /** The same of one customer. */
    @Transactional(readOnly = true)
    public Opinions ofCustomer(Period period, long customerId) {
        return asked(period, customerId);
    }

    private Opinions asked(Period period, @Nullable Long customerId) {
        return new Opinions(
                period,
                db.sql(OPINIONS)
                        .param("fromOn", period.from())
                        .param("toOn", period.to())
                        .param("asOf", period.asOf())
                        .param("customer", customerId)
                        .query((row, _) -> opinion(row))
                        .list());
    }

    private static Opinion opinion(ResultSet row) throws SQLException {
        return new Opinion(
                row.getObject("asked_on", LocalDate.class),
                row.getString("to_name"),
                row.getString("collector"),
                List.of((String[]) row.getArray("segments").getArray()),
                row.getLong("customer_id"),
                row.getString("customer_number"),
                row.getString("customer_name"),
                row.getLong("invoice_id"),
                row.getString("invoice_number"),
                row.getObject("score", Integer.class),
                row.getString("comment"),
                row.getObject("answered_on", LocalDate.class));
    }
}
