package dev.dunwell.messaging;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.access.Tenant;
import dev.dunwell.kernel.CopyRows;
import dev.dunwell.kernel.Staging;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Refusal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Messages on their way out. The unique key per customer, channel and window makes planning twice harmless. */
@Repository
public class Outbox {

    private static final Staging STAGED = new Staging("staged_message", """
            (
              customer_id bigint, window_on date, template text, language text, to_name text, to_address text,
              model jsonb, message_id text, leave_at timestamptz, tone text, channel text)
            """);

    private final JdbcClient db;
    private final DataSource database;
    private final JsonMapper json;
    private final Departures departures;
    private final MessageIds messageIds;
    private final EnclosedFiles enclosed;
    private final Audit audit;
    private final Clock clock;

    Outbox(
            JdbcClient db,
            DataSource database,
            JsonMapper json,
            Departures departures,
            MessageIds messageIds,
            EnclosedFiles enclosed,
            Audit audit,
            Clock clock) {
        this.db = db;
        this.database = database;
        this.json = json;
        this.departures = departures;
        this.messageIds = messageIds;
        this.enclosed = enclosed;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Plans messages in the caller's transaction.
     *
     * @return the id of each message by customer; a customer whose window is taken is absent
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<Long, Long> plan(List<Draft> drafts) {
        Map<Long, Long> planned = new HashMap<>();
        if (!drafts.isEmpty()) {
            CopyRows rows = new CopyRows();
            for (Draft d : drafts) {
                rows.add(
                        d.customerId(),
                        d.windowOn(),
                        d.template(),
                        d.language(),
                        d.toName(),
                        d.toAddress(),
                        json.writeValueAsString(d.model()),
                        messageIds.of(Tenant.current(), d.names()),
                        OffsetDateTime.ofInstant(d.leaveAt(), ZoneOffset.UTC),
                        d.tone().code(),
                        d.way().code());
            }
            STAGED.clear(db);
            rows.into(database, "staged_message");
            db.sql("""
                insert into message (customer_id, channel, window_on, template, tone, language, to_name, to_address, model,
                  message_id, leave_at)
                select customer_id, channel, window_on, template, tone, language, to_name, to_address, model,
                  message_id, leave_at
                from staged_message
                on conflict do nothing
                returning customer_id, id
                """).query(row -> {
                planned.put(row.getLong("customer_id"), row.getLong("id"));
            });
        }
        return planned;
    }

    /**
     * Writes a person's own words to a customer; they leave like everything else, past the guards and through the
     * journal.
     *
     * @return the message's id
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long write(OwnWords words, Actor author) {
        return write(words, OwnWords.TEMPLATE, author);
    }

    /**
     * The same for words that the house itself writes besides its letters.
     *
     * @param kind what lists and guards know it by
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long write(OwnWords words, String kind, Actor author) {
        Letter letter = words.letter();
        long id = db.sql("""
                insert into message (customer_id, channel, window_on, template, language, to_name, to_address, model, message_id,
                  leave_at, kind, author, in_reply_to, subject, body_text, body_html)
                values (:customer, 'mail', :on, :template, :language, :toName, :toAddress, cast(:model as jsonb), :messageId,
                  :leaveAt, :kind, :author, :inReplyTo, :subject, :text, :html)
                returning id
                """)
                .param("customer", words.customerId())
                .param("on", words.writtenOn())
                .param("template", kind)
                .param("kind", kind)
                .param("language", words.language())
                .param("toName", words.toName())
                .param("toAddress", words.toAddress())
                .param("model", json.writeValueAsString(words.model()))
                .param("messageId", words.messageId())
                .param("leaveAt", OffsetDateTime.ofInstant(words.leaveAt(), ZoneOffset.UTC))
                .param("author", author.name())
                .param("inReplyTo", words.inReplyTo())
                .param("subject", letter.subject())
                .param("text", letter.text())
                .param("html", letter.html())
                .query(Long.class)
                .single();
        audit.write(author, "message.written", "customer", words.customerId(), Map.of("message", id));
        return id;
    }

    /** The same with files that go along, such as the invoice itself. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long write(OwnWords words, String kind, List<Enclosure> files, Actor author) {
        long id = write(words, kind, author);
        enclosed.keep(Map.of(id, files));
        return id;
    }

    /** Keeps a message back that has not left; its step is given back and the customer may hear from us anew. */
    @Transactional
    public void recall(long messageId, Actor actor) {
        Whereabouts where = locked(messageId);
        State state = where.state;
        if (!state.isRecallable()) {
            throw Refusal.conflict(
                    "message-not-waiting",
                    "This message is %s, so it cannot be recalled: only one that waits can.".formatted(state.title()));
        }
        move(where, Change.to(State.RECALLED, messageId, "Recalled by " + actor.name() + "."), actor);
    }

    /** A person says that a message was not sent: it is sent again, under the same Message-ID. */
    @Transactional
    public void resend(long messageId, Actor actor) {
        Whereabouts where = stuck(messageId);
        String why = actor.name() + " said that it was not sent, and to send it again.";
        move(where, new Change(messageId, State.PLANNED, why, clock.instant(), 0), actor);
    }

    /** A person says that a message was sent after all. */
    @Transactional
    public void confirmSent(long messageId, Actor actor) {
        Whereabouts where = stuck(messageId);
        move(where, Change.to(State.SENT, messageId, actor.name() + " said that it was sent."), actor);
    }

    /**
     * Sends on paper what was to go by mail and has not left, or could not: it waits to be printed. Refuses any other.
     *
     * @param name the person's, may be empty
     * @param address the lines below it
     */
    @Transactional
    public void onPaper(long messageId, String name, String address, Actor actor) {
        Whereabouts where = locked(messageId);
        State state = where.state;
        if (!state.isWaiting() && state != State.FAILED) {
            throw Refusal.conflict(
                    "message-not-for-paper",
                    "This message is %s: only one that waits or failed can go on paper instead."
                            .formatted(state.title()));
        }
        db.sql("update message set channel = 'letter', to_name = :name, to_address = :address where id = :id")
                .param("name", name)
                .param("address", address)
                .param("id", messageId)
                .update();
        move(
                where,
                Change.to(State.PLANNED, messageId, actor.name() + " sends it on paper instead of by mail."),
                actor);
    }

    private Whereabouts stuck(long messageId) {
        Whereabouts where = locked(messageId);
        State state = where.state;
        if (!state.isStuck()) {
            throw Refusal.conflict(
                    "message-not-stuck",
                    "This message is %s: a person decides only about one that failed or is unconfirmed."
                            .formatted(state.title()));
        }
        return where;
    }

    private void move(Whereabouts where, Change change, Actor actor) {
        departures.change(List.of(change), where.fence, clock.instant());
        audit.write(
                actor,
                "message." + change.state().code(),
                "message",
                change.id(),
                Map.of("state", change.state().code()));
    }

    private record Whereabouts(State state, @Nullable UUID fence) {}

    private Whereabouts locked(long messageId) {
        return db.sql("select state, fence from message where id = ? for update")
                .param(messageId)
                .query((row, _) ->
                        new Whereabouts(State.ofCode(row.getString("state")), row.getObject("fence", UUID.class)))
                .optional()
                .orElseThrow(() -> new NotFound("message"));
    }
}
