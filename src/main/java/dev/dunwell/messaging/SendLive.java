package dev.dunwell.messaging;

import dev.dunwell.access.Organisation;
import dev.dunwell.access.Tenant;
import dev.dunwell.archive.Archive;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends through the mail server, each message at most once, over several connections. A message is claimed with a
 * fence; just before its words leave, the {@link Turnstile} asks the guards again and writes that it is being sent;
 * after that only its answer, or a person, moves it on.
 */
@Component
class SendLive {

    /** Claimed ahead for each connection. */
    private static final int BATCH = 20;

    private static final Duration PAUSE_WHILE_AWAY = Duration.ofMinutes(1);

    private final Embark embark;
    private final Departures departures;
    private final Archive archive;
    private final StillSending stillSending;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SendLive(
            Embark embark,
            Departures departures,
            Archive archive,
            StillSending stillSending,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.embark = embark;
        this.departures = departures;
        this.archive = archive;
        this.stillSending = stillSending;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Sends until nothing is due any more, the server is away, or mail is to stay. */
    Delivered run(Organisation organisation, MailServer server, Instant now) {
        UUID fence = UUID.randomUUID();
        var claimed = new ClaimedAhead(
                most -> embark.next(organisation, most, now),
                new FilesAhead(archive),
                departures,
                fence,
                clock,
                transaction,
                BATCH * server.connections());
        var turnstile = new Turnstile(embark, departures, clock, transaction, fence);
        List<Future<?>> senders = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < server.connections(); i++) {
                Runnable sender = () -> send(server, claimed, turnstile, now);
                senders.add(threads.submit(() -> Tenant.runIn(organisation.id(), sender)));
            }
        }
        senders.forEach(SendLive::rethrow);
        turnstile.settle();
        List<Sending> rest = claimed.rest();
        release(
                turnstile.isOpen()
                        ? waiting(rest, "The mail server was away; it was not tried.", now.plus(PAUSE_WHILE_AWAY))
                        : waiting(rest, "Mail was stopped; it was not tried.", now),
                fence);
        return claimed.delivered().plus(turnstile.delivered());
    }

    /** One connection. */
    private void send(MailServer server, ClaimedAhead claimed, Turnstile turnstile, Instant now) {
        try (MailTransport transport = server.open()) {
            boolean goesOn = true;
            while (goesOn && turnstile.isOpen()) {
                Sending sending = claimed.next();
                goesOn = sending != null && hand(sending, transport, turnstile, now);
            }
            turnstile.settle();
        } catch (Throwable e) {
            turnstile.close();
            throw e;
        }
    }

    /** False when the server is away for this connection; it may serve the others, where it grants us so many. */
    private boolean hand(Sending sending, MailTransport transport, Turnstile turnstile, Instant now) {
        var look = new Look(sending, turnstile);
        OutgoingMail mail = sending.mail(archive);
        Handover handover = stillSending.during(
                Tenant.current(), sending.id(), turnstile.fence(), () -> transport.hand(mail, look::mayLeave));
        if (look.isKeptBack) {
            return true;
        }
        turnstile.left(Change.after(
                handover, sending.id(), sending.departure().message().tries(), now));
        return !(handover instanceof Handover.NotSent notSent && notSent.isServerAway());
    }

    /** Remembers the answer: the transport cannot tell a mail that was kept back from one that was refused. */
    private static final class Look {
        private final Sending sending;
        private final Turnstile turnstile;
        private boolean isKeptBack;

        Look(Sending sending, Turnstile turnstile) {
            this.sending = sending;
            this.turnstile = turnstile;
        }

        boolean mayLeave() {
            isKeptBack = true; // also when the question fails: it has not left
            isKeptBack = !turnstile.mayLeave(sending);
            return !isKeptBack;
        }
    }

    private static List<Change> waiting(List<Sending> rest, String why, Instant from) {
        return rest.stream().map(each -> each.back(why, from)).toList();
    }

    private void release(List<Change> back, UUID fence) {
        transaction.executeWithoutResult(_ -> departures.change(back, fence, clock.instant()));
    }

    private static void rethrow(Future<?> sender) {
        try {
            sender.get();
        } catch (ExecutionException e) {
            switch (Objects.requireNonNull(e.getCause())) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                default -> throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The delivery was interrupted; what it holds is settled later.", e);
        }
    }
}
