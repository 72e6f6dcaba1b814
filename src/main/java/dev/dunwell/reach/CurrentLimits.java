package dev.dunwell.reach;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What the organisation asks of its mail now. */
@Repository
public class CurrentLimits {

    private final JdbcClient db;

    CurrentLimits(JdbcClient db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public Limits get() {
        return db.sql("select * from contact_limits")
                .query((row, _) -> limits(row))
                .optional()
                .orElse(Limits.NONE);
    }

    private static Limits limits(ResultSet row) throws SQLException {
        Integer points = row.getObject("fatigue_points", Integer.class);
        return new Limits(
                row.getObject("bank_days", Integer.class),
                points == null ? null : new Limits.Fatigue(points, row.getInt("fatigue_days")),
                hours(row.getObject("hours_from", LocalTime.class), row.getObject("hours_until", LocalTime.class)),
                row.getInt("bundle_days"),
                row.getInt("debit_days"),
                new Limits.Entry(row.getInt("entry_count"), row.getLong("entry_total"), row.getInt("entry_days")),
                new Limits.Brake(row.getInt("brake_factor"), row.getInt("brake_floor")));
    }

    private static Limits.@Nullable Hours hours(@Nullable LocalTime from, @Nullable LocalTime until) {
        return from == null || until == null ? null : new Limits.Hours(from, until);
    }
}
