package dev.dunwell.collections;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.access.Organisation;
import dev.dunwell.web.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** One row per organisation and night: when it began, when it ended, what it came to. */
@Repository
public class NightRuns {

    private final JdbcClient db;
    private final JsonMapper json;
    private final Audit audit;
    private final Clock clock;

    NightRuns(JdbcClient db, JsonMapper json, Audit audit, Clock clock) {
        this.db = db;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A night that began, and its result once it is finished.
     *
     * @param sent customers with a message
     * @param held open items held
     * @param reasons held items by reason code
     */
    public record NightRun(
            LocalDate nightOn, boolean isFinished, int decided, int sent, int held, Map<String, Integer> reasons) {}

    /**
     * Begins or resumes a night. Refuses one before the last that ran, because later facts were already acted on; and
     * one that is not today's, unless it began and was cut short or days are simulated.
     */
    @Transactional
    public NightRun begin(Organisation organisation, LocalDate night, Actor actor) {
        boolean isToday = organisation.isSimulated() || night.equals(organisation.today(clock));
        if (!isToday && last().filter(run -> run.nightOn().equals(night)).isEmpty()) {
            throw Refusal.conflict(
                    "night.not-today",
                    "Only tonight can run, " + organisation.today(clock)
                            + "; other days only while days are simulated.");
        }
        last().filter(run -> run.nightOn().isAfter(night)).ifPresent(run -> {
            throw Refusal.conflict(
                    "night.before-last",
                    "The night of %s has run; one before it, %s, cannot run any more.".formatted(run.nightOn(), night));
        });
        db.sql("""
                insert into night_run (night_on, started_at, started_by) values (:night, :now, :actor)
                on conflict do nothing
                """)
                .param("night", night)
                .param("now", now())
                .param("actor", actor.name())
                .update();
        return last().orElseThrow();
    }

    /** Ends a night once, and writes into the audit what it came to, so that open pages show it. */
    @Transactional
    public NightRun finish(LocalDate night, Tally tally, Actor actor) {
        int ended = db.sql("""
                update night_run
                set finished_at = :now, decided = :decided, sent = :sent, held = :held, reasons = cast(:reasons as jsonb)
                where night_on = :night and finished_at is null
                """)
                .param("now", now())
                .param("decided", tally.decided())
                .param("sent", tally.sent())
                .param("held", tally.held())
                .param("reasons", json.writeValueAsString(tally.reasons()))
                .param("night", night)
                .update();
        if (ended == 1) {
            var detail = Map.of("night", night.toString(), "sent", tally.sent(), "held", tally.held());
            audit.write(actor, "night.finished", "organisation", null, detail);
        }
        return last().orElseThrow();
    }

    /** The last night that began. */
    @Transactional(readOnly = true)
    public Optional<NightRun> last() {
        return latest(1).stream().findFirst();
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<NightRun> latest(int limit) {
        return db.sql("select * from night_run order by night_on desc limit :limit")
                .param("limit", limit)
                .query((row, _) -> run(row))
                .list();
    }

    private NightRun run(ResultSet row) throws SQLException {
        return new NightRun(
                row.getObject("night_on", LocalDate.class),
                row.getObject("finished_at") != null,
                row.getInt("decided"),
                row.getInt("sent"),
                row.getInt("held"),
                new TreeMap<>(json.readValue(row.getString("reasons"), new TypeReference<Map<String, Integer>>() {})));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
