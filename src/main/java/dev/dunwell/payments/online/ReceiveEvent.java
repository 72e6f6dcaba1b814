package dev.dunwell.payments.online;

import dev.dunwell.access.Organisations;
import dev.dunwell.jobs.Jobs;
import dev.dunwell.payments.Provider;
import dev.dunwell.payments.online.Gateway.Event;
import dev.dunwell.payments.online.Gateway.Incoming;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in an event of a gateway: proves it, keeps its id once, and leaves a job that asks the gateway for the state.
 * What the event itself says of amounts is not believed.
 */
@Component
public class ReceiveEvent {

    private static final Logger log = LoggerFactory.getLogger(ReceiveEvent.class);

    private final List<Gateway> gateways;
    private final GatewayAccounts accounts;
    private final OnlinePayments payments;
    private final Organisations organisations;
    private final Jobs jobs;
    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReceiveEvent(
            List<Gateway> gateways,
            GatewayAccounts accounts,
            OnlinePayments payments,
            Organisations organisations,
            Jobs jobs,
            JdbcClient db,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.gateways = gateways;
        this.accounts = accounts;
        this.payments = payments;
        this.organisations = organisations;
        this.jobs = jobs;
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Call it with the organisation bound and outside a transaction.
     *
     * @return whether it was new
     * @throws NotGenuine when it is not proven; it is counted and shown in the settings
     */
    public boolean receive(Provider provider, Incoming incoming) throws GatewayTrouble {
        Gateway gateway = gateways.stream()
                .filter(each -> each.provider() == provider)
                .findFirst()
                .orElseThrow();
        try {
            Keys keys = accounts.keys(provider).orElseThrow(() -> new NotGenuine("no account"));
            Event event = gateway.prove(keys, incoming);
            if (event.id().isEmpty() || event.id().length() > 200) {
                throw new NotGenuine("not an event");
            }
            return Boolean.TRUE.equals(transaction.execute(_ -> keep(provider, event)));
        } catch (NotGenuine e) {
            LocalDate today = organisations.current().today(clock);
            accounts.turnAway(provider, today, String.valueOf(e.getMessage()), clock.instant());
            log.warn("An event for {} was turned away: {}", provider.title(), e.getMessage());
            throw e;
        }
    }

    private boolean keep(Provider provider, Event event) {
        Long payment = payment(provider, event);
        boolean isNew = db.sql("""
                        insert into gateway_event (provider, event_id, kind, online_id, received_at)
                        values (:provider, :id, :kind, :payment, :at)
                        on conflict do nothing
                        """)
                        .param("provider", provider.code())
                        .param("id", event.id())
                        .param("kind", event.kind())
                        .param("payment", payment)
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
        if (isNew && payment != null) {
            jobs.schedule(CheckOnlinePaymentJob.NAME, payment + "/" + event.id(), clock.instant());
        }
        return isNew;
    }

    /** None when it is about something that we did not start: the gateway may serve others, too. */
    private @Nullable Long payment(Provider provider, Event event) {
        String checkout = event.checkout();
        String theirs = event.payment();
        Optional<OnlinePayment> found = checkout == null ? Optional.empty() : payments.byCheckout(provider, checkout);
        return found.or(() -> theirs == null ? Optional.empty() : payments.byProviderPayment(provider, theirs))
                .map(OnlinePayment::id)
                .orElse(null);
    }
}
