package dev.dunwell.ledger;

import dev.dunwell.access.Actor;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.Locks.Left;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Shares a source out over invoices, within the transaction of the act that asks. Refuses more than is left or open,
 * another currency, and money whose payer is unknown.
 */
@Component
class Settle {

    private final Locks locks;
    private final Allocations allocations;
    private final CashRules rules;
    private final OpenItems openItems;

    Settle(Locks locks, Allocations allocations, CashRules rules, OpenItems openItems) {
        this.locks = locks;
        this.allocations = allocations;
        this.rules = rules;
        this.openItems = openItems;
    }

    /** What was recorded, and the customers whose balance moved with it. */
    record Moved(Set<Long> customers, List<Allocations.Made> made) {}

    Moved share(Actor actor, Source source, List<Share> shares, LocalDate effectiveOn) {
        Left from = locks.source(source);
        if (shares.isEmpty()) {
            return new Moved(from.customerId() == null ? Set.of() : Set.of(from.customerId()), List.of());
        }
        Map<Long, Left> invoices = new TreeMap<>();
        locks.invoices(shares.stream().map(Share::invoiceId).toList())
                .forEach(invoice -> invoices.put(invoice.id(), invoice));
        Set<Long> customers = new HashSet<>(Set.of(payer(from)));
        Money total = Money.zero(from.open().currency());
        for (Share share : shares) {
            Left invoice = invoices.remove(share.invoiceId());
            if (invoice == null) {
                throw BadInput.in("invoice", "There is no such invoice, or it is named twice.");
            }
            check(share.amount(), invoice, from);
            total = total.plus(share.amount());
            customers.add(payer(invoice));
        }
        if (total.compareTo(from.open()) > 0) {
            throw Refusal.because("more-than-left", "Only " + from.open() + " of the " + source.kind() + " are left.");
        }
        return new Moved(customers, allocations.insert(actor, source, shares, effectiveOn));
    }

    /**
     * Shares what is left over the customer's invoices issued by the source's day, in the organisation's order; an
     * invoice with instalments takes its turn with each of them.
     */
    Moved shareToOldest(Actor actor, Source source, LocalDate effectiveOn) {
        Left from = locks.source(source);
        payer(from);
        List<Long> open = locks.openInvoices(from).stream().map(Left::id).toList();
        Money left = from.open();
        Map<Long, Money> parts = new LinkedHashMap<>();
        for (CashRules.Claim claim : rules.order().sort(openItems.claims(open))) {
            Money part = claim.open().compareTo(left) < 0 ? claim.open() : left;
            if (part.isPositive()) {
                parts.merge(claim.invoiceId(), part, Money::plus);
                left = left.minus(part);
            }
        }
        var shares = new ArrayList<Share>();
        parts.forEach((invoice, amount) -> shares.add(new Share(invoice, amount)));
        return share(actor, source, shares, effectiveOn);
    }

    private static long payer(Left from) {
        if (from.customerId() == null) {
            throw Refusal.because(
                    "payer-unknown", "Nobody knows yet who paid this. Say which customer it is from first.");
        }
        return from.customerId();
    }

    private static void check(Money amount, Left invoice, Left from) {
        Money open = invoice.open();
        if (!amount.isPositive()) {
            throw BadInput.in("amount", "Give an amount above zero.");
        } else if (!open.currency().equals(from.open().currency())
                || !amount.currency().equals(from.open().currency())) {
            throw Refusal.because(
                    "other-currency",
                    "Invoice %s is in %s; it cannot be settled by %s."
                            .formatted(
                                    invoice.name(), open.currency(), from.open().currency()));
        } else if (amount.compareTo(open) > 0) {
            throw Refusal.because(
                    "more-than-open",
                    open.isZero()
                            ? "Invoice " + invoice.name() + " is settled already."
                            : "Only " + open + " of invoice " + invoice.name() + " are open.");
        }
    }
}
