package dev.dunwell.intake;

import dev.dunwell.kernel.CopyRows;
import dev.dunwell.kernel.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What is wrong with the rows of a file, and the cells that a person mended. */
@Repository
public class Problems {

    /** More than these are counted, not kept. */
    static final int MOST_KEPT = 10_000;

    private final JdbcClient db;
    private final DataSource database;

    Problems(JdbcClient db, DataSource database) {
        this.db = db;
        this.database = database;
    }

    @Transactional(readOnly = true)
    public List<Problem> of(long batch, int most) {
        return db.sql("""
                select row, "column", message
                from import_problem
                where batch_id = ?
                order by position
                limit ?\
                """)
                .params(batch, most)
                .query((row, _) -> new Problem(row.getLong("row"), row.getString("column"), row.getString("message")))
                .list();
    }

    void replace(long batch, List<Problem> problems) {
        db.sql("delete from import_problem where batch_id = ?").param(batch).update();
        if (!problems.isEmpty()) {
            db.sql("create temp table staged_problem (position int, row bigint, col text, message text) on commit drop")
                    .update();
            var rows = new CopyRows();
            problems.stream()
                    .limit(MOST_KEPT)
                    .forEach(it -> rows.add(rows.size(), it.row(), it.column(), it.message()));
            rows.into(database, "staged_problem");
            db.sql("""
                    insert into import_problem (batch_id, position, row, "column", message)
                    select ?, position, row, col, message from staged_problem
                    """).param(batch).update();
        }
    }

    /** Row → heading → what a person wrote there instead. */
    @Transactional(readOnly = true)
    Map<Long, Map<String, String>> fixes(long batch) {
        Map<Long, Map<String, String>> fixes = new HashMap<>();
        db.sql("select row, \"column\", value from import_fix where batch_id = ?")
                .param(batch)
                .query(row -> {
                    fixes.computeIfAbsent(row.getLong("row"), _ -> new HashMap<>())
                            .put(row.getString("column"), row.getString("value"));
                });
        return fixes;
    }

    void fix(long batch, long row, String column, String value, String by) {
        db.sql("""
                insert into import_fix (batch_id, row, "column", value, fixed_by)
                values (?, ?, ?, ?, ?)
                on conflict (org_id, batch_id, row, "column") do update
                set value = excluded.value, fixed_by = excluded.fixed_by
                """).params(batch, row, column, value, by).update();
    }
}
