package dev.dunwell.collections;

import dev.dunwell.access.ClockChanged;
import dev.dunwell.access.Organisation;
import dev.dunwell.access.Organisations;
import dev.dunwell.ledger.LedgerChanged;
import dev.dunwell.messaging.MessageFailed;
import java.time.Clock;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * After any act, decides again for the customers it touched, in the same transaction: what a page shows is true at
 * once.
 */
@Component
class Refresh {

    private final DecideAll decideAll;
    private final SettlePromises settlePromises;
    private final Organisations organisations;
    private final Clock clock;
    private final JdbcClient db;

    Refresh(
            DecideAll decideAll,
            SettlePromises settlePromises,
            Organisations organisations,
            Clock clock,
            JdbcClient db) {
        this.decideAll = decideAll;
        this.settlePromises = settlePromises;
        this.organisations = organisations;
        this.clock = clock;
        this.db = db;
    }

    @EventListener
    void on(CustomersTouched event) {
        customers(event.customerIds());
    }

    @EventListener
    void on(LedgerChanged event) {
        settlePromises.run(organisations.current(), organisations.current().today(clock));
        customers(event.customerIds());
    }

    @EventListener
    void on(ClockChanged event) {
        Organisation organisation = organisations.current();
        settlePromises.run(organisation, event.today());
        decideAll.refresh(organisation, event.today());
    }

    @EventListener
    void on(MessageFailed event) {
        customers(Set.of(event.customerId()));
    }

    void customers(Set<Long> customerIds) {
        lock(customerIds);
        Organisation organisation = organisations.current();
        decideAll.refresh(organisation, organisation.today(clock), customerIds);
    }

    /** Of two acts on one customer at once the second decides after the first, on what the first has left. */
    private void lock(Set<Long> customerIds) {
        db.sql("select id from customer where id = any(:ids) order by id for no key update")
                .param("ids", customerIds.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }
}
