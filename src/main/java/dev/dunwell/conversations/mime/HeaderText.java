package dev.dunwell.conversations.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in the head of a mail, as people read it: encoded words (RFC 2047) and parameters (RFC 2231). */
final class HeaderText {

    private static final Pattern WORD = Pattern.compile("=\\?([^?\\s*]{1,40})(?:\\*[^?]*)?\\?([BbQq])\\?([^?]*)\\?=");
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+");
    private static final Pattern PARAMETER = Pattern.compile(
            ";\\s*([A-Za-z0-9_-]{1,60}?)(?:\\*(\\d{1,2}))?(\\*)?\\s*=\\s*(\"(?:[^\"\\\\]|\\\\.)*+\"?|[^;\\s]*)");

    private HeaderText() {}

    /** One line, without what could begin another header or turn the direction of writing. */
    static String decoded(String raw) {
        Matcher word = WORD.matcher(raw);
        var text = new StringBuilder();
        var bytes = new ByteArrayOutputStream();
        String charset = "";
        int end = 0;
        while (word.find()) {
            String between = raw.substring(end, word.start());
            boolean goesOn = end > 0 && between.isBlank();
            if (!goesOn || !charset.equalsIgnoreCase(word.group(1))) {
                flush(bytes, charset, text);
                text.append(goesOn ? "" : Texts.repaired(latin(between), null));
            }
            charset = word.group(1);
            bytes.writeBytes(
                    word.group(2).equalsIgnoreCase("B")
                            ? Bodies.base64(word.group(3))
                            : Bodies.quotedPrintable(word.group(3).replace('_', ' ')));
            end = word.end();
        }
        flush(bytes, charset, text);
        text.append(Texts.repaired(latin(raw.substring(end)), null));
        return UNFIT.matcher(text).replaceAll(" ").strip();
    }

    private static void flush(ByteArrayOutputStream bytes, String charset, StringBuilder text) {
        if (bytes.size() > 0) {
            text.append(Texts.repaired(bytes.toByteArray(), charset));
            bytes.reset();
        }
    }

    /** The parameters behind a value, names in small letters; pieces that belong together are joined. */
    static Map<String, String> parameters(String raw) {
        Map<String, TreeMap<Integer, String>> pieces = new HashMap<>();
        Map<String, Boolean> isCoded = new HashMap<>();
        Matcher matcher = PARAMETER.matcher(raw);
        while (matcher.find()) {
            String name = matcher.group(1).toLowerCase(Locale.ROOT);
            int place = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
            pieces.computeIfAbsent(name, _ -> new TreeMap<>()).putIfAbsent(place, unquoted(matcher.group(4)));
            isCoded.merge(name, matcher.group(3) != null, Boolean::logicalOr);
        }
        Map<String, String> parameters = new HashMap<>();
        pieces.forEach((name, parts) -> {
            String value = String.join("", parts.values());
            parameters.put(name, Boolean.TRUE.equals(isCoded.get(name)) ? percent(value) : decoded(value));
        });
        return parameters;
    }

    private static String unquoted(String value) {
        if (!value.startsWith("\"")) {
            return value;
        }
        String inner =
                value.substring(1, value.length() > 1 && value.endsWith("\"") ? value.length() - 1 : value.length());
        return inner.replaceAll("\\\\(.)", "$1");
    }

    private static String percent(String value) {
        String[] parts = value.split("'", 3);
        String coded = parts.length == 3 ? parts[2] : value;
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < coded.length(); i++) {
            int code = coded.charAt(i) == '%' && i + 2 < coded.length() ? Bodies.hex(coded, i + 1) : -1;
            bytes.write(code >= 0 ? code : coded.charAt(i));
            i += code >= 0 ? 2 : 0;
        }
        return UNFIT.matcher(Texts.repaired(bytes.toByteArray(), parts.length == 3 ? parts[0] : null))
                .replaceAll(" ");
    }

    private static byte[] latin(String raw) {
        return raw.getBytes(StandardCharsets.ISO_8859_1);
    }
}
