package dev.dunwell.messaging;

import dev.dunwell.access.Organisation;
import dev.dunwell.access.Organisations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets due messages leave. Any number of senders may run at once, on any node: each message leaves once.
 *
 * <p>Mail on hold: nothing leaves. Mail to the sink: the mailbox and the outcome are one transaction, so a crash loses
 * and doubles nothing. Live mail: at most once, see {@link SendLive}.
 */
@Component
public class Deliver {

    private static final Logger log = LoggerFactory.getLogger(Deliver.class);

    private static final int SINK_BATCH = 500;
    /** A sender that has not begun within this time is given up, and others take its messages. */
    static final Duration LEASE = Duration.ofMinutes(5);
    /**
     * A sender that hands over says so all the while, see {@link StillSending}: only a dead one is given up after it.
     */
    static final Duration SENDING_LEASE = Duration.ofMinutes(1);

    private final Embark embark;
    private final Departures departures;
    private final SinkMails sink;
    private final SendLive live;
    private final MailServer mailServer;
    private final Organisations organisations;
    private final TransactionTemplate transaction;

    Deliver(
            Embark embark,
            Departures departures,
            SinkMails sink,
            SendLive live,
            MailServer mailServer,
            Organisations organisations,
            PlatformTransactionManager transactions) {
        this.embark = embark;
        this.departures = departures;
        this.sink = sink;
        this.live = live;
        this.mailServer = mailServer;
        this.organisations = organisations;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Delivers until nothing is due any more. Call it with the organisation bound and outside a transaction.
     *
     * @param now messages may leave whose hour is not later
     */
    public Delivered run(Organisation organisation, Instant now) {
        settleLost(now);
        Delivered delivered = switch (organisation.mailMode()) {
            case HOLD -> Delivered.NOTHING;
            case SINK -> toSink(now);
            case LIVE -> throughServer(organisation, now);
        };
        return delivered.leaving(Objects.requireNonNull(transaction.execute(_ -> departures.waiting(now))));
    }

    /**
     * Finds messages whose sender died: what it had not begun waits again; what it had begun may have been sent and is
     * unconfirmed until a person, or evidence, says more.
     */
    public void settleLost(Instant now) {
        transaction.executeWithoutResult(_ -> {
            for (Departures.Held held : departures.heldSince(State.CLAIMED, now.minus(LEASE))) {
                State waits = held.attempts() == 0 ? State.PLANNED : State.RETRY;
                settle(held, waits, "Its sender stopped before it began; it waits again.", now);
            }
            for (Departures.Held held : departures.heldSince(State.SENDING, now.minus(SENDING_LEASE))) {
                settle(
                        held,
                        State.UNKNOWN,
                        "Its sender stopped while it was with the mail server, so it may have been sent.",
                        now);
            }
        });
    }

    private void settle(Departures.Held held, State state, String why, Instant now) {
        departures.change(List.of(Change.to(state, held.id(), why)), held.fence(), now);
    }

    private Delivered toSink(Instant now) {
        Delivered delivered = Delivered.NOTHING;
        boolean goesOn = true;
        while (goesOn) {
            Batch batch = Objects.requireNonNull(transaction.execute(_ -> sinkBatch(now)));
            delivered = delivered.plus(batch.delivered());
            goesOn = batch.goesOn();
        }
        return delivered;
    }

    /** What became of a batch; {@code goesOn} when the next one is worth trying. */
    private record Batch(Delivered delivered, boolean goesOn) {
        static final Batch LAST = new Batch(Delivered.NOTHING, false);
    }

    private Batch sinkBatch(Instant now) {
        Organisation organisation = organisations.current();
        if (organisation.mailMode() != Organisation.MailMode.SINK) {
            return Batch.LAST;
        }
        Embark.Boarded boarded = embark.next(organisation, SINK_BATCH, now);
        List<Departure> ready = boarded.departures();
        sink.take(ready, now);
        departures.keep(ready, State.SENT, null, now);
        departures.note(
                ready.stream().map(Departure::id).toList(), State.SENT, "Into the mailbox of this installation.", now);
        return new Batch(boarded.delivered().plus(new Delivered(ready.size(), 0, 0, 0, 0)), !boarded.isEmpty());
    }

    private Delivered throughServer(Organisation organisation, Instant now) {
        if (!mailServer.isNamed()) {
            log.warn("Mail is live but no mail server is named: set DUNWELL_MAIL_HOST. Mail waits until then.");
            return Delivered.NOTHING;
        }
        return live.run(organisation, mailServer, now);
    }
}
