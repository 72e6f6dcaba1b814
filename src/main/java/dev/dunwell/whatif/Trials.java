package dev.dunwell.whatif;

import dev.dunwell.kernel.Sql;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What was tried, and what came of it. */
@Repository
public class Trials {

    private static final String DAYS = Sql.named("whatif/trial-days");
    private static final String ROWS = """
            select t.*, coalesce(s.name, g.name) as what, m.treated, m.held
            from trial t
            left join scenario s on s.org_id = t.org_id and s.id = t.scenario_id
            left join strategy g on g.org_id = t.org_id and g.id = t.strategy_id
            cross join lateral (
              select count(*) filter (where not is_held) as treated, count(*) filter (where is_held) as held
              from trial_member where org_id = t.org_id and trial_id = t.id
            ) m
            """;

    private final JdbcClient db;

    Trials(JdbcClient db) {
        this.db = db;
    }

    /**
     * What a trial came to.
     *
     * @param before how the groups differed in the year before it began; they should not
     * @param since how they differ since; null until both have invoices that were paid or are overdue
     */
    public record Came(@Nullable Effect before, @Nullable Effect since) {}

    /** The latest first. */
    @Transactional(readOnly = true)
    public List<Trial> all() {
        return db.sql(ROWS + " order by t.id desc limit 100")
                .query((row, _) -> trial(row))
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Trial> byId(long id) {
        return db.sql(ROWS + " where t.id = :id")
                .param("id", id)
                .query((row, _) -> trial(row))
                .optional();
    }

    /** What each of these trials came to, measured from what is known when a day ends. */
    @Transactional(readOnly = true)
    public Map<Long, Came> came(Collection<Long> trials, LocalDate asOf) {
        Map<Long, Days> days = new HashMap<>();
        trials.forEach(trial -> days.put(trial, Days.none()));
        db.sql(DAYS)
                .param("trials", trials.toArray(Long[]::new))
                .param("asOf", asOf)
                .query(row -> {
                    Days of = days.get(row.getLong("trial_id"));
                    if (of != null) {
                        of.group(row.getBoolean("is_since"), row.getBoolean("is_held"))
                                .add(row.getBigDecimal("days"));
                    }
                });
        Map<Long, Came> came = new HashMap<>();
        days.forEach((trial, of) -> came.put(trial, of.came()));
        return came;
    }

    /** The mean days of each customer, by group and time. */
    private record Days(
            List<BigDecimal> treatedBefore,
            List<BigDecimal> heldBefore,
            List<BigDecimal> treated,
            List<BigDecimal> held) {

        static Days none() {
            return new Days(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        List<BigDecimal> group(boolean isSince, boolean isHeld) {
            return isSince ? isHeld ? held : treated : isHeld ? heldBefore : treatedBefore;
        }

        Came came() {
            return new Came(Effect.of(treatedBefore, heldBefore), Effect.of(treated, held));
        }
    }

    private static Trial trial(ResultSet row) throws SQLException {
        return new Trial(
                row.getLong("id"),
                row.getString("name"),
                row.getString("what"),
                row.getObject("strategy_id", Long.class),
                row.getString("tag"),
                row.getInt("held_percent"),
                row.getString("draw"),
                row.getObject("from_on", LocalDate.class),
                row.getString("reason"),
                row.getString("author"),
                row.getInt("treated"),
                row.getInt("held"),
                row.getObject("ended_on", LocalDate.class));
    }
}
