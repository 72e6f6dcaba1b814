package dev.dunwell.copies;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The copies on file, to look at. */
@Repository
@Transactional(readOnly = true)
public class InvoiceCopies {

    private static final String ON_FILE = """
        select o.id, o.invoice_id, o.file_name, o.media_type, f.size, encode(o.hash, 'hex') as hash, o.author, o.kept_at
        from invoice_copy_on_file o
        join stored_file f on f.org_id = o.org_id and f.hash = o.hash
        """;

    private final JdbcClient db;

    InvoiceCopies(JdbcClient db) {
        this.db = db;
    }

    /** Of one invoice; what a letter would take along comes first. */
    public List<InvoiceCopy> ofInvoice(long invoiceId) {
        return db.sql(ON_FILE + "where o.invoice_id = ? order by o.preferred, o.kept_at desc")
                .param(invoiceId)
                .query(InvoiceCopies::copy)
                .list();
    }

    /** One of an invoice, by what it contains. */
    public Optional<InvoiceCopy> ofInvoice(long invoiceId, String hash) {
        return ofInvoice(invoiceId).stream()
                .filter(copy -> copy.hash().equals(hash))
                .findFirst();
    }

    private static InvoiceCopy copy(ResultSet row, int n) throws SQLException {
        return new InvoiceCopy(
                row.getObject("id", Long.class),
                row.getLong("invoice_id"),
                row.getString("file_name"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("hash"),
                row.getString("author"),
                row.getObject("kept_at", OffsetDateTime.class).toInstant());
    }
}
