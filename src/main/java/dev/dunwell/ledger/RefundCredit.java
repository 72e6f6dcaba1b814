package dev.dunwell.ledger;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records that what is left of a payment or credit note, or a part of it, was paid back. Refuses more than is left. It
 * is undone by {@link TakeBack}.
 */
@Component
public class RefundCredit {

    private final Withdraw withdraw;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    RefundCredit(Withdraw withdraw, Audit audit, ApplicationEventPublisher events) {
        this.withdraw = withdraw;
        this.audit = audit;
        this.events = events;
    }

    /**
     * @param amount above zero, in the credit's currency
     * @param reason why, or how it went back
     * @param on from when on; taken later where the credit is, or was free again later after something was taken back
     * @return the refund's id
     */
    @Transactional
    public long refund(Actor actor, Source.Credit from, Money amount, String reason, LocalDate on) {
        Withdraw.Done done = withdraw.from(from, Withdrawal.Kind.REFUND, amount, reason, on);
        events.publishEvent(LedgerChanged.ofAny(done.customerId()));
        audit.write(
                actor,
                "credit.refunded",
                from.kind(),
                from.id(),
                Map.of(
                        "refund",
                        done.id(),
                        "amount",
                        amount.toString(),
                        "reason",
                        reason,
                        "on",
                        done.on().toString()));
        return done.id();
    }
}
