package dev.dunwell.whatif.web;

import dev.dunwell.kernel.Problem;
import dev.dunwell.web.Choice;
import dev.dunwell.whatif.Effect;
import dev.dunwell.whatif.Trial;
import dev.dunwell.whatif.Trials;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The trials with what came of them, and the form for another. */
public record TrialsView(
        List<Row> rows,
        List<Choice> whats,
        List<Choice> tags,
        Map<String, String> values,
        List<Problem> problems,
        boolean mayStart) {

    /** A trial and what it came to. */
    public record Row(Trial trial, Trials.Came came) {}

    public String value(String field) {
        return values.getOrDefault(field, field.equals("heldPercent") ? "50" : "");
    }

    public @Nullable String problem(String field) {
        return Problem.at(problems, field);
    }

    /** The arithmetic, written out. */
    public static String arithmetic(Effect effect) {
        String means = "%s − %s = %s days"
                .formatted(
                        two(effect.treated().mean()),
                        two(effect.held().mean()),
                        effect.difference().toPlainString().replace("-", "−"));
        return effect.margin() == null
                ? means
                : means
                        + "; ± t %s (%d degrees of freedom) × √(%s² ÷ %d + %s² ÷ %d) = ± %s"
                                .formatted(
                                        effect.quantile(),
                                        effect.freedom(),
                                        root(effect.treated().variance()),
                                        effect.treated().customers(),
                                        root(effect.held().variance()),
                                        effect.held().customers(),
                                        effect.margin());
    }

    private static String two(BigDecimal number) {
        return number.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    private static String root(BigDecimal variance) {
        return two(variance.sqrt(MathContext.DECIMAL64));
    }
}
