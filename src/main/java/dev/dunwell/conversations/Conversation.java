package dev.dunwell.conversations;

import dev.dunwell.conversations.reading.Writer;
import dev.dunwell.kernel.Sql;
import dev.dunwell.messaging.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What a customer and we wrote to each other, the newest first. */
@Repository
public class Conversation {

    private static final String TURNS = Sql.named("conversations/turns");

    private final JdbcClient db;

    Conversation(JdbcClient db) {
        this.db = db;
    }

    /**
     * One mail of the two sides.
     *
     * @param id of the mail that came, or of the message
     * @param who its writer here or there
     * @param text the words without what they quote; empty for a message that is not written yet
     * @param writer who wrote it when it came; null when it is ours
     * @param state of ours; null when it came
     */
    public record Turn(
            long id,
            Instant at,
            String who,
            String address,
            String subject,
            String text,
            String quoted,
            @Nullable Writer writer,
            @Nullable State state,
            boolean isUnread,
            int files) {

        public boolean isTheirs() {
            return writer != null;
        }

        public String url() {
            return (isTheirs() ? "/inbox/" : "/messages/") + id;
        }
    }

    @Transactional(readOnly = true)
    public List<Turn> of(long customerId, int most) {
        return db.sql(TURNS)
                .param("customer", customerId)
                .param("most", most)
                .query(Conversation::turn)
                .list();
    }

    private static Turn turn(ResultSet row, int n) throws SQLException {
        String writer = row.getString("writer");
        String state = row.getString("state");
        return new Turn(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("who"),
                row.getString("address"),
                row.getString("subject"),
                row.getString("text"),
                row.getString("quoted"),
                writer == null ? null : Writer.ofCode(writer),
                state == null ? null : State.ofCode(state),
                row.getBoolean("unread"),
                row.getInt("files"));
    }
}
