package dev.dunwell.collections;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whom to contact today, in which order, and why: one row per customer that needs a person, read from the standings.
 */
@Repository
public class Worklist {

    private static final String ROWS = Sql.named("collections/worklist");
    private static final String PLACE = Sql.named("collections/worklist-place");
    private static final String COUNTS = Sql.named("collections/worklist-counts");

    private final JdbcClient db;
    private final JsonMapper json;
    private final Audit audit;

    Worklist(JdbcClient db, JsonMapper json, Audit audit) {
        this.db = db;
        this.json = json;
        this.audit = audit;
    }

    /**
     * A customer who needs a person.
     *
     * @param debts per currency, the one with most overdue first
     */
    public record Row(
            long customerId,
            String number,
            String name,
            List<String> tags,
            Level level,
            String why,
            String nextStep,
            String nextSmall,
            List<Debt> debts,
            LocalDate oldestDueOn,
            @Nullable LocalDate lastContactOn,
            String lastContactKind,
            String lastContactBy) {

        /** What is overdue per currency; what is open where nothing is overdue yet. */
        public List<Money> atRisk() {
            List<Money> overdue =
                    debts.stream().map(Debt::overdue).filter(Money::isPositive).toList();
            return overdue.isEmpty() ? debts.stream().map(Debt::open).toList() : overdue;
        }

        public long daysOverdue(LocalDate today) {
            return Math.max(0, ChronoUnit.DAYS.between(oldestDueOn, today));
        }
    }

    /** What is open in a currency and how much of it is overdue. */
    public record Debt(Money open, Money overdue) {}

    /**
     * Where a customer stands in the worklist of a day.
     *
     * @param position from 1 to {@code total}
     */
    public record Place(
            Level level,
            int position,
            int total,
            @Nullable Long previousId,
            @Nullable Long nextId) {}

    /** Where a page of the worklist ended, to go on from. */
    public record After(int level, LocalDate oldestDueOn, long minusOverdue, long customerId) {
        public static final After NOTHING = new After(0, LocalDate.EPOCH, Long.MIN_VALUE, 0);

        public static After of(Row row) {
            return new After(
                    row.level().number(),
                    row.oldestDueOn(),
                    -row.debts().getFirst().overdue().minor(),
                    row.customerId());
        }
    }

    @Transactional(readOnly = true)
    public List<Row> rows(Queue queue, After after, int limit) {
        return asked(ROWS + queue.order().sql(), queue)
                .param("level", after.level)
                .param("day", after.oldestDueOn)
                .param("amount", after.minusOverdue)
                .param("customer", after.customerId)
                .param("limit", limit)
                .query((row, _) -> row(row))
                .list();
    }

    /**
     * Where a customer stands and who comes before and after; empty when nobody is needed for it. A row that was put
     * aside today keeps its place here, so that one can go on from it.
     */
    @Transactional(readOnly = true)
    public Optional<Place> place(Queue queue, long customerId) {
        return asked(PLACE, queue)
                .param("oldest", queue.order() == Queue.Order.OLDEST)
                .param("customer", customerId)
                .query((row, _) -> new Place(
                        Level.of(row.getInt("level")),
                        row.getInt("position"),
                        row.getInt("total"),
                        row.getObject("previous_id", Long.class),
                        row.getObject("next_id", Long.class)))
                .optional();
    }

    /** How many customers are on each level, those done today left out. */
    @Transactional(readOnly = true)
    public Map<Level, Integer> counts(Queue queue) {
        Map<Level, Integer> counts = new EnumMap<>(Level.class);
        asked(COUNTS, queue).query(row -> {
            counts.put(Level.of(row.getInt("level")), row.getInt("customers"));
        });
        return counts;
    }

    /** Whether a person looks after anything at all; then their Today begins with it. */
    @Transactional(readOnly = true)
    public boolean hasOwn(@Nullable Long person) {
        return db.sql("""
                select exists (select from customer where owner_id = :person and voided_at is null)
                    or exists (
                      select from handover where to_person_id = :person and invoice_id is not null and ended_on is null)
                """).param("person", person).query(Boolean.class).single();
    }

    private JdbcClient.StatementSpec asked(String sql, Queue queue) {
        return db.sql(sql)
                .param("today", queue.today())
                .param("whose", queue.whose().code())
                .param("person", queue.person())
                .param("untouched", queue.untouchedSince());
    }

    /** Puts a row aside for today; tomorrow it is back if the reason still stands. */
    @Transactional
    public void done(Caller caller, long customerId) {
        db.sql("""
                insert into worklist_done (customer_id, done_on, author) values (:customer, :today, :author)
                on conflict do nothing
                """)
                .param("customer", customerId)
                .param("today", caller.today())
                .param("author", caller.actor().name())
                .update();
        audit.write(
                caller.actor(),
                "worklist.done",
                "customer",
                customerId,
                Map.of("on", caller.today().toString()));
    }

    private Row row(ResultSet row) throws SQLException {
        LocalDate lastContactOn = row.getObject("last_contact_on", LocalDate.class);
        return new Row(
                row.getLong("customer_id"),
                row.getString("number"),
                row.getString("name"),
                List.of((String[]) row.getArray("tags").getArray()),
                Level.of(row.getInt("level")),
                row.getString("why"),
                row.getString("next_step"),
                row.getString("next_small"),
                debts(row, json),
                row.getObject("oldest_due_on", LocalDate.class),
                lastContactOn,
                lastContactOn == null ? "" : row.getString("last_contact_kind"),
                lastContactOn == null ? "" : row.getString("last_contact_by"));
    }

    /** What a standing says is owed, the currency with most overdue first. */
    static List<Debt> debts(ResultSet row, JsonMapper json) throws SQLException {
        List<Debt> debts = new ArrayList<>();
        debts.add(debt(row.getString("currency"), row.getLong("open_amount"), row.getLong("overdue_amount")));
        for (JsonNode other : json.readTree(row.getString("others"))) {
            debts.add(debt(
                    other.get("currency").asString(),
                    other.get("open").asLong(),
                    other.get("overdue").asLong()));
        }
        return debts;
    }

    private static Debt debt(String currency, long open, long overdue) {
        return new Debt(Money.ofMinor(open, currency), Money.ofMinor(overdue, currency));
    }
}
