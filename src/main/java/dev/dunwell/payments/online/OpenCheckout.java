package dev.dunwell.payments.online;

import dev.dunwell.access.Organisation;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens the gateway's page for a payment that was written down. */
@Component
public class OpenCheckout {

    private final List<Gateway> gateways;
    private final GatewayAccounts accounts;

    OpenCheckout(List<Gateway> gateways, GatewayAccounts accounts) {
        this.gateways = gateways;
        this.accounts = accounts;
    }

    /** @param back where the payer comes back to, paid or not */
    public Gateway.Opened open(Organisation organisation, OnlinePayment payment, URI back, @Nullable String email)
            throws GatewayTrouble {
        Gateway gateway = gateways.stream()
                .filter(each -> each.provider() == payment.provider())
                .findFirst()
                .orElseThrow();
        Keys keys = accounts.keys(payment.provider()).orElseThrow();
        var order = new Gateway.Order(
                payment.name(organisation.id()),
                payment.total(),
                organisation.name(),
                back,
                URI.create(back + "?left=yes"),
                email);
        return gateway.open(keys, order);
    }
}
