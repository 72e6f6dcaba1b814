package dev.dunwell.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is learned about a message after it has left. It arrived: evidence, also for one that was unconfirmed. It came
 * back for good: it failed, and a person is told. It came back for now: the same mail leaves again later, at most three
 * times within three days, and the guards are asked again before.
 */
@Component
public class TakeReport {

    private static final List<Duration> PAUSES =
            List.of(Duration.ofHours(4), Duration.ofHours(20), Duration.ofHours(40));

    private final JdbcClient db;
    private final Departures departures;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TakeReport(JdbcClient db, Departures departures, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.departures = departures;
        this.events = events;
        this.clock = clock;
    }

    /** What is known now. */
    public enum Outcome {
        ARRIVED,
        READ,
        ANSWERED,
        CAME_BACK,
        CAME_BACK_FOR_NOW,
        STILL_UNDER_WAY
    }

    private record Sent(
            long id,
            long customerId,
            String address,
            State state,
            int tries,
            @Nullable UUID fence) {}

    /**
     * Takes a report in the caller's transaction; one about a message that has not left, or has failed, changes
     * nothing.
     *
     * @param said the words of the report, one line
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(long messageId, Outcome outcome, String said) {
        Sent message = db.sql("""
                select id, customer_id, to_address, state, attempts, fence
                from message
                where id = ?
                for update
                """).param(messageId).query(TakeReport::sent).single();
        if (message.state != State.SENT && message.state != State.UNKNOWN) {
            return;
        }
        Instant now = clock.instant();
        switch (outcome) {
            case ARRIVED -> arrived(message, MailDelivered.Proof.ARRIVED, said, now);
            case READ -> arrived(message, MailDelivered.Proof.READ, said, now);
            case ANSWERED -> arrived(message, MailDelivered.Proof.ANSWERED, said, now);
            case CAME_BACK -> move(message, Change.to(State.FAILED, message.id, "It came back: " + said), now);
            case CAME_BACK_FOR_NOW -> move(message, again(message, said, now), now);
            case STILL_UNDER_WAY ->
                departures.note(List.of(message.id), message.state, "Still under way: " + said, now);
        }
    }

    private void arrived(Sent message, MailDelivered.Proof proof, String said, Instant now) {
        if (message.state == State.UNKNOWN) {
            move(message, Change.to(State.SENT, message.id, said), now);
        } else {
            departures.note(List.of(message.id), State.SENT, said, now);
        }
        events.publishEvent(new MailDelivered(message.id, message.customerId, message.address, proof, said));
    }

    private static Change again(Sent message, String said, Instant now) {
        return message.tries < PAUSES.size()
                ? new Change(
                        message.id,
                        State.RETRY,
                        "It came back for now: " + said,
                        now.plus(PAUSES.get(message.tries)),
                        1)
                : Change.to(State.FAILED, message.id, "It came back each time. " + said);
    }

    private void move(Sent message, Change change, Instant now) {
        departures.change(List.of(change), message.fence, now);
    }

    private static Sent sent(ResultSet row, int n) throws SQLException {
        return new Sent(
                row.getLong("id"),
                row.getLong("customer_id"),
                row.getString("to_address"),
                State.ofCode(row.getString("state")),
                row.getInt("attempts"),
                row.getObject("fence", UUID.class));
    }
}
