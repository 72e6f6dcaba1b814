package dev.dunwell.intake.formats;

import dev.dunwell.intake.formats.table.Text;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Finds out in which order the dates of a column are written. */
final class DateSurvey implements Survey {

    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateOrder[] ORDERS = DateOrder.values();

    private final Ballot<DateOrder> ballot = new Ballot<>(DateOrder.class);
    private final DateText date = new DateText();
    private final long[] readings = new long[ORDERS.length];

    @Override
    public void see(String value, boolean exact, long row) {
        if (!date.read(value) || date.isPlain()) {
            return;
        }
        for (DateOrder order : ORDERS) {
            LocalDate day = date.day(order);
            readings[order.ordinal()] = day == null ? Ballot.NONE : day.toEpochDay();
        }
        // Between dots the day comes first wherever people write dots, unless there is no such day.
        if (date.isDotted() && readings[DateOrder.DAY_FIRST.ordinal()] != Ballot.NONE) {
            readings[DateOrder.MONTH_FIRST.ordinal()] = Ballot.NONE;
            readings[DateOrder.YEAR_FIRST.ordinal()] = Ballot.NONE;
        }
        ballot.vote(value, row, readings);
    }

    @Override
    public Verdict verdict(String column) {
        List<DateOrder> left = ballot.left();
        if (left.size() == 1) {
            DateOrder order = left.getFirst();
            return Verdict.settled(new Convention(column, order.answer(), ballot.because(order)));
        }
        List<Question.Choice> choices =
                left.stream().map(order -> choice(order, left)).toList();
        return Verdict.open(new Question(
                column, "In which order are the dates of %s written?".formatted(Text.quoted(column)), choices));
    }

    private Question.Choice choice(DateOrder order, List<DateOrder> left) {
        String label = order.answer().replace('-', ' ');
        for (DateOrder other : left) {
            String example = ballot.example(order, other);
            LocalDate day = date.read(example) ? date.day(order) : null;
            if (day != null) {
                return new Question.Choice(
                        order.answer(), "%s: %s is %s".formatted(label, Text.quoted(example), LONG.format(day)));
            }
        }
        return new Question.Choice(order.answer(), label);
    }
}
