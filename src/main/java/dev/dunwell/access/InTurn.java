package dev.dunwell.access;

import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Works for several organisations in one transaction, one after the other: all of it happens or none. The wall stands
 * around each of them as ever, only that one and nothing else is seen while its turn lasts. For what belongs to several
 * by their consent; whoever calls it carries nothing from one to the other.
 */
@Component
public class InTurn {

    private final JdbcClient db;
    private final ApplicationEventPublisher events;

    InTurn(JdbcClient db, ApplicationEventPublisher events) {
        this.db = db;
        this.events = events;
    }

    /** One organisation's turn. A failure undoes the turns of all. */
    @Transactional(propagation = Propagation.MANDATORY)
    public <T> T in(int organisation, Supplier<T> work) {
        bind(Integer.toString(organisation));
        T result = Tenant.in(organisation, () -> {
            T done = work.get();
            events.publishEvent(new TurnEnds(organisation));
            return done;
        });
        bind(Tenant.settingForDatabase());
        return result;
    }

    private void bind(String organisation) {
        db.sql("select set_config('dunwell.org', ?, true)")
                .param(organisation)
                .query()
                .singleRow();
    }
}
