package dev.dunwell.deals;

import dev.dunwell.access.Actor;
import dev.dunwell.kernel.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The deposits and milestones that are quoted; those of an order are its own from the moment it is placed. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class PlannedParts {

    private final JdbcClient db;

    PlannedParts(JdbcClient db) {
        this.db = db;
    }

    /** By quote, in the order in which they were written. */
    Map<Long, List<Part>> of(Collection<Long> quotes) {
        Map<Long, List<Part>> parts = new HashMap<>();
        db.sql("""
                select p.*, q.currency
                from quote_part p
                join quote q on q.org_id = p.org_id and q.id = p.quote_id
                where p.quote_id = any(:quotes)
                order by p.id
                """).param("quotes", quotes.toArray(Long[]::new)).query(row -> {
            parts.computeIfAbsent(row.getLong("quote_id"), _ -> new ArrayList<>())
                    .add(part(row));
        });
        return parts;
    }

    void add(Actor actor, Quote quote, Planned planned) {
        Money amount = planned.amount(quote.net(), quote.parts());
        db.sql("""
                insert into quote_part (quote_id, kind, title, percent, amount, planned_on, author)
                values (:quote, :kind, :title, :percent, :amount, :on, :author)
                """)
                .param("quote", quote.id())
                .param("kind", planned.kind().code())
                .param("title", planned.title().strip())
                .param("percent", planned.share().percent())
                .param("amount", amount.minor())
                .param("on", planned.on())
                .param("author", actor.name())
                .update();
    }

    /** @return whether it was there */
    boolean drop(long quote, long part) {
        return db.sql("delete from quote_part where id = ? and quote_id = ?")
                        .params(part, quote)
                        .update()
                == 1;
    }

    /** The same for the quote that takes this one's place. */
    void copyToQuote(Actor actor, long quote, long later) {
        db.sql("""
                insert into quote_part (quote_id, kind, title, percent, amount, planned_on, author)
                select :later, kind, title, percent, amount, planned_on, :author
                from quote_part where quote_id = :quote order by id
                """)
                .param("later", later)
                .param("author", actor.name())
                .param("quote", quote)
                .update();
    }

    /** What was accepted with a quote is agreed with its order. */
    void copyToOrder(Actor actor, long quote, long order) {
        db.sql("""
                insert into order_part (order_id, kind, title, percent, amount, planned_on, author)
                select :order, kind, title, percent, amount, planned_on, :author
                from quote_part where quote_id = :quote order by id
                """)
                .param("order", order)
                .param("author", actor.name())
                .param("quote", quote)
                .update();
    }

    private static Part part(ResultSet row) throws SQLException {
        return new Part(
                row.getLong("id"),
                Part.Kind.ofCode(row.getString("kind")),
                row.getString("title"),
                row.getBigDecimal("percent"),
                Money.ofMinor(row.getLong("amount"), row.getString("currency")),
                row.getObject("planned_on", LocalDate.class),
                null);
    }
}
