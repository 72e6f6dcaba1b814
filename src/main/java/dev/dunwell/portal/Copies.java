package dev.dunwell.portal;

import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Invoices as they were issued, where the file that brought one is that invoice and nothing else. */
@Repository
public class Copies {

    private final JdbcClient db;

    Copies(JdbcClient db) {
        this.db = db;
    }

    /** A kept file; its name is that of the file that came in. */
    public record Copy(String name, String hash) {}

    @Transactional(readOnly = true)
    public Optional<Copy> of(long invoiceId) {
        return db.sql("""
                select b.file_name, b.file_hash
                from e_invoice e
                join import_batch b on b.org_id = e.org_id and b.id = e.batch_id and b.undone_at is null
                where e.invoice_id = :invoice
                  and not exists (select 1 from e_invoice o where o.org_id = e.org_id and o.batch_id = e.batch_id and o.id <> e.id)
                order by e.id desc
                limit 1
                """)
                .param("invoice", invoiceId)
                .query((row, _) ->
                        new Copy(row.getString("file_name"), HexFormat.of().formatHex(row.getBytes("file_hash"))))
                .optional();
    }
}
