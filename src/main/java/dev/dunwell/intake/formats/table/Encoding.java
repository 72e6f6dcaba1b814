package dev.dunwell.intake.formats.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How the bytes of a text file become characters, found from all of them and not from the first few.
 *
 * @param mark the length of the byte order mark in front
 * @param damaged whether some bytes make no sense in it, so that each row has to be looked at
 * @param ended whether the last line has its end, as in a file that was not cut
 * @param says the finding in words
 */
record Encoding(Charset charset, int mark, boolean damaged, boolean ended, String says) {

    /** What a byte that is no character turns into, and the one character no text has. */
    private static final String DAMAGE = "\ufffd\u0000";

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Charset LATIN_9 = Charset.forName("ISO-8859-15");

    /** Refuses what is not text. */
    static Encoding of(Source source) {
        try (InputStream bytes = source.open()) {
            byte[] start = bytes.readNBytes(4096);
            ByteCensus census = census(start, bytes);
            if (startsWith(start, 0xff, 0xfe)) {
                return wide(StandardCharsets.UTF_16LE, 2, census);
            } else if (startsWith(start, 0xfe, 0xff)) {
                return wide(StandardCharsets.UTF_16BE, 2, census);
            } else if (zeros(start, 0) == 0 && zeros(start, 1) > start.length / 4) {
                return wide(StandardCharsets.UTF_16LE, 0, census);
            } else if (zeros(start, 1) == 0 && zeros(start, 0) > start.length / 4) {
                return wide(StandardCharsets.UTF_16BE, 0, census);
            } else if (controls(start) > start.length / 20) {
                throw new Unreadable("This is not a text file: save the table as .xlsx or CSV and bring that.");
            }
            return narrow(startsWith(start, 0xef, 0xbb, 0xbf), census);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ByteCensus census(byte[] start, InputStream rest) throws IOException {
        ByteCensus census = new ByteCensus();
        census.count(start, start.length);
        byte[] block = new byte[1 << 16];
        for (int n = rest.read(block); n >= 0; n = rest.read(block)) {
            census.count(block, n);
        }
        return census;
    }

    /** Two bytes for a character. Each row is looked at for damage, since the census counted single bytes. */
    private static Encoding wide(Charset charset, int mark, ByteCensus census) {
        return new Encoding(charset, mark, true, census.endsInLineEnd(), mark > 0 ? "UTF-16" : "UTF-16 without a mark");
    }

    private static Encoding narrow(boolean marked, ByteCensus census) {
        boolean ended = census.endsInLineEnd();
        if (marked) {
            return new Encoding(StandardCharsets.UTF_8, 3, census.isNotWholly8(), ended, "UTF-8 with a mark");
        } else if (!census.isNotWholly8() || census.isMostly8()) {
            return new Encoding(StandardCharsets.UTF_8, 0, census.isNotWholly8(), ended, "UTF-8");
        } else if (census.looksLikeLatin9()) {
            return new Encoding(LATIN_9, 0, census.hasNul(), ended, "ISO-8859-15");
        } else {
            boolean damaged = census.hasNul() || census.hasNoWindowsMeaning();
            return new Encoding(WINDOWS, 0, damaged, ended, "Windows-1252");
        }
    }

    /** Characters from the first after the mark. */
    Reader reader(Source source) throws IOException {
        InputStream bytes = source.open();
        bytes.skipNBytes(mark);
        return new InputStreamReader(bytes, charset);
    }

    static boolean isDamaged(char[] text, int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (DAMAGE.indexOf(text[i]) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] bytes, int... signature) {
        for (int i = 0; i < signature.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != signature[i]) {
                return false;
            }
        }
        return true;
    }

    private static int zeros(byte[] bytes, int offset) {
        int count = 0;
        for (int i = offset; i < bytes.length; i += 2) {
            if (bytes[i] == 0) {
                count++;
            }
        }
        return count;
    }

    private static int controls(byte[] bytes) {
        int count = 0;
        for (byte b : bytes) {
            if (b >= 0 && b < ' ' && "\t\n\r\f".indexOf(b) < 0) {
                count++;
            }
        }
        return count;
    }
}
