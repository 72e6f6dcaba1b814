package dev.dunwell.intake.formats.layout;

import dev.dunwell.intake.formats.Kind;
import dev.dunwell.intake.formats.Mapping;
import dev.dunwell.intake.formats.Target;
import dev.dunwell.intake.formats.table.Table;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One export of one system: how it is known, which of its rows count and what its columns mean; or why it is refused.
 *
 * @param name as a person calls it, {@code Zoho Books invoices}
 * @param kind what its rows are; null for one that is refused
 * @param record the element that is one row, where the file is XML; null where it is a table
 * @param headings those by which it is known: all of them must be there
 * @param width how many columns it has exactly; 0 where that does not matter
 * @param title a line above the headings; empty where that does not matter
 * @param columns target → heading or {@code =} constant; headings that a version of the export lacks are passed over
 * @param answers heading → how its values are written, {@code day-first}
 * @param rows which rows count
 * @param once the column that names a thing whose rows follow each other and are one; null where each row is its own
 * @param computed columns made from others
 * @param note what a person should know about this reading; empty where there is nothing
 * @param refusal what the file is and what to do instead; empty unless it is refused
 */
public record Layout(
        String name,
        @Nullable Kind kind,
        @Nullable String record,
        List<String> headings,
        int width,
        String title,
        Map<String, String> columns,
        Map<String, String> answers,
        List<Condition> rows,
        @Nullable String once,
        List<Computed> computed,
        String note,
        String refusal) {

    public Layout {
        headings = List.copyOf(headings);
        columns = Map.copyOf(columns);
        answers = Map.copyOf(answers);
        rows = List.copyOf(rows);
        computed = List.copyOf(computed);
    }

    /** Which rows count: those whose cell is one of these words, or is not; {@code *} stands for any word at all. */
    public record Condition(String heading, List<String> words, boolean wanted) {

        boolean holds(String cell) {
            boolean hit = words.contains("*") ? !cell.isEmpty() : words.stream().anyMatch(cell::equalsIgnoreCase);
            return hit == wanted;
        }

        private String told() {
            String all = words.contains("*") ? "filled" : String.join(" or ", words);
            return "whose %s is %s%s".formatted(heading, wanted ? "" : "not ", all);
        }
    }

    /** A column made from others of the row, or of all rows that are one. */
    public record Computed(String heading, Way way, List<String> of) {}

    /** How a column is made. */
    public enum Way {
        /** The first text that is not empty. */
        FIRST,
        /** The texts behind each other. */
        JOIN,
        /** The sum of the numbers. */
        PLUS,
        /** The first number less the others. */
        MINUS,
        /** Over the rows of one thing, the product of the numbers, each rounded half up to the cent. */
        SUM,
        /** A day and so many days. */
        DAYS,
        /** Nothing, as a number, where the first column holds the second text; else unknown. */
        NONE_IF
    }

    boolean isRefused() {
        return kind == null;
    }

    /** Why a file of so many rows comes to nothing. */
    public String nothing(int leftOut) {
        String which = rows.stream().map(Condition::told).collect(Collectors.joining(", and "));
        return "This is a file of %s, and none of its rows (%d) counts. %s"
                .formatted(name, leftOut, note.isEmpty() ? "Only those count " + which + "." : note);
    }

    boolean knows(Table table) {
        return (record == null ? table.record().isEmpty() : record.equals(table.record()))
                && table.headings().containsAll(headings)
                && (width == 0 || width == table.headings().size())
                && (title.isEmpty() || table.titles().contains(title));
    }

    /** The table as this layout sees it: rows that do not count left out, rows of one thing joined, columns made. */
    public Table over(Table table) {
        return rows.isEmpty() && once == null && computed.isEmpty()
                ? table
                : table.through(
                        computed.stream().map(Computed::heading).toList(),
                        under -> new LayoutRows(this, table.headings(), under));
    }

    /** @param currency of the house, for an export that never says one */
    public Mapping mapping(List<String> headings, String currency) {
        Map<String, String> there = new TreeMap<>();
        columns.forEach((target, source) -> {
            if (source.startsWith("=") || headings.contains(source)) {
                there.put(target, source);
            }
        });
        if (kind != null && kind.targets().contains(Target.CURRENCY) && kind != Kind.CUSTOMERS) {
            there.putIfAbsent(Target.CURRENCY.key(), "=" + currency);
        }
        return new Mapping(there);
    }
}
