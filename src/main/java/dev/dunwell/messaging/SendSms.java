package dev.dunwell.messaging;

import dev.dunwell.access.Organisation;
import dev.dunwell.access.Organisation.MailMode;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.Tenant;
import dev.dunwell.messaging.SmsWebhook.Answer;
import dev.dunwell.messaging.SmsWebhook.Sms;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends text messages through the organisation's gateway, each at most once: claimed with a fence, the guards asked
 * again in the transaction that writes SENDING, then handed over; after that only the answer, or a person, moves it on.
 * {@link Deliver#settleLost} finds those whose sender died.
 */
@Component
public class SendSms {

    private static final int BATCH = 50;
    private static final String KEPT_BACK = "It was kept back just before it left.";

    private final Boarding boarding;
    private final Embark embark;
    private final Departures departures;
    private final SmsAccounts accounts;
    private final SmsWebhook webhook;
    private final StillSending stillSending;
    private final Organisations organisations;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SendSms(
            Boarding boarding,
            Embark embark,
            Departures departures,
            SmsAccounts accounts,
            SmsWebhook webhook,
            StillSending stillSending,
            Organisations organisations,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.boarding = boarding;
        this.embark = embark;
        this.departures = departures;
        this.accounts = accounts;
        this.webhook = webhook;
        this.stillSending = stillSending;
        this.organisations = organisations;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Sends until nothing is due any more, the gateway is away, or mail is to stay. While mail is kept in the house,
     * text messages stay there too and count as sent. Call it with the organisation bound and outside a transaction.
     *
     * @param now messages may leave whose hour is not later
     */
    public Delivered run(Organisation organisation, Instant now) {
        return switch (organisation.mailMode()) {
            case HOLD -> Delivered.NOTHING;
            case SINK -> inTheHouse(now);
            case LIVE ->
                accounts.current().filter(SmsAccount::isOn).isPresent()
                        ? through(accounts.key().orElseThrow(), organisation, now)
                        : Delivered.NOTHING;
        };
    }

    private Delivered inTheHouse(Instant now) {
        Delivered delivered = Delivered.NOTHING;
        Boarding.Boarded boarded = kept(now);
        while (!boarded.isEmpty()) {
            delivered = delivered
                    .plus(boarded.others())
                    .plus(new Delivered(boarded.ready().size(), 0, 0, 0, 0));
            boarded = kept(now);
        }
        return delivered;
    }

    private Boarding.Boarded kept(Instant now) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            Organisation here = organisations.current();
            if (here.mailMode() != MailMode.SINK) {
                return new Boarding.Boarded(List.of(), Delivered.NOTHING, true);
            }
            Boarding.Boarded boarded = boarding.next(Way.SMS, here, State.SENT, null, BATCH, now);
            List<Long> ids = boarded.ready().stream().map(Boarding.Ready::id).toList();
            departures.note(ids, State.SENT, "Kept in this installation, as all mail is.", now);
            return boarded;
        }));
    }

    private Delivered through(SmsAccounts.Key key, Organisation organisation, Instant now) {
        UUID fence = UUID.randomUUID();
        Delivered delivered = Delivered.NOTHING;
        boolean goesOn = true;
        while (goesOn) {
            Boarding.Boarded boarded = Objects.requireNonNull(
                    transaction.execute(_ -> boarding.next(Way.SMS, organisation, State.CLAIMED, fence, BATCH, now)));
            delivered = delivered.plus(boarded.others());
            goesOn = !boarded.isEmpty();
            for (Boarding.Ready each : boarded.ready()) {
                Step step = goesOn ? hand(new Trip(key, organisation, fence, now), each) : back(each, fence, now);
                delivered = delivered.plus(step.delivered);
                goesOn = step.goesOn;
            }
        }
        return delivered;
    }

    /** @param goesOn false when the next one would fare no better */
    private record Step(Delivered delivered, boolean goesOn) {
        static final Step OVER = new Step(Delivered.NOTHING, false);
        static final Step NEXT = new Step(Delivered.NOTHING, true);
    }

    /** What is the same for all messages of one run. */
    private record Trip(SmsAccounts.Key key, Organisation organisation, UUID fence, Instant now) {}

    private Step hand(Trip trip, Boarding.Ready ready) {
        Step begun = Objects.requireNonNull(transaction.execute(_ -> begin(ready, trip.fence)));
        if (begun != Step.NEXT) {
            return begun.goesOn ? begun : back(ready, trip.fence, trip.now);
        }
        DueMessage message = ready.message();
        var sms = new Sms(
                message.messageId().replaceAll("[<>]", ""),
                message.toAddress(),
                ready.whole().text(),
                ready.whole().language(),
                trip.organisation.name(),
                false);
        Answer answer = stillSending.during(
                Tenant.current(), ready.id(), trip.fence, () -> webhook.call(trip.key, sms, clock.instant()));
        return learned(trip, ready, answer);
    }

    /** The last look, and SENDING, in one transaction: NEXT when it may be handed over now. */
    private Step begin(Boarding.Ready ready, UUID fence) {
        Instant now = clock.instant();
        if (!embark.withdraw(Way.SMS, List.of(ready.id()), fence, now).isEmpty()) {
            return new Step(new Delivered(0, 0, 0, 1, 0), true);
        }
        return departures.begin(List.of(ready.id()), fence, now).isEmpty() ? Step.OVER : Step.NEXT;
    }

    private Step back(Boarding.Ready ready, UUID fence, Instant now) {
        State waits = ready.message().tries() == 0 ? State.PLANNED : State.RETRY;
        var change = new Change(ready.id(), waits, KEPT_BACK, now.plus(Duration.ofMinutes(1)), 0);
        transaction.executeWithoutResult(_ -> departures.change(List.of(change), fence, now));
        return Step.OVER;
    }

    private Step learned(Trip trip, Boarding.Ready ready, Answer answer) {
        Handover handover = answer.handover();
        Change change =
                notBefore(Change.after(handover, ready.id(), ready.message().tries(), trip.now), answer, trip.now);
        Instant at = clock.instant();
        transaction.executeWithoutResult(_ -> {
            departures.change(List.of(change), trip.fence, at);
            accounts.checked(at, handover instanceof Handover.Sent ? null : handover.why());
        });
        boolean isAway = handover instanceof Handover.NotSent notSent && notSent.isServerAway();
        return new Step(
                switch (change.state()) {
                    case SENT -> new Delivered(1, 0, 0, 0, 0);
                    case FAILED -> new Delivered(0, 1, 0, 0, 0);
                    case UNKNOWN -> new Delivered(0, 0, 1, 0, 0);
                    default -> new Delivered(0, 0, 0, 0, 1);
                },
                !isAway);
    }

    /** The gateway may ask for a longer wait than ours. */
    private static Change notBefore(Change change, Answer answer, Instant now) {
        Duration asked = answer.notBefore();
        Instant leaveAt = change.leaveAt();
        return asked != null && leaveAt != null && leaveAt.isBefore(now.plus(asked))
                ? new Change(change.id(), change.state(), change.detail(), now.plus(asked), change.tries())
                : change;
    }
}
