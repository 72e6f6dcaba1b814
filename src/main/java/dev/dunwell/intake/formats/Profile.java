package dev.dunwell.intake.formats;

import dev.dunwell.intake.formats.table.Row;
import dev.dunwell.intake.formats.table.Rows;
import dev.dunwell.intake.formats.table.Table;
import dev.dunwell.intake.formats.table.Text;
import dev.dunwell.kernel.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one look at every row tells about a file under a mapping: how its dates and amounts are written, what has to be
 * asked, how full its columns are. A convention holds because all rows were looked at, not a sample.
 */
public final class Profile {

    private final List<String> headings;
    private final List<Survey.Verdict> verdicts;
    private final int[] filled;
    private final int rows;
    private final int leftOut;
    private final @Nullable Problem cutShort;

    private Profile(Pass pass, int leftOut, @Nullable Problem cutShort) {
        this.leftOut = leftOut;
        this.headings = pass.headings;
        this.filled = pass.filled;
        this.rows = pass.rows;
        this.cutShort = cutShort;
        this.verdicts = new ArrayList<>();
        pass.surveys.forEach((column, survey) -> verdicts.add(survey.verdict(headings.get(column))));
    }

    public static Profile of(Table table, Mapping mapping) {
        Pass pass = new Pass(table.headings(), mapping);
        try (Rows rows = table.rows()) {
            while (rows.hasNext()) {
                pass.see(rows.next());
            }
            return new Profile(pass, rows.leftOut(), rows.cutShort());
        }
    }

    /** How many rows stand below the headings, those with problems too. */
    public int rows() {
        return rows;
    }

    /** How many rows were passed over because they hold nothing that is wanted. */
    public int leftOut() {
        return leftOut;
    }

    /** How many rows have something in that column. */
    public int filled(String heading) {
        return filled[headings.indexOf(heading)];
    }

    /** Why the file may hold more rows than were seen; null when its end was reached. */
    public @Nullable Problem cutShort() {
        return cutShort;
    }

    /**
     * What is still to be asked, given the answers so far (heading → answer); an answer nobody asked for is passed
     * over.
     */
    public List<Question> questions(Map<String, String> answers) {
        return verdicts.stream()
                .flatMap(verdict -> verdict.open().stream())
                .filter(question -> answered(question, answers) == null)
                .toList();
    }

    /** How each column is read: as the file itself tells, or as a person answered. */
    public List<Convention> conventions(Map<String, String> answers) {
        List<Convention> conventions = new ArrayList<>();
        for (Survey.Verdict verdict : verdicts) {
            conventions.addAll(verdict.settled());
            for (Question question : verdict.open()) {
                String answer = answered(question, answers);
                if (answer != null) {
                    conventions.add(new Convention(question.column(), answer, "so it was answered"));
                }
            }
        }
        return conventions;
    }

    private static @Nullable String answered(Question question, Map<String, String> answers) {
        String answer = answers.get(question.column());
        return question.choices().stream().anyMatch(choice -> choice.answer().equals(answer)) ? answer : null;
    }

    /** One run through the rows. */
    private static final class Pass {

        private final List<String> headings;
        private final Map<Integer, Survey> surveys = new LinkedHashMap<>();
        private final int[] filled;
        private int rows;

        Pass(List<String> headings, Mapping mapping) {
            this.headings = headings;
            this.filled = new int[headings.size()];
            for (Target target : Target.values()) {
                String heading = mapping.column(target);
                Survey survey = survey(target);
                if (heading != null && survey != null && headings.contains(heading)) {
                    surveys.put(headings.indexOf(heading), survey);
                }
            }
        }

        void see(Row row) {
            rows++;
            if (row.problem() != null) {
                return;
            }
            for (int i = 0; i < filled.length; i++) {
                filled[i] += Text.isBlank(row.cell(i)) ? 0 : 1;
            }
            surveys.forEach((column, survey) -> {
                String value = Text.clean(row.cell(column));
                if (!value.isEmpty()) {
                    survey.see(value, row.isExact(column), row.number());
                }
            });
        }

        private static @Nullable Survey survey(Target target) {
            return switch (target.shape()) {
                case DATE -> new DateSurvey();
                case AMOUNT -> new AmountSurvey();
                case CURRENCY -> new CurrencySurvey();
                case TEXT, FLAG -> null;
            };
        }
    }
}
