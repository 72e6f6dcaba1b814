package dev.dunwell.invoicing;

import dev.dunwell.access.Organisation;
import dev.dunwell.archive.Archive;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What waits for the access point, and what it took over. */
@Repository
class Parcels {

    private final IssuedDocuments documents;
    private final Archive archive;
    private final JdbcClient db;

    Parcels(IssuedDocuments documents, Archive archive, JdbcClient db) {
        this.documents = documents;
        this.archive = archive;
        this.db = db;
    }

    /** The documents that were sent that way and not taken over yet, the oldest first. */
    @Transactional(readOnly = true)
    public List<Long> waiting(int most) {
        return db.sql("""
                select s.document_id
                from sent_document s
                where s.way = 'access-point'
                  and not exists (select from handed_document h where h.org_id = s.org_id and h.document_id = s.document_id)
                order by s.document_id
                limit ?
                """)
                .param(most)
                .query((row, _) -> row.getLong("document_id"))
                .list();
    }

    /** As its buyer wants it; as CII where the buyer wants a PDF. */
    @Transactional(readOnly = true)
    public AccessPoint.Parcel parcel(Organisation organisation, long documentId) {
        Issued issued = documents.byId(documentId).orElseThrow();
        String kept = issued.files().getOrDefault("ubl", issued.files().get("cii"));
        return new AccessPoint.Parcel(
                organisation.id() + "-" + issued.number(),
                issued.content().buyer().endpoint(),
                kept == null ? EInvoices.of(issued.content(), Buyer.Form.FACTUR_X) : archive.bytes(kept));
    }

    @Transactional
    public void note(long documentId, Instant now) {
        db.sql("insert into handed_document (document_id, handed_at) values (?, ?) on conflict do nothing")
                .params(documentId, now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
