package dev.dunwell.ledger;

import dev.dunwell.kernel.Money;
import dev.dunwell.web.Refusal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes something out of what is left of a payment or credit note, within the transaction of the act that asks. */
@Component
class Withdraw {

    private final Locks locks;
    private final Withdrawals withdrawals;

    Withdraw(Locks locks, Withdrawals withdrawals) {
        this.locks = locks;
        this.withdrawals = withdrawals;
    }

    /** What was recorded, on which day it takes effect, and whose money it was; null when nobody knows. */
    record Done(long id, LocalDate on, @Nullable Long customerId, LocalDate datedOn) {}

    Done from(Source.Credit from, Withdrawal.Kind kind, Money amount, String reason, LocalDate on) {
        new Check().positive("amount", amount).text("reason", reason, 500).done();
        Locks.Left left = locks.source(from);
        if (!amount.currency().equals(left.open().currency())) {
            throw Refusal.because(
                    "other-currency",
                    "The " + from.kind() + " is in " + left.open().currency() + ".");
        } else if (amount.compareTo(left.open()) > 0) {
            throw Refusal.because("more-than-left", "Only " + left.open() + " of the " + from.kind() + " are left.");
        }
        LocalDate day = Stream.of(on, left.datedOn(), locks.freeOn(from))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new Done(withdrawals.insert(kind, from, amount, day, reason), day, left.customerId(), left.datedOn());
    }
}
