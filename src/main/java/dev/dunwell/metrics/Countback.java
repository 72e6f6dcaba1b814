package dev.dunwell.metrics;

import dev.dunwell.metrics.Value.Term;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * Days sales outstanding by exhaustion: going back month by month, each month's sales that the receivables cover count
 * with all its days, the last one in proportion (glossary, section 3). A month without sales counts with its days.
 */
final class Countback {

    private Countback() {}

    static Value of(Window window) {
        BigDecimal rest = window.closing().of(Fact.OPEN);
        var receivables = Term.money("Closing receivables", rest);
        if (rest.signum() == 0 && window.closing().of(Fact.BILLED).signum() == 0) {
            return Value.undefined("nothing was ever billed", receivables);
        }
        BigDecimal days = BigDecimal.ZERO;
        LocalDate to = window.to();
        for (int back = 0; back < Window.BACK && rest.signum() > 0; back++) {
            LocalDate before = YearMonth.from(to).minusMonths(1).atEndOfMonth();
            BigDecimal sales = window.book()
                    .at(to)
                    .of(Fact.BILLED)
                    .subtract(window.book().at(before).of(Fact.BILLED));
            BigDecimal month = BigDecimal.valueOf(ChronoUnit.DAYS.between(before, to));
            days = days.add(
                    rest.compareTo(sales) >= 0 ? month : rest.multiply(month).divide(sales, MathContext.DECIMAL64));
            rest = rest.subtract(sales.min(rest));
            to = before;
        }
        return rest.signum() > 0
                ? Value.undefined("more is owed than was billed in " + Window.BACK + " months", receivables)
                : Value.of(days.setScale(Unit.DAYS.decimals(), RoundingMode.HALF_UP), receivables);
    }

    /** Each open invoice's age × its open amount ÷ the sales of its month, added up (glossary: True DSO). */
    static Value trueDso(Window window) {
        BigDecimal days = BigDecimal.ZERO;
        BigDecimal open = BigDecimal.ZERO;
        for (MonthStanding month : window.book().monthsAt(window.to())) {
            if (month.billed().signum() > 0) {
                days = days.add(month.openDays(window.to()).divide(month.billed(), MathContext.DECIMAL64));
                open = open.add(month.billed().subtract(month.settled()));
            }
        }
        return window.closing().of(Fact.BILLED).signum() == 0
                ? Value.undefined("nothing was ever billed")
                : Value.of(
                        days.setScale(Unit.DAYS.decimals(), RoundingMode.HALF_UP),
                        Term.money("Open of what was billed", open));
    }
}
