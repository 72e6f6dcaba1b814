package dev.dunwell.payments;

import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Customers;
import dev.dunwell.payments.online.Gateway;
import dev.dunwell.payments.online.GatewayAccount;
import dev.dunwell.payments.online.GatewayAccounts;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** By card or wallet, at once: on the page of the gateway, where what is typed never comes near us. */
@Configuration(proxyBeanMethods = false)
class OnlineOffer {

    @Bean
    @Order(2)
    Offer card(Terms terms) {
        return chosen -> terms.offer(Provider.STRIPE, chosen);
    }

    @Bean
    @Order(3)
    Offer wallet(Terms terms) {
        return chosen -> terms.offer(Provider.PAYPAL, chosen);
    }

    /** Whether a gateway is open for a choice, and what it costs. */
    @Component
    static class Terms {

        private final PayWays ways;
        private final GatewayAccounts accounts;
        private final List<Gateway> gateways;
        private final Customers customers;

        Terms(PayWays ways, GatewayAccounts accounts, List<Gateway> gateways, Customers customers) {
            this.ways = ways;
            this.accounts = accounts;
            this.gateways = gateways;
            this.customers = customers;
        }

        Optional<WayToPay> offer(Provider provider, WaysToPay.Chosen chosen) {
            Money total = chosen.total();
            return total == null
                    ? Optional.empty()
                    : surcharge(provider, chosen.customerId(), total)
                            .map(surcharge -> new WayToPay(
                                    provider.method(),
                                    "way." + provider.method().code(),
                                    List.of(),
                                    null,
                                    null,
                                    null,
                                    WayToPay.Act.START,
                                    total,
                                    surcharge,
                                    false));
        }

        /** What it costs; empty where it is not offered. */
        Optional<Money> surcharge(Provider provider, long customerId, Money total) {
            boolean isOpen = accounts.of(provider).filter(GatewayAccount::isOn).isPresent()
                    && gateways.stream().anyMatch(g -> g.provider() == provider && g.takes(total.currency()));
            return isOpen
                    ? ways.of(total.currency(), provider.method())
                            .map(way -> way.surcharge(total, isConsumer(customerId)))
                    : Optional.empty();
        }

        private boolean isConsumer(long customerId) {
            return customers
                    .byId(customerId)
                    .map(Customer::profile)
                    .map(Customer.Profile::isConsumer)
                    .orElse(false);
        }
    }
}
