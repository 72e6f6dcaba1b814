package dev.dunwell.conversations.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Takes a mail apart (RFC 5322, RFC 2045 to 2047, RFC 2231). Pure. Whatever the bytes are there is an answer: a part
 * that is nested too deep, or one too many, stays whole.
 */
public final class MailParts {

    /** Deeper ones are not gone into. */
    public static final int DEEPEST = 12;
    /** Further ones are left out. */
    public static final int MOST = 250;

    private static final Set<String> MAILS = Set.of("message/rfc822", "message/rfc822-headers", "text/rfc822-headers");

    private int parts;

    private MailParts() {}

    public static Part of(byte[] mail) {
        String raw = new String(mail, StandardCharsets.ISO_8859_1);
        String lines = raw.indexOf('\n') < 0
                ? raw.replace('\r', '\n')
                : raw.replace("\r\n", "\n").replace("\r\r\n", "\n");
        String text = lines.stripLeading();
        return new MailParts()
                .part(text.startsWith("From ") ? text.substring(text.indexOf('\n') + 1) : text, 0, "text/plain");
    }

    private Part part(String raw, int depth, String usual) {
        parts++;
        int end = raw.startsWith("\n") ? 0 : raw.indexOf("\n\n");
        Head head = Head.of(end < 0 ? raw : raw.substring(0, end));
        String body =
                end < 0 ? (head.isEmpty() ? raw : "") : raw.substring(Math.min(raw.length(), end == 0 ? 1 : end + 2));
        String named = head.value("Content-Type");
        String type = named.matches("[a-z0-9.+-]+/[a-z0-9.+-]+") ? named : usual;
        Map<String, String> parameters = head.parameters("Content-Type");
        if (type.startsWith("multipart/") && depth < DEEPEST) {
            String boundary = parameters.getOrDefault("boundary", "");
            String each = type.equals("multipart/digest") ? "message/rfc822" : "text/plain";
            List<Part> children = boundary.isEmpty() ? List.of() : children(body, boundary, depth, each);
            return children.isEmpty()
                    ? leaf(head, "text/plain", Map.of(), body, List.of())
                    : new Part(head, type, parameters, false, "", new byte[0], children);
        }
        List<Part> enclosed = MAILS.contains(type) && depth < DEEPEST && parts < MOST
                ? List.of(part(enclosed(body, head), depth + 1, "text/plain"))
                : List.of();
        return leaf(head, type, parameters, body, enclosed);
    }

    private static Part leaf(Head head, String type, Map<String, String> parameters, String body, List<Part> enclosed) {
        byte[] content = Bodies.decoded(body, head.raw("Content-Transfer-Encoding"));
        String disposition = head.value("Content-Disposition");
        String name =
                head.parameters("Content-Disposition").getOrDefault("filename", parameters.getOrDefault("name", ""));
        boolean isText = type.startsWith("text/");
        boolean isAttachment = disposition.equals("attachment") || !name.isEmpty() && !isText;
        return new Part(head, type, parameters, isAttachment, name, content, enclosed);
    }

    private static String enclosed(String body, Head head) {
        String encoding = head.raw("Content-Transfer-Encoding").toLowerCase(Locale.ROOT);
        String plain = new String(Bodies.decoded(body, encoding), StandardCharsets.ISO_8859_1);
        return plain.replace("\r\n", "\n").stripLeading();
    }

    private List<Part> children(String body, String boundary, int depth, String usual) {
        String mark = "--" + boundary;
        List<Part> children = new ArrayList<>();
        int from = -1;
        int at = body.startsWith(mark) ? 0 : next(body, mark, 0);
        while (at >= 0 && parts < MOST) {
            if (from >= 0) {
                children.add(part(body.substring(from, Math.max(from, at - 1)), depth + 1, usual));
            }
            int lineEnd = body.indexOf('\n', at);
            boolean isLast = body.startsWith("--", at + mark.length());
            from = isLast || lineEnd < 0 ? -1 : lineEnd + 1;
            at = from < 0 ? -1 : next(body, mark, from - 1);
        }
        if (from >= 0 && parts < MOST) {
            children.add(part(body.substring(from), depth + 1, usual)); // cut short on the way
        }
        return children;
    }

    /** Where the next line begins with the mark, -1 when none does. */
    private static int next(String body, String mark, int from) {
        for (int at = body.indexOf("\n" + mark, from); at >= 0; at = body.indexOf("\n" + mark, at + 1)) {
            int end = at + 1 + mark.length();
            String rest = body.substring(end, Math.min(body.length(), end + 3));
            if (rest.isEmpty()
                    || rest.charAt(0) == '\n'
                    || rest.startsWith("--")
                    || rest.isBlank()
                    || rest.charAt(0) == ' ') {
                return at + 1;
            }
        }
        return -1;
    }
}
