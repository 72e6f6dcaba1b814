package dev.dunwell.intake.formats;

import dev.dunwell.intake.formats.table.Text;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/** Finds out in which order the dates of a column are written. */
final class DateSurvey implements Survey {

    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateOrder[] ORDERS = DateOrder.values();

    /** More years than this are in no book of receivables; more days than this are in every column of some length. */
    private static final int MOST_YEARS = 12;

    /** The numbers that stand first and last where no number has four digits. */
    private final BitSet firsts = new BitSet();

    private final BitSet lasts = new BitSet();

    private final Ballot<DateOrder> ballot = new Ballot<>(DateOrder.class);
    private final DateText date = new DateText();
    private final long[] readings = new long[ORDERS.length];

    @Override
    public void see(String value, boolean exact, long row) {
        if (!date.read(value) || date.isPlain()) {
            return;
        }
        // Between dots the day comes first wherever people write dots, unless there is no such day.
        boolean settled = date.isDotted() && date.day(DateOrder.DAY_FIRST) != null;
        for (int i = 0; i < ORDERS.length; i++) {
            LocalDate day = settled && ORDERS[i] != DateOrder.DAY_FIRST ? null : date.day(ORDERS[i]);
            readings[i] = day == null ? Ballot.NONE : day.toEpochDay();
        }
        if (!settled && date.day(DateOrder.YEAR_FIRST) != null) {
            firsts.set(date.number(0));
            lasts.set(date.number(2));
        }
        ballot.vote(value, row, readings);
    }

    @Override
    public Verdict verdict(String column) {
        List<DateOrder> left = ballot.left(orders());
        if (left.size() == 1) {
            DateOrder order = left.getFirst();
            return Verdict.settled(new Convention(column, order.answer(), ballot.because(order)));
        }
        List<Question.Choice> choices =
                left.stream().map(order -> choice(order, left)).toList();
        return Verdict.open(new Question(
                column, "In which order are the dates of %s written?".formatted(Text.quoted(column)), choices));
    }

    /** Years are few and days are many, which tells the ends of dates with two-digit years apart. */
    private List<DateOrder> orders() {
        if (firsts.cardinality() > MOST_YEARS && lasts.cardinality() <= MOST_YEARS) {
            return List.of(DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST);
        } else if (lasts.cardinality() > MOST_YEARS && firsts.cardinality() <= MOST_YEARS) {
            return List.of(DateOrder.YEAR_FIRST);
        } else {
            return List.of(ORDERS);
        }
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
