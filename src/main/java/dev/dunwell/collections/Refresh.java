package dev.dunwell.collections;

import dev.dunwell.access.ClockChanged;
import dev.dunwell.access.Organisation;
import dev.dunwell.access.Organisations;
import dev.dunwell.family.FamilyChanged;
import dev.dunwell.ledger.LedgerChanged;
import dev.dunwell.messaging.MessageFailed;
import dev.dunwell.messaging.StuckMessagesChanged;
import dev.dunwell.reach.LimitsChanged;
import dev.dunwell.reach.ReachChanged;
import dev.dunwell.team.AccountsHandedOver;
import java.time.Clock;
import java.util.Set;
import org.springframework.context.event.EventListener;
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

    Refresh(DecideAll decideAll, SettlePromises settlePromises, Organisations organisations, Clock clock) {
        this.decideAll = decideAll;
        this.settlePromises = settlePromises;
        this.organisations = organisations;
        this.clock = clock;
    }

    @EventListener
    void on(CustomersTouched event) {
        customers(event.customerIds());
    }

    @EventListener
    void on(FamilyChanged event) {
        customers(event.customerIds());
    }

    @EventListener
    void on(LedgerChanged event) {
        Organisation organisation = organisations.current();
        settlePromises.run(organisation, organisation.today(clock), event.customerIds());
        customers(event.customerIds());
    }

    @EventListener
    void on(ClockChanged event) {
        Organisation organisation = organisations.current();
        settlePromises.run(organisation, event.today());
        decideAll.refresh(organisation, event.today());
    }

    @EventListener
    void on(ReachChanged event) {
        customers(event.customerIds());
    }

    @EventListener
    void on(LimitsChanged event) {
        everybody();
    }

    @EventListener
    void on(StrategiesChanged event) {
        everybody();
    }

    private void everybody() {
        Organisation organisation = organisations.current();
        decideAll.refresh(organisation, organisation.today(clock));
    }

    @EventListener
    void on(AccountsHandedOver event) {
        customers(event.customerIds());
    }

    @EventListener
    void on(MessageFailed event) {
        customers(Set.of(event.customerId()));
    }

    @EventListener
    void on(StuckMessagesChanged event) {
        customers(event.customerIds());
    }

    void customers(Set<Long> customerIds) {
        Organisation organisation = organisations.current();
        decideAll.refresh(organisation, organisation.today(clock), customerIds);
    }
}
