package dev.dunwell.team;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.kernel.Sql;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives each account that nobody looks after to whom the rules say: the first rule that fits it counts, and the people
 * of a rule take turns, going on where the last time ended. Nothing is ever taken from anybody; running it twice
 * changes nothing. Somebody named by a rule who no longer works here gets nothing.
 */
@Component
public class HandOverByRule {

    private static final String GIVE = Sql.named("team/hand-over-by-rule");

    private final JdbcClient db;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    HandOverByRule(JdbcClient db, Audit audit, ApplicationEventPublisher events) {
        this.db = db;
        this.audit = audit;
        this.events = events;
    }

    /**
     * @param today the organisation's day; what is open then is compared with the bands, in the rule's currency
     * @return how many accounts found somebody
     */
    @Transactional
    public int work(Actor actor, LocalDate today) {
        List<Long> changed = db.sql(GIVE)
                .param("today", today)
                .param("author", actor.name())
                .query((row, _) -> row.getLong("customer_id"))
                .list();
        if (!changed.isEmpty()) {
            events.publishEvent(new AccountsHandedOver(Set.copyOf(changed)));
            audit.write(actor, "account.handed-over-by-rule", "customer", null, Map.of("customers", changed.size()));
        }
        return changed.size();
    }
}
