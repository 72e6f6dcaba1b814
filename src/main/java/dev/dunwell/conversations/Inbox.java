package dev.dunwell.conversations;

import dev.dunwell.conversations.reading.DeliveryReport;
import dev.dunwell.conversations.reading.Writer;
import dev.dunwell.kernel.Sql;
import dev.dunwell.web.Cursor;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Mails that came, to look at: what is unread, what is nobody's, one with all that hangs on it. */
@Repository
@Transactional(readOnly = true)
public class Inbox {

    private static final String MAILS = Sql.named("conversations/mails");

    private final JdbcClient db;

    Inbox(JdbcClient db) {
        this.db = db;
    }

    /** What a list shows. */
    public enum Show {
        UNREAD("Unread"),
        UNASSIGNED("Nobody’s"),
        ALL("All");

        private final String title;

        Show(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How many mails wait: unread ones, and those of them that are nobody's. */
    public record Waiting(int unread, int unassigned) {}

    /**
     * Newest first.
     *
     * @param customerId only of this customer, null for everybody's
     * @param before where the page before ended, null for the first
     */
    public Slice<ReceivedMail> page(Show show, @Nullable Long customerId, @Nullable Cursor before, int size) {
        List<ReceivedMail> rows = db.sql(MAILS)
                .param("show", show.code())
                .param("customer", customerId)
                .param("one", null)
                .param("before", before == null ? Long.MAX_VALUE : before.number(0))
                .param("most", size + 1)
                .query(Inbox::mail)
                .list();
        return Slice.of(rows, size, mail -> Cursor.of(mail.id()));
    }

    public Waiting waiting() {
        return db.sql("""
                select count(*) as unread, count(*) filter (where customer_id is null) as unassigned
                from received_mail
                where settled_on is null
                """)
                .query((row, _) -> new Waiting(row.getInt("unread"), row.getInt("unassigned")))
                .single();
    }

    public ReceivedMail.Whole one(long id) {
        ReceivedMail mail = db.sql(MAILS)
                .param("show", Show.ALL.code())
                .param("customer", null)
                .param("one", id)
                .param("before", Long.MAX_VALUE)
                .param("most", 1)
                .query(Inbox::mail)
                .optional()
                .orElseThrow(() -> new NotFound("mail"));
        return new ReceivedMail.Whole(mail, files(id), steps(id), reports(id));
    }

    public ReceivedMail.File file(long mailId, int number) {
        return files(mailId).stream()
                .filter(file -> file.number() == number)
                .findFirst()
                .orElseThrow(() -> new NotFound("file"));
    }

    private List<ReceivedMail.File> files(long mailId) {
        return db.sql("select * from received_mail_file where mail_id = ? order by number")
                .param(mailId)
                .query((row, _) -> new ReceivedMail.File(
                        row.getInt("number"),
                        row.getString("name"),
                        row.getString("media_type"),
                        row.getLong("size"),
                        row.getString("hash")))
                .list();
    }

    private List<ReceivedMail.Step> steps(long mailId) {
        return db.sql("select at, what, author, message_id from received_mail_step where mail_id = ? order by id")
                .param(mailId)
                .query((row, _) -> new ReceivedMail.Step(
                        moment(row, "at"),
                        row.getString("what"),
                        row.getString("author"),
                        row.getObject("message_id", Long.class)))
                .list();
    }

    private List<ReceivedMail.Report> reports(long mailId) {
        return db.sql(
                        "select kind, address, status, said, message_id from delivery_report where mail_id = ? order by id")
                .param(mailId)
                .query((row, _) -> new ReceivedMail.Report(
                        DeliveryReport.Kind.ofCode(row.getString("kind")),
                        row.getString("address"),
                        row.getString("status"),
                        row.getString("said"),
                        row.getObject("message_id", Long.class)))
                .list();
    }

    private static ReceivedMail mail(ResultSet row, int n) throws SQLException {
        return new ReceivedMail(
                row.getLong("id"),
                moment(row, "received_at"),
                row.getString("from_address"),
                row.getString("from_name"),
                row.getString("subject"),
                Writer.ofCode(row.getString("writer")),
                row.getString("answer"),
                row.getString("quoted"),
                row.getString("signature"),
                row.getString("message_id"),
                row.getString("raw_hash"),
                row.getObject("about_id", Long.class),
                row.getObject("away_until", LocalDate.class),
                row.getObject("customer_id", Long.class),
                row.getString("customer_name"),
                row.getString("matched_by"),
                row.getBoolean("known_sender"),
                row.getString("assignee"),
                row.getObject("settled_on", LocalDate.class),
                row.getString("settled_by"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
