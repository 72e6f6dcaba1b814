package dev.dunwell.messaging;

import dev.dunwell.web.Cursor;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Messages to look at: those of a night, one with its words and its journal. */
@Repository
@Transactional(readOnly = true)
public class Messages {

    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Object>> MODEL = new TypeReference<>() {};

    /** What lists show, without the words. */
    private static final String FACTS = """
        select id, customer_id, template, window_on, state, to_name, to_address, subject, leave_at, sent_at, attempts,
               message_id, detail, channel, tone, template_version, posted_on,
               coalesce(model ->> 'customer_number', '') as customer_number,
               coalesce(model ->> 'customer', '') as customer_name, coalesce((model ->> 'stage')::int, 0) as stage,
               coalesce(model -> 'numbers', '[]') as numbers
        from message
        """;

    private final JdbcClient db;
    private final JsonMapper json;
    private final Letters letters;
    private final Texts texts;
    private final Enclose enclose;
    private final EditedWords edited;

    Messages(JdbcClient db, JsonMapper json, Letters letters, Texts texts, Enclose enclose, EditedWords edited) {
        this.db = db;
        this.json = json;
        this.letters = letters;
        this.texts = texts;
        this.enclose = enclose;
        this.edited = edited;
    }

    /** One line of a message's journal; {@code state} of it from then on. */
    public record Step(Instant at, State state, @Nullable String detail) {}

    /**
     * The messages written for a night, in the order they were planned.
     *
     * @param state only those in it, null for all
     * @param after where the page before ended, null for the first
     */
    public Slice<Message> of(LocalDate night, @Nullable State state, @Nullable Cursor after, int size) {
        List<Message> rows = db.sql(FACTS + """
            where window_on = :night and (cast(:state as text) is null or state = :state) and id > :after
            order by id
            limit :most
            """)
                .param("night", night)
                .param("state", state == null ? null : state.code())
                .param("after", after == null ? 0 : after.number(0))
                .param("most", size + 1)
                .query(this::message)
                .list();
        return Slice.of(rows, size, message -> Cursor.of(message.id()));
    }

    /** How many messages of a night are in which state; states without one are absent. */
    public Map<State, Integer> counts(LocalDate night) {
        Map<State, Integer> counts = new EnumMap<>(State.class);
        db.sql("select state, count(*) as messages from message where window_on = ? group by state")
                .param(night)
                .query(row -> {
                    counts.put(State.ofCode(row.getString("state")), row.getInt("messages"));
                });
        return counts;
    }

    public Message one(long id) {
        return db.sql(FACTS + "where id = ?")
                .param(id)
                .query(this::message)
                .optional()
                .orElseThrow(() -> new NotFound("message"));
    }

    /** Its words as they left, or, while it waits, as they would leave now. */
    public Letter letter(long id) {
        return db.sql("""
            select id, channel, template, tone, language, model, subject, body_text, body_html, template_version
            from message
            where id = ?
            """).param(id).query(this::words).optional().orElseThrow(() -> new NotFound("message"));
    }

    public List<Step> journal(long id) {
        return db.sql("select at, state, detail from send_journal where message_id = ? order by id")
                .param(id)
                .query((row, _) -> new Step(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        State.ofCode(row.getString("state")),
                        row.getString("detail")))
                .list();
    }

    private Letter words(ResultSet row, int n) throws SQLException {
        String language = row.getString("language");
        String subject = row.getString("subject");
        return subject == null
                ? asItWouldLeave(row, key(row, language))
                : new Letter(
                        subject,
                        row.getString("body_text"),
                        row.getString("body_html"),
                        language,
                        row.getInt("template_version"));
    }

    private Letter asItWouldLeave(ResultSet row, TextKey key) throws SQLException {
        long id = row.getLong("id");
        String source = edited.of(id).map(EditedWords.Edit::source).orElse(null);
        Stationery stationery = texts.current().edited(key, source);
        Enclosures.Enclosed enclosed =
                enclose.of(Map.of(id, key), stationery, Map.of()).getOrDefault(id, Enclosures.Enclosed.NOTHING);
        Map<String, Object> words = Embark.words(json.readValue(row.getString("model"), MODEL), Embark.NOBODY, null);
        return letters.render(key, Enclose.words(words, enclosed, key.language()), stationery);
    }

    private static TextKey key(ResultSet row, String language) throws SQLException {
        Way way = Way.ofCode(row.getString("channel"));
        return TextKey.of(way, row.getString("template"), language, tone(row));
    }

    private static Tone tone(ResultSet row) throws SQLException {
        return Tone.ofCode(row.getString("tone")).orElseThrow();
    }

    private Message message(ResultSet row, int n) throws SQLException {
        OffsetDateTime sentAt = row.getObject("sent_at", OffsetDateTime.class);
        return new Message(
                row.getLong("id"),
                row.getLong("customer_id"),
                row.getString("customer_number"),
                row.getString("customer_name"),
                row.getInt("stage"),
                row.getString("template"),
                json.readValue(row.getString("numbers"), TEXTS),
                row.getObject("window_on", LocalDate.class),
                State.ofCode(row.getString("state")),
                row.getString("to_name"),
                row.getString("to_address"),
                row.getString("subject"),
                row.getObject("leave_at", OffsetDateTime.class).toInstant(),
                sentAt == null ? null : sentAt.toInstant(),
                row.getInt("attempts"),
                row.getString("message_id"),
                row.getString("detail"),
                Way.ofCode(row.getString("channel")),
                tone(row),
                row.getObject("template_version", Integer.class),
                row.getObject("posted_on", LocalDate.class));
    }
}
