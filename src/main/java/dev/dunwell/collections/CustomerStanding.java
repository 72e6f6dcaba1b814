package dev.dunwell.collections;

import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a customer stands on a day: what is open and overdue, why a person is needed, and what comes next. Derived; kept
 * as a row so that Today reads rows and not sums.
 *
 * @param debts per currency, the one with most overdue first
 */
record CustomerStanding(
        long customerId,
        @Nullable Long ownerId,
        List<Debt> debts,
        int items,
        LocalDate oldestDueOn,
        Level level,
        String why,
        String nextStep,
        String nextSmall,
        LocalDate nextOn,
        Dossier.@Nullable LastContact lastContact) {

    /** What is open in one currency, and how much of it is past due. */
    record Debt(Money open, Money overdue) {}

    /** Of everything in it, to tell whether the stored row says the same. */
    long fingerprint() {
        Fingerprint print = new Fingerprint().add(customerId).add(ownerId == null ? 0 : ownerId);
        for (Debt debt : debts) {
            print.add(debt.open.currency().getCurrencyCode())
                    .add(debt.open.minor())
                    .add(debt.overdue.minor());
        }
        print.add(items)
                .add(oldestDueOn)
                .add(level.ordinal())
                .add(why)
                .add(nextStep)
                .add(nextSmall)
                .add(nextOn);
        if (lastContact != null) {
            print.add(lastContact.on()).add(lastContact.kind()).add(lastContact.by());
        }
        return print.value();
    }
}
