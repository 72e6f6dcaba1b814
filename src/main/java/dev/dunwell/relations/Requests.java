package dev.dunwell.relations;

import dev.dunwell.kernel.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Questions, disputes and mails of payers, with the first answer of a person. */
@Repository
class Requests {

    private static final String REQUESTS = Sql.named("relations/requests");

    private final JdbcClient db;

    Requests(JdbcClient db) {
        this.db = db;
    }

    /** Those that came in the period, the latest first; of one customer, or of all when null. */
    @Transactional(readOnly = true, propagation = Propagation.MANDATORY)
    List<Request> of(Period period, @Nullable Long customerId, ZoneId zone) {
        return db.sql(REQUESTS)
                .param("fromOn", period.from())
                .param("toOn", period.to())
                .param("asOf", period.asOf())
                .param("customer", customerId)
                .query((row, _) -> request(row, zone))
                .list();
    }

    private static Request request(ResultSet row, ZoneId zone) throws SQLException {
        Long invoice = row.getObject("invoice_id", Long.class);
        return new Request(
                Request.Kind.ofCode(row.getString("kind")),
                row.getLong("id"),
                new Request.Whose(
                        row.getObject("customer_id", Long.class),
                        row.getString("customer_number"),
                        row.getString("customer_name")),
                invoice == null ? null : new Request.About(invoice, row.getString("invoice_number")),
                row.getString("text"),
                Moment.of(row.getObject("asked_on", LocalDate.class), moment(row, "asked_at"), zone),
                answered(row, zone),
                row.getString("person"),
                row.getBoolean("is_put_aside"));
    }

    private static @Nullable Moment answered(ResultSet row, ZoneId zone) throws SQLException {
        LocalDate on = row.getObject("answered_on", LocalDate.class);
        return on == null ? null : Moment.of(on, moment(row, "answered_at"), zone);
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
