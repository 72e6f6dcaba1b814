package dev.dunwell.metrics;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which customers a scope names, and what there is to choose from. */
@Repository
@Transactional(readOnly = true)
public class Scopes {

    private static final String AMONG = """
            select c.id
            from customer c
            where (cast(:numbers as text[]) is null
                or c.id in (select n.id from customer_by_number n where n.number = any (cast(:numbers as text[]))))
              and (cast(:segment as text) is null or :segment = any (c.tags))
              and (cast(:collector as bigint) is null or c.owner_id = :collector)
            """;

    private final JdbcClient db;

    Scopes(JdbcClient db) {
        this.db = db;
    }

    /** Somebody who looks after customers. */
    public record Collector(long id, String name) {}

    /** The ids of its customers; null for all. */
    Long @Nullable [] ids(Scope scope) {
        return scope.isAll()
                ? null
                : db.sql(AMONG)
                        .param("numbers", numbers(scope))
                        .param("segment", scope.segment())
                        .param("collector", scope.collector())
                        .query(Long.class)
                        .list()
                        .toArray(Long[]::new);
    }

    private static String @Nullable [] numbers(Scope scope) {
        return scope.customers().isEmpty() ? null : scope.customers().toArray(String[]::new);
    }

    public List<String> segments() {
        return db.sql("select distinct t.tag from customer c cross join unnest(c.tags) t (tag) order by t.tag")
                .query((row, _) -> row.getString("tag"))
                .list();
    }

    public List<Collector> collectors() {
        return db.sql("""
                select p.id, p.name
                from person p
                where p.id in (select c.owner_id from customer c where c.owner_id is not null)
                order by p.name, p.id
                """)
                .query((row, _) -> new Collector(row.getLong("id"), row.getString("name")))
                .list();
    }
}
