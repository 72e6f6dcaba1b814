package dev.dunwell.letters;

import dev.dunwell.access.Organisations;
import dev.dunwell.kernel.Sql;
import dev.dunwell.messaging.SendGuard;
import dev.dunwell.messaging.Way;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The last look at letters that a person wrote: they take no step, so nobody else asks whether what they name is still
 * owed and undisputed.
 */
@Component
class StillOwed implements SendGuard {

    private static final String SETTLED = Sql.named("letters/settled-since");

    private final JdbcClient db;
    private final Organisations organisations;
    private final Clock clock;

    StillOwed(JdbcClient db, Organisations organisations, Clock clock) {
        this.db = db;
        this.organisations = organisations;
        this.clock = clock;
    }

    @Override
    public boolean asksAbout(Way way) {
        return way == Way.LETTER;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<Long, String> stop(Collection<Long> messageIds) {
        Map<Long, String> reasons = new HashMap<>();
        db.sql(SETTLED)
                .param("messages", messageIds.toArray(Long[]::new))
                .param("today", organisations.current().today(clock))
                .query(row -> {
                    reasons.put(
                            row.getLong("id"),
                            row.getString("number") + " was paid or disputed after the letter was written.");
                });
        return reasons;
    }
}
