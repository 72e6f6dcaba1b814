package dev.dunwell.collections;

import dev.dunwell.access.People;
import dev.dunwell.access.Person;
import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Sql;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What waits for each person of the team, and what each has done today. Three queries, however many people there are.
 */
@Repository
public class TeamQueues {

    /** How long a customer who needs somebody may be left alone before it shows. */
    public static final int UNTOUCHED_DAYS = 14;

    /** The owner of what nobody looks after, and of what belongs to somebody who left. */
    private static final long NOBODY = 0;

    private static final String QUEUES = Sql.named("collections/team-queues");
    private static final String OVERDUE = Sql.named("collections/team-overdue");
    private static final String DONE = Sql.named("collections/team-done");

    private final JdbcClient db;
    private final People people;

    TeamQueues(JdbcClient db, People people) {
        this.db = db;
        this.people = people;
    }

    /**
     * What waits for somebody.
     *
     * @param person null for what nobody looks after, which includes what belongs to somebody who left
     * @param overdue per currency, by its code
     * @param untouched how many of the queue nobody touched for {@link #UNTOUCHED_DAYS} days
     * @param done customers done with today, by whomever they are looked after
     */
    public record Line(
            @Nullable Person person, Map<Level, Integer> levels, List<Money> overdue, int untouched, int done) {

        public int queue() {
            return levels.values().stream().mapToInt(Integer::intValue).sum();
        }

        public int on(Level level) {
            return levels.getOrDefault(level, 0);
        }
    }

    /** Everybody by name, and last what nobody looks after. */
    @Transactional(readOnly = true)
    public List<Line> lines(LocalDate today) {
        List<Person> all = people.all();
        List<Long> here = all.stream().map(Person::id).toList();
        Map<Long, Map<Level, Integer>> levels = new HashMap<>();
        Map<Long, Integer> untouched = new HashMap<>();
        db.sql(QUEUES)
                .param("today", today)
                .param("untouched", today.minusDays(UNTOUCHED_DAYS))
                .query(row -> {
                    long owner = owner(row.getLong("owner_id"), here);
                    levels.computeIfAbsent(owner, _ -> new EnumMap<>(Level.class))
                            .merge(Level.of(row.getInt("level")), row.getInt("customers"), Integer::sum);
                    untouched.merge(owner, row.getInt("untouched"), Integer::sum);
                });
        Map<Long, List<Money>> overdue = overdue(here);
        Map<String, Integer> done = done(today);
        List<Line> lines = new ArrayList<>();
        for (Person person : all) {
            lines.add(line(person, levels, overdue, untouched, done.getOrDefault(person.name(), 0)));
        }
        lines.add(line(null, levels, overdue, untouched, 0));
        return lines;
    }

    private static Line line(
            @Nullable Person person,
            Map<Long, Map<Level, Integer>> levels,
            Map<Long, List<Money>> overdue,
            Map<Long, Integer> untouched,
            int done) {
        long id = person == null ? NOBODY : person.id();
        return new Line(
                person,
                levels.getOrDefault(id, Map.of()),
                overdue.getOrDefault(id, List.of()),
                untouched.getOrDefault(id, 0),
                done);
    }

    private Map<Long, List<Money>> overdue(List<Long> here) {
        Map<Long, Map<String, Long>> sums = new HashMap<>();
        db.sql(OVERDUE).query(row -> {
            sums.computeIfAbsent(owner(row.getLong("owner_id"), here), _ -> new TreeMap<>())
                    .merge(row.getString("currency"), row.getLong("overdue"), Long::sum);
        });
        Map<Long, List<Money>> overdue = new HashMap<>();
        sums.forEach((owner, amounts) -> overdue.put(
                owner,
                amounts.entrySet().stream()
                        .map(each -> Money.ofMinor(each.getValue(), each.getKey()))
                        .toList()));
        return overdue;
    }

    private Map<String, Integer> done(LocalDate today) {
        Map<String, Integer> done = new HashMap<>();
        db.sql(DONE).param("today", today).query(row -> {
            done.put(row.getString("author"), row.getInt("customers"));
        });
        return done;
    }

    private static long owner(long id, List<Long> here) {
        return here.contains(id) ? id : NOBODY;
    }
}
