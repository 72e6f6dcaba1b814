package dev.dunwell.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The exports of the journal with their files. */
@Repository
public class Exports {

    private static final int LISTED = 100;

    private final JdbcClient db;

    Exports(JdbcClient db) {
        this.db = db;
    }

    /** The latest hundred, the latest first. */
    @Transactional(readOnly = true)
    public List<Export> latest() {
        return read("order by e.id desc limit " + LISTED, 0);
    }

    @Transactional(readOnly = true)
    public Optional<Export> byId(long id) {
        return read("where e.id = :id", id).stream().findFirst();
    }

    /** Exports of an organisation wait for each other. */
    void lock() {
        db.sql("select pg_advisory_xact_lock(hashtext('journal-export'), current_org())")
                .query()
                .singleRow();
    }

    /** Until when everything is exported; the beginning of time before the first export. */
    Instant exportedUntil() {
        return db.sql("select coalesce(max(known_until), 'epoch') as until from journal_export")
                .query((row, _) -> row.getTimestamp("until").toInstant())
                .single();
    }

    long insert(Export export) {
        long id = db.sql("""
                insert into journal_export (known_after, known_until, postings, left_out, exported_by)
                values (:after, :until, :postings, :leftOut, :by)
                returning id
                """)
                .param("after", export.knownAfter().atOffset(ZoneOffset.UTC))
                .param("until", export.knownUntil().atOffset(ZoneOffset.UTC))
                .param("postings", export.postings())
                .param("leftOut", export.leftOut())
                .param("by", export.exportedBy())
                .query(Long.class)
                .single();
        db.sql("""
                insert into journal_export_file (export_id, name, hash)
                select :export, name, decode(hash, 'hex')
                from unnest(cast(:names as text[]), cast(:hashes as text[])) as f (name, hash)
                """)
                .param("export", id)
                .param("names", export.files().stream().map(Export.File::name).toArray(String[]::new))
                .param("hashes", export.files().stream().map(Export.File::hash).toArray(String[]::new))
                .update();
        return id;
    }

    private List<Export> read(String which, long id) {
        List<Export> exports = db.sql("select e.* from journal_export e " + which)
                .param("id", id)
                .query(Exports::export)
                .list();
        Map<Long, List<Export.File>> files = new HashMap<>();
        db.sql("select export_id, name, hash from journal_export_file where export_id = any(:ids) order by name")
                .param("ids", exports.stream().map(Export::id).toArray(Long[]::new))
                .query(row -> {
                    files.computeIfAbsent(row.getLong("export_id"), _ -> new ArrayList<>())
                            .add(new Export.File(
                                    row.getString("name"), HexFormat.of().formatHex(row.getBytes("hash"))));
                });
        return exports.stream()
                .map(e -> with(e, files.getOrDefault(e.id(), List.of())))
                .toList();
    }

    private static Export with(Export e, List<Export.File> files) {
        return new Export(
                e.id(),
                e.knownAfter(),
                e.knownUntil(),
                e.postings(),
                e.leftOut(),
                e.exportedAt(),
                e.exportedBy(),
                files);
    }

    private static Export export(ResultSet row, int n) throws SQLException {
        return new Export(
                row.getLong("id"),
                row.getTimestamp("known_after").toInstant(),
                row.getTimestamp("known_until").toInstant(),
                row.getInt("postings"),
                row.getInt("left_out"),
                row.getTimestamp("exported_at").toInstant(),
                row.getString("exported_by"),
                List.of());
    }
}
