package dev.dunwell.intake.web;

import dev.dunwell.access.Caller;
import dev.dunwell.intake.Batch;
import dev.dunwell.intake.Batches;
import dev.dunwell.intake.ChangeMapping;
import dev.dunwell.intake.CommitImport;
import dev.dunwell.intake.Problems;
import dev.dunwell.intake.RejectedRows;
import dev.dunwell.intake.TakeFile;
import dev.dunwell.intake.UndoImport;
import dev.dunwell.intake.formats.Kind;
import dev.dunwell.intake.formats.Mapping;
import dev.dunwell.intake.formats.Question;
import dev.dunwell.kernel.Problem;
import dev.dunwell.web.BadInput;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Files into the book: bring one, look at the dry run, commit it, take it back. */
@RestController
class ImportsApi {

    private static final String IMPORT = "/api/v1/imports/{id}";
    private static final int MOST_PROBLEMS = 1_000;
    private static final int MOST_LISTED = 200;

    private final Batches batches;
    private final Problems problems;
    private final TakeFile takeFile;
    private final ChangeMapping changeMapping;
    private final CommitImport commitImport;
    private final UndoImport undoImport;
    private final RejectedRows rejectedRows;
    private final JsonMapper json;

    ImportsApi(
            Batches batches,
            Problems problems,
            TakeFile takeFile,
            ChangeMapping changeMapping,
            CommitImport commitImport,
            UndoImport undoImport,
            RejectedRows rejectedRows,
            JsonMapper json) {
        this.batches = batches;
        this.problems = problems;
        this.takeFile = takeFile;
        this.changeMapping = changeMapping;
        this.commitImport = commitImport;
        this.undoImport = undoImport;
        this.rejectedRows = rejectedRows;
        this.json = json;
    }

    record Accepted(long id) {}

    record Wrong(long row, String column, String message) {

        static Wrong of(Problem problem) {
            return new Wrong(problem.row(), problem.column(), problem.message());
        }
    }

    record Entry(long id, String kind, String file, String state, Map<String, Integer> counts) {

        static Entry of(Batch batch) {
            return new Entry(
                    batch.id(),
                    batch.kind().code(),
                    batch.fileName(),
                    batch.state().code(),
                    ImportsApi.counts(batch));
        }
    }

    record Answer(
            long id,
            String kind,
            String file,
            String state,
            Map<String, Integer> counts,
            List<Wrong> problems,
            List<Question> questions,
            @Nullable String layout,
            int leftOut,
            List<String> headings,
            Mapping mapping,
            int rowsDone,
            @Nullable Integer rowsTotal,
            @Nullable String failure) {}

    record NewMapping(
            @Nullable Map<String, String> mapping, @Nullable Map<String, String> answers) {}

    record Yes(@Nullable Boolean skipWrong) {}

    @Operation(summary = "The newest imports")
    @GetMapping("/api/v1/imports")
    List<Entry> list() {
        return batches.newest(MOST_LISTED).stream().map(Entry::of).toList();
    }

    @Operation(
            summary =
                    "Bring a file of customers, contacts, invoices, credit notes, payments or work to be billed, or e-invoices"
                            + " (XML, PDF, or a ZIP of them); it is read, nothing is written yet")
    @PostMapping("/api/v1/imports")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Accepted bring(
            Caller caller,
            @RequestParam(defaultValue = "any") String kind,
            @RequestPart MultipartFile file,
            @RequestPart(required = false) byte @Nullable [] mapping) {
        return new Accepted(takeFile.take(
                caller.actor(), new TakeFile.Brought(kind(kind), FileNames.of(file), file, mapping(mapping))));
    }

    @Operation(summary = "How far an import is: its state, what it would do or did, and what is wrong with it")
    @GetMapping(IMPORT)
    Answer look(@PathVariable long id) {
        Batch batch = batches.byId(id);
        return new Answer(
                id,
                batch.kind().code(),
                batch.fileName(),
                batch.state().code(),
                counts(batch),
                problems.of(id, MOST_PROBLEMS).stream().map(Wrong::of).toList(),
                batch.questions(),
                batch.layout(),
                batch.leftOut(),
                batch.headings(),
                batch.mapping(),
                batch.rowsDone(),
                batch.rowsTotal(),
                batch.failure());
    }

    @Operation(summary = "Map columns and answer questions; the file is read again")
    @PutMapping(IMPORT + "/mapping")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Accepted map(@PathVariable long id, @RequestBody NewMapping wanted) {
        changeMapping.change(
                id,
                new Mapping(wanted.mapping == null ? Map.of() : wanted.mapping),
                wanted.answers == null ? Map.of() : wanted.answers);
        return new Accepted(id);
    }

    @Operation(summary = "Take the rows of a dry run into the book, all or none")
    @PostMapping(IMPORT + "/commit")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Accepted commit(Caller caller, @PathVariable long id, @RequestBody(required = false) @Nullable Yes yes) {
        commitImport.commit(caller.actor(), id, yes != null && Boolean.TRUE.equals(yes.skipWrong));
        return new Accepted(id);
    }

    @Operation(summary = "Take a committed import back; refused with the reasons when something was built on it")
    @PostMapping(IMPORT + "/undo")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Accepted undo(Caller caller, @PathVariable long id) {
        undoImport.undo(caller.actor(), id);
        return new Accepted(id);
    }

    @Operation(summary = "The wrong rows as they came, each with its reasons, as CSV")
    @GetMapping(IMPORT + "/rejected")
    void rejected(@PathVariable long id, HttpServletResponse response) throws IOException {
        RejectedDownload.write(batches.byId(id), rejectedRows, response);
    }

    static Kind kind(String code) {
        try {
            return Kind.ofCode(code);
        } catch (IllegalArgumentException e) {
            throw BadInput.in(
                    "kind",
                    "Write customers, contacts, invoices, credit-notes, payments, billables, e-invoices, or any.");
        }
    }

    private Mapping mapping(byte @Nullable [] text) {
        try {
            return text == null || text.length == 0 ? new Mapping(Map.of()) : json.readValue(text, Mapping.class);
        } catch (JacksonException e) {
            throw BadInput.in(
                    "mapping", "Write a JSON object of target and column, as {\"amount\": \"InvoiceAmount\"}.");
        }
    }

    private static Map<String, Integer> counts(Batch batch) {
        Batch.Counts counts = batch.counts();
        Map<String, Integer> inOrder = new LinkedHashMap<>();
        inOrder.put("new", counts.fresh());
        inOrder.put("changed", counts.changed());
        inOrder.put("same", counts.same());
        inOrder.put("wrong", counts.wrong());
        return inOrder;
    }
}
