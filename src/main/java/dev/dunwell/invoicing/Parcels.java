package dev.dunwell.invoicing;

import dev.dunwell.access.Organisation;
import dev.dunwell.archive.Archive;
import java.time.Instant;
import java.time.LocalDate;
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

    /** The documents that were sent that way, not taken over yet, and are to be tried now, the oldest first. */
    @Transactional(readOnly = true)
    public List<Long> waiting(int most, Instant now) {
        return db.sql("""
                select s.document_id
                from sent_document s
                where s.way = 'access-point'
                  and not exists (select from handed_document h where h.org_id = s.org_id and h.document_id = s.document_id)
                  and not exists (
                    select from handing_trouble t where t.org_id = s.org_id and t.document_id = s.document_id and t.next_at > :now)
                order by s.document_id
                limit :most
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
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
        db.sql("delete from handing_trouble where document_id = ?")
                .param(documentId)
                .update();
    }

    /** Keeps why it was not taken; it is tried again after 2, 4, 8 minutes and so on, at least twice a day. */
    @Transactional
    public void failed(long documentId, String why, LocalDate today, Instant now) {
        db.sql("""
                insert into handing_trouble as t (document_id, what, tries, noticed_on, next_at)
                values (:document, left(:why, 1000), 1, :today, cast(:now as timestamptz) + interval '2 minutes')
                on conflict (org_id, document_id) do update
                set what = excluded.what, tries = t.tries + 1,
                    next_at = cast(:now as timestamptz) + least(interval '12 hours', interval '2 minutes' * power(2, least(t.tries, 20)))
                """)
                .param("document", documentId)
                .param("why", why)
                .param("today", today)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
