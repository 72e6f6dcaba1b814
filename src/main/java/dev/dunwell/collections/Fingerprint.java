package dev.dunwell.collections;

import java.time.LocalDate;

/**
 * Sixty-four bits of a row's parts, in their order, by FNV-1a (Fowler, Noll, Vo); what was written to it once is found
 * again only by the same parts.
 */
final class Fingerprint {

    private static final long START = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private long hash = START;

    Fingerprint add(long part) {
        for (int shift = 0; shift < Long.SIZE; shift += Character.SIZE) {
            mix((int) (part >>> shift) & Character.MAX_VALUE);
        }
        return this;
    }

    Fingerprint add(LocalDate part) {
        return add(part.toEpochDay());
    }

    /** Its characters and their number, so that "ab" and "c" is not "a" and "bc". */
    Fingerprint add(String part) {
        for (int i = 0; i < part.length(); i++) {
            mix(part.charAt(i));
        }
        return add(part.length());
    }

    long value() {
        return hash;
    }

    private void mix(int sixteenBits) {
        hash = (hash ^ sixteenBits) * PRIME;
    }
}
