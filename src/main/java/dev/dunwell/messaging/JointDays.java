package dev.dunwell.messaging;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** On which days a payer takes the reminders of all vendors in one mail. */
public enum JointDays {
    DAILY("daily", null),
    MONDAY("1", DayOfWeek.MONDAY),
    TUESDAY("2", DayOfWeek.TUESDAY),
    WEDNESDAY("3", DayOfWeek.WEDNESDAY),
    THURSDAY("4", DayOfWeek.THURSDAY),
    FRIDAY("5", DayOfWeek.FRIDAY);

    private final String code;
    private final @Nullable DayOfWeek only;

    JointDays(String code, @Nullable DayOfWeek only) {
        this.code = code;
        this.only = only;
    }

    /** The name in the database and in forms. */
    public String code() {
        return code;
    }

    public static Optional<JointDays> ofCode(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }

    /** The first such day that is not before {@code day}; never at a weekend. */
    LocalDate onOrAfter(LocalDate day) {
        LocalDate next = day;
        while (!fits(next.getDayOfWeek())) {
            next = next.plusDays(1);
        }
        return next;
    }

    private boolean fits(DayOfWeek day) {
        return only == null ? day.compareTo(DayOfWeek.FRIDAY) <= 0 : day == only;
    }
}
