package dev.dunwell.intake.formats.layout;

import dev.dunwell.intake.formats.layout.Layout.Computed;
import dev.dunwell.intake.formats.layout.Layout.Condition;
import dev.dunwell.intake.formats.layout.Layout.Way;
import dev.dunwell.intake.formats.table.Row;
import dev.dunwell.intake.formats.table.Rows;
import dev.dunwell.intake.formats.table.Text;
import dev.dunwell.kernel.Problem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of a file under its layout. Rows of one thing must follow each other, as every export writes them. */
final class LayoutRows implements Rows {

    private final Layout layout;
    private final List<String> headings;
    private final Rows rows;
    private final List<Row> one = new ArrayList<>();
    private @Nullable Row ahead;
    private int leftOut;

    LayoutRows(Layout layout, List<String> headings, Rows rows) {
        this.layout = layout;
        this.headings = Stream.concat(
                        headings.stream(), layout.computed().stream().map(Computed::heading))
                .toList();
        this.rows = rows;
    }

    @Override
    public boolean hasNext() {
        if (one.isEmpty()) {
            gather();
        }
        return !one.isEmpty();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Row row = made(one.getFirst(), true);
        one.clear();
        return row;
    }

    @Override
    public int leftOut() {
        return leftOut;
    }

    @Override
    public @Nullable Problem cutShort() {
        return rows.cutShort();
    }

    @Override
    public void close() {
        rows.close();
    }

    private void gather() {
        Row first = ahead == null ? wanted() : ahead;
        ahead = null;
        if (first != null) {
            one.add(first);
            while (ahead == null && layout.once() != null) {
                Row another = wanted();
                if (another == null) {
                    return;
                } else if (isSame(first, another)) {
                    one.add(another);
                } else {
                    ahead = another;
                }
            }
        }
    }

    private boolean isSame(Row first, Row another) {
        String once = String.valueOf(layout.once());
        String name = cell(first, once);
        return first.problem() == null
                && another.problem() == null
                && !name.isEmpty()
                && name.equals(cell(another, once));
    }

    private @Nullable Row wanted() {
        while (rows.hasNext()) {
            Row row = made(rows.next(), false);
            if (row.problem() != null || counts(row)) {
                return row;
            }
            leftOut++;
        }
        return null;
    }

    private boolean counts(Row row) {
        for (Condition condition : layout.rows()) {
            if (!condition.holds(cell(row, condition.heading()))) {
                return false;
            }
        }
        return true;
    }

    /** The row with the columns that are made of it alone, or with those made of all rows that are one with it. */
    private Row made(Row row, boolean ofAll) {
        Row more = row;
        int from = headings.size() - layout.computed().size();
        for (int i = 0; row.problem() == null && i < layout.computed().size(); i++) {
            Computed column = layout.computed().get(i);
            if ((column.way() == Way.SUM) == ofAll) {
                more = more.withExact(from + i, made(more, column));
            }
        }
        return more;
    }

    private String made(Row row, Computed column) {
        List<String> of = column.of();
        return switch (column.way()) {
            case FIRST -> texts(row, of).findFirst().orElse("");
            case JOIN -> texts(row, of).collect(Collectors.joining(" "));
            case PLUS -> text(total(of.stream().map(it -> number(cell(row, it)))));
            case MINUS ->
                text(total(of.stream()
                        .map(it -> it.equals(of.getFirst())
                                ? number(cell(row, it))
                                : number(cell(row, it)).map(BigDecimal::negate))));
            case SUM -> text(total(one.stream().map(it -> product(it, of))));
            case DAYS -> later(cell(row, of.getFirst()), cell(row, of.getLast()));
            case NONE_IF -> cell(row, of.getFirst()).equalsIgnoreCase(of.getLast()) ? "0" : "";
        };
    }

    private Stream<String> texts(Row row, List<String> of) {
        return of.stream().map(heading -> cell(row, heading)).filter(text -> !text.isEmpty());
    }

    private static Optional<BigDecimal> total(Stream<Optional<BigDecimal>> numbers) {
        return numbers.reduce(Optional.of(BigDecimal.ZERO), (a, b) -> a.flatMap(x -> b.map(x::add)));
    }

    private static String text(Optional<BigDecimal> number) {
        return number.map(BigDecimal::toPlainString).orElse("");
    }

    /** A day of the calendar as {@code 2024-01-31} and whole days; empty where it is not. */
    private static String later(String day, String days) {
        try {
            return LocalDate.parse(day)
                    .plusDays(days.isEmpty() ? 0 : Integer.parseInt(days))
                    .toString();
        } catch (DateTimeParseException | NumberFormatException e) {
            return "";
        }
    }

    private Optional<BigDecimal> product(Row row, List<String> of) {
        Optional<BigDecimal> product = Optional.of(BigDecimal.ONE);
        for (String heading : of) {
            Optional<BigDecimal> factor = number(cell(row, heading));
            product = product.flatMap(by -> factor.map(by::multiply));
        }
        return product.map(it -> it.setScale(2, RoundingMode.HALF_UP));
    }

    /** Known exports write the point before decimals; nothing is 0, and what is no number makes no column. */
    private static Optional<BigDecimal> number(String cell) {
        String digits = cell.replaceAll("[^0-9.-]", "");
        try {
            return cell.isEmpty() ? Optional.of(BigDecimal.ZERO) : Optional.of(new BigDecimal(digits));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private String cell(Row row, String heading) {
        int column = headings.indexOf(heading);
        return column < 0 ? "" : Text.clean(row.cell(column));
    }
}
