package dev.dunwell.billing.web;

import dev.dunwell.billing.RateTable;
import dev.dunwell.billing.Reference;
import dev.dunwell.billing.Statute;
import dev.dunwell.kernel.Problem;
import dev.dunwell.web.Choice;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The statutes, their reference rates, and the form for a new rate.
 *
 * @param feesSince the first day whose fees the night claims; null: a person claims them
 */
public record LatePaymentView(
        List<Statute> statutes,
        RateTable rates,
        @Nullable LocalDate feesSince,
        boolean mayAdd,
        Map<String, String> values,
        List<Problem> problems) {

    public static final List<Choice> REFERENCES = Stream.of(Reference.values())
            .map(each -> new Choice(each.code(), each.title()))
            .toList();

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** What is wrong with a field, null when nothing is. */
    public @Nullable String problem(String field) {
        return Problem.at(problems, field);
    }
}
