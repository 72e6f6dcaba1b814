package dev.dunwell.payments.online;

import dev.dunwell.access.Organisation;
import dev.dunwell.access.Organisations;
import dev.dunwell.payments.Provider;
import dev.dunwell.payments.online.Gateway.Seen;
import dev.dunwell.web.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The one way by which a payment at a gateway reaches the book: asks the gateway for its state and records that. The
 * payer's return, an event and our own rounds all come through here, at the same time if they like.
 */
@Component
public class CheckOnlinePayment {

    private static final Logger log = LoggerFactory.getLogger(CheckOnlinePayment.class);
    private static final int TRIES = 3;

    private final OnlinePayments payments;
    private final GatewayAccounts accounts;
    private final Map<Provider, Gateway> gateways;
    private final RecordOnlinePayment recordOnlinePayment;
    private final Organisations organisations;
    private final Clock clock;

    CheckOnlinePayment(
            OnlinePayments payments,
            GatewayAccounts accounts,
            List<Gateway> gateways,
            RecordOnlinePayment recordOnlinePayment,
            Organisations organisations,
            Clock clock) {
        this.payments = payments;
        this.accounts = accounts;
        this.gateways = gateways.stream().collect(Collectors.toMap(Gateway::provider, Function.identity()));
        this.recordOnlinePayment = recordOnlinePayment;
        this.organisations = organisations;
        this.clock = clock;
    }

    /**
     * Call it with the organisation bound and outside a transaction: the gateway is asked over the network.
     *
     * @return the payment as it now stands
     * @throws GatewayTrouble when the gateway cannot be asked; nothing has changed, ask again later
     */
    public OnlinePayment check(long id) throws GatewayTrouble {
        int question = payments.ask(id);
        OnlinePayment payment = payments.byId(id);
        String checkout = payment.checkout();
        if (checkout == null) {
            return payment;
        }
        Gateway gateway = gateways.get(payment.provider());
        Keys keys = accounts.keys(payment.provider()).orElse(null);
        if (gateway == null || keys == null) {
            throw new GatewayTrouble("The keys of " + payment.provider().title() + " are gone: enter them again.");
        }
        Seen seen = gateway.look(keys, checkout);
        return record(id, question, seen, TRIES);
    }

    /**
     * Others may settle the same invoices at the same moment; after some tries the money waits on account instead, and
     * what cannot be booked at all is shown to a person.
     */
    private OnlinePayment record(long id, int question, Seen seen, int tries) {
        Organisation organisation = organisations.current();
        try {
            return recordOnlinePayment.record(organisation, organisation.today(clock), id, question, seen, tries > 0);
        } catch (Refusal raced) {
            if (tries <= 0) {
                payments.trouble(id, raced.reason());
                return payments.byId(id);
            }
            log.info("Online payment {} is recorded again: {}", id, raced.reason());
            return record(id, question, seen, tries - 1);
        }
    }
}
