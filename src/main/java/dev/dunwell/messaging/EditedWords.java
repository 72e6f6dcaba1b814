package dev.dunwell.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The words that people found for single messages. */
@Repository
public class EditedWords {

    private final JdbcClient db;

    EditedWords(JdbcClient db) {
        this.db = db;
    }

    /**
     * The last edit of a message.
     *
     * @param source written as a text is, with places to be filled in
     */
    public record Edit(String source, String author, Instant at) {}

    @Transactional(readOnly = true)
    public Optional<Edit> of(long messageId) {
        return db.sql(
                        "select source, author, edited_at from message_edit where message_id = ? order by id desc limit 1")
                .param(messageId)
                .query(EditedWords::edit)
                .optional();
    }

    /** The words of each; those that nobody edited are absent. */
    @Transactional(readOnly = true)
    public Map<Long, String> of(Collection<Long> messageIds) {
        Map<Long, String> sources = new HashMap<>();
        if (!messageIds.isEmpty()) {
            db.sql("select message_id, source from message_edit where message_id = any (:messages) order by id")
                    .param("messages", messageIds.toArray(Long[]::new))
                    .query(row -> {
                        sources.put(row.getLong("message_id"), row.getString("source"));
                    });
        }
        return sources;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void insert(long messageId, String source, String author, Instant at) {
        db.sql(
                        "insert into message_edit (message_id, source, author, edited_at) values (:message, :source, :author, :at)")
                .param("message", messageId)
                .param("source", source)
                .param("author", author)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }

    private static Edit edit(ResultSet row, int n) throws SQLException {
        return new Edit(
                row.getString("source"),
                row.getString("author"),
                row.getObject("edited_at", OffsetDateTime.class).toInstant());
    }
}
