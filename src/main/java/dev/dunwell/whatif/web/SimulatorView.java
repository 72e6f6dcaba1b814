package dev.dunwell.whatif.web;

import dev.dunwell.collections.Simulate;
import dev.dunwell.collections.Simulated;
import dev.dunwell.kernel.Problem;
import dev.dunwell.web.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was simulated, and with what.
 *
 * @param told one strategy, or two side by side; empty before anything was asked
 * @param shown so many lines of each are on the page, the others in the file
 */
public record SimulatorView(
        List<Simulated> told, int shown, List<Choice> strategies, Map<String, String> values, List<Problem> problems) {

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public @Nullable String problem(String field) {
        return Problem.at(problems, field);
    }

    /** The other may be what is chosen today too. */
    public List<Choice> others() {
        List<Choice> others = new ArrayList<>(List.of(new Choice("chosen", "As chosen for each customer")));
        others.addAll(strategies);
        return others;
    }

    /** Nights on which anything happens under any of them, side by side. */
    public List<List<Simulated.Night>> nights() {
        return Simulate.beside(told).stream()
                .filter(night -> night.stream().anyMatch(each -> each.messages() + each.calls() > 0))
                .toList();
    }

    public List<Simulated.Line> first(Simulated simulated) {
        return simulated.lines().subList(0, Math.min(shown, simulated.lines().size()));
    }

    /** Of a bar 100 wide, how much a night takes beside the fullest of all. */
    public int width(int count) {
        int most = told.stream()
                .mapToInt(each -> Math.max(each.most(), each.mostCalls()))
                .max()
                .orElse(1);
        return Math.max(count > 0 ? 1 : 0, 100 * count / Math.max(1, most));
    }

    public String file() {
        return "/simulator.csv?from=%s&days=%s&strategy=%s&other=%s&people=%s&pays=%s"
                .formatted(
                        value("from"),
                        value("days"),
                        value("strategy"),
                        value("other"),
                        value("people"),
                        value("pays"));
    }
}
