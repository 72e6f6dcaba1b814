package dev.dunwell.collections;

import dev.dunwell.access.ClockChanged;
import dev.dunwell.access.Organisation;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.TurnEnds;
import dev.dunwell.family.FamilyChanged;
import dev.dunwell.ledger.LedgerChanged;
import dev.dunwell.messaging.MessageFailed;
import dev.dunwell.messaging.StuckMessagesChanged;
import dev.dunwell.reach.LimitsChanged;
import dev.dunwell.reach.ReachChanged;
import dev.dunwell.team.AccountsHandedOver;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * After any act, decides again for the customers it touched, in the same transaction: what a page shows is true at
 * once. However many acts a transaction has, each customer is decided once, before the commit.
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
        touched(event.customerIds());
    }

    @EventListener
    void on(FamilyChanged event) {
        touched(event.customerIds());
    }

    @EventListener
    void on(LedgerChanged event) {
        afterwards(event.customerIds(), true);
    }

    @EventListener
    void on(ClockChanged event) {
        Organisation organisation = organisations.current();
        settlePromises.run(organisation, event.today());
        decideAll.refresh(organisation, event.today());
    }

    @EventListener
    void on(ReachChanged event) {
        touched(event.customerIds());
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
        touched(event.customerIds());
    }

    @EventListener
    void on(MessageFailed event) {
        touched(Set.of(event.customerId()));
    }

    @EventListener
    void on(StuckMessagesChanged event) {
        touched(event.customerIds());
    }

    @EventListener
    void on(TurnEnds event) {
        if (TransactionSynchronizationManager.getResource(this) instanceof Touched touched) {
            touched.decide();
        }
    }

    private void touched(Set<Long> customerIds) {
        afterwards(customerIds, false);
    }

    private void afterwards(Set<Long> customerIds, boolean isPaying) {
        Touched touched = (Touched) TransactionSynchronizationManager.getResource(this);
        if (touched == null) {
            touched = new Touched();
            TransactionSynchronizationManager.registerSynchronization(touched);
            touched.resume();
        }
        decideAll.hold(customerIds);
        touched.add(customerIds, isPaying);
    }

    /** Decides at once: for who goes on in this transaction by what was decided. */
    void customers(Set<Long> customerIds) {
        Organisation organisation = organisations.current();
        decideAll.refresh(organisation, organisation.today(clock), customerIds);
    }

    /** Whom a transaction touched so far. */
    private final class Touched implements TransactionSynchronization {

        private final Set<Long> customers = new HashSet<>();
        private final Set<Long> paying = new HashSet<>();

        void add(Set<Long> customerIds, boolean isPaying) {
            customers.addAll(customerIds);
            if (isPaying) {
                paying.addAll(customerIds);
            }
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            decide();
        }

        void decide() {
            while (!customers.isEmpty()) { // to decide may touch others
                if (!paying.isEmpty()) {
                    Organisation organisation = organisations.current();
                    settlePromises.run(organisation, organisation.today(clock), taken(paying));
                }
                customers(taken(customers));
            }
        }

        private static Set<Long> taken(Set<Long> all) {
            Set<Long> taken = Set.copyOf(all);
            all.clear();
            return taken;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(Refresh.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Refresh.this, this);
        }

        @Override
        public void beforeCompletion() {
            suspend();
        }
    }
}
