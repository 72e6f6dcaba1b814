package dev.dunwell.relations;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.collections.ContactLogged;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How conversations with customers went, noted with one click by whoever had them; the last word counts. */
@Component
public class Sentiments {

    private final JdbcClient db;
    private final Audit audit;

    Sentiments(JdbcClient db, Audit audit) {
        this.db = db;
        this.audit = audit;
    }

    /** What was noted about one contact. */
    public record Noted(long interactionId, String kind, LocalDate on, String author, Mood mood) {}

    /** With the contact itself, when the form that wrote it down said so. */
    @EventListener
    void on(ContactLogged event) {
        if (event.contact().mood() != null) {
            insert(event.caller(), event.interactionId(), mood(event.contact().mood()));
        }
    }

    /**
     * Notes how a contact went, in place of what was noted before. Refuses a word that is none and a contact that there
     * is not.
     */
    @Transactional
    public void note(Caller caller, long interactionId, String mood) {
        long customer = db.sql("select customer_id from interaction where id = :id and kind <> 'note'")
                .param("id", interactionId)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new NotFound("contact"));
        insert(caller, interactionId, mood(mood));
        audit.write(
                caller.actor(),
                "sentiment.noted",
                "customer",
                customer,
                Map.of("interaction", interactionId, "mood", mood));
    }

    private static Mood mood(String code) {
        return Mood.read(code)
                .orElseThrow(() -> BadInput.in("mood", "Say how it went: good, neutral, tense or hostile."));
    }

    private void insert(Caller caller, long interactionId, Mood mood) {
        db.sql("insert into sentiment (interaction_id, mood, author) values (:interaction, :mood, :author)")
                .param("interaction", interactionId)
                .param("mood", mood.code())
                .param("author", caller.actor().name())
                .update();
    }

    /** The last contacts of a customer about which something was noted, the latest first. */
    @Transactional(readOnly = true)
    public List<Noted> of(long customerId, LocalDate asOf, int limit) {
        return db.sql("""
                select x.id, x.kind, x.happened_on, x.author, mood_of(x.kind, x.id) as mood
                from interaction x
                where x.customer_id = :customer and x.happened_on <= :asOf
                  and exists (select from sentiment s where s.org_id = x.org_id and s.interaction_id = x.id)
                order by x.happened_on desc, x.id desc
                limit :limit
                """)
                .param("customer", customerId)
                .param("asOf", asOf)
                .param("limit", limit)
                .query((row, _) -> new Noted(
                        row.getLong("id"),
                        row.getString("kind"),
                        row.getObject("happened_on", LocalDate.class),
                        row.getString("author"),
                        Mood.ofCode(row.getString("mood"))))
                .list();
    }
}
