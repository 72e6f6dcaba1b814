package dev.dunwell.ledger;

import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.NaiveLedger.Bill;
import dev.dunwell.ledger.NaiveLedger.Credit;
import dev.dunwell.ledger.NaiveLedger.Line;
import dev.dunwell.ledger.NaiveLedger.Settled;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What happens to money by rule, in the naive ledger: which invoices it settles when the payer does not say, and what
 * becomes of one that it leaves a little short.
 */
class NaiveCash {

    private static final List<DiscountStep> TWO_IN_TEN = List.of(new DiscountStep(BigDecimal.TWO, 10));

    /** What the book calls that which it wrote by itself. */
    interface Written {

        long lastDiscount(Bill bill);

        long lastWriteOff(Bill bill);
    }

    final Map<Credit, Bill> discounts = new LinkedHashMap<>();
    CashRules.Order order = CashRules.Order.OLDEST_DUE;
    final Map<Currency, Money> tolerances = new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode));
    private final NaiveLedger naive;
    private final String discounted;
    private final Written written;

    /** @param discounted the customer who buys at 2 % off within 10 days */
    NaiveCash(NaiveLedger naive, String discounted, Written written) {
        this.naive = naive;
        this.discounted = discounted;
        this.written = written;
    }

    boolean fits(Bill bill, Money amount, Currency currency) {
        return amount.currency().equals(currency)
                && bill.amount().currency().equals(currency)
                && amount.compareTo(naive.open(bill)) <= 0;
    }

    /** Fills the customer's invoices, part by part in the order of the house, until nothing is left. */
    List<Settled> settleOldest(Credit money) {
        Map<Bill, Money> parts = new LinkedHashMap<>();
        Money left = naive.left(money);
        for (Line line : inTurn(money)) {
            Money part = line.open().compareTo(left) < 0 ? line.open() : left;
            if (part.isPositive()) {
                parts.merge(line.bill(), part, Money::plus);
                left = left.minus(part);
            }
        }
        List<Settled> settled = new ArrayList<>();
        parts.forEach((bill, amount) -> settled.add(naive.settle(bill, money, amount, money.datedOn)));
        return settled;
    }

    private List<Line> inTurn(Credit money) {
        Comparator<Line> oldest = Comparator.comparing(Line::dueOn).thenComparing(line -> line.bill().id);
        Comparator<Line> costsFirst = Comparator.comparing(line -> switch (line.bill().kind) {
            case FEE -> 0;
            case INTEREST -> 1;
            default -> 2;
        });
        return naive
                .lines(
                        LocalDate.MAX,
                        bill -> bill.customer.equals(money.customer)
                                && !bill.says.issuedOn().isAfter(money.usableFrom())
                                && bill.amount().currency().equals(money.amount.currency()))
                .stream()
                .sorted(order == CashRules.Order.OLDEST_DUE ? oldest : costsFirst.thenComparing(oldest))
                .toList();
    }

    /** A rest that is just a discount becomes one, and a rest within the tolerance is given up. */
    void paidShort(Credit money, List<Settled> parts) {
        Map<Bill, LocalDate> paidOn = new TreeMap<>(Comparator.comparing((Bill bill) -> bill.id));
        parts.forEach(part -> paidOn.merge(part.bill, part.on, NaiveLedger::max));
        paidOn.forEach((bill, on) -> discount(money, bill, on));
        paidOn.forEach((bill, on) -> {
            Money rest = naive.open(bill);
            Money tolerance = tolerances.get(rest.currency());
            if (rest.isPositive() && tolerance != null && rest.compareTo(tolerance) <= 0) {
                giveUp(written.lastWriteOff(bill), bill, rest, on).with = money;
            }
        });
    }

    private void discount(Credit money, Bill bill, LocalDate on) {
        Money rest = naive.open(bill);
        Discount.Outcome offer = offer(bill, on);
        boolean earned = rest.equals(offer.earned());
        boolean missed =
                offer.unearned().isPositive() && rest.equals(offer.earned().plus(offer.unearned()));
        if (rest.isPositive() && (earned || missed) && !discounts.containsValue(bill)) {
            Credit taken = take(written.lastDiscount(bill), bill, rest, on, money);
            if (earned) {
                naive.settle(bill, taken, rest, on);
            }
        }
    }

    Discount.Outcome offer(Bill bill, LocalDate on) {
        boolean isOffered =
                bill.customer.equals(discounted) && bill.kind != Invoice.Kind.INTEREST && bill.kind != Invoice.Kind.FEE;
        return Discount.due(isOffered ? TWO_IN_TEN : List.of(), 0, bill.says, on);
    }

    /** A discount that was taken; it settles once it is earned or allowed. */
    Credit take(long id, Bill bill, Money amount, LocalDate on, @Nullable Credit with) {
        var taken = new Credit(new Source.OfDiscount(id), bill.customer, on, amount);
        taken.with = with;
        discounts.put(taken, bill);
        return taken;
    }

    Credit giveUp(long id, Bill bill, Money amount, LocalDate on) {
        var lost = new Credit(new Source.OfWriteOff(id), bill.customer, on, amount);
        naive.settle(bill, lost, amount, on);
        return lost;
    }
}
