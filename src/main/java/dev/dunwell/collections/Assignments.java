package dev.dunwell.collections;

import dev.dunwell.access.Actor;
import dev.dunwell.collections.Assignment.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Whom each strategy is for, with a who and a when; what ends is kept. */
@Repository
public class Assignments {

    private final JdbcClient db;

    Assignments(JdbcClient db) {
        this.db = db;
    }

    /** Those that count on a day. */
    @Transactional(readOnly = true)
    public List<Assignment> on(LocalDate day) {
        return db.sql("""
                select *
                from strategy_assignment
                where from_on <= :day and (ended_on is null or ended_on > :day)
                order by id
                """).param("day", day).query((row, _) -> assignment(row)).list();
    }

    @Transactional(readOnly = true)
    public Optional<Assignment> running(long id) {
        return db.sql("select * from strategy_assignment where id = :id and ended_on is null")
                .param("id", id)
                .query((row, _) -> assignment(row))
                .optional();
    }

    /** The tags in use, by how many customers have them. */
    @Transactional(readOnly = true)
    public List<String> tags() {
        return db.sql("""
                select lower(tag) as tag
                from customer
                cross join unnest(tags) as tag
                where voided_at is null
                group by lower(tag)
                order by count(*) desc, lower(tag)
                """).query((row, _) -> row.getString("tag")).list();
    }

    long insert(AssignStrategy.Wanted wanted, LocalDate fromOn, Actor author) {
        return db.sql("""
                insert into strategy_assignment (scope, subject, customer_id, strategy_id, from_on, reason, author)
                values (:scope, :subject, :customer, :strategy, :from, :reason, :author)
                returning id
                """)
                .param("scope", wanted.scope().code())
                .param("subject", wanted.subject())
                .param("customer", wanted.customerId())
                .param("strategy", wanted.strategyId())
                .param("from", fromOn)
                .param("reason", wanted.reason().strip())
                .param("author", author.name())
                .query(Long.class)
                .single();
    }

    /** Ends whatever is assigned to the same; nothing when nothing is. */
    void end(AssignStrategy.Wanted wanted, LocalDate on, Actor by) {
        db.sql("""
                update strategy_assignment
                set ended_on = :on, ended_by = :by
                where ended_on is null and scope = :scope and subject = :subject
                  and coalesce(customer_id, 0) = coalesce(:customer, 0)
                """)
                .param("on", on)
                .param("by", by.name())
                .param("scope", wanted.scope().code())
                .param("subject", wanted.subject())
                .param("customer", wanted.customerId())
                .update();
    }

    void end(long id, LocalDate on, Actor by) {
        db.sql("update strategy_assignment set ended_on = :on, ended_by = :by where id = :id and ended_on is null")
                .param("on", on)
                .param("by", by.name())
                .param("id", id)
                .update();
    }

    private static Assignment assignment(ResultSet row) throws SQLException {
        return new Assignment(
                row.getLong("id"),
                Scope.valueOf(row.getString("scope").toUpperCase(Locale.ROOT)),
                row.getString("subject"),
                row.getObject("customer_id", Long.class),
                row.getLong("strategy_id"),
                row.getObject("from_on", LocalDate.class),
                row.getString("author"),
                row.getString("reason"));
    }
}
