package dev.dunwell.ledger.web;

import dev.dunwell.kernel.Problem;
import dev.dunwell.ledger.DayCount;
import dev.dunwell.ledger.Penalties;
import dev.dunwell.ledger.Regime;
import dev.dunwell.web.Choice;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Terms being written; what was typed is kept through errors.
 *
 * @param follows the version that this one follows; null for a new name
 * @param name of the terms that get a next version; empty for a new name
 */
public record TermsForm(@Nullable Long follows, String name, Map<String, String> values, List<Problem> problems) {

    public static final List<Choice> LATE = List.of(
            new Choice("none", "Nothing: said, not forgotten"),
            new Choice("contract", "Interest by contract"),
            new Choice("statute", "Interest by statute"),
            new Choice("both", "Both, one prevails"));
    public static final List<Choice> PER = Stream.of(Penalties.Per.values())
            .map(per -> new Choice(per.code(), "a " + per.code()))
            .toList();
    public static final List<Choice> PREVAILS = Stream.of(Penalties.Prevails.values())
            .map(each -> new Choice(each.code(), "the " + each.code()))
            .toList();
    public static final List<Choice> DAY_COUNTS = Stream.of(DayCount.values())
            .map(each -> new Choice(each.code(), each.title() + ": " + each.meaning()))
            .toList();
    public static final List<Choice> REGIMES = Stream.of(Regime.values())
            .map(each -> new Choice(each.code(), each.title()))
            .toList();

    public String title() {
        return follows == null ? "New terms" : "Next version of " + name;
    }

    public String action() {
        return follows == null ? "/settings/terms" : "/settings/terms/" + follows + "/versions";
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** What is wrong with a field, null when nothing is. */
    public @Nullable String problem(String field) {
        return Problem.at(problems, field);
    }
}
