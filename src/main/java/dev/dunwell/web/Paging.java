package dev.dunwell.web;

import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for: {@code ?cursor=…&limit=100}.
 *
 * @param cursor where it begins, as {@code next} of the page before said; null: at the beginning
 * @param limit how many, 1 to 200; null: 50
 */
public record Paging(@Nullable String cursor, @Nullable Integer limit) {

    private static final int USUAL = 50;
    private static final int MOST = 200;

    /** @param keys how many sort keys the list has */
    public @Nullable Cursor after(int keys) {
        return Cursor.parse(cursor, keys);
    }

    public int size() {
        if (limit == null) {
            return USUAL;
        } else if (limit >= 1 && limit <= MOST) {
            return limit;
        } else {
            throw BadInput.in("limit", "Ask for 1 to 200 at once, and for more with the cursor.");
        }
    }
}
