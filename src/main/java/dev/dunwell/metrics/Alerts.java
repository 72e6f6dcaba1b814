package dev.dunwell.metrics;

import dev.dunwell.kernel.Money;
import dev.dunwell.web.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The alerts that last. */
@Repository
@Transactional(readOnly = true)
public class Alerts {

    private static final String RUNNING = """
            select a.id, a.kind, a.customer_id, coalesce(c.name, '') as customer, a.currency, a.raised_on, a.evidence, a.proposal,
                   a.stake, a.acknowledged_by, a.acknowledged_on, a.snoozed_until
            from alert a
            left join customer c on c.id = a.customer_id
            where a.ended_on is null
            """;

    private final JdbcClient db;

    Alerts(JdbcClient db) {
        this.db = db;
    }

    /** All that last, those nobody has seen to first, the largest stake first. */
    public List<Alert> running(LocalDate today) {
        return db.sql(RUNNING + """
                order by a.acknowledged_by is not null, coalesce(a.snoozed_until > :today, false), a.stake desc, a.id
                limit 200
                """)
                .param("today", today)
                .query((row, _) -> alert(row))
                .list();
    }

    /** Those that wait for somebody. */
    public List<Alert> waiting(LocalDate today, int most) {
        return db.sql(RUNNING + """
                and a.acknowledged_by is null and (a.snoozed_until is null or a.snoozed_until <= :today)
                order by a.stake desc, a.id
                limit :most
                """)
                .param("today", today)
                .param("most", most)
                .query((row, _) -> alert(row))
                .list();
    }

    /** One that lasts. */
    public Alert get(long id) {
        return db.sql(RUNNING + " and a.id = :id")
                .param("id", id)
                .query((row, _) -> alert(row))
                .optional()
                .orElseThrow(() -> new NotFound("alert"));
    }

    /**
     * Writes who has seen to it, or until when it may rest; null leaves what is there.
     *
     * @param today when {@code acknowledgedBy} did
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void mark(long id, @Nullable String acknowledgedBy, LocalDate today, @Nullable LocalDate snoozedUntil) {
        db.sql("""
                update alert
                set acknowledged_by = coalesce(:by, acknowledged_by),
                    acknowledged_on = case when cast(:by as text) is null then acknowledged_on else :today end,
                    snoozed_until = coalesce(:until, snoozed_until)
                where id = :id
                """)
                .param("id", id)
                .param("by", acknowledgedBy)
                .param("today", today)
                .param("until", snoozedUntil)
                .update();
    }

    static String code(Alert.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static Alert alert(ResultSet row) throws SQLException {
        return new Alert(
                row.getLong("id"),
                Alert.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getObject("customer_id", Long.class),
                row.getString("customer"),
                row.getObject("raised_on", LocalDate.class),
                row.getString("evidence"),
                row.getString("proposal"),
                Money.ofMinor(row.getLong("stake"), row.getString("currency")),
                row.getString("acknowledged_by"),
                row.getObject("acknowledged_on", LocalDate.class),
                row.getObject("snoozed_until", LocalDate.class));
    }
}
