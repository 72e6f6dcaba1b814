package dev.dunwell.invoicing;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Caller;
import dev.dunwell.access.Organisation;
import dev.dunwell.access.Role;
import dev.dunwell.archive.Archive;
import dev.dunwell.archive.Pdf;
import dev.dunwell.copies.KeepCopy;
import dev.dunwell.statements.Letterheads;
import dev.dunwell.web.NotFound;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the files of an issued document, once: a PDF/A-3 with Factur-X inside, and the XML that its buyer wants
 * besides. They are kept by what they contain and never made again; the invoice's copy goes along with letters and lies
 * in the portal.
 */
@Component
public class MakeFiles {

    private static final Actor PRINTER = Actor.automation("invoicing");

    private final IssuedDocuments documents;
    private final Sellers sellers;
    private final Buyers buyers;
    private final Letterheads letterheads;
    private final Pdf pdf;
    private final Archive archive;
    private final KeepCopy keepCopy;

    MakeFiles(
            IssuedDocuments documents,
            Sellers sellers,
            Buyers buyers,
            Letterheads letterheads,
            Pdf pdf,
            Archive archive,
            KeepCopy keepCopy) {
        this.documents = documents;
        this.sellers = sellers;
        this.buyers = buyers;
        this.letterheads = letterheads;
        this.pdf = pdf;
        this.archive = archive;
        this.keepCopy = keepCopy;
    }

    /** @return the document with its files; those that are there already stay as they are */
    @Transactional
    public Issued make(Organisation organisation, long documentId) {
        Issued issued = documents.byId(documentId).orElseThrow(() -> new NotFound("document"));
        if (!issued.files().isEmpty()) {
            return issued;
        }
        Content content = issued.content();
        Buyer.Form form = buyers.of(issued.customerId()).map(Buyer::form).orElse(Buyer.Form.PDF);
        byte[] inside = form == Buyer.Form.PDF ? null : EInvoices.of(content, Buyer.Form.FACTUR_X);
        byte[] paper = pdf.withInvoice(sheet(content).html(), inside);
        Map<String, String> files = new HashMap<>(Map.of("pdf", keep(paper)));
        if (form.isXRechnung() || form == Buyer.Form.PEPPOL) {
            files.put(form.isUbl() ? "ubl" : "cii", keep(EInvoices.of(content, form)));
        }
        documents.keep(documentId, files);
        if (issued.invoiceId() != null) {
            var caller = new Caller(organisation, PRINTER, Role.ADMINISTRATOR, null, content.issuedOn());
            keepCopy.keep(caller, issued.invoiceId(), content.number() + ".pdf", new ByteArrayResource(paper));
        }
        return documents.byId(documentId).orElseThrow();
    }

    private InvoiceSheet sheet(Content content) {
        return InvoiceSheet.of(
                content, letterheads.current(), sellers.current().orElseThrow().look());
    }

    private String keep(byte[] bytes) {
        try {
            return archive.keep(new ByteArrayResource(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
