package dev.dunwell.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The organisation's own texts, in versions. What ships is version 0 and is not kept here. */
@Repository
@Transactional(readOnly = true)
public class Texts {

    private final JdbcClient db;

    Texts(JdbcClient db) {
        this.db = db;
    }

    /** What the organisation writes with today. */
    public Stationery current() {
        Map<TextKey, Text> own = new HashMap<>();
        inForce().forEach((key, version) -> {
            if (version.source() != null) {
                own.put(key, new Text(key, version.version(), version.source()));
            }
        });
        String details = db.sql("select payment_details from letterhead")
                .query(String.class)
                .optional()
                .orElse("");
        return new Stationery(details, own);
    }

    /** The latest version of every text that was ever changed. */
    public Map<TextKey, TextVersion> inForce() {
        Map<TextKey, TextVersion> latest = new HashMap<>();
        db.sql("""
                select distinct on (kind, name, language, variant) *
                from text_version
                order by kind, name, language, variant, version desc
                """).query(Texts::version).list().forEach(version -> latest.put(version.key(), version));
        return latest;
    }

    /** Every version of a text, the latest first; what ships is not among them. */
    public List<TextVersion> history(TextKey key) {
        return db.sql("""
                select *
                from text_version
                where kind = :kind and name = :name and language = :language and variant = :variant
                order by version desc
                """)
                .param("kind", code(key))
                .param("name", key.name())
                .param("language", key.language())
                .param("variant", key.variant())
                .query(Texts::version)
                .list();
    }

    /** False when that number is taken: somebody else saved meanwhile. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean insert(Text text, boolean isShipped, String reason, @Nullable Integer backTo, String author, LocalDate on) {
        return db.sql("""
                insert into text_version (kind, name, language, variant, version, source, reason, back_to, author, changed_on)
                values (:kind, :name, :language, :variant, :version, :source, :reason, :backTo, :author, :on)
                on conflict do nothing
                """)
                        .param("kind", code(text.key()))
                        .param("name", text.key().name())
                        .param("language", text.key().language())
                        .param("variant", text.key().variant())
                        .param("version", text.version())
                        .param("source", isShipped ? null : text.source())
                        .param("reason", reason)
                        .param("backTo", backTo)
                        .param("author", author)
                        .param("on", on)
                        .update()
                == 1;
    }

    private static String code(TextKey key) {
        return key.kind().name().toLowerCase(Locale.ROOT);
    }

    private static TextVersion version(ResultSet row, int n) throws SQLException {
        return new TextVersion(
                new TextKey(
                        TextKey.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        row.getString("name"),
                        row.getString("language"),
                        row.getString("variant")),
                row.getInt("version"),
                row.getString("source"),
                row.getString("reason"),
                row.getObject("back_to", Integer.class),
                row.getString("author"),
                row.getObject("changed_on", LocalDate.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
