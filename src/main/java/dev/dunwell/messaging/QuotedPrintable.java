package dev.dunwell.messaging;

import java.nio.charset.StandardCharsets;

/** Text for the mail's seven bits and short lines (RFC 2045 6.7). */
final class QuotedPrintable {

    private static final int LONGEST = 76;
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    /** A byte in hexadecimal, behind the end of a line. */
    private static final int MOST_PER_BYTE = 6;

    private QuotedPrintable() {}

    /** @param text its lines end with CR LF */
    static String of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var out = new byte[MOST_PER_BYTE * bytes.length];
        int size = 0;
        int column = 0;
        for (int i = 0; i < bytes.length; i++) {
            byte b = bytes[i];
            if (b == '\r' || b == '\n') {
                out[size++] = b;
                column = 0;
                continue;
            }
            boolean isEndOfLine = i + 1 == bytes.length || bytes[i + 1] == '\r';
            boolean isPlain = b > ' ' && b < 127 && b != '=' || (b == ' ' || b == '\t') && !isEndOfLine;
            int width = isPlain ? 1 : 3;
            if (column + width > (isEndOfLine ? LONGEST : LONGEST - 1)) {
                out[size++] = '=';
                out[size++] = '\r';
                out[size++] = '\n';
                column = 0;
            }
            if (isPlain) {
                out[size++] = b;
            } else {
                out[size++] = '=';
                out[size++] = HEX[b >> 4 & 15];
                out[size++] = HEX[b & 15];
            }
            column += width;
        }
        return new String(out, 0, size, StandardCharsets.ISO_8859_1);
    }
}
