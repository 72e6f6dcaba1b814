package dev.dunwell.messaging;

import dev.dunwell.access.Organisation;
import dev.dunwell.access.Organisation.MailMode;
import dev.dunwell.access.Organisations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends through the mail server, each message at most once. It is claimed with a fence; just before its words leave, a
 * transaction of its own asks the guards again and writes that it is being sent; after that only its answer, or a
 * person, moves it on.
 */
@Component
class SendLive {

    private static final int BATCH = 20;
    private static final Duration PAUSE_WHILE_AWAY = Duration.ofMinutes(1);
    private static final Duration SOON = Duration.ofMinutes(1);

    private final Embark embark;
    private final Departures departures;
    private final StillSending stillSending;
    private final Organisations organisations;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SendLive(
            Embark embark,
            Departures departures,
            StillSending stillSending,
            Organisations organisations,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.embark = embark;
        this.departures = departures;
        this.stillSending = stillSending;
        this.organisations = organisations;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What became of a batch; {@code goesOn} when the next one is worth trying. */
    record Batch(Delivered delivered, boolean goesOn) {
        static final Batch LAST = new Batch(Delivered.NOTHING, false);
    }

    Batch next(Organisation organisation, MailTransport transport, Instant now) {
        UUID fence = UUID.randomUUID();
        Embark.Boarded boarded = Objects.requireNonNull(transaction.execute(_ -> {
            Embark.Boarded taken = embark.next(organisation, BATCH, now);
            departures.keep(taken.departures(), State.CLAIMED, fence, clock.instant());
            return taken;
        }));
        Instant claimedAt = clock.instant();
        Delivered delivered = boarded.delivered();
        List<Departure> ready = boarded.departures();
        for (int i = 0; i < ready.size(); i++) {
            Sending sending = new Sending(ready.get(i), fence, now, claimedAt);
            OutgoingMail mail = ready.get(i).mail();
            Handover handover = stillSending.during(
                    organisation.id(), ready.get(i).id(), fence, () -> transport.hand(mail, sending::mayLeave));
            delivered = delivered.plus(sending.settled(handover));
            if (handover instanceof Handover.NotSent notSent && notSent.isServerAway()) {
                release(ready.subList(i + 1, ready.size()), fence, now);
                return new Batch(delivered, false);
            }
        }
        return new Batch(delivered, !boarded.isEmpty());
    }

    private void release(List<Departure> rest, UUID fence, Instant now) {
        transaction.executeWithoutResult(_ -> departures.change(
                rest.stream()
                        .map(d -> new Change(
                                d.id(),
                                d.message().tries() == 0 ? State.PLANNED : State.RETRY,
                                "The mail server was away; it was not tried.",
                                now.plus(PAUSE_WHILE_AWAY),
                                0))
                        .toList(),
                fence,
                clock.instant()));
    }

    /** One message with the transport. */
    private final class Sending {

        private final Departure departure;
        private final UUID fence;
        private final Instant now;
        private final Instant claimedAt;
        private final AtomicReference<@Nullable Change> keptBack = new AtomicReference<>();

        Sending(Departure departure, UUID fence, Instant now, Instant claimedAt) {
            this.departure = departure;
            this.fence = fence;
            this.now = now;
            this.claimedAt = claimedAt;
        }

        /** The last moment at which it can be kept back: paid a second ago, held, out of hours, or no longer ours. */
        boolean mayLeave() {
            keptBack.set(Change.to(State.PLANNED, departure.id(), "It was kept back just before it left."));
            boolean leaves = Boolean.TRUE.equals(transaction.execute(_ -> {
                List<Long> one = List.of(departure.id());
                return isItsHour()
                        && organisations.current().mailMode() == MailMode.LIVE
                        && embark.withdraw(one, fence, clock.instant()).isEmpty()
                        && departures.begin(departure.id(), fence, clock.instant());
            }));
            if (leaves) {
                keptBack.set(null);
            }
            return leaves;
        }

        /**
         * Asked when it was claimed, and again when that is some time ago: the messages before it may have been slow.
         */
        private boolean isItsHour() {
            Instant here = clock.instant();
            if (here.isBefore(claimedAt.plus(SOON))) {
                return true;
            }
            SendHours.Wait wait = embark.notYet(List.of(departure.id()), here).get(departure.id());
            if (wait != null) {
                keptBack.set(Embark.waiting(departure.message(), wait));
            }
            return wait == null;
        }

        Delivered settled(Handover handover) {
            return Objects.requireNonNull(transaction.execute(_ -> {
                Change back = keptBack.get();
                if (back != null) {
                    boolean isWithdrawn = departures
                            .change(List.of(back), fence, clock.instant())
                            .isEmpty();
                    return isWithdrawn ? new Delivered(0, 0, 0, 1, 0) : Delivered.NOTHING;
                }
                Change change = Change.after(
                        handover, departure.id(), departure.message().tries(), now);
                departures.change(List.of(change), fence, clock.instant());
                return counted(change.state());
            }));
        }

        private static Delivered counted(State state) {
            return new Delivered(
                    state == State.SENT ? 1 : 0, state == State.FAILED ? 1 : 0, state == State.UNKNOWN ? 1 : 0, 0, 0);
        }
    }
}
