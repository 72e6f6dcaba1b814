package dev.dunwell.collections;

import dev.dunwell.kernel.Sql;
import dev.dunwell.messaging.Tone;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The strategies of the organisation with their versions. There are few; they are read all at once. */
@Repository
public class Strategies {

    private static final String VERSIONS = Sql.named("collections/strategies");
    private static final String STEPS = Sql.named("collections/strategy-steps");

    private final JdbcClient db;
    private final Assignments assignments;
    private final JsonMapper json;

    Strategies(JdbcClient db, Assignments assignments, JsonMapper json) {
        this.db = db;
        this.assignments = assignments;
        this.json = json;
    }

    /** All of them and whom each is for, as of a day. */
    @Transactional(readOnly = true)
    public Playbook playbook(LocalDate day) {
        List<StrategyVersion> versions = all();
        if (versions.isEmpty()) {
            return Playbook.shipped(day);
        }
        Optional<LocalDate> bookSince = db.sql("select effective_on from allocation order by effective_on limit 1")
                .query((row, _) -> row.getObject(1, LocalDate.class))
                .optional();
        return new Playbook(versions, assignments.on(day), bookSince.orElse(null), day);
    }

    /** Every version of every strategy: by name, the newest first. */
    @Transactional(readOnly = true)
    public List<StrategyVersion> all() {
        Map<Long, Head> heads = new LinkedHashMap<>();
        Map<Long, List<Step>> steps = new LinkedHashMap<>();
        db.sql(VERSIONS).query(row -> {
            long id = row.getLong("id");
            if (!heads.containsKey(id)) {
                heads.put(id, head(row));
            }
            steps.computeIfAbsent(id, _ -> new ArrayList<>()).add(step(row));
        });
        return heads.values().stream()
                .map(head -> head.with(Objects.requireNonNull(steps.get(head.id))))
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<StrategyVersion> byId(long versionId) {
        return all().stream().filter(version -> version.id() == versionId).findFirst();
    }

    /** Every version of one strategy, the newest first. */
    @Transactional(readOnly = true)
    public List<StrategyVersion> versions(long strategyId) {
        return all().stream()
                .filter(version -> version.strategyId() == strategyId)
                .toList();
    }

    /** Every version under a name, however it is written, the newest first. */
    @Transactional(readOnly = true)
    public List<StrategyVersion> named(String name) {
        return all().stream()
                .filter(version -> version.name().equalsIgnoreCase(name.strip()))
                .toList();
    }

    /** A new name; empty when somebody else took it meanwhile. */
    Optional<Long> insert(String name) {
        return db.sql("insert into strategy (name) values (:name) on conflict do nothing returning id")
                .param("name", name)
                .query(Long.class)
                .optional();
    }

    /** Writes a version; empty when somebody else wrote the same one meanwhile. */
    Optional<Long> insert(long strategyId, Strategy ladder, RecordStrategy.Wanted wanted, String author) {
        Optional<Long> version = db.sql("""
                insert into strategy_version
                  (strategy_id, version, purpose, valid_from, cooldown_days, days_between_steps, reason, author)
                values (:strategy, :version, :purpose, :validFrom, :cooldown, :between, :reason, :author)
                on conflict (org_id, strategy_id, version) do nothing
                returning id
                """)
                .param("strategy", strategyId)
                .param("version", ladder.version())
                .param("purpose", wanted.purpose().strip())
                .param("validFrom", wanted.validFrom())
                .param("cooldown", ladder.cooldownDays())
                .param("between", ladder.daysBetweenSteps())
                .param("reason", wanted.reason().strip())
                .param("author", author)
                .query(Long.class)
                .optional();
        version.ifPresent(id -> insertSteps(id, ladder.steps()));
        return version;
    }

    private void insertSteps(long versionId, List<Step> steps) {
        db.sql(STEPS)
                .param("version", versionId)
                .param(
                        "steps",
                        json.writeValueAsString(
                                steps.stream().map(Strategies::written).toList()))
                .update();
    }

    private static Map<String, Object> written(Step step) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("number", step.number());
        row.put("stage", step.stage().number());
        row.put("name", step.name());
        row.put("channel", step.channel().code());
        row.put("template", step.template());
        row.put("tone", step.tone().code());
        row.put("anchor", step.anchor().code());
        row.put("offset_days", step.offsetDays());
        row.put("days", step.days().code());
        row.put("release", step.release().code());
        row.put("minimum", step.entry().minimum());
        row.put("delivery", step.entry().delivery().code());
        row.put("only_unanswered", step.entry().onlyUnanswered());
        row.put("days_after_previous", step.entry().daysAfterPrevious());
        row.put("repeat_every_days", step.entry().repeatEveryDays());
        return row;
    }

    /** The columns of a version, beside its steps. */
    private record Head(
            long id,
            long strategyId,
            String name,
            int number,
            int cooldownDays,
            int daysBetweenSteps,
            String purpose,
            LocalDate validFrom,
            String author,
            String reason,
            Instant recordedAt) {

        StrategyVersion with(List<Step> steps) {
            Strategy ladder = new Strategy(name, number, steps, cooldownDays, daysBetweenSteps);
            return new StrategyVersion(id, strategyId, ladder, purpose, validFrom, author, reason, recordedAt);
        }
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(
                row.getLong("id"),
                row.getLong("strategy_id"),
                row.getString("strategy"),
                row.getInt("version"),
                row.getInt("cooldown_days"),
                row.getInt("days_between_steps"),
                row.getString("purpose"),
                row.getObject("valid_from", LocalDate.class),
                row.getString("author"),
                row.getString("reason"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    private static Step step(ResultSet row) throws SQLException {
        return new Step(
                row.getInt("number"),
                Stage.values()[row.getInt("stage") - 1],
                row.getString("name"),
                constant(Channel.class, row.getString("channel")),
                row.getString("template"),
                constant(Tone.class, row.getString("tone")),
                constant(Step.Anchor.class, row.getString("anchor")),
                row.getInt("offset_days"),
                constant(Step.Days.class, row.getString("days")),
                constant(Step.Release.class, row.getString("release")),
                new Entry(
                        row.getLong("minimum"),
                        constant(Entry.Delivery.class, row.getString("delivery")),
                        row.getBoolean("only_unanswered"),
                        row.getInt("days_after_previous"),
                        row.getInt("repeat_every_days")));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String code) {
        return Enum.valueOf(type, code.toUpperCase(Locale.ROOT));
    }
}
