package dev.dunwell.statements;

import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a customer is told about its account, in each currency in which anything was ever there.
 *
 * @param language the tag of the language in which it is written
 */
public record Statement(
        long customerId, String number, String name, String language, Asked asked, List<Section> sections) {

    /** What sort of paper. */
    public enum Kind {
        /** All that moved the balance in a period, from the opening to the closing balance. */
        ACTIVITY,
        /** What is open on a day. */
        OUTSTANDING,
        /** What is open on a day, with a slip on which the customer confirms it. */
        CONFIRMATION;

        /** As the database and the API name it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One currency. The closing balance is the opening balance and the lines, and also what is open less the credits.
     *
     * @param lines what moved the balance in the period, in the order in which it took effect
     * @param open invoices, then credits below zero
     * @param ages what is open of invoices by days past due, one amount for each bucket
     */
    public record Section(Money opening, List<Line> lines, List<Open> open, Money closing, List<Money> ages) {

        public Money total() {
            return open.stream().map(Open::open).reduce(Money.zero(opening.currency()), Money::plus);
        }
    }

    /**
     * A document that moved the balance.
     *
     * @param kind as the journal names it
     * @param amount above zero what the customer owes more, below what it owes less
     * @param balance after it
     */
    public record Line(
            LocalDate on,
            String kind,
            String document,
            @Nullable LocalDate dueOn,
            Money amount,
            Money balance) {}

    /**
     * What is not settled.
     *
     * @param dueOn null for a credit
     * @param open below zero for a credit
     * @param daysOverdue 0 up to and on the due date
     */
    public record Open(
            String kind,
            String number,
            LocalDate on,
            @Nullable LocalDate dueOn,
            Money amount,
            Money open,
            int daysOverdue) {}
}
