package dev.dunwell.intake.formats;

import dev.dunwell.intake.formats.table.Text;
import java.util.List;

/** Finds out whether a column of currencies says no more than {@code $}, and asks which dollar that is. */
final class CurrencySurvey implements Survey {

    private long firstDollar;

    @Override
    public void see(String value, boolean exact, long row) {
        if (firstDollar == 0 && value.equals("$")) {
            firstDollar = row;
        }
    }

    @Override
    public Verdict verdict(String column) {
        if (firstDollar == 0) {
            return new Verdict(List.of(), List.of());
        }
        return Verdict.open(new Question(
                column,
                "Which currency does “$” mean in %s?".formatted(Text.quoted(column)),
                Currencies.DOLLARS.stream()
                        .map(code -> new Question.Choice(code, code))
                        .toList()));
    }
}
