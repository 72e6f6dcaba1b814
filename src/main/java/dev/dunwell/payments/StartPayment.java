package dev.dunwell.payments;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.access.Organisation;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.Secret;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.OpenItem;
import dev.dunwell.ledger.OpenItems;
import dev.dunwell.ledger.Share;
import dev.dunwell.payments.online.Gateway;
import dev.dunwell.payments.online.GatewayAccounts;
import dev.dunwell.payments.online.GatewayTrouble;
import dev.dunwell.payments.online.OnlinePayment;
import dev.dunwell.payments.online.OnlinePayments;
import dev.dunwell.payments.online.OpenCheckout;
import dev.dunwell.payments.online.PayerReturn;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Starts a payment by card or wallet: writes down what is to be paid, opens the gateway's page for it, and answers with
 * its address. Amounts are the server's: refuses more than is open, nothing, another currency or customer, and more
 * than twenty starts of a customer that wait at once.
 */
@Component
public class StartPayment {

    /** Stands in the path to come back to for the payment itself, as {@link PayerReturn} reads it. */
    public static final String PAYMENT = "{payment}";

    private static final Logger log = LoggerFactory.getLogger(StartPayment.class);
    private static final int MOST_WAITING = 20;
    private static final Duration WITHIN = Duration.ofDays(1);

    private final OnlineOffer.Terms terms;
    private final OpenItems openItems;
    private final OnlinePayments payments;
    private final OpenCheckout openCheckout;
    private final GatewayAccounts accounts;
    private final Organisations organisations;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StartPayment(
            OnlineOffer.Terms terms,
            OpenItems openItems,
            OnlinePayments payments,
            OpenCheckout openCheckout,
            GatewayAccounts accounts,
            Organisations organisations,
            Audit audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.terms = terms;
        this.openItems = openItems;
        this.payments = payments;
        this.openCheckout = openCheckout;
        this.accounts = accounts;
        this.organisations = organisations;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * What is to be started.
     *
     * @param chosen at least one invoice
     * @param site the address of this installation as the payer sees it, {@code https://pay.example.com}
     * @param backTo the path on it to which the payer comes back, paid or not; {@code paid=yes}, {@code paid=no} or
     *     {@code paid=open} is added to it, and {@value #PAYMENT} in it names the payment
     * @param email of the payer, to fill in a field at the gateway; null when unknown
     */
    public record Wanted(
            Provider provider,
            WaysToPay.Chosen chosen,
            URI site,
            String backTo,
            @Nullable String email) {}

    /**
     * Call it with the organisation bound and outside a transaction: the gateway is asked over the network.
     *
     * @return where to send the payer
     */
    public URI start(Actor actor, Wanted wanted) {
        if (!wanted.backTo.matches("/[^/\\\\\\p{Cntrl}][^\\\\\\p{Cntrl}]*|/")) {
            throw BadInput.in("backTo", "Come back to a path of this site.");
        }
        Organisation organisation = organisations.current();
        Secret token = Secret.link();
        long id = transaction.execute(_ -> insert(actor, wanted, token));
        OnlinePayment payment = payments.byId(id);
        URI back = wanted.site.resolve("/pay-return/" + new PayerReturn(organisation.id(), token).text());
        try {
            Gateway.Opened opened = openCheckout.open(organisation, payment, back, wanted.email);
            payments.opened(id, opened.checkout());
            return opened.page();
        } catch (GatewayTrouble e) {
            log.warn("A payment could not be started: {}", e.getMessage());
            payments.over(id, OnlinePayment.State.OVER, e.getMessage());
            accounts.checked(wanted.provider, clock.instant(), e.getMessage());
            throw Refusal.because(
                    "gateway-closed", "This way to pay cannot be reached just now. Take another, or try again later.");
        }
    }

    private long insert(Actor actor, Wanted wanted, Secret token) {
        WaysToPay.Chosen chosen = wanted.chosen;
        Money total = chosen.total();
        if (total == null) {
            throw BadInput.in("invoice", "Choose at least one invoice.");
        }
        checkOpen(chosen);
        Money surcharge = terms.surcharge(wanted.provider, chosen.customerId(), total)
                .orElseThrow(() -> Refusal.because("way-closed", "This way to pay is not offered here."));
        if (payments.waitingOf(chosen.customerId(), clock.instant().minus(WITHIN)) >= MOST_WAITING) {
            throw Refusal.because("too-many", "Many payments were started already. Finish one, or try tomorrow.");
        }
        long id = payments.insert(new OnlinePayments.Wanted(
                chosen.customerId(),
                wanted.provider,
                chosen.shares(),
                total,
                surcharge,
                token,
                wanted.backTo,
                actor.name(),
                clock.instant()));
        audit.write(
                actor,
                "online-payment.started",
                "customer",
                chosen.customerId(),
                Map.of("onlinePayment", id, "provider", wanted.provider.code(), "amount", total.toString()));
        return id;
    }

    private void checkOpen(WaysToPay.Chosen chosen) {
        Map<Long, Money> open = openItems.of(chosen.customerId(), LocalDate.MAX).stream()
                .filter(item -> item.open().currency().equals(chosen.currency()))
                .collect(Collectors.toMap(OpenItem::id, OpenItem::open, Money::plus));
        List<Long> ids = chosen.invoiceIds();
        for (Share share : chosen.shares()) {
            Money left = open.get(share.invoiceId());
            if (left == null || ids.indexOf(share.invoiceId()) != ids.lastIndexOf(share.invoiceId())) {
                throw BadInput.in("invoice", "One of these invoices is not open, or is named twice.");
            } else if (share.amount().compareTo(left) > 0) {
                throw BadInput.in("amount", "Only " + left.inWords() + " of an invoice are open.");
            }
        }
    }
}
