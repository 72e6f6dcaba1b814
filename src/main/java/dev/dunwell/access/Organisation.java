package dev.dunwell.access;

import dev.dunwell.kernel.BusinessCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The seller (vendor) whose receivables these are, with the settings that rules ask for.
 *
 * @param zone decides what day it is
 * @param country ISO 3166 code for the holidays of its calendar; null: weekends only
 * @param tolerance minor units of any currency: what is open below it is not chased
 * @param simulatedToday demo and test only: facts dated later do not exist yet
 */
public record Organisation(
        int id,
        String name,
        Currency currency,
        ZoneId zone,
        Locale locale,
        @Nullable String country,
        MailMode mailMode,
        @Nullable String replyTo,
        int recallMinutes,
        LocalTime nightAt,
        long tolerance,
        int promiseGraceDays,
        @Nullable LocalDate simulatedToday) {

    /** What becomes of mail: nothing leaves, it goes to the embedded mailbox, or it goes out. */
    public enum MailMode {
        HOLD,
        SINK,
        LIVE
    }

    /** The day it is for this organisation: the simulated one, else the date in its zone. */
    public LocalDate today(Clock clock) {
        return simulatedToday != null ? simulatedToday : LocalDate.now(clock.withZone(zone));
    }

    public boolean isSimulated() {
        return simulatedToday != null;
    }

    public BusinessCalendar calendar() {
        return country == null ? BusinessCalendar.of("") : BusinessCalendar.of(country);
    }
}
