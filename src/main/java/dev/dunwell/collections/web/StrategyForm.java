package dev.dunwell.collections.web;

import dev.dunwell.collections.Channel;
import dev.dunwell.collections.Entry;
import dev.dunwell.collections.PreviewStrategy;
import dev.dunwell.collections.Stage;
import dev.dunwell.collections.Step;
import dev.dunwell.collections.StepText;
import dev.dunwell.collections.Strategy;
import dev.dunwell.collections.StrategyChange;
import dev.dunwell.collections.StrategyVersion;
import dev.dunwell.kernel.Problem;
import dev.dunwell.messaging.Letters;
import dev.dunwell.messaging.Tone;
import dev.dunwell.web.Choice;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A strategy being written: the draft lives in the form, and what was typed is kept through errors and previews.
 *
 * @param follows the version that this one follows; null for a new strategy
 * @param changes what the draft says otherwise than that version; empty while it cannot be read
 * @param effect what it would change tonight; null until somebody asked
 */
public record StrategyForm(
        @Nullable StrategyVersion follows,
        Map<String, String> values,
        List<Problem> problems,
        List<StrategyChange> changes,
        PreviewStrategy.@Nullable Effect effect) {

    public static final List<Choice> STAGES =
            choices(Stage.values(), s -> "" + s.number(), s -> s.number() + ", " + s.title());
    public static final List<Choice> CHANNELS = choices(Channel.values(), Channel::code, Channel::title);
    public static final List<Choice> TEMPLATES =
            Letters.TEMPLATES.stream().map(t -> new Choice(t, t)).toList();
    public static final List<Choice> TONES = choices(Tone.values(), Tone::code, Tone::code);
    public static final List<Choice> WHENS = List.of(
            new Choice("after_issue", "after the issue date"),
            new Choice("before_due", "before the due date"),
            new Choice("after_due", "after the due date"));
    public static final List<Choice> DAY_KINDS =
            List.of(new Choice("calendar", "calendar days"), new Choice("business", "working days"));
    public static final List<Choice> RELEASES = choices(Step.Release.values(), Step.Release::code, Step.Release::title);
    public static final List<Choice> DELIVERIES =
            choices(Entry.Delivery.values(), Entry.Delivery::code, Entry.Delivery::title);

    public StrategyForm {
        values = Map.copyOf(values);
        problems = List.copyOf(problems);
        changes = List.copyOf(changes);
    }

    /** As it is first opened. */
    static StrategyForm of(@Nullable StrategyVersion follows, Map<String, String> values) {
        return new StrategyForm(follows, values, List.of(), List.of(), null);
    }

    public String title() {
        return follows == null ? "New strategy" : "Next version of " + follows.name();
    }

    public String action() {
        return follows == null ? "/settings/strategies" : "/settings/strategies/" + follows.strategyId() + "/versions";
    }

    /** Where the draft goes to be looked at, with a step more or less. */
    public String draftAction() {
        return follows == null
                ? "/settings/strategies/drafts"
                : "/settings/strategies/" + follows.strategyId() + "/drafts";
    }

    public String back() {
        return follows == null ? "/settings/strategies" : "/settings/strategies/" + follows.strategyId();
    }

    /** The steps of the draft, from 1. */
    public List<Integer> steps() {
        return IntStream.rangeClosed(1, new StrategyFields(values).size())
                .boxed()
                .toList();
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public String value(int step, String field) {
        return value(StrategyFields.at(step, field));
    }

    /** What is wrong with a field, null when nothing is. */
    public @Nullable String problem(String field) {
        return problems.stream()
                .filter(p -> StrategyFields.place(p).equals(field))
                .map(Problem::message)
                .findFirst()
                .orElse(null);
    }

    public @Nullable String problem(int step, String field) {
        return problem(StrategyFields.at(step, field));
    }

    /** Where the problem stands, for a link to it. */
    public String place(Problem problem) {
        return StrategyFields.place(problem);
    }

    /** Whether a step is to be seen whole: because it is new, or something is wrong with it. */
    public boolean isOpen(int step) {
        return value(step, "name").isEmpty() || problems.stream().anyMatch(p -> p.row() == step);
    }

    /** The step as one line, as far as it can be read. */
    public String line(int step) {
        Strategy.Draft draft = new StrategyFields(values).read();
        return StepText.line(draft.steps().get(step - 1));
    }

    private interface Words<T> {
        String of(T value);
    }

    private static <T> List<Choice> choices(T[] values, Words<T> code, Words<T> title) {
        return Arrays.stream(values)
                .map(value -> new Choice(code.of(value), title.of(value)))
                .toList();
    }
}
