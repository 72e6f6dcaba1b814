package dev.dunwell.billing;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.kernel.Problem;
import dev.dunwell.web.BadInput;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds what a reference rate was in a half-year, with its source. One added later for the same half-year replaces it;
 * charges decided before keep their computation. Refuses a day that begins no half-year, and a rate beyond reason.
 */
@Component
public class AddReferenceRate {

    private static final BigDecimal MOST = BigDecimal.valueOf(100);
    private static final BigDecimal LEAST = BigDecimal.valueOf(-10);

    private final ReferenceRates rates;
    private final Audit audit;

    AddReferenceRate(ReferenceRates rates, Audit audit) {
        this.rates = rates;
        this.audit = audit;
    }

    /** @param from the first day of the half-year, 1 January or 1 July */
    @Transactional
    public void add(Actor actor, Reference reference, LocalDate from, BigDecimal percent, String source) {
        check(from, percent, source);
        rates.insert(new ReferenceRate(reference, from, percent, source, actor.name()));
        audit.write(
                actor,
                "reference-rate.added",
                "organisation",
                null,
                Map.of(
                        "reference", reference.title(),
                        "from", from.toString(),
                        "percent", percent.toPlainString(),
                        "source", source));
    }

    private static void check(LocalDate from, BigDecimal percent, String source) {
        List<Problem> problems = new ArrayList<>();
        if (!from.equals(Reference.halfYear(from))) {
            problems.add(new Problem(0, "from", "A half-year begins on 1 January or 1 July."));
        }
        if (percent.compareTo(LEAST) < 0 || percent.compareTo(MOST) > 0) {
            problems.add(new Problem(0, "percent", "Give a rate between -10 and 100 %."));
        }
        if (source.isBlank() || source.length() > 300) {
            problems.add(new Problem(0, "source", "Say where it was published, in at most 300 characters."));
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }
}
