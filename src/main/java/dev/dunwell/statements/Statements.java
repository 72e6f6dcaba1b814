package dev.dunwell.statements;

import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads statements, any number of customers in the same four questions. */
@Repository
public class Statements {

    private static final String LINES = Sql.named("statements/lines");
    private static final String OPENING = Sql.named("statements/opening");
    private static final String OPEN = Sql.named("statements/open");

    private final JdbcClient db;

    Statements(JdbcClient db) {
        this.db = db;
    }

    /** Of these customers, each for itself, in the order of their numbers. */
    @Transactional(readOnly = true)
    public List<Statement> of(Collection<Long> customerIds, Asked asked) {
        return read(customerIds.stream().collect(Collectors.toMap(id -> id, id -> id)), asked);
    }

    /** Of one customer and all below it as if they were one: what moves between them does not appear. */
    @Transactional(readOnly = true)
    public Statement rolledUp(long customerId, Asked asked) {
        List<Long> family = db.sql("""
                with recursive down as (
                  select c.id from customer c where c.id = :id
                  union
                  select c.id from customer c join down d on c.parent_id = d.id where c.voided_at is null
                )
                select id from down
                """)
                .param("id", customerId)
                .query((row, _) -> row.getLong("id"))
                .list();
        return read(family.stream().collect(Collectors.toMap(id -> id, _ -> customerId)), asked)
                .getFirst();
    }

    /** @param statementOf on whose statement each customer appears */
    private List<Statement> read(Map<Long, Long> statementOf, Asked asked) {
        Map<Long, Map<String, Gathered>> gathered = new TreeMap<>();
        opening(statementOf, asked, gathered);
        lines(statementOf, asked, gathered);
        open(statementOf, asked, gathered);
        return db.sql("""
                select c.id, c.number, c.name, coalesce(c.language, o.locale) as language
                from customer c
                join organisation o on o.id = c.org_id
                where c.id = any(:ids)
                order by c.number
                """)
                .param("ids", statementOf.values().stream().distinct().toArray(Long[]::new))
                .query((row, _) -> new Statement(
                        row.getLong("id"),
                        row.getString("number"),
                        row.getString("name"),
                        row.getString("language"),
                        asked,
                        gathered.getOrDefault(row.getLong("id"), Map.of()).values().stream()
                                .map(each -> each.section(asked))
                                .toList()))
                .list();
    }

    private void opening(Map<Long, Long> statementOf, Asked asked, Map<Long, Map<String, Gathered>> into) {
        ask(db.sql(OPENING), statementOf, asked).query(row -> {
            Gathered section = at(into, row.getLong("statement_of"), row.getString("currency"));
            section.opening = Money.ofMinor(row.getLong("amount"), row.getString("currency"));
        });
    }

    private void lines(Map<Long, Long> statementOf, Asked asked, Map<Long, Map<String, Gathered>> into) {
        ask(db.sql(LINES), statementOf, asked).query(row -> {
            at(into, row.getLong("statement_of"), row.getString("currency"))
                    .line(
                            row.getObject("effective_on", LocalDate.class),
                            row.getString("kind"),
                            row.getString("document"),
                            row.getObject("due_on", LocalDate.class),
                            row.getLong("amount"));
        });
    }

    private void open(Map<Long, Long> statementOf, Asked asked, Map<Long, Map<String, Gathered>> into) {
        ask(asked.to().ask(db, OPEN), statementOf, asked).query(row -> {
            String currency = row.getString("currency");
            LocalDate dueOn = row.getObject("due_on", LocalDate.class);
            at(into, row.getLong("statement_of"), currency)
                    .open
                    .add(new Statement.Open(
                            row.getString("kind"),
                            row.getString("number"),
                            row.getObject("dated_on", LocalDate.class),
                            dueOn,
                            Money.ofMinor(row.getLong("amount"), currency),
                            Money.ofMinor(row.getLong("open"), currency),
                            daysOverdue(dueOn, asked.to().day())));
        });
    }

    private static int daysOverdue(@Nullable LocalDate dueOn, LocalDate day) {
        return dueOn == null ? 0 : (int) Math.max(0, ChronoUnit.DAYS.between(dueOn, day));
    }

    private static Gathered at(Map<Long, Map<String, Gathered>> into, long customer, String currency) {
        return into.computeIfAbsent(customer, _ -> new TreeMap<>()).computeIfAbsent(currency, Gathered::new);
    }

    private static StatementSpec ask(StatementSpec statement, Map<Long, Long> statementOf, Asked asked) {
        Instant knownAt = asked.to().knownAt();
        List<Long> customers = new ArrayList<>(statementOf.keySet());
        return statement
                .param("customers", customers.toArray(Long[]::new))
                .param("statements", customers.stream().map(statementOf::get).toArray(Long[]::new))
                .param("fromOn", asked.from())
                .param("toOn", asked.to().day())
                .param("knownAt", knownAt == null ? null : knownAt.atOffset(ZoneOffset.UTC));
    }
}
