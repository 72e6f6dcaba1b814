package dev.dunwell.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.kernel.BusinessCalendar;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipientHoursTest {

    @ParameterizedTest(name = "{1} in {0} waits until {2}")
    @CsvSource({
        // Mon 14 December 2026, winter everywhere in Europe
        "Europe/Madrid, 2026-12-14T06:59:59Z, 2026-12-14T07:00:00Z",
        "Europe/Madrid, 2026-12-14T07:00:00Z, 2026-12-14T07:00:00Z",
        "Europe/Madrid, 2026-12-14T16:59:59Z, 2026-12-14T16:59:59Z",
        "Europe/Madrid, 2026-12-14T17:00:00Z, 2026-12-15T07:00:00Z",
        "Pacific/Kiritimati, 2026-12-13T18:00:00Z, 2026-12-13T18:00:00Z", // already Monday morning there
        "Pacific/Pago_Pago, 2026-12-14T10:00:00Z, 2026-12-14T19:00:00Z", // still Sunday night there
        "Europe/Madrid, 2026-12-18T17:30:00Z, 2026-12-21T07:00:00Z", // Friday evening
        "Europe/Madrid, 2026-12-24T17:30:00Z, 2026-12-28T07:00:00Z", // Christmas Eve
    })
    void mail_waits_for_the_recipients_working_hours(String zone, Instant now, Instant until) {
        assertThat(hours(zone, "08:00", "18:00").onOrAfter(now)).isEqualTo(until);
    }

    @Test
    void an_hour_that_the_change_of_clocks_leaves_out_is_the_next_there_is() {
        var nights = new RecipientHours(
                new Limits.Hours(LocalTime.of(2, 30), LocalTime.of(5, 0)),
                ZoneId.of("Europe/Berlin"),
                BusinessCalendar.everyDay());
        assertThat(nights.onOrAfter(Instant.parse("2026-03-29T00:10:00Z"))).isEqualTo("2026-03-29T01:30:00Z");
        assertThat(nights.onOrAfter(Instant.parse("2026-10-25T00:10:00Z"))).isEqualTo("2026-10-25T00:30:00Z");
    }

    private static RecipientHours hours(String zone, String from, String until) {
        return new RecipientHours(
                new Limits.Hours(LocalTime.parse(from), LocalTime.parse(until)),
                ZoneId.of(zone),
                BusinessCalendar.of("ES"));
    }
}
