package dev.dunwell.ledger;

import dev.dunwell.access.Caller;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes sure that a moment may be asked about: that it is past, and that whatever began before it is through. Only then
 * does a report with the knowledge of that moment come out the same every time.
 */
@Component
public class Knowledge {

    private final JdbcClient db;

    Knowledge(JdbcClient db) {
        this.db = db;
    }

    /** Reads what a caller asked for; refuses a moment that is not one, is still to come, or is still being written. */
    @Transactional
    public AsOf see(Caller caller, Viewpoint asked) {
        LocalDate day = asked.asOf() == null ? caller.today() : asked.asOf();
        String moment = asked.knownAt();
        return moment == null || moment.isBlank()
                ? AsOf.today(day)
                : new AsOf(
                        day, settled(read(moment.strip(), caller.organisation().zone())));
    }

    /** This very moment, once everything that began before it is through. */
    @Transactional
    public Instant upToNow() {
        return settled(clock());
    }

    private Instant settled(Instant moment) {
        if (moment.isAfter(clock())) {
            throw BadInput.in("knownAt", "This is still to come. Give a moment that is past.");
        }
        boolean isThrough = db.sql("select await_known(:moment)")
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
        if (!isThrough) {
            throw Refusal.conflict(
                    "still-writing",
                    "Something that began by then is still being written. Ask again in a minute, or for an earlier moment.");
        }
        return moment;
    }

    private Instant clock() {
        return db.sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private static Instant read(String text, ZoneId zone) {
        Instant moment = text.length() <= "2026-03-31".length()
                ? read(() -> LocalDate.parse(text)
                        .plusDays(1)
                        .atStartOfDay(zone)
                        .toInstant()
                        .minus(1, ChronoUnit.MICROS))
                : read(() -> OffsetDateTime.parse(text).toInstant());
        Instant found = moment == null
                ? read(() -> LocalDateTime.parse(text).atZone(zone).toInstant())
                : moment;
        if (found == null) {
            throw BadInput.in("knownAt", "Write a moment such as 2026-04-02T09:30, or a day for its end.");
        }
        return found.truncatedTo(ChronoUnit.MICROS);
    }

    private static @Nullable Instant read(Supplier<Instant> parse) {
        try {
            return parse.get();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
