package dev.dunwell.letters;

import dev.dunwell.web.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What waits to be printed, and what was printed. */
@Repository
@Transactional(readOnly = true)
public class LetterBatches {

    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};
    private static final int LISTED = 30;
    private static final int MOST_LETTERS = 500;

    private static final String SELECT = """
            select b.*, (select count(*) from letter_sheet s where s.batch_id = b.id) as letters
            from letter_batch b
            """;
    private static final String LETTERS = """
            select m.id, m.customer_id, c.number, c.name, m.template, m.to_name, m.to_address, m.state,
                   coalesce(m.model -> 'numbers', '[]') as numbers, s.batch_id
            from message m
            join customer c on c.org_id = m.org_id and c.id = m.customer_id
            left join letter_sheet s on s.org_id = m.org_id and s.message_id = m.id and s.batch_id = cast(:batch as bigint)
            where m.channel = 'letter' and (s.batch_id is not null or cast(:batch as bigint) is null and m.state = 'planned')
            order by m.id
            limit :most
            """;

    private final JdbcClient db;
    private final JsonMapper json;

    LetterBatches(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** The letters that wait to be printed, the first 500. */
    public List<PaperLetter> waiting() {
        return letters(null);
    }

    /** The letters of a batch, also those that were recalled since. */
    public List<PaperLetter> letters(long batchId) {
        return letters(Long.valueOf(batchId));
    }

    private List<PaperLetter> letters(@Nullable Long batchId) {
        return db.sql(LETTERS)
                .param("batch", batchId)
                .param("most", MOST_LETTERS)
                .query(this::letter)
                .list();
    }

    /** The latest batches, the latest first. */
    public List<LetterBatch> latest() {
        return db.sql(SELECT + "order by b.id desc limit " + LISTED)
                .query(LetterBatches::batch)
                .list();
    }

    public LetterBatch byId(long id) {
        return db.sql(SELECT + "where b.id = ?")
                .param(id)
                .query(LetterBatches::batch)
                .optional()
                .orElseThrow(() -> new NotFound("batch of letters"));
    }

    /** The file of a letter that was printed; of several prints the last. */
    public Optional<String> sheet(long messageId) {
        return db.sql("select hash from letter_sheet where message_id = ? order by batch_id desc limit 1")
                .param(messageId)
                .query((row, _) -> HexFormat.of().formatHex(row.getBytes("hash")))
                .optional();
    }

    /** The batch, kept from others until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    LetterBatch locked(long id) {
        db.sql("select id from letter_batch where id = ? for update")
                .param(id)
                .query(Long.class)
                .list();
        return byId(id);
    }

    /** @param sheets the file of each letter by its message */
    @Transactional(propagation = Propagation.MANDATORY)
    long insert(String hash, Map<Long, String> sheets, String by, Instant at) {
        long id = db.sql("""
                insert into letter_batch (hash, printed_at, printed_by)
                values (decode(:hash, 'hex'), :at, :by)
                returning id
                """)
                .param("hash", hash)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .query(Long.class)
                .single();
        db.sql("""
                insert into letter_sheet (batch_id, message_id, hash)
                select :batch, s.message_id, decode(s.hash, 'hex')
                from unnest(:messages, :hashes) as s (message_id, hash)
                """)
                .param("batch", id)
                .param("messages", sheets.keySet().toArray(Long[]::new))
                .param("hashes", sheets.values().toArray(String[]::new))
                .update();
        return id;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void posted(long id, LocalDate on, String by) {
        db.sql("update letter_batch set posted_on = ?, posted_by = ? where id = ?")
                .params(on, by, id)
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void undone(long id, String by, Instant at) {
        db.sql("update letter_batch set undone_at = ?, undone_by = ? where id = ?")
                .params(at.atOffset(ZoneOffset.UTC), by, id)
                .update();
    }

    private static LetterBatch batch(ResultSet row, int n) throws SQLException {
        return new LetterBatch(
                row.getLong("id"),
                row.getInt("letters"),
                HexFormat.of().formatHex(row.getBytes("hash")),
                row.getTimestamp("printed_at").toInstant(),
                row.getString("printed_by"),
                row.getObject("posted_on", LocalDate.class),
                row.getString("posted_by"),
                row.getString("undone_by"));
    }

    private PaperLetter letter(ResultSet row, int n) throws SQLException {
        return new PaperLetter(
                row.getLong("id"),
                row.getLong("customer_id"),
                row.getString("number"),
                row.getString("name"),
                row.getString("template"),
                json.readValue(row.getString("numbers"), TEXTS),
                row.getString("to_address"),
                row.getString("state"),
                row.getObject("batch_id", Long.class));
    }
}
