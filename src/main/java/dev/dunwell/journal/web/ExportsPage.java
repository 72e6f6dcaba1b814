package dev.dunwell.journal.web;

import dev.dunwell.access.Caller;
import dev.dunwell.archive.Archive;
import dev.dunwell.journal.Export;
import dev.dunwell.journal.ExportJournal;
import dev.dunwell.journal.Exports;
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
import org.springframework.web.servlet.ModelAndView;

/** What went to the general ledger, the files of it, and the button for the rest. */
@Controller
class ExportsPage {

    private static final String ADDRESS = "/journal/exports";

    private final Exports exports;
    private final ExportJournal exportJournal;
    private final Archive archive;

    ExportsPage(Exports exports, ExportJournal exportJournal, Archive archive) {
        this.exports = exports;
        this.exportJournal = exportJournal;
        this.archive = archive;
    }

    @GetMapping(ADDRESS)
    ModelAndView show(Caller caller) {
        return new ModelAndView("journal/exports")
                .addObject("exports", exports.latest())
                .addObject("mayExport", caller.may("POST " + ADDRESS))
                .addObject("maySet", caller.may("POST /settings/accounting"));
    }

    @PostMapping(ADDRESS)
    ModelAndView export(Caller caller) {
        try {
            exportJournal.export(caller.actor(), caller.organisation());
            return Onward.to(ADDRESS, Flash.done("Exported. The files are kept as they are now."));
        } catch (Refusal refusal) {
            return Onward.to(ADDRESS, Flash.refused(refusal.reason()));
        }
    }

    @Operation(summary = "A file of an export, the same bytes every time")
    @GetMapping({ADDRESS + "/{id}/files/{name}", "/api/v1/journal/exports/{id}/files/{name}"})
    void file(@PathVariable long id, @PathVariable String name, HttpServletResponse response) throws IOException {
        Export.File file = exports.byId(id).stream()
                .flatMap(export -> export.files().stream())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFound("file"));
        String charset = name.startsWith("EXTF") ? "windows-1252" : "UTF-8";
        response.setContentType("text/csv;charset=" + charset);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(file.name(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        try (InputStream in = archive.open(file.hash())) {
            in.transferTo(response.getOutputStream());
        }
    }
}
