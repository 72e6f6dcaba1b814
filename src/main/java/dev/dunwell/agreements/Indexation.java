package dev.dunwell.agreements;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A price that rises by itself: by so many percent of what it was, on a day and then every so many months. A new price
 * that was agreed for the day of a step counts instead of the step. Each step is rounded half-up to four decimals.
 *
 * @param percent of the price in force; negative when it falls
 * @param everyMonths twelve for once a year
 */
public record Indexation(BigDecimal percent, LocalDate firstOn, int everyMonths) {

    private static final int DECIMALS = 4;
    private static final int PERCENT = 2;

    /** The agreed prices and the steps between them until a day, in the order of their days. */
    public List<UnitPrice> stepped(List<UnitPrice> agreed, LocalDate until) {
        List<LocalDate> steps = steps(until);
        List<UnitPrice> prices = new ArrayList<>(agreed);
        for (LocalDate step : steps) {
            boolean isAgreedAnew =
                    agreed.stream().anyMatch(price -> price.from().equals(step));
            if (!isAgreedAnew) {
                prices.stream()
                        .filter(price -> price.from().isBefore(step))
                        .max(Comparator.comparing(UnitPrice::from))
                        .ifPresent(price -> prices.add(new UnitPrice(step, raised(price.amount()))));
            }
        }
        prices.sort(Comparator.comparing(UnitPrice::from));
        return prices;
    }

    private List<LocalDate> steps(LocalDate until) {
        List<LocalDate> steps = new ArrayList<>();
        for (LocalDate step = firstOn; step.isBefore(until); ) {
            steps.add(step);
            step = firstOn.plusMonths((long) everyMonths * steps.size());
        }
        return steps;
    }

    private BigDecimal raised(BigDecimal price) {
        BigDecimal factor = BigDecimal.ONE.add(percent.movePointLeft(PERCENT));
        return price.multiply(factor).setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
