package dev.dunwell.whatif;

import dev.dunwell.kernel.Money;
import java.util.Currency;
import java.util.List;

/**
 * How the invoices of one year were really paid: the base of every what-if.
 *
 * @param paid invoices of the same time to pay under the same terms, put together; what is open and overdue stands with
 *     the days it has been open, what is not due yet is left out
 */
public record Behaviour(Currency currency, List<Paid> paid) {

    /**
     * Invoices that were paid after the same time.
     *
     * @param days from issue to payment
     * @param term days from issue to the due day
     * @param minor what they were for, in minor units
     * @param count how many they are
     */
    public record Paid(int days, int term, long minor, int count) {

        public boolean isLate() {
            return days > term;
        }

        public int daysLate() {
            return Math.max(0, days - term);
        }
    }

    public Behaviour {
        paid = List.copyOf(paid);
    }

    public Money billed() {
        return new Money(paid.stream().mapToLong(Paid::minor).sum(), currency);
    }

    public Money late() {
        return new Money(
                paid.stream().filter(Paid::isLate).mapToLong(Paid::minor).sum(), currency);
    }

    public int count() {
        return paid.stream().mapToInt(Paid::count).sum();
    }

    public int countLate() {
        return paid.stream().filter(Paid::isLate).mapToInt(Paid::count).sum();
    }
}
