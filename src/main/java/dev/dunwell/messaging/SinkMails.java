package dev.dunwell.messaging;

import dev.dunwell.archive.Archive;
import dev.dunwell.web.Cursor;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Slice;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The mailbox of demos and tests: takes mails as a mail server would and keeps them in the database. */
@Repository
public class SinkMails {

    /** Bytes of enclosures in memory. */
    private static final long MOST_AT_ONCE = 8_000_000;

    private final JdbcClient db;
    private final Archive archive;

    SinkMails(JdbcClient db, Archive archive) {
        this.db = db;
        this.archive = archive;
    }

    /** A mail that arrived; {@code messageId} as it stands in its head. */
    public record SinkMail(
            long id,
            String messageId,
            String toAddress,
            Instant arrivedAt,
            String subject,
            @Nullable Long message) {}

    /**
     * What arrived, newest first.
     *
     * @param before where the page before ended, null for the first
     */
    @Transactional(readOnly = true)
    public Slice<SinkMail> page(@Nullable Cursor before, int size) {
        List<SinkMail> mails = db.sql("""
            select s.id, s.message_id, s.to_address, s.arrived_at, coalesce(m.subject, '') as subject, m.id as message
            from sink_mail s
            left join message m on m.org_id = s.org_id and m.message_id = s.message_id
            where s.id < :before
            order by s.id desc
            limit :most
            """)
                .param("before", before == null ? Long.MAX_VALUE : before.number(0))
                .param("most", size + 1)
                .query((row, _) -> new SinkMail(
                        row.getLong("id"),
                        row.getString("message_id"),
                        row.getString("to_address"),
                        row.getObject("arrived_at", OffsetDateTime.class).toInstant(),
                        row.getString("subject"),
                        row.getObject("message", Long.class)))
                .list();
        return Slice.of(mails, size, mail -> Cursor.of(mail.id()));
    }

    /** The whole mail as it arrived, head and all. */
    @Transactional(readOnly = true)
    public byte[] raw(long id) {
        return db.sql("select raw from sink_mail where id = ?")
                .param(id)
                .query((row, _) -> row.getBytes("raw"))
                .optional()
                .orElseThrow(() -> new NotFound("mail"));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void take(List<Departure> departures, Instant now) {
        List<Departure> next = new ArrayList<>();
        long size = 0;
        for (Departure departure : departures) {
            next.add(departure);
            size += departure.size();
            if (size > MOST_AT_ONCE) {
                takeAll(next, now);
                next.clear();
                size = 0;
            }
        }
        takeAll(next, now);
    }

    private void takeAll(List<Departure> departures, Instant now) {
        List<OutgoingMail> mails =
                departures.stream().map(each -> each.whole(archive::bytes)).toList();
        keep(mails, now);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void keep(List<OutgoingMail> mails, Instant now) {
        db.sql("""
            insert into sink_mail (message_id, to_address, arrived_at, raw)
            select m.message_id, m.to_address, :now, m.raw
            from unnest(:messageIds, :addresses, :raws) as m (message_id, to_address, raw)
            """)
                .param("messageIds", mails.stream().map(OutgoingMail::messageId).toArray(String[]::new))
                .param("addresses", mails.stream().map(m -> m.to().address()).toArray(String[]::new))
                .param("raws", mails.stream().map(Mime::bytes).toArray(byte[][]::new))
                .param("now", Departures.at(now))
                .update();
    }
}
