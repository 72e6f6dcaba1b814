package dev.dunwell.desk;

import java.util.List;

/**
 * What a search found, for desk/search.
 *
 * @param query as typed; empty before the first search
 * @param hits best first
 */
public record SearchView(String query, List<Hit> hits) {

    /**
     * One thing found.
     *
     * @param kind what it is, {@code Customer} or {@code Invoice}
     * @param title its name or number
     * @param side what tells it from others: customer number and town, or customer and amount
     * @param url its page
     */
    public record Hit(String kind, String title, String side, String url) {}
}
