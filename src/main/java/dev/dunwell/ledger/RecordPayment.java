package dev.dunwell.ledger;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.kernel.Money;
import dev.dunwell.web.Refusal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes money into the book and settles what the payer says it is for; what settles nothing stays on account. The same
 * source key is taken once: a repetition answers with the payment that is there, and changes nothing.
 */
@Component
public class RecordPayment {

    private final Customers customers;
    private final Payments payments;
    private final Settle settle;
    private final Periods periods;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    RecordPayment(
            Customers customers,
            Payments payments,
            Settle settle,
            Periods periods,
            Audit audit,
            ApplicationEventPublisher events) {
        this.customers = customers;
        this.payments = payments;
        this.settle = settle;
        this.periods = periods;
        this.audit = audit;
        this.events = events;
    }

    /**
     * What came in.
     *
     * @param reference what the payer wrote
     * @param sourceKey what names it at its origin; null for one that a person writes down
     * @param use what it is for
     */
    public record Wanted(
            long customerId,
            LocalDate receivedOn,
            Money amount,
            @Nullable String reference,
            @Nullable String sourceKey,
            Use use) {}

    /**
     * What money is for.
     *
     * @param shares the invoices that the payer names
     * @param restToOldest whether the rest goes to the invoices due first; else it stays on account
     */
    public record Use(List<Share> shares, boolean restToOldest) {

        public static final Use ON_ACCOUNT = new Use(List.of(), false);
        public static final Use OLDEST_FIRST = new Use(List.of(), true);

        public static Use named(Share... shares) {
            return new Use(List.of(shares), false);
        }
    }

    /** The payment as it now stands, and whether it is new. */
    public record Outcome(Payment payment, boolean isNew) {}

    @Transactional
    public Outcome record(Actor actor, Wanted wanted) {
        Customer customer = customers.require(wanted.customerId());
        new Check()
                .positive("amount", wanted.amount())
                .optionalText("reference", wanted.reference(), 500)
                .optionalText("sourceKey", wanted.sourceKey(), 200)
                .done();
        periods.enter();
        OptionalLong id = payments.insert(wanted);
        if (id.isEmpty()) {
            return repeated(wanted);
        } else {
            write(actor, wanted, customer, id.getAsLong());
            return new Outcome(payments.byId(id.getAsLong(), LocalDate.MAX).orElseThrow(), true);
        }
    }

    private Outcome repeated(Wanted wanted) {
        Payment known =
                payments.bySourceKey(Objects.requireNonNull(wanted.sourceKey())).orElseThrow();
        boolean isSame = known.customerId() == wanted.customerId()
                && known.receivedOn().equals(wanted.receivedOn())
                && known.amount().equals(wanted.amount());
        if (!isSame) {
            throw Refusal.conflict(
                    "source-key-used",
                    "Another payment has this source key: %s of customer %s on %s. Give this one its own."
                            .formatted(known.amount(), known.customerNumber(), known.receivedOn()));
        }
        return new Outcome(known, false);
    }

    private void write(Actor actor, Wanted wanted, Customer customer, long id) {
        periods.requireOpen(wanted.receivedOn());
        var source = new Source.OfPayment(id);
        Set<Long> moved = new HashSet<>(Set.of(customer.id()));
        moved.addAll(settle.share(source, wanted.use().shares(), wanted.receivedOn()));
        if (wanted.use().restToOldest()) {
            moved.addAll(settle.shareToOldest(source, wanted.receivedOn()));
        }
        events.publishEvent(new LedgerChanged(moved));
        audit.write(
                actor,
                "payment.recorded",
                "customer",
                customer.id(),
                Map.of(
                        "payment",
                        id,
                        "amount",
                        wanted.amount().toString(),
                        "use",
                        wanted.use().toString()));
    }
}
