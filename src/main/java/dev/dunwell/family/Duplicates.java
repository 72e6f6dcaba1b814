package dev.dunwell.family;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.kernel.Sql;
import dev.dunwell.web.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds customers that may be one, the whole book in one query, and remembers which are not. */
@Repository
public class Duplicates {

    private static final String QUESTION = Sql.named("family/duplicates");

    private final JdbcClient db;
    private final JsonMapper json;
    private final Audit audit;

    Duplicates(JdbcClient db, JsonMapper json, Audit audit) {
        this.db = db;
        this.json = json;
        this.audit = audit;
    }

    /** The most alike first. */
    @Transactional(readOnly = true)
    public List<Duplicate> find(int limit) {
        return db.sql(QUESTION).param("limit", limit).query(this::duplicate).list();
    }

    /** Says that two customers are two; they are not suggested again. Saying it twice is harmless. */
    @Transactional
    public void areTwo(Caller caller, long one, long other) {
        int known = db.sql("select count(*) from customer where id in (:one, :other) and voided_at is null")
                .param("one", one)
                .param("other", other)
                .query(Integer.class)
                .single();
        if (known < 2) {
            throw new NotFound("pair of customers");
        }
        int written = db.sql("""
                insert into customer_distinct (first_id, second_id, author)
                values (:first, :second, :author)
                on conflict do nothing
                """)
                .param("first", Math.min(one, other))
                .param("second", Math.max(one, other))
                .param("author", caller.actor().name())
                .update();
        if (written > 0) {
            audit.write(caller.actor(), "customer.distinct", "customer", one, Map.of("other", other));
        }
    }

    private Duplicate duplicate(ResultSet row, int n) throws SQLException {
        List<Duplicate.Evidence> evidence = new ArrayList<>();
        for (JsonNode each : json.readTree(row.getString("evidence"))) {
            evidence.add(new Duplicate.Evidence(
                    Duplicate.Kind.valueOf(each.get("kind").asString().toUpperCase(Locale.ROOT)),
                    each.get("value").asString()));
        }
        return new Duplicate(
                new Relation.Named(row.getLong("first_id"), row.getString("first_number"), row.getString("first_name")),
                new Relation.Named(
                        row.getLong("second_id"), row.getString("second_number"), row.getString("second_name")),
                row.getInt("score"),
                List.copyOf(evidence));
    }
}
