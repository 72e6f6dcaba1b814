package dev.dunwell.collections;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The weekly look at what has no end of its own: a dispute, a missing address, an unmade call. */
final class Review {

    private static final int DAYS = 7;

    private Review() {}

    /** The first day after today that is a whole number of weeks after the day it began. */
    static LocalDate nextOn(LocalDate began, LocalDate today) {
        long days = ChronoUnit.DAYS.between(began, today);
        return days < 0 ? began : began.plusDays((days / DAYS + 1) * DAYS);
    }
}
