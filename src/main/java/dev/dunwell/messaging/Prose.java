package dev.dunwell.messaging;

import dev.dunwell.messaging.LetterPage.Block;
import dev.dunwell.messaging.LetterPage.Door;
import dev.dunwell.messaging.LetterPage.Items;
import dev.dunwell.messaging.LetterPage.Paragraph;
import dev.dunwell.messaging.LetterPage.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * The little markdown that letters are written in: an empty line ends a paragraph, a line break is a line break, and
 * {@code **two stars**} make bold. A backslash takes the meaning from the character behind it, which is how text from
 * strangers is quoted. Everything else, HTML above all, is just letters.
 */
final class Prose {

    /** Stands for the table of items in the filled-in template; no text from outside can contain it. */
    static final String ITEMS = "\uE000";

    /** Stands for the payer's door in the same way. */
    static final String DOOR = "\uE001";

    private Prose() {}

    /** Takes the meaning from every character that has one, for values that are filled in. */
    static String quote(String value) {
        return value.replace("\\", "\\\\").replace("*", "\\*");
    }

    /** One line without any marks, for a subject. */
    static String line(String markdown) {
        StringBuilder line = new StringBuilder();
        for (Span span : spans(markdown.replace(ITEMS, "")
                .replace(DOOR, "")
                .replaceAll("\\s+", " ")
                .strip())) {
            line.append(span.text());
        }
        return line.toString();
    }

    static List<Block> blocks(String markdown) {
        String spaced = markdown.replace("\r\n", "\n").replaceAll("[" + ITEMS + DOOR + "]", "\n\n$0\n\n");
        List<Block> blocks = new ArrayList<>();
        for (String part : spaced.split("\n\\s*\n", -1)) {
            String paragraph = part.strip();
            if (paragraph.equals(ITEMS)) {
                blocks.add(new Items());
            } else if (paragraph.equals(DOOR)) {
                blocks.add(new Door());
            } else if (!paragraph.isEmpty()) {
                blocks.add(new Paragraph(
                        paragraph.lines().map(String::strip).map(Prose::spans).toList()));
            }
        }
        return List.copyOf(blocks);
    }

    private static List<Span> spans(String line) {
        List<Span> spans = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        boolean bold = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && i + 1 < line.length()) {
                text.append(line.charAt(++i));
            } else if (line.startsWith("**", i)) {
                addTo(spans, text, bold);
                bold = !bold;
                i++;
            } else {
                text.append(c);
            }
        }
        addTo(spans, text, bold);
        return List.copyOf(spans);
    }

    private static void addTo(List<Span> spans, StringBuilder text, boolean bold) {
        if (!text.isEmpty()) {
            spans.add(new Span(text.toString(), bold));
            text.setLength(0);
        }
    }
}
