package dev.dunwell.messaging;

import dev.dunwell.messaging.LetterFacts.Group;
import dev.dunwell.messaging.LetterFacts.Item;
import dev.dunwell.messaging.LetterPage.Door;
import dev.dunwell.messaging.LetterPage.Items;
import dev.dunwell.messaging.LetterPage.LastLine;
import dev.dunwell.messaging.LetterPage.Paragraph;
import dev.dunwell.messaging.LetterPage.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The plain text of a letter; the items stand in columns, the amounts right-aligned. */
final class LetterText {

    private static final String GAP = "   ";

    private LetterText() {}

    static String of(LetterPage page) {
        List<String> parts = new ArrayList<>();
        parts.add(page.facts().word("customer") + ", " + page.facts().word("date"));
        for (LetterPage.Block block : page.blocks()) {
            switch (block) {
                case Paragraph paragraph -> parts.add(text(paragraph));
                case Door _ -> parts.add(door(page));
                case Items _ -> {
                    page.facts().groups().forEach(group -> parts.add(table(page, group)));
                    parts.add(page.grandTotal());
                }
            }
        }
        parts.add(page.wrongPerson());
        parts.removeIf(String::isEmpty);
        return String.join("\n\n", parts) + "\n";
    }

    private static String door(LetterPage page) {
        String link = page.door().isEmpty() ? "" : page.wording().word("doorOpen") + ":\n" + page.door() + "\n\n";
        return link + page.doorCheck();
    }

    private static String text(Paragraph paragraph) {
        return paragraph.lines().stream()
                .map(line -> line.stream().map(Span::text).collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    private static String table(LetterPage page, Group group) {
        Wording wording = page.wording();
        boolean overdue = group.hasOverdueItems();
        List<List<String>> rows = new ArrayList<>();
        rows.add(row(
                overdue,
                wording.word("invoice"),
                wording.word("issued"),
                wording.word("due"),
                wording.word("daysOverdue"),
                wording.word("amount")));
        for (Item item : group.items()) {
            rows.add(row(overdue, item.number(), item.issued(), item.due(), item.days(), item.open()));
        }
        for (LastLine last : page.lastLines(group)) {
            rows.add(row(overdue, last.label(), "", "", "", last.amount()));
        }
        return group.customer().isEmpty() ? aligned(rows) : group.customer() + "\n" + aligned(rows);
    }

    private static List<String> row(
            boolean overdue, String number, String issued, String due, String days, String sum) {
        return overdue ? List.of(number, issued, due, days, sum) : List.of(number, issued, due, sum);
    }

    private static String aligned(List<List<String>> rows) {
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n"));
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String padding = " ".repeat(widths[i] - row.get(i).length());
            boolean right = i > 2; // number, issued and due are read from the left, days and amounts from the right
            line.append(i == 0 ? "" : GAP).append(right ? padding + row.get(i) : row.get(i) + padding);
        }
        return line.toString().stripTrailing();
    }
}
