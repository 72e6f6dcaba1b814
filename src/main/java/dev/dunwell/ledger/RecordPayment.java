package dev.dunwell.ledger;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.kernel.Money;
import dev.dunwell.web.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
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
 * source key is taken once: a repetition answers with the payment that is there, and changes nothing. A small rest that
 * it leaves of an invoice is written off within the organisation's tolerance.
 */
@Component
public class RecordPayment {

    private final Customers customers;
    private final Payments payments;
    private final Settle settle;
    private final PaidShort paidShort;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    RecordPayment(
            Customers customers,
            Payments payments,
            Settle settle,
            PaidShort paidShort,
            Audit audit,
            ApplicationEventPublisher events) {
        this.customers = customers;
        this.payments = payments;
        this.settle = settle;
        this.paidShort = paidShort;
        this.audit = audit;
        this.events = events;
    }

    /**
     * What came in.
     *
     * @param customerId whose it is; null when the payer is unknown
     * @param reference what the payer wrote
     * @param sourceKey what names it at its origin; null for one that a person writes down
     * @param use what it is for
     */
    public record Wanted(
            @Nullable Long customerId,
            LocalDate receivedOn,
            Money amount,
            @Nullable String reference,
            @Nullable String sourceKey,
            Use use) {}

    /**
     * What money is for.
     *
     * @param shares the invoices that the payer names
     * @param restToOldest whether the rest goes to the invoices due first; else it is left
     * @param purpose what the rest is left for
     */
    public record Use(List<Share> shares, boolean restToOldest, Payment.Purpose purpose) {

        public Use(List<Share> shares, boolean restToOldest) {
            this(shares, restToOldest, Payment.Purpose.UNAPPLIED);
        }

        public static final Use ON_ACCOUNT = new Use(List.of(), false, Payment.Purpose.ON_ACCOUNT);
        public static final Use OLDEST_FIRST = new Use(List.of(), true);
        /** Nobody has said yet. */
        public static final Use UNAPPLIED = new Use(List.of(), false);

        public static Use named(Share... shares) {
            return new Use(List.of(shares), false);
        }
    }

    /** The payment as it now stands, and whether it is new. */
    public record Outcome(Payment payment, boolean isNew) {}

    @Transactional
    public Outcome record(Actor actor, Wanted wanted) {
        Customer customer = wanted.customerId() == null ? null : customers.require(wanted.customerId());
        new Check()
                .positive("amount", wanted.amount())
                .optionalText("reference", wanted.reference(), 500)
                .optionalText("sourceKey", wanted.sourceKey(), 200)
                .that(
                        customer != null || wanted.use().equals(Use.UNAPPLIED),
                        "customer",
                        "Give the customer, or say nothing of what it is for while the payer is unknown.")
                .done();
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
        boolean isSame = (wanted.customerId() == null || wanted.customerId().equals(known.customerId()))
                && known.receivedOn().equals(wanted.receivedOn())
                && known.amount().equals(wanted.amount());
        if (!isSame) {
            throw Refusal.conflict(
                    "source-key-used",
                    "Another payment has this source key: %s of %s on %s. Give this one its own."
                            .formatted(
                                    known.amount(),
                                    known.customerNumber() == null
                                            ? "an unknown payer"
                                            : "customer " + known.customerNumber(),
                                    known.receivedOn()));
        }
        return new Outcome(known, false);
    }

    private void write(Actor actor, Wanted wanted, @Nullable Customer customer, long id) {
        if (customer != null) {
            events.publishEvent(new LedgerChanged(settle(actor, wanted, customer, id)));
        }
        audit.write(
                actor,
                "payment.recorded",
                "customer",
                wanted.customerId(),
                Map.of(
                        "payment",
                        id,
                        "amount",
                        wanted.amount().toString(),
                        "use",
                        wanted.use().toString()));
    }

    private Set<Long> settle(Actor actor, Wanted wanted, Customer customer, long id) {
        var source = new Source.OfPayment(id);
        Set<Long> moved = new HashSet<>(Set.of(customer.id()));
        List<Allocations.Made> made = new ArrayList<>();
        Settle.Moved named = settle.share(actor, source, wanted.use().shares(), wanted.receivedOn());
        moved.addAll(named.customers());
        made.addAll(named.made());
        if (wanted.use().restToOldest()) {
            Settle.Moved rest = settle.shareToOldest(actor, source, wanted.receivedOn());
            moved.addAll(rest.customers());
            made.addAll(rest.made());
        }
        paidShort.lookAfter(id, made);
        return moved;
    }
}
