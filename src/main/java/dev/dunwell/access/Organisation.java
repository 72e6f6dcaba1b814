package dev.dunwell.access;

import dev.dunwell.kernel.BusinessCalendar;
import dev.dunwell.web.BadInput;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The seller (vendor) whose receivables these are, with the settings that rules ask for.
 *
 * @param zone decides what day it is
 * @param country ISO 3166 code for the holidays of its calendar; null: weekends only
 * @param tolerance minor units of any currency: what is open below it is not chased
 * @param agingDays the last day of each aging bucket but the open-ended one, ascending
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
        List<Integer> agingDays,
        @Nullable LocalDate simulatedToday) {

    public Organisation {
        agingDays = List.copyOf(agingDays);
    }

    /** What becomes of mail: nothing leaves, it goes to the embedded mailbox, or it goes out. */
    public enum MailMode {
        HOLD,
        SINK,
        LIVE;

        /** The name in the database and in the API, {@code hold}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws BadInput when there is no such mode */
        public static MailMode read(@Nullable String code) {
            var fields = new SettingFields(code == null ? Map.of() : Map.of("mode", code));
            MailMode mode = fields.mailMode("mode");
            fields.check();
            return mode;
        }
    }

    /** The day it is for this organisation: the simulated one, else the date in its zone. */
    public LocalDate today(Clock clock) {
        return simulatedToday != null ? simulatedToday : LocalDate.now(clock.withZone(zone));
    }

    /**
     * Whether the hour of its night has come, on its own clock. A simulated day has no hours: somebody asks for its
     * night.
     */
    public boolean isNightHour(Instant now) {
        return !isSimulated() && !now.atZone(zone).toLocalTime().isBefore(nightAt);
    }

    public boolean isSimulated() {
        return simulatedToday != null;
    }

    public BusinessCalendar calendar() {
        return country == null ? BusinessCalendar.of("") : BusinessCalendar.of(country);
    }
}
