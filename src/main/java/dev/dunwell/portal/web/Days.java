package dev.dunwell.portal.web;

import dev.dunwell.web.BadInput;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;

/** Reads the day of a date field. */
final class Days {

    private Days() {}

    /** Refuses what is no date, and none at all. */
    static LocalDate read(Map<String, String> given, String field) {
        try {
            return LocalDate.parse(given.getOrDefault(field, "").strip());
        } catch (DateTimeException e) {
            throw BadInput.in(field, "Give a day.");
        }
    }
}
