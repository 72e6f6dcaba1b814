package dev.dunwell.intake.web;

import dev.dunwell.intake.Batch;
import dev.dunwell.intake.formats.Kind;
import dev.dunwell.intake.formats.Target;
import dev.dunwell.intake.formats.layout.Layouts;
import dev.dunwell.intake.formats.table.Row;
import dev.dunwell.kernel.Problem;
import dev.dunwell.web.Choice;
import java.util.ArrayList;
import java.util.List;

/**
 * One import as its page shows it.
 *
 * @param problems the first ones; there may be more
 * @param sample the first rows of the file, while its columns are being mapped; of e-invoices always
 */
public record ImportView(Batch batch, List<Problem> problems, List<Row> sample, boolean mayChange) {

    public ImportView {
        problems = List.copyOf(problems);
        sample = List.copyOf(sample);
    }

    /** The e-invoices of the file, the first of them; none where it holds something else. */
    public List<DocumentView> documents() {
        return batch.kind() == Kind.E_INVOICES
                ? sample.stream()
                        .map(row -> DocumentView.of(row, batch.headings()))
                        .toList()
                : List.of();
    }

    public List<Target> targets() {
        return batch.kind().targets();
    }

    /** What is in the file, in words. */
    public String kind() {
        return switch (batch.kind()) {
            case ANY -> "A file";
            case BILLABLES -> "Hours and expenses";
            case CUSTOMERS, CONTACTS, INVOICES, CREDIT_NOTES, PAYMENTS, E_INVOICES ->
                "Rows of " + batch.kind().code();
        };
    }

    /** What a person should know about how the export is read; empty where there is nothing. */
    public String note() {
        return batch.layout() == null ? "" : Layouts.note(batch.layout());
    }

    /** In words, {@code customer number}. */
    public String label(Target target) {
        return target.key().replace('_', ' ');
    }

    public List<Choice> columns() {
        List<Choice> columns = new ArrayList<>();
        batch.headings().forEach(heading -> columns.add(new Choice(heading, heading)));
        return columns;
    }

    /** The heading a target is read from; empty when it is a constant or not mapped. */
    public String column(Target target) {
        String source = source(target);
        return source.startsWith("=") ? "" : source;
    }

    /** The constant of a target; empty when it has none. */
    public String constant(Target target) {
        String source = source(target);
        return source.startsWith("=") ? source.substring(1) : "";
    }

    /** Whether a cell can be mended where its problem is told. */
    public boolean isMendable(Problem problem) {
        return mayChange && problem.row() > 0 && batch.headings().contains(problem.column());
    }

    public boolean canCommit() {
        return mayChange && batch.state() == Batch.State.DRY_RUN;
    }

    public boolean canMap() {
        return mayChange && batch.state() == Batch.State.NEEDS_MAPPING;
    }

    public boolean canUndo() {
        return mayChange && batch.state() == Batch.State.COMMITTED;
    }

    /** What the state means, as a sentence. */
    public String standing() {
        return switch (batch.state()) {
            case READING -> "The file is being read.";
            case NEEDS_MAPPING -> "Tell how to read it: what is asked below is not certain from the file itself.";
            case DRY_RUN -> "This is what a commit would do. Nothing is in the book yet.";
            case COMMITTING -> "The rows are on their way into the book.";
            case COMMITTED -> "The rows are in the book.";
            case FAILED -> batch.failure() == null ? "It failed." : batch.failure();
            case UNDONE -> "It was taken back; nothing of it is in the book.";
        };
    }

    private String source(Target target) {
        return batch.mapping().columns().getOrDefault(target.key(), "");
    }
}
