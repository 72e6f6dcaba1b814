package dev.dunwell.reach;

import dev.dunwell.access.Organisation;
import dev.dunwell.access.Organisations;
import dev.dunwell.kernel.BusinessCalendar;
import dev.dunwell.kernel.Sql;
import dev.dunwell.messaging.SendHours;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A message waits for the recipient's hour: on their working day, within the organisation's hours, by their clock. A
 * simulated day has no hours, so there it does not wait.
 */
@Component
class QuietHours implements SendHours {

    private static final String WHERE = Sql.named("reach/recipient-places");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.UK);

    private final JdbcClient db;
    private final CurrentLimits limits;
    private final Organisations organisations;

    QuietHours(JdbcClient db, CurrentLimits limits, Organisations organisations) {
        this.db = db;
        this.limits = limits;
        this.organisations = organisations;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<Long, Wait> notYet(Collection<Long> messageIds, Instant now) {
        Limits.Hours hours = limits.get().hours();
        Map<Long, Wait> early = new HashMap<>();
        if (hours == null) {
            return early;
        }
        Organisation here = organisations.current();
        if (!here.isSimulated()) {
            db.sql(WHERE).param("messages", messageIds.toArray(Long[]::new)).query(row -> {
                ZoneId zone = zone(row.getString("zone"), here);
                var there = new RecipientHours(hours, zone, calendar(row.getString("country"), here));
                Instant until = there.onOrAfter(now);
                if (until.isAfter(now)) {
                    early.put(row.getLong("id"), wait(until, zone));
                }
            });
        }
        return early;
    }

    private static Wait wait(Instant until, ZoneId zone) {
        return new Wait(
                until,
                "It waits for the recipient’s hours: " + MOMENT.format(until.atZone(zone)) + " in " + zone + ".");
    }

    private static ZoneId zone(@Nullable String name, Organisation here) {
        return name == null ? here.zone() : ZoneId.of(name);
    }

    private static BusinessCalendar calendar(@Nullable String country, Organisation here) {
        return BusinessCalendar.of(Objects.requireNonNullElse(country, Objects.requireNonNullElse(here.country(), "")));
    }
}
