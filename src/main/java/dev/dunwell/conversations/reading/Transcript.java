package dev.dunwell.conversations.reading;

import dev.dunwell.conversations.mime.HtmlText;
import dev.dunwell.conversations.mime.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a report of a mail server says in plain words, before it repeats our mail.
 *
 * @param text line by line
 * @param rest our mail as it is repeated in the same text; may be empty
 */
record Transcript(String text, String rest) {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.MULTILINE;
    static final String ADDRESS =
            "[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?";

    private static final Pattern REPEATED = Pattern.compile(
            "^\\W*(?:-{2,}.{0,20}(?:original|returned|unsent|copy of|unmodified|below this line"
                    + "|header of the).{0,60}"
                    + "|(?:included|below) is a copy of.{0,60}|original (?:message"
                    + "|mail)(?: headers?)? ?(?:follows|as follows)?\\W*"
                    + "|message headers follow\\W*|.{0,40}message header.{0,10} follow.{0,10}"
                    + "|(?:received|return-path): ?(?:from|by|<|\\(|\\w+@).*)$",
            FLAGS);
    /** An address that begins a line: a bullet or a bracket may stand before it, words may follow. */
    private static final Pattern FIRST = Pattern.compile(
            "^[ \\t*\"'<(>]{0,12}(" + ADDRESS
                    + ")(?:<mailto:[^>]*>)?[>\"')]{0,3}(?=\\s*(?:$|[:(\\[,;]|\\.\\.\\.|on \\w|invalid"
                    + "|failed|<|-)).*$",
            FLAGS);

    private static final Pattern SENDER =
            Pattern.compile("(?:sent by|message from)\\s*[<\"']?\\s*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern REPLY = Pattern.compile("\\s*[45]\\d\\d[ -].{20,}");
    private static final Pattern INSIDE = Pattern.compile(
            "(?<![\\w@.-])(?:recipients?:?|recipients?\\b.{0,30}(?<![\\w.-])"
                    + "|deliver\\w*\\b.{0,30}\\bto:?|rcpt to|user|address|errors?|for|to|554"
                    + "|550)[\\s:<\"']{1,6}("
                    + ADDRESS + ")[>\"']?",
            FLAGS);

    static Transcript of(Part mail) {
        List<Part> texts = mail.walk()
                .filter(part -> part.is("text/plain") || part.is("message/delivery-status"))
                .toList();
        String text = texts.stream().map(Part::text).collect(Collectors.joining("\n"));
        if (text.isBlank()) {
            text = mail.walk()
                    .filter(part -> part.is("text/html"))
                    .map(part -> HtmlText.of(part.text()))
                    .collect(Collectors.joining("\n"));
        }
        Matcher repeated = REPEATED.matcher(text);
        int from = repeated.find() && repeated.start() > 20 ? repeated.start() : text.length();
        return new Transcript(text.substring(0, from), text.substring(from));
    }

    /**
     * Each address that begins a line with what is said from there to the next; without one, those named in a line.
     *
     * @param own addresses that are ours and never the ones that failed
     */
    Map<String, String> blocks(Set<String> own) {
        Map<String, String> first = blocks(FIRST, own);
        return first.isEmpty() ? blocks(INSIDE, own) : first;
    }

    private Map<String, String> blocks(Pattern pattern, Set<String> own) {
        List<int[]> places = new ArrayList<>();
        List<String> addresses = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            String address = clean(matcher.group(1));
            boolean isSender =
                    SENDER.matcher(text.substring(0, matcher.start(1))).find();
            if (!own.contains(address) && !isSender && !address.startsWith("mailer-daemon@")) {
                places.add(new int[] {lineStart(matcher.start(1))});
                addresses.add(address);
            }
        }
        Map<String, String> blocks = new LinkedHashMap<>();
        for (int i = 0; i < addresses.size(); i++) {
            int end = i + 1 < places.size() ? places.get(i + 1)[0] : text.length();
            blocks.merge(addresses.get(i), said(places.get(i)[0], end), String::concat);
        }
        return blocks;
    }

    /** A line that begins with a reply code says all by itself. */
    private String said(int from, int end) {
        String block = text.substring(from, Math.max(from, end));
        return REPLY.matcher(block).lookingAt() ? block.lines().findFirst().orElse("") : block;
    }

    private int lineStart(int at) {
        return text.lastIndexOf('\n', at) + 1;
    }

    static String clean(String address) {
        return address.toLowerCase(Locale.ROOT).replaceAll("[.,;>]+$", "");
    }

    static Set<String> addresses(String text) {
        return Pattern.compile(ADDRESS)
                .matcher(text)
                .results()
                .map(found -> clean(found.group()))
                .collect(Collectors.toSet());
    }
}
