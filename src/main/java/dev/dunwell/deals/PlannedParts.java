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

/** Deposits and milestones as they are planned; those of an order are its own from the moment it is placed. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class PlannedParts {

    private final JdbcClient db;

    PlannedParts(JdbcClient db) {
        this.db = db;
    }

    /** What has parts. */
    enum Of {
        QUOTE("quote_part", "quote_id"),
        ORDER("order_part", "order_id");

        private final String table;
        private final String owner;

        Of(String table, String owner) {
            this.table = table;
            this.owner = owner;
        }

        private String columns() {
            return table + " (" + owner + ", kind, title, percent, amount, planned_on, author)";
        }
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

    /** @param amount what it comes to, see {@link Planned#amount} */
    void add(Actor actor, Of what, long owner, Planned planned, Money amount) {
        db.sql("insert into " + what.columns() + " values (:owner, :kind, :title, :percent, :amount, :on, :author)")
                .param("owner", owner)
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

    /** The same for the order of a quote, or for the quote that takes its place. */
    void copy(Actor actor, long quote, Of what, long owner) {
        db.sql("insert into " + what.columns() + " select :owner, kind, title, percent, amount, planned_on, :author"
                        + " from quote_part where quote_id = :quote order by id")
                .param("owner", owner)
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
