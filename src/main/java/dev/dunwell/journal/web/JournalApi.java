package dev.dunwell.journal.web;

import dev.dunwell.access.Caller;
import dev.dunwell.journal.Export;
import dev.dunwell.journal.ExportJournal;
import dev.dunwell.journal.Exports;
import dev.dunwell.journal.Journal;
import dev.dunwell.journal.Posting;
import dev.dunwell.web.Listed;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The journal and its exports for programs. */
@RestController
class JournalApi {

    private final Journal journal;
    private final JournalAsked asked;
    private final Exports exports;
    private final ExportJournal exportJournal;

    JournalApi(Journal journal, JournalAsked asked, Exports exports, ExportJournal exportJournal) {
        this.journal = journal;
        this.asked = asked;
        this.exports = exports;
        this.exportJournal = exportJournal;
    }

    /**
     * A posting.
     *
     * @param transaction the postings with the same one sum to zero in each currency
     * @param amount as a decimal, debits above zero, credits below
     */
    record Line(
            LocalDate on,
            String transaction,
            String kind,
            String document,
            @Nullable String customer,
            String account,
            String amount,
            String currency,
            Instant recordedAt) {

        static Line of(Posting posting) {
            Posting.Of customer = posting.customer();
            return new Line(
                    posting.effectiveOn(),
                    posting.kind() + " " + posting.factId(),
                    posting.kind(),
                    posting.document(),
                    customer == null ? null : customer.number(),
                    posting.account().code(),
                    posting.amount().amount().toPlainString(),
                    posting.amount().currency().getCurrencyCode(),
                    posting.knownFrom());
        }
    }

    /** An export and the names of its files; each is at {@code /api/v1/journal/exports/{id}/files/{name}}. */
    record Exported(
            long id,
            Instant knownAfter,
            Instant knownUntil,
            int postings,
            int leftOut,
            String exportedBy,
            List<String> files) {

        static Exported of(Export export) {
            return new Exported(
                    export.id(),
                    export.knownAfter(),
                    export.knownUntil(),
                    export.postings(),
                    export.leftOut(),
                    export.exportedBy(),
                    export.files().stream().map(Export.File::name).toList());
        }
    }

    @Operation(summary = "The postings of a period in the order in which they took effect, as known at a moment")
    @GetMapping("/api/v1/journal")
    Listed<Line> postings(Caller caller, JournalAsked.Parameters parameters, Paging paging) {
        return Listed.of(
                journal.page(asked.filter(caller, parameters), paging.after(Journal.CURSOR_KEYS), paging.size()),
                Line::of);
    }

    @Operation(summary = "The exports of the journal to the general ledger, the latest first")
    @GetMapping("/api/v1/journal/exports")
    List<Exported> exports() {
        return exports.latest().stream().map(Exported::of).toList();
    }

    @Operation(
            summary = "Export what became known since the last export, as CSV and, when its numbers are set, for DATEV")
    @PostMapping("/api/v1/journal/exports")
    @ResponseStatus(HttpStatus.CREATED)
    Exported export(Caller caller) {
        long id = exportJournal.export(caller.actor(), caller.organisation());
        return Exported.of(exports.byId(id).orElseThrow(() -> new NotFound("export")));
    }
}
