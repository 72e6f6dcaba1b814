package dev.dunwell.messaging;

import dev.dunwell.access.Organisation;
import dev.dunwell.access.Organisations;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what somebody asked for a moment ago and waits for: a code, a link. It is no correspondence, so it takes no
 * one's place, waits for no hour, and its words are kept nowhere. It is tried once; who waits asks again. While all
 * mail is stopped or on hold it stays in the house too.
 */
@Component
public class SendAtOnce {

    private final Organisations organisations;
    private final MailStops stops;
    private final SinkMails sink;
    private final MailServer mailServer;
    private final String sender;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SendAtOnce(
            Organisations organisations,
            MailStops stops,
            SinkMails sink,
            MailServer mailServer,
            @Value("${dunwell.mail.from:}") String sender,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.organisations = organisations;
        this.stops = stops;
        this.sink = sink;
        this.mailServer = mailServer;
        this.sender = sender;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** To whom, in which language, and the words. */
    public record Note(String toName, String toAddress, String language, String subject, String text) {

        @Override
        public String toString() {
            return "Note";
        }
    }

    /**
     * Call it with the organisation bound and outside a transaction.
     *
     * @return whether it left the house, or lies in its own mailbox
     */
    public boolean send(Note note) {
        return send(note, List.of());
    }

    /** The same with files. */
    public boolean send(Note note, List<Attachment> files) {
        Organisation organisation = organisations.current();
        boolean isStopped = stops.running().stream()
                .map(MailStop::kind)
                .anyMatch(kind -> kind == MailStop.Kind.ALL || kind == MailStop.Kind.INSTALLATION);
        Instant now = clock.instant();
        return !isStopped
                && switch (organisation.mailMode()) {
                    case HOLD -> false;
                    case SINK -> {
                        transaction.executeWithoutResult(
                                _ -> sink.keep(List.of(mail(organisation, note, files, now)), now));
                        yield true;
                    }
                    case LIVE -> mailServer.isNamed() && hand(mail(organisation, note, files, now));
                };
    }

    private boolean hand(OutgoingMail mail) {
        try (MailTransport transport = mailServer.open()) {
            return transport.hand(mail, () -> true) instanceof Handover.Sent;
        }
    }

    private OutgoingMail mail(Organisation organisation, Note note, List<Attachment> files, Instant now) {
        String from = sender.isEmpty() ? Objects.requireNonNullElse(organisation.replyTo(), Embark.NOBODY) : sender;
        String id = "<" + UUID.randomUUID() + "@dunwell.invalid>";
        var words = new OwnWords(
                0,
                now.atZone(organisation.zone()).toLocalDate(),
                note.language,
                note.toName,
                note.toAddress,
                note.subject,
                note.text,
                id,
                null,
                Map.of(),
                now);
        return new OutgoingMail(
                new Mailbox(from, organisation.name()),
                null,
                new Mailbox(note.toAddress, note.toName),
                id,
                now.atZone(organisation.zone()).toOffsetDateTime(),
                words.letter(),
                files);
    }
}
