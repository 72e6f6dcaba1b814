package dev.dunwell.invoicing.xml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** A document being written, element by element, in order. An element without text is left out. */
final class Xml {

    private final StringBuilder text = new StringBuilder(8192).append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final Deque<String> open = new ArrayDeque<>();

    /** @param attributes names and values in turn */
    Xml open(String name, String... attributes) {
        begin(name, attributes);
        open.push(name);
        return this;
    }

    Xml close() {
        text.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Opens several, each in the one before; close as many. */
    Xml into(String... names) {
        for (String name : names) {
            open(name);
        }
        return this;
    }

    Xml out(int levels) {
        for (int i = 0; i < levels; i++) {
            close();
        }
        return this;
    }

    Xml leaf(String name, String value, String... attributes) {
        if (!value.isBlank()) {
            begin(name, attributes);
            escape(value.strip());
            text.append("</").append(name).append('>');
        }
        return this;
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void begin(String name, String... attributes) {
        text.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            text.append('"');
        }
        text.append('>');
    }

    /** Characters that XML has no place for are left out. */
    private void escape(String value) {
        value.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                default -> {
                    if (c >= 0x20 && c != 0xFFFE && c != 0xFFFF || c == '\n' || c == '\t') {
                        text.appendCodePoint(c);
                    }
                }
            }
        });
    }
}
