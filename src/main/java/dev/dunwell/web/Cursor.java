package dev.dunwell.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the next page of a list begins: the sort keys of the last row shown. A list is never counted off by row number,
 * so it stays fast to its end and skips nothing while rows are added.
 *
 * @param keys the sort keys as text, in the order of the {@code order by}
 */
public record Cursor(List<String> keys) {

    private static final String SEPARATOR = "\u001f";

    public Cursor {
        keys = List.copyOf(keys);
    }

    /** From the sort keys of a row: text, numbers, dates. */
    public static Cursor of(Object... keys) {
        return new Cursor(Arrays.stream(keys).map(Object::toString).toList());
    }

    /** Reads what {@link #toString} wrote into a URL; null and empty mean the first page. Refuses anything else. */
    public static @Nullable Cursor parse(@Nullable String written, int keys) {
        if (written == null || written.isEmpty()) {
            return null;
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(written), StandardCharsets.UTF_8);
            var cursor = new Cursor(List.of(plain.split(SEPARATOR, -1)));
            if (cursor.keys.size() == keys && plain.indexOf('\0') < 0) {
                return cursor;
            } else {
                throw unreadable();
            }
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
    }

    public String text(int key) {
        return keys.get(key);
    }

    public long number(int key) {
        try {
            return Long.parseLong(keys.get(key));
        } catch (NumberFormatException e) {
            throw unreadable();
        }
    }

    public LocalDate date(int key) {
        try {
            return LocalDate.parse(keys.get(key));
        } catch (DateTimeException e) {
            throw unreadable();
        }
    }

    /** For a URL: letters, digits, minus and underscore. */
    @Override
    public String toString() {
        byte[] plain = String.join(SEPARATOR, keys).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }

    private static BadInput unreadable() {
        return BadInput.in("cursor", "The cursor is not one of ours. Start from the first page, without a cursor.");
    }
}
