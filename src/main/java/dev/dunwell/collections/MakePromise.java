package dev.dunwell.collections;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Problem;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps a promise to pay. While it runs nothing is sent about the invoices it names, or to the customer when it names
 * none; on its day it comes back to the worklist; then cash decides whether it was kept. A new promise takes the place
 * of the running ones of the same currency about the same invoices; one that names none is about all of them.
 */
@Component
public class MakePromise {

    private static final int LONGEST_DAYS = 90;

    private final Promises promises;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    MakePromise(Promises promises, Audit audit, ApplicationEventPublisher events) {
        this.promises = promises;
        this.audit = audit;
        this.events = events;
    }

    /**
     * What was promised.
     *
     * @param dueOn the day, today or up to 90 days ahead
     * @param invoiceIds what it is to pay; empty for whatever is open
     * @param interactionId the contact in which it was given, null when none was written down
     * @param method one of {@link Promises#METHODS}, null when it was not said
     * @param contactId who promised it, null when that is not known
     */
    public record Wanted(
            long customerId,
            Money amount,
            LocalDate dueOn,
            List<Long> invoiceIds,
            @Nullable Long interactionId,
            @Nullable String method,
            @Nullable Long contactId) {

        public Wanted(
                long customerId, Money amount, LocalDate dueOn, List<Long> invoiceIds, @Nullable Long interactionId) {
            this(customerId, amount, dueOn, invoiceIds, interactionId, null, null);
        }
    }

    /** @return the promise's id */
    @Transactional
    public long make(Caller caller, Wanted wanted) {
        check(wanted, caller.today());
        long id = promises.insert(
                wanted.customerId(),
                wanted.amount(),
                caller.today(),
                new Promises.Terms(
                        wanted.dueOn(),
                        caller.organisation().promiseGraceDays(),
                        wanted.interactionId(),
                        caller.actor().name(),
                        wanted.method(),
                        wanted.contactId()));
        promises.name(id, Set.copyOf(wanted.invoiceIds()));
        int superseded = promises.supersede(id, caller.today());
        events.publishEvent(new CustomersTouched(Set.of(wanted.customerId())));
        audit.write(
                caller.actor(),
                "promise.made",
                "customer",
                wanted.customerId(),
                Map.of(
                        "promise",
                        id,
                        "amount",
                        wanted.amount().toString(),
                        "dueOn",
                        wanted.dueOn().toString(),
                        "superseded",
                        superseded));
        return id;
    }

    /**
     * Takes back a running promise, because it was a mistake or the customer took it back.
     *
     * @return whose it was
     */
    @Transactional
    public long withdraw(Caller caller, long promiseId) {
        long customerId =
                promises.withdraw(promiseId, caller.today()).orElseThrow(() -> new NotFound("running promise"));
        events.publishEvent(new CustomersTouched(Set.of(customerId)));
        audit.write(caller.actor(), "promise.withdrawn", "customer", customerId, Map.of("promise", promiseId));
        return customerId;
    }

    private static void check(Wanted wanted, LocalDate today) {
        if (!wanted.amount().isPositive()) {
            throw new BadInput(
                    List.of(new Problem(0, "amount", "A promise is for more than nothing; give the amount.")));
        }
        if (wanted.method() != null && !Promises.METHODS.contains(wanted.method())) {
            throw BadInput.in("method", "Write one of " + String.join(", ", Promises.METHODS) + ", or leave it out.");
        }
        if (wanted.dueOn().isBefore(today) || wanted.dueOn().isAfter(today.plusDays(LONGEST_DAYS))) {
            throw new BadInput(List.of(new Problem(
                    0,
                    "dueOn",
                    "Give a day from today to %s; what is further away is a payment plan."
                            .formatted(today.plusDays(LONGEST_DAYS)))));
        }
    }
}
