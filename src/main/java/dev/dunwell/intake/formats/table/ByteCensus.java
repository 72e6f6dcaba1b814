package dev.dunwell.intake.formats.table;

/** Counts, byte by byte, what speaks for one way of reading a text file and what against it. */
final class ByteCensus {

    private long good;
    private long bad;
    private boolean nul;
    private boolean between80And9f;
    private boolean euroOfLatin9;
    private boolean unknownToWindows;

    private int last;
    private int lastButOne;

    /** Continuation bytes still to come, and the range the next of them must lie in. */
    private int awaited;

    private int low;
    private int high;

    void count(byte[] bytes, int length) {
        if (length > 0) {
            lastButOne = length > 1 ? bytes[length - 2] : last;
            last = bytes[length - 1];
        }
        int i = 0;
        while (i < length) {
            while (i < length && bytes[i] > 0 && awaited == 0) {
                i++;
            }
            if (i < length) {
                take(bytes[i++] & 0xff);
            }
        }
    }

    private void take(int b) {
        nul |= b == 0;
        between80And9f |= b >= 0x80 && b < 0xa0;
        euroOfLatin9 |= b == 0xa4;
        unknownToWindows |= b == 0x81 || b == 0x8d || b == 0x8f || b == 0x90 || b == 0x9d;
        if (awaited > 0 && b >= low && b <= high) {
            awaited--;
            low = 0x80;
            high = 0xbf;
            if (awaited == 0) {
                good++;
            }
        } else {
            bad += awaited > 0 ? 1 : 0;
            begin(b);
        }
    }

    /** The well-formed sequences of UTF-8, Unicode standard table 3-7. */
    private void begin(int b) {
        low = b == 0xe0 ? 0xa0 : b == 0xf0 ? 0x90 : 0x80;
        high = b == 0xed ? 0x9f : b == 0xf4 ? 0x8f : 0xbf;
        if (b < 0x80) {
            awaited = 0;
        } else if (b >= 0xc2 && b <= 0xf4) {
            awaited = b < 0xe0 ? 1 : b < 0xf0 ? 2 : 3;
        } else {
            awaited = 0;
            bad++;
        }
    }

    /** The last character is a line feed or a carriage return, in one byte or in two. */
    boolean endsInLineEnd() {
        int end = last == 0 ? lastButOne : last;
        return end == '\n' || end == '\r';
    }

    boolean hasNul() {
        return nul;
    }

    /** Some byte breaks the rules of UTF-8, or the file ends inside a character, or it has a NUL. */
    boolean isNotWholly8() {
        return bad > 0 || awaited > 0 || nul;
    }

    /** Broken, yet no other encoding has such pairs by chance: a UTF-8 file that took harm, or was cut. */
    boolean isMostly8() {
        return good > bad || bad == 0;
    }

    boolean looksLikeLatin9() {
        return euroOfLatin9 && !between80And9f;
    }

    boolean hasNoWindowsMeaning() {
        return unknownToWindows;
    }
}
