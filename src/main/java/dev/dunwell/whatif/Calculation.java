package dev.dunwell.whatif;

import dev.dunwell.kernel.Money;
import dev.dunwell.whatif.Behaviour.Paid;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a lever would have brought in the year that is the base, by section 4 of the glossary: capital saved + losses
 * and chasing avoided − price paid − deadweight − handling. Days gained are counted from the day on which each invoice
 * was really paid, and are negative where the lever pays later. Pure.
 *
 * <p>Deadweight is the price paid to those who would have paid as soon anyway: with a discount everybody who pays
 * within its days takes it. Everything is computed in exact decimals; each amount shown is rounded once, half-up, so
 * the net may differ from the sum of the rounded lines by a minor unit or two.
 *
 * @param lines what adds up to the net
 * @param net what is left of it
 * @param daysGained by which the average amount of the base is paid sooner, two decimals
 * @param released the cash that is free because of it: billed ÷ 365 × days gained
 * @param accepted the amounts of those who go along
 * @param breakEven where the net is zero
 */
public record Calculation(
        List<Line> lines, Money net, BigDecimal daysGained, Money released, Money accepted, BreakEven breakEven) {

    static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal YEAR = BigDecimal.valueOf(365);
    private static final MathContext EXACT = MathContext.DECIMAL128;

    /** One amount with its sign, in words. */
    public record Line(String what, Money amount) {}

    /**
     * In percent; each null where no number of its kind, from zero up, makes the net zero.
     *
     * @param capital the cost of capital
     * @param price of the lever
     * @param uptake also null where it would have to be above 100
     */
    public record BreakEven(
            @Nullable BigDecimal capital,
            @Nullable BigDecimal price,
            @Nullable BigDecimal uptake) {}

    /** What late payment costs now. */
    public record Now(Money capital, Money loss, Money chasing, Money total) {}

    public static Calculation of(Behaviour base, Assumptions at, Lever lever) {
        Sum sum = Sum.of(base, at, lever);
        List<Line> lines = new ArrayList<>();
        lines.add(line("Capital saved", sum.capital, base));
        lines.add(line("Losses avoided", sum.loss, base));
        lines.add(line("Chasing avoided", sum.chasing, base));
        lines.add(line("Paid for it", sum.price.negate(), base));
        lines.add(line("Deadweight", sum.deadweight.negate(), base));
        lines.add(line("Handling", sum.handling.negate(), base));
        BigDecimal billed = base.billed().amount();
        return new Calculation(
                lines,
                Money.halfUp(sum.net(), base.currency()),
                billed.signum() == 0
                        ? BigDecimal.ZERO
                        : sum.amountDays.divide(billed, 2, java.math.RoundingMode.HALF_UP),
                Money.halfUp(sum.amountDays.divide(YEAR, EXACT), base.currency()),
                Money.halfUp(sum.accepted, base.currency()),
                breakEven(base, at, lever));
    }

    /** Open amount × cost of capital × days late ÷ 365, expected loss, and chasing, of what was paid late. */
    public static Now now(Behaviour base, Assumptions at) {
        BigDecimal amountDays = BigDecimal.ZERO;
        for (Paid paid : base.paid()) {
            amountDays = amountDays.add(amount(paid, base).multiply(BigDecimal.valueOf(paid.daysLate())));
        }
        Money capital = Money.halfUp(share(amountDays, at.capitalPercent()).divide(YEAR, EXACT), base.currency());
        Money loss = Money.halfUp(share(base.late().amount(), at.lossPercent()), base.currency());
        Money chasing = new Money(at.chasingCost().minor() * base.countLate(), base.currency());
        return new Now(capital, loss, chasing, capital.plus(loss).plus(chasing));
    }

    /** The net alone, exact. */
    static BigDecimal exactly(Behaviour base, Assumptions at, Lever lever) {
        return Sum.of(base, at, lever).net();
    }

    /** The net is a line in each of the three, so two points tell where it crosses zero. */
    private static BreakEven breakEven(Behaviour base, Assumptions at, Lever lever) {
        BigDecimal none = BigDecimal.ZERO;
        BigDecimal capital =
                zero(exactly(base, at.withCapital(none), lever), exactly(base, at.withCapital(HUNDRED), lever));
        BigDecimal price = lever.kind().price().isEmpty()
                ? null
                : zero(exactly(base, at, lever.withPrice(none)), exactly(base, at, lever.withPrice(HUNDRED)));
        BigDecimal uptake =
                zero(exactly(base, at, lever.withUptake(none)), exactly(base, at, lever.withUptake(HUNDRED)));
        return new BreakEven(capital, price, isUptake(uptake) ? uptake : null);
    }

    /** That nothing comes of what nobody takes is no break-even. */
    private static boolean isUptake(@Nullable BigDecimal zero) {
        return zero != null && zero.signum() > 0 && zero.compareTo(HUNDRED) <= 0;
    }

    private static @Nullable BigDecimal zero(BigDecimal atNone, BigDecimal atHundred) {
        BigDecimal slope = atHundred.subtract(atNone);
        if (slope.signum() == 0) {
            return null;
        }
        BigDecimal zero = atNone.negate().multiply(HUNDRED).divide(slope, EXACT);
        return zero.signum() < 0 ? null : zero;
    }

    private static Line line(String what, BigDecimal exact, Behaviour base) {
        return new Line(what, Money.halfUp(exact, base.currency()));
    }

    private static BigDecimal amount(Paid paid, Behaviour base) {
        return new Money(paid.minor(), base.currency()).amount();
    }

    private static BigDecimal share(BigDecimal of, BigDecimal percent) {
        return of.multiply(percent).divide(HUNDRED, EXACT);
    }

    /** What adds up over the base, exact and in whole units of its currency. */
    private static final class Sum {

        private BigDecimal amountDays = BigDecimal.ZERO;
        private BigDecimal capital = BigDecimal.ZERO;
        private BigDecimal loss = BigDecimal.ZERO;
        private BigDecimal chasing = BigDecimal.ZERO;
        private BigDecimal price = BigDecimal.ZERO;
        private BigDecimal deadweight = BigDecimal.ZERO;
        private BigDecimal handling = BigDecimal.ZERO;
        private BigDecimal accepted = BigDecimal.ZERO;

        static Sum of(Behaviour base, Assumptions at, Lever lever) {
            Sum sum = new Sum();
            base.paid().stream().filter(lever::concerns).forEach(paid -> sum.add(amount(paid, base), paid, at, lever));
            sum.capital = share(sum.amountDays, at.capitalPercent()).divide(YEAR, EXACT);
            return sum;
        }

        private void add(BigDecimal amount, Paid paid, Assumptions at, Lever lever) {
            BigDecimal gained = BigDecimal.valueOf(paid.days()).subtract(lever.newDays(paid));
            boolean paysSoonAnyway = gained.signum() <= 0;
            BigDecimal whoWould = share(BigDecimal.ONE, lever.uptake());
            BigDecimal who = paysSoonAnyway && lever.kind() == Lever.Kind.DISCOUNT ? BigDecimal.ONE : whoWould;
            BigDecimal taken = amount.multiply(who);
            BigDecimal invoices = BigDecimal.valueOf(paid.count());
            BigDecimal paidFor = share(taken, lever.price());
            if (paysSoonAnyway) {
                deadweight = deadweight.add(paidFor);
            } else {
                price = price.add(paidFor);
            }
            if (!paysSoonAnyway || lever.kind() != Lever.Kind.DISCOUNT) {
                accepted = accepted.add(taken);
                amountDays = amountDays.add(taken.multiply(gained));
            }
            if (lever.spares(paid)) {
                loss = loss.add(share(taken, at.lossPercent()));
                chasing =
                        chasing.add(at.chasingCost().amount().multiply(invoices).multiply(who));
            }
            handle(invoices, who, lever);
        }

        /** Whoever is chased costs, also who does not go along; of the others only who does. */
        private void handle(BigDecimal invoices, BigDecimal who, Lever lever) {
            BigDecimal all = lever.handling().amount().multiply(invoices);
            BigDecimal used = all.multiply(who);
            handling = handling.add(used);
            if (lever.kind() == Lever.Kind.CHASING) {
                deadweight = deadweight.add(all.subtract(used));
            }
        }

        BigDecimal net() {
            return capital.add(loss)
                    .add(chasing)
                    .subtract(price)
                    .subtract(deadweight)
                    .subtract(handling);
        }
    }
}
