package dev.dunwell.intake.formats;

import dev.dunwell.intake.formats.table.Text;
import java.math.BigDecimal;
import java.util.List;

/** Finds out which sign stands before the decimals in the amounts of a column. */
final class AmountSurvey implements Survey {

    private static final DecimalSign[] SIGNS = DecimalSign.values();

    private final Ballot<DecimalSign> ballot = new Ballot<>(DecimalSign.class);
    private final AmountText amount = new AmountText();
    private final long[] readings = new long[SIGNS.length];

    @Override
    public void see(String value, boolean exact, long row) {
        if (exact || !amount.read(value)) {
            return;
        }
        for (int i = 0; i < SIGNS.length; i++) {
            int decimals = amount.decimals(SIGNS[i]);
            readings[i] = decimals < 0 ? Ballot.NONE : amount.value() == 0 ? 0 : decimals;
        }
        ballot.vote(value, row, readings);
    }

    @Override
    public Verdict verdict(String column) {
        List<DecimalSign> left = ballot.left(List.of(SIGNS));
        if (left.size() == 1) {
            DecimalSign sign = left.getFirst();
            return Verdict.settled(new Convention(column, sign.answer(), ballot.because(sign)));
        }
        String example = ballot.example(DecimalSign.POINT, DecimalSign.COMMA);
        List<Question.Choice> choices =
                left.stream().map(sign -> choice(sign, example)).toList();
        return Verdict.open(new Question(
                column, "Which sign stands before the decimals in %s?".formatted(Text.quoted(column)), choices));
    }

    private Question.Choice choice(DecimalSign sign, String example) {
        String label = "the " + (sign == DecimalSign.POINT ? "point" : "comma");
        if (!amount.read(example) || amount.decimals(sign) < 0) {
            return new Question.Choice(sign.answer(), label);
        }
        BigDecimal meaning = BigDecimal.valueOf(amount.value(), amount.decimals(sign));
        return new Question.Choice(
                sign.answer(), "%s: %s is %s".formatted(label, Text.quoted(example), meaning.toPlainString()));
    }
}
