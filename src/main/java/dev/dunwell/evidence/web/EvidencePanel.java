package dev.dunwell.evidence.web;

import dev.dunwell.access.Caller;
import dev.dunwell.archive.Archive;
import dev.dunwell.archive.KeptFile;
import dev.dunwell.evidence.EvidencePack;
import dev.dunwell.evidence.EvidencePacks;
import dev.dunwell.evidence.MakeEvidencePack;
import dev.dunwell.ledger.Invoices;
import dev.dunwell.web.Flash;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Onward;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The evidence packs of a customer or an invoice: those that were made, and one more. */
@Controller
class EvidencePanel {

    private static final String OF_CUSTOMER = "/customers/{id}/evidence";
    private static final String OF_INVOICE = "/invoices/{id}/evidence";

    private final EvidencePacks packs;
    private final MakeEvidencePack makeEvidencePack;
    private final Invoices invoices;
    private final Archive archive;

    EvidencePanel(EvidencePacks packs, MakeEvidencePack makeEvidencePack, Invoices invoices, Archive archive) {
        this.packs = packs;
        this.makeEvidencePack = makeEvidencePack;
        this.invoices = invoices;
        this.archive = archive;
    }

    @GetMapping(OF_CUSTOMER)
    ModelAndView ofCustomer(Caller caller, @PathVariable long id) {
        return panel(caller, "/customers/" + id + "/evidence", packs.ofCustomer(id));
    }

    @GetMapping(OF_INVOICE)
    ModelAndView ofInvoice(Caller caller, @PathVariable long id) {
        return panel(caller, "/invoices/" + id + "/evidence", packs.ofInvoice(id));
    }

    @PostMapping(OF_CUSTOMER)
    ModelAndView makeForCustomer(Caller caller, @PathVariable long id) {
        return made(makeEvidencePack.make(caller, id, null), "/customers/" + id);
    }

    @PostMapping(OF_INVOICE)
    ModelAndView makeForInvoice(Caller caller, @PathVariable long id) {
        long customerId = invoices.byId(id, caller.today())
                .orElseThrow(() -> new NotFound("invoice"))
                .customerId();
        return made(makeEvidencePack.make(caller, customerId, id), "/invoices/" + id);
    }

    @Operation(summary = "An evidence pack on paper, PDF/A; the same bytes every time")
    @GetMapping({"/evidence/{id}.pdf", "/api/v1/evidence/{id}.pdf"})
    void paper(@PathVariable long id, HttpServletResponse response) throws IOException {
        EvidencePack pack = packs.byId(id);
        KeptFile.send(archive, pack.pdfHash(), pack.name() + ".pdf", MediaType.APPLICATION_PDF_VALUE, response);
    }

    @Operation(summary = "An evidence pack with all its files and the list that seals them; the same bytes every time")
    @GetMapping({"/evidence/{id}.zip", "/api/v1/evidence/{id}.zip"})
    void zip(@PathVariable long id, HttpServletResponse response) throws IOException {
        EvidencePack pack = packs.byId(id);
        KeptFile.send(archive, pack.zipHash(), pack.name() + ".zip", "application/zip", response);
    }

    private static ModelAndView panel(Caller caller, String url, List<EvidencePack> packs) {
        var view = new EvidenceView(url, packs, caller.may("POST " + OF_INVOICE));
        return new ModelAndView("evidence/packs").addObject("view", view);
    }

    private static ModelAndView made(EvidencePack pack, String back) {
        return Onward.to(back, Flash.done("Made and kept: " + pack.name() + ". It stays as it is now."));
    }
}
