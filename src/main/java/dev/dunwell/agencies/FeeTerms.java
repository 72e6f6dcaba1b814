package dev.dunwell.agencies;

import dev.dunwell.kernel.Money;
import dev.dunwell.web.BadInput;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an agency asks for in one currency.
 *
 * @param least what is open on an invoice must be so much
 * @param fixed for each account, whatever comes in
 * @param steps percent of what comes in, by the days overdue when it was placed; the first from 0 days on
 */
public record FeeTerms(Money least, Money fixed, List<Step> steps) {

    private static final Pattern STEP = Pattern.compile("(\\d{1,4})\\s*:\\s*(\\d{1,3}(?:\\.\\d{1,2})?)\\s*%?");
    private static final BigDecimal MOST = BigDecimal.valueOf(100);

    public FeeTerms {
        steps = List.copyOf(steps);
    }

    /** From so many days overdue on, so many percent. */
    public record Step(int fromDays, BigDecimal percent) {}

    /** The percent of an account that was overdue for so many days when it was placed. */
    BigDecimal percentAt(int daysOverdue) {
        return steps.stream()
                .filter(step -> step.fromDays <= daysOverdue)
                .reduce((_, later) -> later)
                .orElseThrow()
                .percent;
    }

    /**
     * Reads {@code 0: 15, 90: 20, 180: 25}.
     *
     * @throws BadInput unless the days begin with 0 and rise, each with at most 100 percent
     */
    public static List<Step> read(String written) {
        List<Step> steps = new ArrayList<>();
        for (String each : written.split(",", -1)) {
            Matcher step = STEP.matcher(each.strip());
            int last = steps.isEmpty() ? -1 : steps.getLast().fromDays;
            if (!step.matches() || Integer.parseInt(step.group(1)) <= last) {
                throw malformed();
            }
            steps.add(new Step(Integer.parseInt(step.group(1)), new BigDecimal(step.group(2))));
        }
        if (steps.getFirst().fromDays != 0 || steps.stream().anyMatch(step -> step.percent.compareTo(MOST) > 0)) {
            throw malformed();
        }
        return steps;
    }

    /** As it is read: {@code 0: 15, 90: 20}. */
    public String written() {
        return steps.stream()
                .map(step ->
                        step.fromDays + ": " + step.percent.stripTrailingZeros().toPlainString())
                .collect(Collectors.joining(", "));
    }

    private static BadInput malformed() {
        return BadInput.in(
                "percents", "Write the days overdue and the percent from there on, beginning with 0: 0: 15, 90: 20.");
    }
}
