package dev.dunwell.access;

import dev.dunwell.web.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sets the day an organisation takes for today: for demos and tests, where facts dated later do not exist yet. An
 * organisation whose mail goes out lives on real days.
 */
@Component
public class SetClock {

    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    private final JdbcClient db;
    private final Organisations organisations;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final boolean isAllowed;

    SetClock(
            JdbcClient db,
            Organisations organisations,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${dunwell.simulation:true}") boolean isAllowed) {
        this.db = db;
        this.organisations = organisations;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
        this.isAllowed = isAllowed;
    }

    /** Whether its day may be simulated: the installation lets it, and its mail does not go out. */
    public boolean isAllowedFor(Organisation organisation) {
        return isAllowed && organisation.mailMode() != Organisation.MailMode.LIVE;
    }

    /**
     * @param today the simulated day, null for the real one
     * @throws Refusal where days are not simulated, while mail goes out, and for a day out of all reason
     */
    @Transactional
    public Organisation set(@Nullable LocalDate today, Actor actor) {
        if (today != null) {
            check(today);
        }
        db.sql("update organisation set simulated_today = ? where id = current_org()")
                .param(today)
                .update();
        Organisation changed = organisations.current();
        events.publishEvent(new ClockChanged(changed.id(), changed.today(clock)));
        var detail = Map.of("today", today == null ? "real" : today.toString());
        audit.write(actor, "organisation.clock-set", "organisation", null, detail);
        return changed;
    }

    private void check(LocalDate today) {
        if (!isAllowed) {
            throw Refusal.because("no-simulation", "This installation does not simulate days.");
        } else if (!isAllowedFor(organisations.current())) {
            throw Refusal.because(
                    "mail-is-live",
                    "Mail goes out to customers, so the day stays the real one. Put mail on hold, or let it go to the"
                            + " built-in mailbox, and then simulate a day.");
        } else if (today.isBefore(EARLIEST) || today.isAfter(LATEST)) {
            throw Refusal.because("no-such-day", "Give a day from " + EARLIEST + " to " + LATEST + ".");
        }
    }
}
