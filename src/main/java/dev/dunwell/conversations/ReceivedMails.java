package dev.dunwell.conversations;

import dev.dunwell.access.Actor;
import dev.dunwell.conversations.reading.Attached;
import dev.dunwell.conversations.reading.DeliveryReport;
import dev.dunwell.conversations.reading.IncomingMail;
import dev.dunwell.conversations.reading.ReturnDay;
import dev.dunwell.conversations.reading.Writer;
import dev.dunwell.web.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Mails that came: each once, with what was done with it. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ReceivedMails {

    /** Nobody who is away says until when: look again after as many days. */
    static final int AWAY_DAYS = 3;

    private final JdbcClient db;
    private final Clock clock;

    ReceivedMails(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** How a mail is kept. */
    record Kept(String onceKey, String rawHash, Instant at, LocalDate on) {}

    /** @return its id, empty when it was there already */
    Optional<Long> insert(IncomingMail mail, Whose whose, Kept kept) {
        LocalDate away = mail.writer() == Writer.OUT_OF_OFFICE
                ? ReturnDay.lastDayAway(mail.subject() + ". " + mail.said().answer(), kept.on)
                        .orElse(kept.on.plusDays(AWAY_DAYS))
                : null;
        return db.sql("""
                insert into received_mail (once_key, message_id, raw_hash, received_at, received_on, from_address, from_name, subject,
                  writer, answer, quoted, signature, about_id, away_address, away_until, customer_id, matched_by)
                values (:key, :messageId, :raw, :at, :on, :address, :name, :subject,
                  :writer, :answer, :quoted, :signature, :about, :awayAddress, :away, :customer, :by)
                on conflict do nothing
                returning id
                """)
                .param("key", kept.onceKey)
                .param("messageId", mail.messageId())
                .param("raw", kept.rawHash)
                .param("at", OffsetDateTime.ofInstant(kept.at, ZoneOffset.UTC))
                .param("on", kept.on)
                .param("address", mail.fromAddress())
                .param("name", mail.fromName())
                .param("subject", mail.subject())
                .param("writer", mail.writer().code())
                .param("answer", mail.said().answer())
                .param("quoted", mail.said().quoted())
                .param("signature", mail.said().signature())
                .param("about", whose.aboutId())
                .param("awayAddress", away == null ? null : awayAddress(mail, whose))
                .param("away", away)
                .param("customer", whose.customerId())
                .param("by", whose.by() == null ? null : whose.by().code())
                .query(Long.class)
                .optional()
                .map(id -> named(id, whose));
    }

    private static String awayAddress(IncomingMail mail, Whose whose) {
        return Objects.requireNonNullElse(whose.aboutAddress(), mail.fromAddress());
    }

    private long named(long id, Whose whose) {
        db.sql("insert into received_mail_invoice (mail_id, invoice_id) select :id, i from unnest(:invoices) as i")
                .param("id", id)
                .param("invoices", whose.invoiceIds().toArray(Long[]::new))
                .update();
        return id;
    }

    void insertFile(long mailId, int number, Attached file, String hash) {
        db.sql("""
                insert into received_mail_file (mail_id, number, name, media_type, size, hash)
                values (:mail, :number, :name, :type, :size, :hash)
                """)
                .param("mail", mailId)
                .param("number", number)
                .param("name", file.name())
                .param("type", file.mediaType())
                .param("size", file.content().length)
                .param("hash", hash)
                .update();
    }

    void insertReport(long mailId, @Nullable Long messageId, DeliveryReport report, LocalDate on) {
        db.sql("""
                insert into delivery_report (mail_id, message_id, address, kind, status, said, reported_on)
                values (:mail, :message, :address, :kind, :status, :said, :on)
                """)
                .param("mail", mailId)
                .param("message", messageId)
                .param("address", report.address())
                .param("kind", report.kind().code())
                .param("status", report.status())
                .param("said", report.said())
                .param("on", on)
                .update();
    }

    /** What acts need to know of a mail; it stays locked until the transaction ends. */
    record Facts(
            Writer writer,
            String fromAddress,
            String fromName,
            String subject,
            String answer,
            String messageId,
            @Nullable Long customerId,
            boolean isSettled) {}

    Facts lock(long mailId) {
        return db.sql("""
                select writer, from_address, from_name, subject, answer, message_id, customer_id, settled_on is not null as settled
                from received_mail
                where id = ?
                for update
                """)
                .param(mailId)
                .query((row, _) -> new Facts(
                        Writer.ofCode(row.getString("writer")),
                        row.getString("from_address"),
                        row.getString("from_name"),
                        row.getString("subject"),
                        row.getString("answer"),
                        row.getString("message_id"),
                        row.getObject("customer_id", Long.class),
                        row.getBoolean("settled")))
                .optional()
                .orElseThrow(() -> new NotFound("mail"));
    }

    void settle(long mailId, LocalDate on, Actor actor) {
        db.sql("update received_mail set settled_on = :on, settled_by = :by where id = :id")
                .param("on", on)
                .param("by", actor.name())
                .param("id", mailId)
                .update();
        note(mailId, "settled", actor, null);
    }

    void unsettle(long mailId, Actor actor) {
        db.sql("update received_mail set settled_on = null, settled_by = null where id = ?")
                .param(mailId)
                .update();
        note(mailId, "unread again", actor, null);
    }

    void give(long mailId, long customerId, Actor actor) {
        db.sql("update received_mail set customer_id = :customer, matched_by = 'person' where id = :id")
                .param("customer", customerId)
                .param("id", mailId)
                .update();
        note(mailId, "given to the customer", actor, null);
    }

    void assign(long mailId, @Nullable String person, Actor actor) {
        db.sql("update received_mail set assignee = :person where id = :id")
                .param("person", person)
                .param("id", mailId)
                .update();
        note(mailId, person == null ? "given back" : "handed to " + person, actor, null);
    }

    void note(long mailId, String what, Actor actor, @Nullable Long messageId) {
        db.sql("""
                insert into received_mail_step (mail_id, at, what, author, message_id)
                values (:mail, :at, :what, :author, :message)
                """)
                .param("mail", mailId)
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("what", what)
                .param("author", actor.name())
                .param("message", messageId)
                .update();
    }
}
