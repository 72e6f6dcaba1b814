package dev.dunwell.conversations.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** Undoes the transfer encodings of MIME (RFC 2045 6), forgiving what senders get wrong. */
final class Bodies {

    private Bodies() {}

    /** @param body the part's own bytes, one character each */
    static byte[] decoded(String body, String encoding) {
        return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "base64" -> base64(body);
            case "quoted-printable" -> quotedPrintable(body);
            default -> body.getBytes(StandardCharsets.ISO_8859_1);
        };
    }

    /** Whatever stands between the letters is passed over; a last group that is cut short gives what it holds. */
    static byte[] base64(String text) {
        var letters = new StringBuilder(text.length());
        for (int i = 0; i < text.length() && text.charAt(i) != '='; i++) {
            char c = text.charAt(i);
            if (c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '/') {
                letters.append(c);
            }
        }
        if (letters.length() % 4 == 1) {
            letters.setLength(letters.length() - 1);
        }
        return Base64.getDecoder().decode(letters.toString());
    }

    static byte[] quotedPrintable(String text) {
        var bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '=') {
                bytes.write(c);
            } else if (i + 1 >= text.length() || text.charAt(i + 1) == '\n') {
                i++; // a line that goes on
            } else {
                int code = i + 2 < text.length() ? hex(text, i + 1) : -1;
                bytes.write(code >= 0 ? code : c);
                i += code >= 0 ? 2 : 0;
            }
        }
        return bytes.toByteArray();
    }

    /** The value of two hexadecimal digits, -1 when they are not two. */
    static int hex(String text, int at) {
        int high = Character.digit(text.charAt(at), 16);
        int low = at + 1 < text.length() ? Character.digit(text.charAt(at + 1), 16) : -1;
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
}
