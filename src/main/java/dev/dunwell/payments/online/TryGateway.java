package dev.dunwell.payments.online;

import dev.dunwell.payments.Provider;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks a gateway whether it knows the keys, and notes how that went. Moves no money. */
@Component
public class TryGateway {

    private final List<Gateway> gateways;
    private final GatewayAccounts accounts;
    private final Clock clock;

    TryGateway(List<Gateway> gateways, GatewayAccounts accounts, Clock clock) {
        this.gateways = gateways;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Call it with the organisation bound and outside a transaction: the gateway is asked over the network.
     *
     * @return what is wrong; empty when all is well
     */
    public Optional<String> tryOut(Provider provider) {
        Keys keys = accounts.keys(provider).orElse(null);
        if (keys == null) {
            return Optional.of("There are no keys of " + provider.title() + " yet. Enter them first.");
        }
        Optional<String> trouble = tryOut(provider, keys);
        accounts.checked(provider, clock.instant(), trouble.orElse(null));
        return trouble;
    }

    private Optional<String> tryOut(Provider provider, Keys keys) {
        try {
            for (Gateway gateway : gateways) {
                if (gateway.provider() == provider) {
                    gateway.tryOut(keys);
                }
            }
            return Optional.empty();
        } catch (GatewayTrouble e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
