package dev.dunwell.messaging;

import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The mailbox of demos and tests: takes mails as a mail server would and keeps them in the database. */
@Repository
class SinkMails {

    private static final int USUAL_SIZE = 8_192;

    private final JdbcTemplate batches;

    SinkMails(JdbcTemplate batches) {
        this.batches = batches;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void take(List<Departure> departures, Instant now) {
        OffsetDateTime moment = Departures.at(now);
        batches.batchUpdate(
                "insert into sink_mail (message_id, to_address, arrived_at, raw) values (?, ?, ?, ?)",
                departures.stream()
                        .map(Departure::mail)
                        .map(m -> new Object[] {m.messageId(), m.to().address(), moment, raw(m)})
                        .toList());
    }

    private static byte[] raw(OutgoingMail mail) {
        var bytes = new ByteArrayOutputStream(USUAL_SIZE);
        try {
            Mime.message(mail).writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException("a checked mail can always be written", e);
        }
        return bytes.toByteArray();
    }
}
