package dev.dunwell.messaging;

import java.nio.charset.StandardCharsets;

/** Text for the mail's seven bits and short lines (RFC 2045 6.7). */
final class QuotedPrintable {

    private static final int LONGEST = 76;
    private static final String HEX = "0123456789ABCDEF";

    private QuotedPrintable() {}

    /** @param text its lines end with CR LF */
    static String of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var out = new StringBuilder(bytes.length + bytes.length / 16);
        int column = 0;
        for (int i = 0; i < bytes.length; i++) {
            byte b = bytes[i];
            if (b == '\r' || b == '\n') {
                out.append((char) b);
                column = 0;
                continue;
            }
            boolean isEndOfLine = i + 1 == bytes.length || bytes[i + 1] == '\r';
            boolean isPlain = b > ' ' && b < 127 && b != '=' || (b == ' ' || b == '\t') && !isEndOfLine;
            int width = isPlain ? 1 : 3;
            if (column + width > (isEndOfLine ? LONGEST : LONGEST - 1)) {
                out.append("=\r\n");
                column = 0;
            }
            if (isPlain) {
                out.append((char) b);
            } else {
                out.append('=').append(HEX.charAt((b >> 4) & 15)).append(HEX.charAt(b & 15));
            }
            column += width;
        }
        return out.toString();
    }
}
