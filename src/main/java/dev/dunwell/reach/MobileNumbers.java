package dev.dunwell.reach;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Under which numbers the people of customers get text messages, as a person wrote it down. */
@Component
public class MobileNumbers {

    private final JdbcClient db;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    MobileNumbers(JdbcClient db, Audit audit, ApplicationEventPublisher events) {
        this.db = db;
        this.audit = audit;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public List<MobileNumber> of(long customerId) {
        return db.sql("""
                select n.contact_id, k.name, n.number
                from mobile_number n
                join contact k on k.org_id = n.org_id and k.id = n.contact_id
                where k.customer_id = :customer and k.voided_at is null
                order by k.name, k.id
                """)
                .param("customer", customerId)
                .query((row, _) ->
                        new MobileNumber(row.getLong("contact_id"), row.getString("name"), row.getString("number")))
                .list();
    }

    /**
     * Says under which number somebody gets text messages, in place of what was said before; an empty one forgets it.
     * Refuses a number without its country, and a contact of another customer.
     *
     * @param number as somebody types it, {@code +44 1632 960 001}
     */
    @Transactional
    public void say(Caller caller, long customerId, long contactId, String number) {
        String plain = number.replaceAll("[ ()./-]", "");
        if (!plain.isEmpty() && !plain.matches("\\+[1-9]\\d{6,14}")) {
            throw BadInput.in("number", "Give the number with its country, +44 1632 960001 for example.");
        }
        boolean isTheirs = db.sql(
                        "select exists (select from contact where id = ? and customer_id = ? and voided_at is null)")
                .params(contactId, customerId)
                .query(Boolean.class)
                .single();
        if (!isTheirs) {
            throw new NotFound("contact of this customer");
        }
        if (plain.isEmpty()) {
            db.sql("delete from mobile_number where contact_id = ?")
                    .param(contactId)
                    .update();
        } else {
            db.sql("""
                    insert into mobile_number (contact_id, number, author) values (:contact, :number, :author)
                    on conflict (org_id, contact_id) do update
                    set number = excluded.number, author = excluded.author, recorded_at = now()
                    """)
                    .param("contact", contactId)
                    .param("number", plain)
                    .param("author", caller.actor().name())
                    .update();
        }
        events.publishEvent(new ReachChanged(Set.of(customerId)));
        audit.write(
                caller.actor(), "mobile.said", "customer", customerId, Map.of("contact", contactId, "number", plain));
    }
}
