package dev.dunwell.payments.web;

import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.PaymentMethod;
import dev.dunwell.payments.AccountChange;
import dev.dunwell.payments.BankAccount;
import dev.dunwell.payments.PayWay;
import dev.dunwell.payments.Provider;
import dev.dunwell.payments.online.GatewayAccount;
import dev.dunwell.payments.online.GatewayAccounts;
import dev.dunwell.payments.online.OnlinePayment;
import dev.dunwell.payments.reference.Scheme;
import dev.dunwell.web.Choice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Settings: ways to pay.
 *
 * @param changes accounts that are on their way
 * @param coolingDays how long a confirmed change waits
 * @param typed what was typed of an account that was refused
 * @param problems what is wrong with it, by field
 */
public record WaysView(
        List<BankAccount> accounts,
        List<AccountChange> changes,
        int coolingDays,
        List<Offered> offered,
        List<Door> doors,
        List<GatewayAccounts.TurnedAway> turnedAway,
        List<OnlinePayment> troubles,
        Map<String, String> typed,
        Map<String, String> problems,
        boolean mayChange) {

    private static final List<PaymentMethod> METHODS =
            List.of(PaymentMethod.CARD, PaymentMethod.PAYPAL, PaymentMethod.DIRECT_DEBIT, PaymentMethod.CHEQUE);

    /**
     * A way in a currency that may be offered.
     *
     * @param percent of the surcharge, {@code 1.75}; empty for none
     * @param fixed of the surcharge, {@code 0.25}; empty for none
     */
    public record Offered(Currency currency, PaymentMethod method, boolean isOn, String percent, String fixed) {

        /** Whether the payer pays at once, so that a surcharge can be added. */
        public boolean isAtOnce() {
            return method == PaymentMethod.CARD || method == PaymentMethod.PAYPAL;
        }

        /** What its fields are called by. */
        public String name() {
            return currency.getCurrencyCode() + "-" + method.code();
        }
    }

    /** @param account null until there is one; then with where its events go */
    public record Door(Provider provider, @Nullable GatewayAccount account, String eventPath) {}

    static List<Offered> offered(List<BankAccount> accounts, List<PayWay> ways, Currency usual) {
        Set<Currency> currencies = new TreeSet<>(Comparator.comparing(Currency::getCurrencyCode));
        currencies.add(usual);
        accounts.forEach(account -> currencies.add(account.currency()));
        ways.forEach(way -> currencies.add(way.currency()));
        List<Offered> offered = new ArrayList<>();
        for (Currency currency : currencies) {
            for (PaymentMethod method : METHODS) {
                offered.add(ways.stream()
                        .filter(way -> way.currency().equals(currency) && way.method() == method)
                        .findFirst()
                        .map(way -> new Offered(currency, method, true, percent(way), fixed(way)))
                        .orElse(new Offered(currency, method, false, "", "")));
            }
        }
        return offered;
    }

    static List<Door> gateways(GatewayAccounts accounts, int organisation) {
        return Arrays.stream(Provider.values())
                .map(provider -> accounts.of(provider)
                        .map(account -> new Door(provider, account, account.eventPath(organisation)))
                        .orElse(new Door(provider, null, "")))
                .toList();
    }

    /** How banks want references. */
    public static List<Choice> schemes() {
        return Arrays.stream(Scheme.values())
                .map(scheme -> new Choice(scheme.code(), scheme.title()))
                .toList();
    }

    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    private static String percent(PayWay way) {
        return way.basisPoints() == 0 ? "" : way.percent().toPlainString();
    }

    private static String fixed(PayWay way) {
        Money fixed = way.fixed();
        return fixed.isZero() ? "" : fixed.amount().toPlainString();
    }
}
