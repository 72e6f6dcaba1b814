package dev.dunwell.invoicing.web;

import dev.dunwell.access.Caller;
import dev.dunwell.archive.Archive;
import dev.dunwell.invoicing.CreditInvoice;
import dev.dunwell.invoicing.Issued;
import dev.dunwell.invoicing.IssuedDocuments;
import dev.dunwell.invoicing.SendInvoice;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Flash;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Onward;
import dev.dunwell.web.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What was issued: the list, one document with its files, and taking it back. */
@Controller
class IssuedPage {

    private static final int SHOWN = 200;

    private final IssuedDocuments documents;
    private final CreditInvoice creditInvoice;
    private final SendInvoice sendInvoice;
    private final Archive archive;

    IssuedPage(IssuedDocuments documents, CreditInvoice creditInvoice, SendInvoice sendInvoice, Archive archive) {
        this.documents = documents;
        this.creditInvoice = creditInvoice;
        this.sendInvoice = sendInvoice;
        this.archive = archive;
    }

    @GetMapping("/invoicing/issued")
    ModelAndView list() {
        return new ModelAndView("invoicing/issued-list").addObject("documents", documents.latest(SHOWN));
    }

    @GetMapping("/invoicing/issued/{id}")
    ModelAndView one(Caller caller, @PathVariable long id) {
        Issued issued = documents.byId(id).orElseThrow(() -> new NotFound("document"));
        return new ModelAndView("invoicing/issued")
                .addObject("issued", issued)
                .addObject("sent", documents.sent(id).orElse(null))
                .addObject("mayCredit", caller.may("POST /invoicing/issued/{id}/credit"));
    }

    @PostMapping("/invoicing/issued/{id}/credit")
    ModelAndView credit(
            Caller caller,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean again) {
        try {
            long credit = creditInvoice.credit(caller.actor(), id, reason, again, caller.today());
            sendInvoice.send(caller.organisation(), credit, caller.today());
            return Onward.to("/invoicing/issued/" + credit, Flash.done("It is taken back."));
        } catch (BadInput bad) {
            return Onward.to(
                    "/invoicing/issued/" + id,
                    Flash.refused(bad.problems().getFirst().message()));
        } catch (Refusal refused) {
            return Onward.to("/invoicing/issued/" + id, Flash.refused(String.valueOf(refused.getMessage())));
        }
    }

    @Operation(summary = "A file of an issued document: pdf, cii or ubl; the same bytes every time")
    @GetMapping({"/invoicing/issued/{id}/files/{form}", "/api/v1/issued-documents/{id}/files/{form}"})
    void file(@PathVariable long id, @PathVariable String form, HttpServletResponse response) throws IOException {
        Issued issued = documents.byId(id).orElseThrow(() -> new NotFound("document"));
        String hash = issued.files().get(form);
        if (hash == null) {
            throw new NotFound("file");
        }
        boolean isPdf = form.equals("pdf");
        response.setContentType(isPdf ? "application/pdf" : "application/xml");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(issued.number() + (isPdf ? ".pdf" : ".xml"), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        try (InputStream in = archive.open(hash)) {
            in.transferTo(response.getOutputStream());
        }
    }
}
