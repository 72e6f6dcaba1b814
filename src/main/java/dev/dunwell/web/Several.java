package dev.dunwell.web;

import java.util.List;
import java.util.stream.Stream;

/**
 * Several numbers in one field of a form or one parameter of an address: between commas, or between semicolons where a
 * number has a comma in it, as in {@code Smith, Jones & Co;}.
 */
public final class Several {

    private Several() {}

    /** What stands there; none where nothing does. */
    public static List<String> read(String text) {
        return Stream.of(text.split(text.contains(";") ? ";" : ","))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    /** So that {@link #read} gives the same again. */
    public static String written(List<String> several) {
        return several.stream().anyMatch(each -> each.contains(","))
                ? String.join(";", several) + ";"
                : String.join(",", several);
    }
}
