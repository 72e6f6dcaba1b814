package dev.dunwell.copies.web;

import dev.dunwell.access.Caller;
import dev.dunwell.archive.Archive;
import dev.dunwell.archive.KeptFile;
import dev.dunwell.copies.InvoiceCopies;
import dev.dunwell.copies.InvoiceCopy;
import dev.dunwell.copies.KeepCopy;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Flash;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Onward;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Beside an invoice: the copies of it that are on file, and a place to bring one. */
@Controller
class CopiesPanel {

    private final InvoiceCopies copies;
    private final KeepCopy keepCopy;
    private final Archive archive;

    CopiesPanel(InvoiceCopies copies, KeepCopy keepCopy, Archive archive) {
        this.copies = copies;
        this.keepCopy = keepCopy;
        this.archive = archive;
    }

    @GetMapping("/invoices/{id}/copies")
    ModelAndView show(Caller caller, @PathVariable long id) {
        var view = new CopiesView(id, copies.ofInvoice(id), caller.may("POST /invoices/{id}/copies"));
        return new ModelAndView("copies/copies").addObject("view", view);
    }

    @PostMapping("/invoices/{id}/copies")
    ModelAndView keep(Caller caller, @PathVariable long id, @RequestParam MultipartFile file) {
        try {
            if (file.isEmpty()) {
                throw BadInput.in("file", "Choose a file that is not empty.");
            }
            keepCopy.keep(caller, id, Objects.requireNonNullElse(file.getOriginalFilename(), ""), file);
            return onward(id, Flash.done("Kept. Letters that ask for it take it along."));
        } catch (BadInput bad) {
            return onward(id, Flash.refused(bad.problems().getFirst().message()));
        }
    }

    @PostMapping("/invoices/{id}/copies/{copy}/withdrawal")
    ModelAndView withdraw(Caller caller, @PathVariable long id, @PathVariable long copy) {
        keepCopy.withdraw(caller, copy);
        return onward(id, Flash.done("Taken back. No letter takes it along any more."));
    }

    @Operation(summary = "A copy of an invoice as it was kept; the hash names it")
    @GetMapping({"/invoices/{id}/copies/{hash}", "/api/v1/invoices/{id}/copies/{hash}"})
    void open(@PathVariable long id, @PathVariable String hash, HttpServletResponse response) throws IOException {
        InvoiceCopy copy = copies.ofInvoice(id, hash).orElseThrow(() -> new NotFound("copy"));
        // A stranger's file: saved, never opened as a page of ours.
        KeptFile.send(archive, copy.hash(), copy.fileName(), MediaType.APPLICATION_OCTET_STREAM_VALUE, response);
    }

    private static ModelAndView onward(long id, Flash flash) {
        return Onward.to("/invoices/" + id, flash);
    }
}
