package dev.dunwell.statements.web;

import dev.dunwell.access.Caller;
import dev.dunwell.archive.Archive;
import dev.dunwell.archive.KeptFile;
import dev.dunwell.statements.PrintReceipt;
import dev.dunwell.statements.Receipts;
import dev.dunwell.web.Flash;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Onward;
import dev.dunwell.web.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.ModelAndView;

/** Beside a payment: its receipts, and making one. */
@Controller
class ReceiptPanel {

    private final Receipts receipts;
    private final PrintReceipt printReceipt;
    private final Archive archive;

    ReceiptPanel(Receipts receipts, PrintReceipt printReceipt, Archive archive) {
        this.receipts = receipts;
        this.printReceipt = printReceipt;
        this.archive = archive;
    }

    @GetMapping("/payments/{id}/receipts")
    ModelAndView show(Caller caller, @PathVariable long id) {
        return new ModelAndView("statements/receipts")
                .addObject("payment", id)
                .addObject("receipts", receipts.of(id))
                .addObject("mayPrint", caller.may("POST /payments/{id}/receipts"));
    }

    @PostMapping("/payments/{id}/receipts")
    ModelAndView print(Caller caller, @PathVariable long id) {
        try {
            Receipts.Kept kept = printReceipt.print(caller, id);
            return Onward.to("/payments/" + id, Flash.done("The receipt is here: " + kept.fileName() + "."));
        } catch (Refusal refused) {
            return Onward.to("/payments/" + id, Flash.refused(refused.reason()));
        }
    }

    /** A receipt that is kept; its file is at {@code /api/v1/receipts/{id}.pdf}. */
    record Made(long id, String file, Instant madeAt) {}

    @Operation(summary = "Make the receipt of a payment as a PDF that is kept; the same facts are the same file")
    @PostMapping("/api/v1/payments/{id}/receipts")
    @ResponseStatus(HttpStatus.CREATED)
    @ResponseBody
    Made make(Caller caller, @PathVariable long id) {
        Receipts.Kept kept = printReceipt.print(caller, id);
        return new Made(kept.id(), kept.fileName(), kept.madeAt());
    }

    @Operation(summary = "A receipt as PDF; the same bytes every time")
    @GetMapping({"/receipts/{id}.pdf", "/api/v1/receipts/{id}.pdf"})
    void file(@PathVariable long id, HttpServletResponse response) throws IOException {
        Receipts.Kept kept = receipts.byId(id).orElseThrow(() -> new NotFound("receipt"));
        KeptFile.send(archive, kept.hash(), kept.fileName(), "application/pdf", response);
    }
}
