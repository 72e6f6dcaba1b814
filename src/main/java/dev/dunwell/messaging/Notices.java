package dev.dunwell.messaging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The notices behind a payer's door, and whether somebody has seen them. */
@Repository
public class Notices {

    private final JdbcClient db;
    private final TakeReport takeReport;

    Notices(JdbcClient db, TakeReport takeReport) {
        this.db = db;
        this.takeReport = takeReport;
    }

    /** A notice in the words it was written in. */
    public record Notice(long id, LocalDate on, String subject, String text) {}

    /** Those of a customer that appeared since a day, the newest first. */
    @Transactional(readOnly = true)
    public List<Notice> of(long customerId, LocalDate since, int most) {
        return db.sql("""
                select id, window_on, subject, body_text
                from message
                where customer_id = :customer and channel = 'portal' and state = 'sent' and window_on >= :since
                order by id desc
                limit :most
                """)
                .param("customer", customerId)
                .param("since", since)
                .param("most", most)
                .query((row, _) -> new Notice(
                        row.getLong("id"),
                        row.getObject("window_on", LocalDate.class),
                        row.getString("subject"),
                        row.getString("body_text")))
                .list();
    }

    /**
     * A person stands before the door: what waits there is seen, once.
     *
     * @param by who, in a sentence
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void seen(long customerId, String by, Instant now) {
        List<Long> seen = db.sql("""
                update message
                set seen_at = :now
                where customer_id = :customer and channel = 'portal' and state = 'sent' and seen_at is null
                returning id
                """)
                .param("now", Departures.at(now))
                .param("customer", customerId)
                .query((row, _) -> row.getLong("id"))
                .list();
        seen.forEach(id -> takeReport.take(id, TakeReport.Outcome.READ, by));
    }
}
