package dev.dunwell.copies;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.archive.Archive;
import dev.dunwell.ledger.Invoices;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.core.io.InputStreamSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps a copy of an invoice, from then on at hand for letters. The same file twice is kept once. Refuses an invoice
 * that is not there, and whatever does not begin as a PDF or an XML file does: a copy goes to strangers under our name,
 * so its name does not decide what it is.
 */
@Component
public class KeepCopy {

    private static final int LONGEST_NAME = 120;

    private final JdbcClient db;
    private final Invoices invoices;
    private final Archive archive;
    private final Audit audit;

    KeepCopy(JdbcClient db, Invoices invoices, Archive archive, Audit audit) {
        this.db = db;
        this.invoices = invoices;
        this.archive = archive;
        this.audit = audit;
    }

    /**
     * @param name as its owner calls it; folders and characters without a place in a mail are taken out
     * @return the hash by which the archive opens it
     */
    @Transactional
    public String keep(Caller caller, long invoiceId, String name, InputStreamSource file) {
        long customer = invoices.byId(invoiceId, caller.today())
                .orElseThrow(() -> new NotFound("invoice"))
                .customerId();
        try {
            String type = type(file);
            String hash = archive.keep(file);
            int added = db.sql("""
                    insert into invoice_copy (invoice_id, file_name, media_type, hash, author)
                    values (:invoice, :name, :type, decode(:hash, 'hex'), :author)
                    on conflict do nothing
                    """)
                    .param("invoice", invoiceId)
                    .param("name", plain(name, type))
                    .param("type", type)
                    .param("hash", hash)
                    .param("author", caller.actor().name())
                    .update();
            if (added > 0) {
                audit.write(
                        caller.actor(),
                        "invoice.copy-kept",
                        "customer",
                        customer,
                        Map.of("invoice", invoiceId, "name", plain(name, type), "hash", hash));
            }
            return hash;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes a copy back: no letter takes it along any more. What has left stays what it was. */
    @Transactional
    public void withdraw(Caller caller, long copyId) {
        Long invoice = db.sql("""
                update invoice_copy
                set withdrawn_at = now(), withdrawn_by = :author
                where id = :id and withdrawn_at is null
                returning invoice_id
                """)
                .param("author", caller.actor().name())
                .param("id", copyId)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new NotFound("copy"));
        audit.write(caller.actor(), "invoice.copy-withdrawn", "invoice", invoice, Map.of("copy", copyId));
    }

    private static String type(InputStreamSource file) throws IOException {
        try (InputStream in = file.getInputStream()) {
            String begin = new String(in.readNBytes(64), StandardCharsets.ISO_8859_1);
            if (begin.startsWith("%PDF-")) {
                return "application/pdf";
            } else if (begin.replaceFirst("^\u00ef\u00bb\u00bf", "")
                    .stripLeading()
                    .startsWith("<?xml")) {
                return "application/xml";
            }
            throw BadInput.in("file", "Choose the invoice as a PDF, or an e-invoice as XML; this file is neither.");
        }
    }

    /** A plain name without folders, which ends as its type does. */
    static String plain(String name, String type) {
        String ending = type.equals("application/pdf") ? ".pdf" : ".xml";
        String plain = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]", " ")
                .strip();
        String stem = plain.toLowerCase(java.util.Locale.ROOT).endsWith(ending)
                ? plain.substring(0, plain.length() - ending.length())
                : plain;
        String kept = stem.substring(0, Math.min(stem.length(), LONGEST_NAME)).strip();
        return (kept.isEmpty() ? "invoice" : kept) + ending;
    }
}
