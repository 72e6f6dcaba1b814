package dev.dunwell.copies;

import dev.dunwell.kernel.Sql;
import dev.dunwell.messaging.Enclosure;
import dev.dunwell.messaging.Enclosures;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The copies that go with a letter: one for each invoice it asks for, oldest debt first, until they would be too large
 * for one mail together. What is on file and does not fit is named, so that the reader can ask for it.
 */
@Component
class EncloseCopies implements Enclosures {

    /** Most mail servers take 10 MB and more; on its way a file grows by a third. */
    static final long MOST_BYTES = 7_000_000;

    private static final String OF_MESSAGES = Sql.named("copies/of-messages");

    private final JdbcClient db;

    EncloseCopies(JdbcClient db) {
        this.db = db;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<Long, Enclosed> of(Collection<Long> messageIds) {
        Map<Long, List<Enclosure>> onFile = new LinkedHashMap<>();
        db.sql(OF_MESSAGES).param("messages", messageIds.toArray(Long[]::new)).query(row -> {
            if (row.getString("hash") != null) {
                onFile.computeIfAbsent(row.getLong("message_id"), _ -> new ArrayList<>())
                        .add(enclosure(row));
            }
        });
        Map<Long, Enclosed> enclosed = new HashMap<>();
        onFile.forEach((message, copies) -> enclosed.put(message, fitting(copies, MOST_BYTES)));
        return enclosed;
    }

    /** Pure. A file that several invoices share goes once. */
    static Enclosed fitting(List<Enclosure> copies, long most) {
        Map<String, Enclosure> fitting = new LinkedHashMap<>();
        List<String> attached = new ArrayList<>();
        List<String> onRequest = new ArrayList<>();
        long size = 0;
        for (Enclosure copy : copies) {
            if (fitting.containsKey(copy.hash())) {
                attached.add(copy.title());
            } else if (size + copy.size() <= most) {
                size += copy.size();
                fitting.put(copy.hash(), copy);
                attached.add(copy.title());
            } else {
                onRequest.add(copy.title());
            }
        }
        return new Enclosed(List.copyOf(fitting.values()), attached, onRequest);
    }

    private static Enclosure enclosure(ResultSet row) throws SQLException {
        return new Enclosure(
                row.getString("number"),
                KeepCopy.plain(row.getString("file_name"), row.getString("media_type")),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("hash"));
    }
}
