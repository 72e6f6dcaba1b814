package dev.dunwell.invoicing;

import dev.dunwell.kernel.Sql;
import dev.dunwell.messaging.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The documents that were issued. */
@Repository
public class IssuedDocuments {

    private static final String ISSUED = Sql.named("invoicing/issued");
    private static final TypeReference<LinkedHashMap<String, String>> FILES = new TypeReference<>() {};

    private final JdbcClient db;
    private final JsonMapper json;

    IssuedDocuments(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    @Transactional(readOnly = true)
    public Optional<Issued> byId(long id) {
        return ask(id, null, null, 1).stream().findFirst();
    }

    @Transactional(readOnly = true)
    public Optional<Issued> ofInvoice(long invoiceId) {
        return ask(null, invoiceId, null, 1).stream().findFirst();
    }

    /** The document, of which nobody else credits anything until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Issued> locked(long id) {
        db.sql("select pg_advisory_xact_lock(current_org(), cast(:id as int))")
                .param("id", id % Integer.MAX_VALUE)
                .query()
                .listOfRows();
        return byId(id);
    }

    /** The latest, at most so many. */
    @Transactional(readOnly = true)
    public List<Issued> latest(int most) {
        return ask(null, null, null, most);
    }

    /** Those issued before a document, the latest first, at most so many. */
    @Transactional(readOnly = true)
    public List<Issued> before(long id, int most) {
        return ask(null, null, id, most);
    }

    /** Those that went no way yet, the oldest first, at most so many as one night sends. */
    @Transactional(readOnly = true)
    public List<Long> unsent() {
        return db.sql("""
                select d.id
                from issued_document d
                where not exists (select from sent_document s where s.org_id = d.org_id and s.document_id = d.id)
                order by d.id
                limit 5000
                """).query((row, _) -> row.getLong(1)).list();
    }

    /**
     * By which way a document goes.
     *
     * @param on when it left, on paper when it was posted; null while it has not
     * @param messageId with which it goes; null in the portal and through an access point
     * @param state of that message, in words; empty without one
     */
    public record Sent(
            Buyer.Delivery way,
            @Nullable LocalDate on,
            @Nullable Long messageId,
            String state) {}

    @Transactional(readOnly = true)
    public Optional<Sent> sent(long documentId) {
        return db.sql("select * from document_sent where document_id = ?")
                .param(documentId)
                .query((row, _) -> sent(row))
                .optional();
    }

    private static Sent sent(ResultSet row) throws SQLException {
        String state = row.getString("message_state");
        return new Sent(
                Buyer.Delivery.ofCode(row.getString("way")),
                row.getObject("sent_on", LocalDate.class),
                row.getObject("message_id", Long.class),
                state == null ? "" : State.ofCode(state).title());
    }

    private List<Issued> ask(@Nullable Long id, @Nullable Long invoiceId, @Nullable Long before, int most) {
        return db.sql(ISSUED)
                .param("id", id)
                .param("invoice", invoiceId)
                .param("before", before)
                .param("most", most)
                .query((row, _) -> issued(row))
                .list();
    }

    /** @param receivable the invoice or credit note that it is in the ledger */
    @Transactional(propagation = Propagation.MANDATORY)
    long insert(Content content, NumberSeries.Number number, InLedger receivable, String author) {
        return db.sql("""
                insert into issued_document (customer_id, kind, series, year, seq, number, issued_on, currency, amount, invoice_id,
                  credit_note_id, credits, partly, content, author)
                values (:customer, :kind, :series, :year, :seq, :number, :on, :currency, :amount, :invoice,
                  :creditNote, :credits, :partly, cast(:content as jsonb), :author)
                returning id
                """)
                .param("customer", receivable.customerId)
                .param("kind", content.kind().code())
                .param("series", number.series())
                .param("year", number.year())
                .param("seq", number.seq())
                .param("number", content.number())
                .param("on", content.issuedOn())
                .param("currency", content.sums().gross().currency().getCurrencyCode())
                .param("amount", content.sums().gross().minor())
                .param("invoice", receivable.invoiceId)
                .param("creditNote", receivable.creditNoteId)
                .param("credits", receivable.credits)
                .param("partly", receivable.partly)
                .param("content", json.writeValueAsString(content))
                .param("author", author)
                .query(Long.class)
                .single();
    }

    /** What a document is in the ledger; {@code credits} is the document that it takes back, all of it or partly. */
    record InLedger(
            long customerId,
            @Nullable Long invoiceId,
            @Nullable Long creditNoteId,
            @Nullable Long credits,
            boolean partly) {}

    void billed(Collection<Long> billables, long documentId) {
        db.sql("insert into billed (billable_id, document_id) select b, :document from unnest(:billables) as b")
                .param("document", documentId)
                .param("billables", billables.toArray(Long[]::new))
                .update();
    }

    /** What stands on a document, by the ids of the billables. */
    List<Long> billables(long documentId) {
        return db.sql("select billable_id from billed where document_id = ? order by billable_id")
                .param(documentId)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void keep(long documentId, Map<String, String> files) {
        files.forEach((form, hash) -> db.sql("""
                        insert into issued_file (document_id, form, hash)
                        values (:document, :form, decode(:hash, 'hex'))
                        on conflict do nothing
                        """)
                .param("document", documentId)
                .param("form", form)
                .param("hash", hash)
                .update());
    }

    private Issued issued(ResultSet row) throws SQLException {
        return new Issued(
                row.getLong("id"),
                row.getLong("customer_id"),
                row.getObject("invoice_id", Long.class),
                row.getObject("credit_note_id", Long.class),
                row.getString("credited_by"),
                json.readValue(row.getString("said"), Content.class),
                json.readValue(row.getString("files"), FILES),
                row.getString("author"),
                row.getTimestamp("issued_at").toInstant());
    }
}
