package dev.dunwell.timeline;

import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Sql;
import dev.dunwell.web.Cursor;
import dev.dunwell.web.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Everything that happened to a customer up to a day, the newest first. */
@Repository
public class Timeline {

    private static final String STORY = Sql.named("timeline/story");

    private final JdbcClient db;

    Timeline(JdbcClient db) {
        this.db = db;
    }

    /**
     * @param asOf what happened later does not exist
     * @param after where the page before ended, null for the first
     */
    @Transactional(readOnly = true)
    public Slice<Entry> of(long customerId, Kind.Group group, LocalDate asOf, @Nullable Cursor after, int limit) {
        List<Entry> rows = db.sql("""
                select t.*, mood_of(t.kind, t.subject_id) as mood
                from customer_timeline t
                where customer_id = :customer and on_date <= :asOf and kind = any(:kinds)
                  and (on_date, at, kind, subject_id) < (:on, :at, :kind, :id)
                order by on_date desc, at desc, kind desc, subject_id desc
                limit :limit
                """)
                .param("customer", customerId)
                .param("asOf", asOf)
                .param("kinds", group.kinds())
                .param("on", after == null ? LocalDate.MAX : after.date(0))
                .param("at", after == null ? OffsetDateTime.MAX : moment(after.text(1)))
                .param("kind", after == null ? "" : after.text(2))
                .param("id", after == null ? 0 : after.number(3))
                .param("limit", limit + 1)
                .query(Timeline::entry)
                .list();
        return Slice.of(
                rows, limit, last -> Cursor.of(last.on(), last.at(), last.kind().code(), last.subjectId()));
    }

    /**
     * All of it, the oldest first, for papers that tell the whole story.
     *
     * @param invoiceId only what concerns this invoice or the whole customer, null for everything
     */
    @Transactional(readOnly = true)
    public List<Entry> whole(long customerId, @Nullable Long invoiceId, LocalDate asOf) {
        return db.sql(STORY)
                .param("customer", customerId)
                .param("invoice", invoiceId)
                .param("asOf", asOf)
                .query(Timeline::entry)
                .list();
    }

    /** The id of the customer with a number, for addresses that carry the number. */
    @Transactional(readOnly = true)
    public OptionalLong customer(String number) {
        return db
                .sql("select id from customer where number = :number and voided_at is null")
                .param("number", number)
                .query(Long.class)
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    private static OffsetDateTime moment(String written) {
        return Instant.parse(written).atOffset(ZoneOffset.UTC);
    }

    private static Entry entry(ResultSet row, int n) throws SQLException {
        String currency = row.getString("currency");
        return new Entry(
                row.getObject("on_date", LocalDate.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Kind.ofCode(row.getString("kind")),
                row.getLong("subject_id"),
                row.getObject("invoice_id", Long.class),
                row.getString("title"),
                row.getString("detail"),
                currency == null ? null : Money.ofMinor(row.getLong("amount"), currency),
                row.getObject("until_on", LocalDate.class),
                row.getString("state"),
                row.getString("author"),
                row.getString("mood"));
    }
}
