package dev.dunwell.messaging;

import dev.dunwell.access.InTurn;
import dev.dunwell.archive.Archive;
import dev.dunwell.messaging.JointMail.Section;
import dev.dunwell.messaging.JointMails.Mode;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets joint mails leave: one for each payer who wishes it and each of their days, with a part of every vendor who has
 * something to say and takes part. Any number of these may run at once, on any node: each mail leaves once.
 *
 * <p>In the mailbox of this installation all is one transaction, and each vendor finds its own part there as if it had
 * left alone. A live mail is at most once, see {@link CarryJoint}.
 */
@Component
public class DeliverJoint {

    private static final Logger log = LoggerFactory.getLogger(DeliverJoint.class);

    private final BoardJoint boardJoint;
    private final CarryJoint carryJoint;
    private final JointMails jointMails;
    private final JointLetters letters;
    private final JointSettings settings;
    private final Departures departures;
    private final SinkMails sink;
    private final Archive archive;
    private final MailServer mailServer;
    private final InTurn inTurn;
    private final Clock clock;
    private final String sender;
    private final TransactionTemplate transaction;

    DeliverJoint(
            BoardJoint boardJoint,
            CarryJoint carryJoint,
            JointMails jointMails,
            JointLetters letters,
            JointSettings settings,
            Departures departures,
            SinkMails sink,
            Archive archive,
            MailServer mailServer,
            InTurn inTurn,
            Clock clock,
            @Value("${dunwell.mail.from:}") String sender,
            PlatformTransactionManager transactions) {
        this.boardJoint = boardJoint;
        this.carryJoint = carryJoint;
        this.jointMails = jointMails;
        this.letters = letters;
        this.settings = settings;
        this.departures = departures;
        this.sink = sink;
        this.archive = archive;
        this.mailServer = mailServer;
        this.inTurn = inTurn;
        this.clock = clock;
        this.sender = sender;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Delivers until nothing is due any more. Call it outside a transaction.
     *
     * @return how many mails left
     */
    public int run(Instant now) {
        List<Mode> modes = mailServer.isNamed() ? List.of(Mode.SINK, Mode.LIVE) : List.of(Mode.SINK);
        Set<String> besides = new HashSet<>();
        int left = 0;
        Optional<Boolean> next = one(modes, besides, now);
        while (next.isPresent()) {
            left += next.get() ? 1 : 0;
            next = one(modes, besides, now);
        }
        return left;
    }

    /** Whether a mail left; empty when nothing is due. A payer has one turn in a run, so none holds up the others. */
    private Optional<Boolean> one(List<Mode> modes, Set<String> besides, Instant now) {
        var whose = new AtomicReference<@Nullable String>();
        try {
            Optional<BoardJoint.Boarded> found =
                    Objects.requireNonNull(transaction.execute(_ -> board(modes, besides, now, whose)));
            return found.map(boarded -> {
                JointMail mail = boarded.mail();
                besides.add(Objects.requireNonNull(whose.get()));
                return mail != null && (boarded.mode() == Mode.SINK || hand(mail, now));
            });
        } catch (RuntimeException e) {
            String address = whose.get();
            if (address == null) {
                throw e;
            }
            besides.add(address);
            log.error("A joint mail could not leave; it is tried again", e);
            return Optional.of(false);
        }
    }

    private Optional<BoardJoint.Boarded> board(
            List<Mode> modes, Set<String> besides, Instant now, AtomicReference<@Nullable String> whose) {
        Optional<BoardJoint.Boarded> found = boardJoint.next(modes, besides, now, whose::set);
        found.ifPresent(boarded -> {
            JointMail mail = boarded.mail();
            if (mail != null && boarded.mode() == Mode.SINK) {
                mail.byOrganisation().forEach((organisation, its) -> inTurn.in(organisation, () -> arrive(its, now)));
                jointMails.become(mail.fence(), "sent", mail.parts(), Mime.bytes(written(mail, now)));
            } else if (mail != null) {
                mail.byOrganisation().forEach((organisation, its) -> inTurn.in(organisation, () -> claim(its, mail)));
            }
        });
        return found;
    }

    /** A vendor's parts in its own mailbox: what it wrote, and nothing of the others. */
    private int arrive(List<Section> sections, Instant now) {
        List<Departure> own = sections.stream().map(Section::departure).toList();
        sink.take(own, now);
        departures.keep(own, State.SENT, null, now);
        departures.note(
                own.stream().map(Departure::id).toList(),
                State.SENT,
                "Into the mailbox of this installation, along in the joint reminder that its reader asked for.",
                now);
        return own.size();
    }

    private int claim(List<Section> sections, JointMail mail) {
        List<Departure> own = sections.stream().map(Section::departure).toList();
        departures.keep(own, State.CLAIMED, mail.fence(), clock.instant());
        return own.size();
    }

    private boolean hand(JointMail mail, Instant now) {
        try (MailTransport transport = mailServer.open()) {
            return carryJoint.carry(mail, transport, left -> written(left, now)) instanceof Handover.Sent;
        }
    }

    /** From the installation, under a name of its own: nothing in its head is any vendor's. */
    private OutgoingMail written(JointMail mail, Instant now) {
        String from = !settings.address().isEmpty() ? settings.address() : sender.isEmpty() ? Embark.NOBODY : sender;
        return new OutgoingMail(
                        new Mailbox(from, settings.name()),
                        settings.replyTo().isEmpty() ? null : new Mailbox(settings.replyTo(), settings.name()),
                        mail.to(),
                        mail.messageId(),
                        now.atZone(settings.zone()).toOffsetDateTime(),
                        letters.of(mail.sections()),
                        mail.files(archive))
                .showing(mail.pictures());
    }
}
