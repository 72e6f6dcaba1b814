package dev.dunwell.access;

import java.time.LocalDate;

/**
 * The organisation's day jumped: a simulated one was set, or the real one came back.
 *
 * @param today the day it is now
 */
public record ClockChanged(int organisation, LocalDate today) {}
