package dev.dunwell.metrics;

import dev.dunwell.web.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who gets the figures as a PDF, on which weekday. */
@Repository
@Transactional(readOnly = true)
public class FiguresMails {

    private static final String RUNNING = """
            select m.id, m.to_name, m.to_address, m.weekday, m.author, m.last_sent_on
            from figures_mail m
            where m.stopped_at is null
            """;

    private final JdbcClient db;

    FiguresMails(JdbcClient db) {
        this.db = db;
    }

    /**
     * One reader on one weekday.
     *
     * @param lastSentOn null before the first
     */
    public record FiguresMail(
            long id,
            String toName,
            String toAddress,
            DayOfWeek weekday,
            String author,
            @Nullable LocalDate lastSentOn) {}

    public List<FiguresMail> running() {
        return db.sql(RUNNING + " order by m.weekday, m.to_name, m.id")
                .query((row, _) -> mail(row))
                .list();
    }

    /** Those of this weekday that have not got theirs today. */
    public List<FiguresMail> due(LocalDate today) {
        return db.sql(RUNNING + " and m.weekday = :weekday and (m.last_sent_on is null or m.last_sent_on < :today)"
                        + " order by m.id")
                .param("weekday", today.getDayOfWeek().getValue())
                .param("today", today)
                .query((row, _) -> mail(row))
                .list();
    }

    /** One that runs. */
    public FiguresMail get(long id) {
        return db.sql(RUNNING + " and m.id = :id")
                .param("id", id)
                .query((row, _) -> mail(row))
                .optional()
                .orElseThrow(() -> new NotFound("figures by mail"));
    }

    private static FiguresMail mail(ResultSet row) throws SQLException {
        return new FiguresMail(
                row.getLong("id"),
                row.getString("to_name"),
                row.getString("to_address"),
                DayOfWeek.of(row.getInt("weekday")),
                row.getString("author"),
                row.getObject("last_sent_on", LocalDate.class));
    }
}
