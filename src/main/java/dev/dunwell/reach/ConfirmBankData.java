package dev.dunwell.reach;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.web.BadInput;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person looked at the bank today: all that came in is recorded. Demands that waited for fresh data go on. */
@Component
public class ConfirmBankData {

    private final JdbcClient db;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    ConfirmBankData(JdbcClient db, Audit audit, ApplicationEventPublisher events) {
        this.db = db;
        this.audit = audit;
        this.events = events;
    }

    /** @param note what was looked at; must not be empty. Saying it twice a day is harmless */
    @Transactional
    public void confirm(Caller caller, String note) {
        if (note.isBlank()) {
            throw BadInput.in("note", "Say what you looked at, such as the account at the bank.");
        }
        db.sql("""
                insert into bank_look (seen_on, author, note) values (:today, :author, :note)
                on conflict do nothing
                """)
                .param("today", caller.today())
                .param("author", caller.actor().name())
                .param("note", note.strip())
                .update();
        events.publishEvent(new LimitsChanged());
        audit.write(caller.actor(), "bank-data.confirmed", "organisation", null, Map.of("note", note.strip()));
    }
}
