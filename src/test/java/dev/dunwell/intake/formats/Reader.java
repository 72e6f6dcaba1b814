package dev.dunwell.intake.formats;

import dev.dunwell.intake.formats.table.Opened;
import dev.dunwell.intake.formats.table.Rows;
import dev.dunwell.intake.formats.table.Source;
import dev.dunwell.intake.formats.table.Table;
import dev.dunwell.kernel.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What reading a whole file came to, for tests: everything from the bytes to the typed rows in one go. */
record Reader(
        Mapping mapping,
        List<String> missing,
        List<Convention> conventions,
        List<Question> questions,
        List<TypedRow> typed,
        List<Outcome.Repeated> repeated,
        List<Problem> problems) {

    static Reader read(Kind kind, String text) {
        return read(kind, Source.of(text.getBytes(StandardCharsets.UTF_8)), Map.of(), Map.of());
    }

    /** @param more targets mapped by hand, over what was guessed */
    static Reader read(Kind kind, Source source, Map<String, String> more, Map<String, String> answers) {
        try (Table table = table(source)) {
            Map<String, String> columns =
                    new HashMap<>(Guess.of(kind, table.headings()).columns());
            columns.putAll(more);
            Mapping mapping = new Mapping(columns);
            Profile profile = Profile.of(table, mapping);
            Reader reader = new Reader(
                    mapping,
                    kind.missing(mapping),
                    profile.conventions(answers),
                    profile.questions(answers),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>());
            reader.take(table, new Reading(kind, table.headings(), mapping, reader.conventions));
            return reader;
        }
    }

    static Table table(Source source) {
        return switch (Table.open(source)) {
            case Table table -> table;
            case Opened.Refused refused ->
                throw new AssertionError(refused.why().message());
        };
    }

    InvoiceRow invoice(int index) {
        return (InvoiceRow) typed.get(index);
    }

    private void take(Table table, Reading reading) {
        try (Rows rows = table.rows()) {
            while (rows.hasNext()) {
                switch (reading.read(rows.next())) {
                    case Outcome.Typed row -> typed.add(row.value());
                    case Outcome.Repeated row -> repeated.add(row);
                    case Outcome.Wrong row -> problems.addAll(row.problems());
                }
            }
            if (rows.cutShort() != null) {
                problems.add(rows.cutShort());
            }
        }
    }
}
