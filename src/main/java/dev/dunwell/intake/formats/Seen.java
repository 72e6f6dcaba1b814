package dev.dunwell.intake.formats;

import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which things a file has named so far, and where, in 20 bytes each, so that a file of millions of rows fits
 * beside everything else. It keeps 64-bit fingerprints instead of texts; among a million different numbers two share
 * one with a chance of one in thirty million, and then a row is questioned, never lost.
 */
final class Seen {

    private static final long MIX = 0x9E37_79B9_7F4A_7C15L;

    /** Makes the fingerprints of this run unforeseeable, so that no file can be made to collide. */
    private final long factor = ThreadLocalRandom.current().nextLong() | 1;

    private long[] keys = new long[1 << 10];
    private long[] prints = new long[1 << 10];
    private int[] marks = new int[1 << 10];
    private int size;

    /** Where a key was seen first and with which values; the row is 0 when it had not been seen before. */
    record First(int row, boolean same) {}

    /** Notes a key at a row, unless an earlier row has it. */
    First note(long key, long print, int row) {
        int slot = slot(key);
        int before = marks[slot];
        if (before == 0) {
            put(slot, key, print, row);
        }
        return new First(before, prints[slot] == print);
    }

    /** Counts how often a key has been seen, this time included. */
    int count(long key) {
        int slot = slot(key);
        if (marks[slot] > 0) {
            return ++marks[slot];
        }
        put(slot, key, 0, 1);
        return 1;
    }

    /** The fingerprint of some values; equal values have equal ones within one instance. */
    long print(@Nullable Object... values) {
        long print = factor;
        for (Object value : values) {
            print = (print ^ hash(value)) * MIX;
            print ^= print >>> 29;
        }
        return print == 0 ? 1 : print;
    }

    private long hash(@Nullable Object value) {
        if (value instanceof String text) {
            long hash = text.length() + 1L;
            for (int i = 0; i < text.length(); i++) {
                hash = (hash ^ text.charAt(i)) * factor;
                hash ^= hash >>> 31;
            }
            return hash;
        } else {
            return value == null ? 0 : value.hashCode() * factor;
        }
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) (key >>> 20) & mask;
        while (marks[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void put(int slot, long key, long print, int mark) {
        keys[slot] = key;
        prints[slot] = print;
        marks[slot] = mark;
        if (++size > keys.length / 4 * 3) {
            grow();
        }
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldPrints = prints;
        int[] oldMarks = marks;
        keys = new long[2 * oldKeys.length];
        prints = new long[keys.length];
        marks = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldMarks[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                prints[slot] = oldPrints[i];
                marks[slot] = oldMarks[i];
            }
        }
    }
}
