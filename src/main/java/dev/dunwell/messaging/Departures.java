package dev.dunwell.messaging;

import dev.dunwell.kernel.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The states of messages on their way, and the journal of each step. Tells the house what did not leave. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Departures {

    private static final TypeReference<Map<String, Object>> MODEL = new TypeReference<>() {};
    private static final String CHANGE = Sql.named("messaging/change-state");

    private final JdbcClient db;
    private final EnclosedFiles enclosed;
    private final JsonMapper json;
    private final DepartureNews news;

    Departures(JdbcClient db, EnclosedFiles enclosed, JsonMapper json, DepartureNews news) {
        this.db = db;
        this.enclosed = enclosed;
        this.json = json;
        this.news = news;
    }

    /**
     * The messages that may leave now, oldest first, locked; what another sender has locked is left to it, and what a
     * {@link MailStop} keeps stays.
     */
    List<DueMessage> due(Way way, Instant now, int most) {
        return db.sql("""
            select *
            from message
            where channel = :way and state in ('planned', 'retry') and leave_at <= :now and (joint_on is null or channel <> 'mail')
              and not exists (select from installation_stop where released_at is null)
              and not exists (select from mail_stop where released_at is null and kind = 'all')
              and window_on <> all (array(select s.window_on from mail_stop s where s.released_at is null and s.kind <> 'all'))
            order by leave_at, id
            limit :most
            for update skip locked
            """)
                .param("way", way.code())
                .param("now", at(now))
                .param("most", most)
                .query(this::message)
                .list();
    }

    /** Keeps the words that leave, and who takes them: with a fence they are claimed, without they have left. */
    void keep(List<Departure> departures, State state, @Nullable UUID fence, Instant now) {
        keep(
                departures.stream().map(Departure::id).toList(),
                departures.stream().map(Departure::kept).toList(),
                state,
                fence,
                now);
        Map<Long, List<Enclosure>> files = new HashMap<>();
        departures.forEach(departure -> files.put(departure.id(), departure.enclosures()));
        enclosed.keep(files);
    }

    /** @param letters of these messages, in the same order */
    void keep(List<Long> ids, List<Letter> letters, State state, @Nullable UUID fence, Instant now) {
        db.sql("""
            update message m
            set subject = w.subject, body_text = w.text, body_html = w.html, template_version = w.version, state = :state,
                fence = cast(:fence as uuid), claimed_at = :now, sent_at = case when :state = 'sent' then :now end
            from unnest(:ids, :subjects, :texts, :htmls, :versions) as w (id, subject, text, html, version)
            where m.org_id = current_org() and m.id = w.id
            """)
                .param("ids", ids.toArray(Long[]::new))
                .param("subjects", letters.stream().map(Letter::subject).toArray(String[]::new))
                .param("texts", letters.stream().map(Letter::text).toArray(String[]::new))
                .param("htmls", letters.stream().map(Letter::html).toArray(String[]::new))
                .param("versions", letters.stream().map(Letter::version).toArray(Integer[]::new))
                .param("state", state.code())
                .param("fence", fence)
                .param("now", at(now))
                .update();
    }

    /** Writes a line for each message into the journal. */
    void note(Collection<Long> ids, State state, String detail, Instant now) {
        if (!ids.isEmpty()) {
            db.sql("""
                insert into send_journal (message_id, at, state, detail)
                select id, :now, :state, :detail
                from unnest(:ids) as id
                """)
                    .param("now", at(now))
                    .param("state", state.code())
                    .param("detail", detail)
                    .param("ids", ids.toArray(Long[]::new))
                    .update();
        }
    }

    /**
     * Moves messages on, with their journal, and tells who listens. Messages that this sender does not hold any more
     * stay as they are.
     *
     * @param fence what the sender claimed them with, null for messages that nobody holds
     * @return the customer of each message that was moved
     */
    Map<Long, Long> change(List<Change> changes, @Nullable UUID fence, Instant now) {
        Map<Long, Long> moved = new HashMap<>();
        Set<Long> stuck = new HashSet<>();
        if (!changes.isEmpty()) {
            db.sql(CHANGE)
                    .param("changes", json.writeValueAsString(changes))
                    .param("fence", fence)
                    .param("now", at(now))
                    .query(row -> {
                        moved.put(row.getLong("id"), row.getLong("customer_id"));
                        if (State.ofCode(row.getString("was")).isStuck()) {
                            stuck.add(row.getLong("id"));
                        }
                    });
            news.tell(changes, moved, stuck);
        }
        return moved;
    }

    /**
     * Lets the database plan what this transaction asks once, and not anew each time: the guards ask one long question
     * about a few messages, again and again, and planning it takes many times as long as answering it. So does the
     * start of parallel workers.
     */
    void planOnce() {
        db.sql("""
            select set_config('plan_cache_mode', 'force_generic_plan', true),
                   set_config('max_parallel_workers_per_gather', '0', true)
            """).query().singleRow();
    }

    /**
     * From here on the messages may be with the mail server.
     *
     * @return those of them that may; of the others this sender has lost its hold, or mail was stopped or is no longer
     *     live
     */
    Set<Long> begin(Collection<Long> ids, UUID fence, Instant now) {
        return ids.isEmpty()
                ? Set.of()
                : Set.copyOf(db.sql("""
            with begun as (
              update message
              set state = 'sending', claimed_at = :now
              where org_id = current_org() and id = any (:ids) and fence = :fence and state = 'claimed'
                and exists (select from organisation where id = current_org() and mail_mode = 'live')
                and not exists (select from installation_stop where released_at is null)
                and not exists (select from mail_stop where released_at is null and kind = 'all')
              returning id
            )
            insert into send_journal (message_id, at, state)
            select id, :now, 'sending'
            from begun
            returning message_id
            """)
                        .param("ids", ids.toArray(Long[]::new))
                        .param("fence", fence)
                        .param("now", at(now))
                        .query(Long.class)
                        .list());
    }

    /** A sign of life of its sender; nothing happens when it has been given up already. */
    void stillSending(long id, UUID fence, Instant now) {
        db.sql("""
            update message
            set claimed_at = :now
            where org_id = current_org() and id = :id and fence = :fence and state = 'sending'
            """).param("id", id).param("fence", fence).param("now", at(now)).update();
    }

    /** Messages whose sender has not been heard of since {@code moment}. */
    List<Held> heldSince(State state, Instant moment) {
        return db.sql("""
            select id, fence, attempts
            from message
            where state = :state and claimed_at <= :moment and fence is not null
            for update skip locked
            """)
                .param("state", state.code())
                .param("moment", at(moment))
                .query((row, _) ->
                        new Held(row.getLong("id"), row.getObject("fence", UUID.class), row.getInt("attempts")))
                .list();
    }

    record Held(long id, UUID fence, int attempts) {}

    /** How many wait to leave though their hour has come, or came before. */
    int waiting(Instant now) {
        return db.sql("""
            select count(*)
            from message
            where channel = 'mail' and state in ('planned', 'retry') and (leave_at <= :now or state = 'retry')
            """).param("now", at(now)).query(Integer.class).single();
    }

    DueMessage message(ResultSet row, int n) throws SQLException {
        String subject = row.getString("subject");
        String language = row.getString("language");
        return new DueMessage(
                row.getLong("id"),
                row.getLong("customer_id"),
                row.getString("template"),
                Tone.ofCode(row.getString("tone")).orElseThrow(),
                language,
                row.getString("to_name"),
                row.getString("to_address"),
                json.readValue(row.getString("model"), MODEL),
                row.getString("message_id"),
                row.getInt("attempts"),
                row.getString("reply_token"),
                new OutgoingMail.Origin(row.getString("kind").equals("reminder"), row.getString("in_reply_to")),
                subject == null
                        ? null
                        : new Letter(
                                subject,
                                row.getString("body_text"),
                                row.getString("body_html"),
                                language,
                                row.getInt("template_version")),
                null);
    }

    static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
