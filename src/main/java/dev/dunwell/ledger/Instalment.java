package dev.dunwell.ledger;

import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of an invoice that falls due on a day of its own.
 *
 * @param amount above zero; all of an invoice sum to its amount
 */
public record Instalment(LocalDate dueOn, Money amount) {

    /** One with what of it is paid on some day. */
    public record Part(LocalDate dueOn, Money amount, Money paid) {

        public Money open() {
            return amount.minus(paid);
        }
    }

    /** How what is settled fills them: the earliest first (scenario 40). */
    public static List<Part> filled(List<Instalment> instalments, Money settled) {
        List<Part> parts = new ArrayList<>();
        Money left = settled;
        for (Instalment each : instalments) {
            Money paid = left.compareTo(each.amount) < 0 ? left : each.amount;
            parts.add(new Part(each.dueOn, each.amount, paid));
            left = left.minus(paid);
        }
        return parts;
    }
}
