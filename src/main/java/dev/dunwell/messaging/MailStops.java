package dev.dunwell.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What keeps mail in the house now. {@link Departures} asks it in the statement that claims, and again in the one that
 * begins to send: a message that no server has been offered yet stays.
 */
@Repository
@Transactional(readOnly = true)
public class MailStops {

    private static final String RUNNING = """
            select id, kind, window_on, reason, author, since
            from mail_stop
            where released_at is null
            union all
            select id, 'installation', null, reason, author, since
            from installation_stop
            where released_at is null
            order by since, id
            """;

    private final JdbcClient db;
    private final Clock clock;

    MailStops(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** All that run, the oldest first. */
    public List<MailStop> running() {
        return db.sql(RUNNING).query((row, _) -> stop(row)).list();
    }

    /** A stop that is over, with how it ended. */
    public record Ended(MailStop stop, String outcome, String by, Instant at) {}

    /** The last twenty that a person began or ended, the newest first. */
    public List<Ended> ended() {
        return db.sql("""
                select id, kind, window_on, reason, author, since, outcome, released_by, released_at
                from mail_stop
                where released_at is not null and kind <> 'deciding'
                order by released_at desc
                limit 20
                """)
                .query((row, _) -> new Ended(
                        stop(row),
                        row.getString("outcome"),
                        row.getString("released_by"),
                        row.getObject("released_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** What keeps the messages of one night back because they are so many. */
    public Optional<MailStop> brakeOf(LocalDate night) {
        return running().stream()
                .filter(stop -> stop.kind() == MailStop.Kind.BRAKE && night.equals(stop.windowOn()))
                .findFirst();
    }

    /** @return whether it is new: none of its sort ran before */
    @Transactional
    boolean begin(MailStop.Kind kind, @Nullable LocalDate window, String reason, String author) {
        return db.sql("""
                insert into mail_stop (kind, window_on, reason, author, since)
                values (:kind, :window, :reason, :author, :now)
                on conflict do nothing
                """)
                        .param("kind", code(kind))
                        .param("window", window)
                        .param("reason", reason)
                        .param("author", author)
                        .param("now", Departures.at(clock.instant()))
                        .update()
                > 0;
    }

    /** The stop of a night that is decided becomes one that waits for a person. */
    @Transactional
    void becomeBrake(LocalDate window, String reason) {
        db.sql(
                        "update mail_stop set kind = 'brake', reason = :reason where window_on = :window and released_at is null")
                .param("reason", reason)
                .param("window", window)
                .update();
    }

    /** @return whether there was one to end */
    @Transactional
    boolean end(MailStop.Kind kind, @Nullable LocalDate window, String outcome, String author) {
        return db.sql("""
                update mail_stop set released_at = :now, released_by = :author, outcome = :outcome
                where kind = :kind and window_on is not distinct from cast(:window as date) and released_at is null
                """)
                        .param("now", Departures.at(clock.instant()))
                        .param("author", author)
                        .param("outcome", outcome)
                        .param("kind", code(kind))
                        .param("window", window)
                        .update()
                > 0;
    }

    private static MailStop stop(ResultSet row) throws SQLException {
        return new MailStop(
                row.getLong("id"),
                MailStop.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getObject("window_on", LocalDate.class),
                row.getString("reason"),
                row.getString("author"),
                row.getObject("since", OffsetDateTime.class).toInstant());
    }

    private static String code(MailStop.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
