package dev.dunwell.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What goes with each message, kept with it: a later try sends the same, and a reader sees what was sent. */
@Repository
public class EnclosedFiles {

    private final JdbcClient db;

    EnclosedFiles(JdbcClient db) {
        this.db = db;
    }

    /** The files of each of these messages, in their order; a message without any is absent. */
    @Transactional(readOnly = true)
    public Map<Long, List<Enclosure>> of(Collection<Long> messageIds) {
        Map<Long, List<Enclosure>> files = new HashMap<>();
        if (!messageIds.isEmpty()) {
            db.sql("""
                select message_id, title, file_name, media_type, size, encode(hash, 'hex') as hash
                from message_file
                where message_id = any (:messages)
                order by message_id, position
                """).param("messages", messageIds.toArray(Long[]::new)).query(row -> {
                files.computeIfAbsent(row.getLong("message_id"), _ -> new ArrayList<>())
                        .add(enclosure(row));
            });
        }
        return files;
    }

    /** Of messages that have some already they are the same, and stay. */
    @Transactional(propagation = Propagation.MANDATORY)
    void keep(Map<Long, List<Enclosure>> byMessage) {
        List<Long> messages = new ArrayList<>();
        List<Integer> positions = new ArrayList<>();
        List<Enclosure> files = new ArrayList<>();
        byMessage.forEach((message, its) -> {
            for (Enclosure each : its) {
                messages.add(message);
                positions.add(files.size());
                files.add(each);
            }
        });
        if (!files.isEmpty()) {
            db.sql("""
                insert into message_file (message_id, position, title, file_name, media_type, size, hash)
                select message_id, row_number() over (partition by message_id order by position), title, file_name, media_type,
                       size, decode(hash, 'hex')
                from unnest(:messages, :positions, :titles, :names, :types, :sizes, :hashes)
                  as f (message_id, position, title, file_name, media_type, size, hash)
                on conflict do nothing
                """)
                    .param("messages", messages.toArray(Long[]::new))
                    .param("positions", positions.toArray(Integer[]::new))
                    .param("titles", files.stream().map(Enclosure::title).toArray(String[]::new))
                    .param("names", files.stream().map(Enclosure::fileName).toArray(String[]::new))
                    .param("types", files.stream().map(Enclosure::mediaType).toArray(String[]::new))
                    .param("sizes", files.stream().map(Enclosure::size).toArray(Long[]::new))
                    .param("hashes", files.stream().map(Enclosure::hash).toArray(String[]::new))
                    .update();
        }
    }

    private static Enclosure enclosure(ResultSet row) throws SQLException {
        return new Enclosure(
                row.getString("title"),
                row.getString("file_name"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("hash"));
    }
}
