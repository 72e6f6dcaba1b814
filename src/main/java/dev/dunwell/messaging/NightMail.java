package dev.dunwell.messaging;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.messaging.MailStop.Kind;
import dev.dunwell.web.NotFound;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The messages of one night leave together: none while the night is decided, and when they are far too many none before
 * a person has released or cancelled them.
 */
@Component
public class NightMail {

    private final JdbcClient db;
    private final MailStops stops;
    private final Departures departures;
    private final Audit audit;
    private final Clock clock;

    NightMail(JdbcClient db, MailStops stops, Departures departures, Audit audit, Clock clock) {
        this.db = db;
        this.stops = stops;
        this.departures = departures;
        this.audit = audit;
        this.clock = clock;
    }

    /** From now on what is written for this night stays. Safe to repeat after a crash. */
    @Transactional
    public void keep(LocalDate night, Actor actor) {
        stops.begin(Kind.DECIDING, night, "The night of " + night + " is being decided.", actor.name());
    }

    /** @param objection why a person must look first, in a sentence; null lets the night's messages go */
    @Transactional
    public void decided(LocalDate night, @Nullable String objection, Actor actor) {
        if (objection == null) {
            stops.end(Kind.DECIDING, night, "released", actor.name());
        } else if (stops.brakeOf(night).isEmpty()) {
            stops.becomeBrake(night, objection);
            audit.write(
                    actor,
                    "night.braked",
                    "organisation",
                    null,
                    Map.of("night", night.toString(), "because", objection));
        }
    }

    /** A person has looked: the night's messages go. */
    @Transactional
    public void release(LocalDate night, Actor actor) {
        end(night, "released", actor);
        audit.write(actor, "night.released", "organisation", null, Map.of("night", night.toString()));
    }

    /**
     * A person has looked: none of them goes. Their steps are given back, and the next night decides anew.
     *
     * @return how many messages were withdrawn
     */
    @Transactional
    public int cancel(LocalDate night, Actor actor) {
        end(night, "cancelled", actor);
        String why = "The night was cancelled by " + actor.name() + ".";
        List<Change> changes = db.sql(
                        "select id from message where window_on = ? and state in ('planned', 'retry') for update")
                .param(night)
                .query((row, _) -> Change.to(State.WITHDRAWN, row.getLong("id"), why))
                .list();
        departures.change(changes, null, clock.instant());
        audit.write(
                actor,
                "night.cancelled",
                "organisation",
                null,
                Map.of("night", night.toString(), "messages", changes.size()));
        return changes.size();
    }

    private void end(LocalDate night, String outcome, Actor actor) {
        if (!stops.end(Kind.BRAKE, night, outcome, actor.name())) {
            throw new NotFound("night that waits for a yes");
        }
    }
}
