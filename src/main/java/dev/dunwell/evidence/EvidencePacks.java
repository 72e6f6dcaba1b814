package dev.dunwell.evidence;

import dev.dunwell.web.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The packs that were made. */
@Repository
public class EvidencePacks {

    private static final String SELECT = """
            select p.*, c.number as customer_number, i.number as invoice_number
            from evidence_pack p
            join customer c on c.org_id = p.org_id and c.id = p.customer_id
            left join invoice i on i.org_id = p.org_id and i.id = p.invoice_id
            """;
    private static final String LATEST_FIRST = " order by p.id desc limit 20";

    private final JdbcClient db;

    EvidencePacks(JdbcClient db) {
        this.db = db;
    }

    /** @throws NotFound when there is none */
    @Transactional(readOnly = true)
    public EvidencePack byId(long id) {
        return db.sql(SELECT + "where p.id = :id")
                .param("id", id)
                .query(EvidencePacks::pack)
                .optional()
                .orElseThrow(() -> new NotFound("evidence pack"));
    }

    /** Those of a customer and of its invoices, the latest first, at most 20. */
    @Transactional(readOnly = true)
    public List<EvidencePack> ofCustomer(long customerId) {
        return db.sql(SELECT + "where p.customer_id = :id" + LATEST_FIRST)
                .param("id", customerId)
                .query(EvidencePacks::pack)
                .list();
    }

    /** Those of one invoice, the latest first, at most 20. */
    @Transactional(readOnly = true)
    public List<EvidencePack> ofInvoice(long invoiceId) {
        return db.sql(SELECT + "where p.invoice_id = :id" + LATEST_FIRST)
                .param("id", invoiceId)
                .query(EvidencePacks::pack)
                .list();
    }

    /** The one whose chain ends in this hash. */
    @Transactional(readOnly = true)
    public Optional<EvidencePack> byHead(String head) {
        return db.sql(SELECT + "where p.head = decode(:head, 'hex')")
                .param("head", head.matches("[0-9a-f]{64}") ? head : "")
                .query(EvidencePacks::pack)
                .optional();
    }

    /** A pack that is about to be noted; hashes in hexadecimal. */
    record Kept(
            long customerId, @Nullable Long invoiceId, LocalDate day, String head, String pdf, String zip, int files) {}

    long insert(Kept kept, OffsetDateTime at, String by) {
        return db.sql("""
                insert into evidence_pack (customer_id, invoice_id, day, head, pdf_hash, zip_hash, files, made_at, made_by)
                values (:customer, :invoice, :day, decode(:head, 'hex'), decode(:pdf, 'hex'), decode(:zip, 'hex'), :files,
                  :at, :by)
                returning id
                """)
                .param("customer", kept.customerId)
                .param("invoice", kept.invoiceId)
                .param("day", kept.day)
                .param("head", kept.head)
                .param("pdf", kept.pdf)
                .param("zip", kept.zip)
                .param("files", kept.files)
                .param("at", at.withOffsetSameInstant(ZoneOffset.UTC))
                .param("by", by)
                .query(Long.class)
                .single();
    }

    private static EvidencePack pack(ResultSet row, int n) throws SQLException {
        return new EvidencePack(
                row.getLong("id"),
                row.getLong("customer_id"),
                row.getString("customer_number"),
                row.getObject("invoice_id", Long.class),
                row.getString("invoice_number"),
                row.getObject("day", LocalDate.class),
                hex(row.getBytes("head")),
                hex(row.getBytes("pdf_hash")),
                hex(row.getBytes("zip_hash")),
                row.getInt("files"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("made_by"));
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
