package dev.dunwell.web;

import java.time.ZoneId;
import java.util.Locale;

/**
 * Who looks at the page and how they read.
 *
 * @param name the person, {@code Nora Lindqvist}
 * @param organisation the organisation they work for now, {@code Meridian Supplies}
 * @param role in plain words, {@code Collector}
 * @param locale how figures and dates are written for them
 * @param zone the organisation's zone: moments are shown in it
 * @param hasChoice whether they work for another organisation too
 * @param shortcutsOn whether single keys act; a person can turn them off
 */
public record Reader(
        String name,
        String organisation,
        String role,
        Locale locale,
        ZoneId zone,
        boolean hasChoice,
        boolean shortcutsOn) {}
