package dev.dunwell.collections;

import dev.dunwell.access.Organisations;
import dev.dunwell.intake.BatchImported;
import dev.dunwell.intake.BatchUndone;
import dev.dunwell.intake.Objections;
import dev.dunwell.kernel.Sql;
import java.time.Clock;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Follows what files say about disputes, and keeps a file from being undone once somebody acted on it. A dispute that a
 * person opened is never closed by a file.
 */
@Component
class ImportedDisputes implements Objections {

    private static final String AUTHOR = "import";
    private static final String BUILT_ON = Sql.named("collections/built-on-batch");

    private final JdbcClient db;
    private final Organisations organisations;
    private final Clock clock;

    ImportedDisputes(JdbcClient db, Organisations organisations, Clock clock) {
        this.db = db;
        this.organisations = organisations;
        this.clock = clock;
    }

    @EventListener
    void on(BatchImported event) {
        db.sql("""
                insert into dispute (invoice_id, reason, opened_on, author)
                select i.id, 'Disputed in the accounting system', i.issued_on, :author
                from invoice i
                where i.disputed
                  and i.voided_at is null
                  and (
                    i.batch_id = :batch
                    or exists (select from invoice_amendment m where m.invoice_id = i.id and m.batch_id = :batch)
                  )
                on conflict (org_id, invoice_id) where closed_on is null do nothing
                """).param("author", AUTHOR).param("batch", event.batchId()).update();
        closeOver();
    }

    @EventListener
    void on(BatchUndone event) {
        closeOver();
    }

    @Override
    public List<String> to(long batchId) {
        return db.sql(BUILT_ON)
                .param("batch", batchId)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private void closeOver() {
        db.sql("""
                update dispute d
                set closed_on = greatest(:today, d.opened_on), closed_at = now(), closed_by = :author
                from invoice i
                where d.author = :author
                  and d.closed_on is null
                  and i.id = d.invoice_id
                  and (not i.disputed or i.voided_at is not null)
                """)
                .param("author", AUTHOR)
                .param("today", organisations.current().today(clock))
                .update();
    }
}
