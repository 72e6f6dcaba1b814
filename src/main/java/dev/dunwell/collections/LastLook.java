package dev.dunwell.collections;

import dev.dunwell.access.Organisation;
import dev.dunwell.access.Organisations;
import dev.dunwell.kernel.Sql;
import dev.dunwell.messaging.LettersPosted;
import dev.dunwell.messaging.MessagesWithdrawn;
import dev.dunwell.messaging.SendGuard;
import dev.dunwell.reach.Freshness;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The last look before a message leaves: paid, disputed, promised or held in the meantime, it does not; see
 * {@link LookedAtAgain} for all it asks. What counts is what is so on the organisation's day, real or simulated, at the
 * moment of leaving. What the message would have taken as a step is given back, and the next night decides anew.
 */
@Component
class LastLook implements SendGuard {

    private static final String STOP = Sql.named("collections/stop-messages");

    private final JdbcClient db;
    private final Organisations organisations;
    private final Freshness freshness;
    private final StepsTaken steps;
    private final Refresh refresh;
    private final Clock clock;

    LastLook(
            JdbcClient db,
            Organisations organisations,
            Freshness freshness,
            StepsTaken steps,
            Refresh refresh,
            Clock clock) {
        this.db = db;
        this.organisations = organisations;
        this.freshness = freshness;
        this.steps = steps;
        this.refresh = refresh;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<Long, String> stop(Collection<Long> messageIds) {
        Map<Long, String> reasons = new HashMap<>();
        Organisation here = organisations.current();
        LocalDate today = dayOfLeaving(here, messageIds);
        db.sql(STOP)
                .param("today", today)
                .param("bankStale", freshness.of(here, today).isStale())
                .param("messages", messageIds.toArray(Long[]::new))
                .query(row -> {
                    String reason = row.getString("reason");
                    if (reason != null) {
                        reasons.put(row.getLong("message_id"), reason);
                    }
                });
        return reasons;
    }

    /**
     * The organisation's day. Only where mail stays in the house and no day is simulated it is the night's, so that a
     * night of the past can be replayed into the built-in mailbox.
     */
    private LocalDate dayOfLeaving(Organisation here, Collection<Long> messageIds) {
        LocalDate today = here.today(clock);
        if (here.mailMode() != Organisation.MailMode.SINK || here.isSimulated()) {
            return today;
        }
        return db.sql("select least(:today, max(window_on)) from message where id = any (:messages)")
                .param("today", today)
                .param("messages", messageIds.toArray(Long[]::new))
                .query((row, _) -> row.getObject(1, LocalDate.class))
                .single();
    }

    /** A step by letter is taken on the day the letter goes to the post. */
    @EventListener
    void on(LettersPosted event) {
        steps.takenOn(event.messageIds(), event.on());
        refresh.customers(event.customerIds());
    }

    @EventListener
    void on(MessagesWithdrawn event) {
        steps.giveBack(event.messageIds());
        refresh.customers(event.customerIds());
    }
}
