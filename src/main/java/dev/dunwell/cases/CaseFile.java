package dev.dunwell.cases;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.access.People;
import dev.dunwell.access.Person;
import dev.dunwell.archive.Archive;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Refusal;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What is written and kept about a case, and who works on it until when. Nothing in it is ever edited. */
@Component
public class CaseFile {

    private static final int LONGEST_NOTE = 4000;

    private final JdbcClient db;
    private final People people;
    private final Archive archive;
    private final Audit audit;

    CaseFile(JdbcClient db, People people, Archive archive, Audit audit) {
        this.db = db;
        this.people = people;
        this.archive = archive;
        this.audit = audit;
    }

    /**
     * One thing that was written or kept.
     *
     * @param kind note, given, resolved or paper
     * @param paperId of a paper, by which it is opened
     */
    public record Entry(
            LocalDate on,
            Instant at,
            String kind,
            String text,
            String author,
            @Nullable Long paperId) {}

    /** A file that was kept. */
    public record Paper(String name, String hash) {}

    /** The latest first. */
    @Transactional(readOnly = true)
    public List<Entry> entries(Case.Kind kind, long id) {
        return db.sql("""
                select written_on as on_day, recorded_at, kind, body as text, author, null as paper
                from case_note
                where %1$s = :id
                union all
                select kept_on, recorded_at, 'paper', name, author, id
                from case_paper
                where %1$s = :id
                order by recorded_at desc
                limit 200
                """.formatted(kind.column()))
                .param("id", id)
                .query(CaseFile::entry)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Paper> paper(long paperId) {
        return db.sql("select name, hash from case_paper where id = ?")
                .param(paperId)
                .query((row, _) ->
                        new Paper(row.getString("name"), HexFormat.of().formatHex(row.getBytes("hash"))))
                .optional();
    }

    /** Notes what was said or done; refuses an empty note. */
    @Transactional
    public void note(Caller caller, Case.Kind kind, long id, String text) {
        require(kind, id);
        if (text.isBlank() || text.length() > LONGEST_NOTE) {
            throw BadInput.in("text", "Write what happened, in at most 4000 characters.");
        }
        write(caller, kind, id, "note", text.strip());
        audit.write(caller.actor(), "case.noted", kind.code(), id, Map.of());
    }

    /** Keeps a file as evidence: what it says now is kept for ever. */
    @Transactional
    public void keep(Caller caller, Case.Kind kind, long id, String name, InputStreamSource file) throws IOException {
        require(kind, id);
        String hash = archive.keep(file);
        db.sql("""
                insert into case_paper (%s, name, hash, kept_on, author)
                values (:id, :name, decode(:hash, 'hex'), :today, :author)
                """.formatted(kind.column()))
                .param("id", id)
                .param("name", name)
                .param("hash", hash)
                .param("today", caller.today())
                .param("author", caller.actor().name())
                .update();
        audit.write(caller.actor(), "case.paper-kept", kind.code(), id, Map.of("name", name, "hash", hash));
    }

    /**
     * Gives an open case to a person, to be settled by a day.
     *
     * @param ownerId null for nobody
     */
    @Transactional
    public void give(Caller caller, Case.Kind kind, long id, @Nullable Long ownerId, LocalDate dueOn) {
        Person owner = ownerId == null ? null : people.get(ownerId);
        if (dueOn.isBefore(caller.today())) {
            throw BadInput.in("dueOn", "This day has passed; give today or a later one.");
        }
        int given = db.sql("update %s set owner_id = :owner, due_on = :dueOn where id = :id and %s is null"
                        .formatted(kind.code(), kind.endColumn()))
                .param("owner", ownerId)
                .param("dueOn", dueOn)
                .param("id", id)
                .update();
        if (given == 0) {
            throw Refusal.conflict("case.closed", "This %s is not open any more.".formatted(kind.code()));
        }
        String to = owner == null ? "nobody" : owner.name();
        write(caller, kind, id, "given", "Given to " + to + ", by " + dueOn + ".");
        audit.write(caller.actor(), "case.given", kind.code(), id, Map.of("to", to, "dueOn", dueOn.toString()));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void write(Caller caller, Case.Kind kind, long id, String what, String text) {
        db.sql("""
                insert into case_note (%s, kind, body, written_on, author) values (:id, :what, :text, :today, :author)
                """.formatted(kind.column()))
                .param("id", id)
                .param("what", what)
                .param("text", text)
                .param("today", caller.today())
                .param("author", caller.actor().name())
                .update();
    }

    private void require(Case.Kind kind, long id) {
        boolean isThere = db.sql("select exists (select 1 from %s where id = ?)".formatted(kind.code()))
                .param(id)
                .query(Boolean.class)
                .single();
        if (!isThere) {
            throw new NotFound(kind.code());
        }
    }

    private static Entry entry(ResultSet row, int n) throws SQLException {
        return new Entry(
                row.getObject("on_day", LocalDate.class),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("kind"),
                row.getString("text"),
                row.getString("author"),
                row.getObject("paper", Long.class));
    }
}
