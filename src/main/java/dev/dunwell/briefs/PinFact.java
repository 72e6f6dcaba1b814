package dev.dunwell.briefs;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.ledger.Contacts;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Pins a fact where everybody who calls the customer reads it first. */
@Component
public class PinFact {

    private static final int LONGEST = 200;
    private static final int MOST = 10;

    private final JdbcClient db;
    private final Audit audit;
    private final Contacts contacts;
    private final PinnedFacts pinned;

    PinFact(JdbcClient db, Audit audit, Contacts contacts, PinnedFacts pinned) {
        this.db = db;
        this.audit = audit;
        this.contacts = contacts;
        this.pinned = pinned;
    }

    /**
     * @param contactId of whom it is said, null for the whole customer
     * @return its id; refuses an empty fact, one that is longer than 200 characters, another customer's contact, and an
     *     eleventh, because nobody reads eleven before a call
     */
    @Transactional
    public long pin(Caller caller, long customerId, @Nullable Long contactId, String fact) {
        String said = fact.strip();
        if (said.isEmpty() || said.length() > LONGEST) {
            throw BadInput.in("fact", "Say it in 1 to 200 characters; a longer story is a note.");
        } else if (contactId != null && contacts.of(customerId).stream().noneMatch(each -> each.id() == contactId)) {
            throw BadInput.in("contact", "Choose one of this customer’s people.");
        } else if (pinned.of(customerId).size() >= MOST) {
            throw Refusal.conflict("too-many-pins", "Ten facts are pinned already. Take off what is no longer needed.");
        }
        long id = db.sql("""
                insert into pinned_fact (customer_id, contact_id, fact, pinned_on, author)
                values (:customer, :contact, :fact, :today, :author)
                returning id
                """)
                .param("customer", customerId)
                .param("contact", contactId)
                .param("fact", said)
                .param("today", caller.today())
                .param("author", caller.actor().name())
                .query(Long.class)
                .single();
        audit.write(caller.actor(), "fact.pinned", "customer", customerId, Map.of("pin", id, "fact", said));
        return id;
    }
}
