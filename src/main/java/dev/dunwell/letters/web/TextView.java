package dev.dunwell.letters.web;

import dev.dunwell.kernel.Problem;
import dev.dunwell.letters.TextDiff;
import dev.dunwell.letters.TryText;
import dev.dunwell.messaging.Placeholder;
import dev.dunwell.messaging.ShippedTexts;
import dev.dunwell.messaging.Text;
import dev.dunwell.messaging.TextKey;
import dev.dunwell.messaging.TextVersion;
import dev.dunwell.web.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One text with its history, as it is edited.
 *
 * @param history every version, the latest first; what ships is not among them
 * @param typed what was typed: source, reason, customer; empty at first
 * @param compare the version whose change is shown, null for none
 */
public record TextView(
        TextKey key,
        List<TextVersion> history,
        Map<String, String> typed,
        Trial trial,
        List<TryText.Candidate> candidates,
        List<Problem> problems,
        @Nullable Integer compare,
        boolean mayChange) {

    public boolean isLetter() {
        return key.kind() == TextKey.Kind.LETTER;
    }

    /** Of the list that it stands in. */
    public String listTitle() {
        return switch (key.kind()) {
            case LETTER -> "Letters";
            case SMS -> "Text messages";
            case SCRIPT -> "Call scripts";
        };
    }

    public boolean isShipped() {
        return ShippedTexts.of(key).isPresent();
    }

    /** {@code Final notice, German, firm}. */
    public String title() {
        return "%s, %s, %s"
                .formatted(
                        key.title(),
                        Locale.forLanguageTag(key.language()).getDisplayLanguage(Locale.ENGLISH),
                        key.variant().replace('-', ' '));
    }

    public String standing() {
        if (history.isEmpty()) {
            return isShipped() ? "As shipped, version 0." : "None yet; where one is needed, the usual script is read.";
        }
        TextVersion last = history.getFirst();
        return "Version %d by %s on %s%s."
                .formatted(last.version(), last.author(), last.on(), last.source() == null ? ": the shipped text" : "");
    }

    /** The version this begins from. */
    public int from() {
        return history.isEmpty() ? 0 : history.getFirst().version();
    }

    public String source() {
        return typed.getOrDefault("source", inForce(key, history));
    }

    public String reason() {
        return typed.getOrDefault("reason", "");
    }

    public @Nullable Long customerId() {
        String typedId = typed.getOrDefault("customer", "");
        return typedId.matches("\\d{1,18}") ? Long.valueOf(typedId) : null;
    }

    public @Nullable String problem(String field) {
        return Problem.at(problems, field);
    }

    public List<Placeholder> placeholders() {
        return Placeholder.of(key.kind());
    }

    public String braces(String name) {
        return "{{ " + name + " }}";
    }

    /** The versions one can go back to. */
    public List<Choice> returns() {
        List<Choice> choices = new ArrayList<>();
        history.stream()
                .skip(1)
                .filter(version -> version.source() != null)
                .map(version -> new Choice(
                        Integer.toString(version.version()),
                        "Version %d, %s: %s".formatted(version.version(), version.author(), version.reason())))
                .forEach(choices::add);
        if (isShipped() && !history.isEmpty() && history.getFirst().source() != null) {
            choices.add(new Choice("0", "The shipped text"));
        }
        return choices;
    }

    /** What the chosen version changed; null when none is chosen. */
    public @Nullable List<TextDiff.Line> diff() {
        Integer chosen = compare;
        if (chosen == null || history.stream().noneMatch(version -> version.version() == chosen)) {
            return null;
        }
        return TextDiff.of(at(chosen - 1), at(chosen));
    }

    public String diffTitle() {
        return "What version " + compare + " changed";
    }

    private String at(int version) {
        List<TextVersion> until =
                history.stream().filter(each -> each.version() <= version).toList();
        return inForce(key, until);
    }

    static String inForce(TextKey key, List<TextVersion> history) {
        String own = history.isEmpty() ? null : history.getFirst().source();
        return own == null ? ShippedTexts.of(key).map(Text::source).orElse("") : own;
    }
}
