package dev.dunwell.intake;

import dev.dunwell.intake.formats.Convention;
import dev.dunwell.intake.formats.Guess;
import dev.dunwell.intake.formats.Kind;
import dev.dunwell.intake.formats.Mapping;
import dev.dunwell.intake.formats.Profile;
import dev.dunwell.intake.formats.Question;
import dev.dunwell.intake.formats.layout.Layout;
import dev.dunwell.intake.formats.table.Table;
import dev.dunwell.kernel.Problem;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a file will be read: what was asked for wins over what was done last time with such a file, that over a guess.
 *
 * @param answers heading → answer, all there are
 * @param problems what keeps it from being read; empty when it can be
 * @param rows how many stand in the file and count
 * @param leftOut how many hold nothing that is wanted
 */
record Plan(
        Kind kind,
        Mapping mapping,
        Map<String, String> answers,
        List<Question> questions,
        List<Convention> conventions,
        List<Problem> problems,
        int rows,
        int leftOut) {

    /** @param currency of the house, for an export that never says one */
    static Plan of(Batch batch, Upload upload, Optional<Batches.Remembered> remembered, Currency currency) {
        Table table = upload.table();
        Map<String, String> columns = new HashMap<>(upload.layout()
                .map(layout -> layout.mapping(table.headings(), currency.getCurrencyCode()))
                .orElseGet(() -> Guess.of(upload.kind(), table.headings()))
                .columns());
        Map<String, String> answers =
                new HashMap<>(upload.layout().map(Layout::answers).orElse(Map.of()));
        remembered.ifPresent(last -> {
            columns.putAll(last.mapping().columns());
            answers.putAll(last.answers());
        });
        columns.putAll(batch.mapping().columns());
        columns.values().removeIf(String::isBlank);
        answers.putAll(batch.answers());
        return of(upload.kind(), table, new Mapping(columns), answers);
    }

    private static Plan of(Kind kind, Table table, Mapping mapping, Map<String, String> answers) {
        List<Problem> problems = new ArrayList<>(mapping.problems(kind, table.headings()));
        for (String missing : kind.missing(mapping)) {
            problems.add(new Problem(
                    0,
                    missing,
                    "No column is mapped to " + missing + ": choose one, or give one value for every row."));
        }
        Profile profile = Profile.of(table, mapping);
        Problem cut = profile.cutShort();
        if (cut != null) {
            problems.add(cut);
        }
        List<Question> questions = profile.questions(answers);
        questions.forEach(question -> problems.add(new Problem(0, question.column(), question.text())));
        return new Plan(
                kind,
                mapping,
                answers,
                questions,
                profile.conventions(answers),
                List.copyOf(problems),
                profile.rows(),
                profile.leftOut());
    }

    boolean isComplete() {
        return problems.isEmpty();
    }
}
