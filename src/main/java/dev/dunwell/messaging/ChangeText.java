package dev.dunwell.messaging;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.kernel.Problem;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Saves a new version of a text, or goes back to an earlier one. What is written from now on says the new words, also
 * what is planned and has not left. Refuses what {@link LintText} blocks, what it warns of unless the author insists, a
 * version without a reason, one that says what the last one says, and one begun from a version that is no longer the
 * last.
 */
@Component
public class ChangeText {

    private static final int LONGEST_REASON = 500;

    private final Texts texts;
    private final Audit audit;

    ChangeText(Texts texts, Audit audit) {
        this.texts = texts;
        this.audit = audit;
    }

    /**
     * What to save.
     *
     * @param source the new words; null to go back to {@code backTo}
     * @param from the version it was begun from, 0 for the shipped
     * @param insists whether the author has read the warnings
     */
    public record Wanted(
            TextKey key, @Nullable String source, @Nullable Integer backTo, int from, String reason, boolean insists) {}

    /** @return the number of the new version */
    @Transactional
    public int change(Caller caller, Wanted wanted) {
        List<TextVersion> history = texts.history(wanted.key);
        int last = history.isEmpty() ? 0 : history.getFirst().version();
        if (last != wanted.from) {
            throw meanwhile(history);
        }
        Integer backTo = wanted.backTo;
        String source = backTo == null ? typed(wanted) : earlier(wanted.key, history, backTo);
        check(wanted, source, backTo == null ? inForce(wanted.key, history) : "");
        Text text = new Text(wanted.key, last + 1, source);
        boolean isShipped = backTo != null && backTo == 0;
        if (!texts.insert(
                text, isShipped, wanted.reason.strip(), backTo, caller.actor().name(), caller.today())) {
            throw meanwhile(texts.history(wanted.key));
        }
        audit.write(
                caller.actor(),
                "text.changed",
                wanted.key.kind().title(),
                null,
                Map.of("text", wanted.key.url(), "version", text.version(), "reason", wanted.reason.strip()));
        return text.version();
    }

    private static String typed(Wanted wanted) {
        return Objects.requireNonNullElse(wanted.source, "")
                        .replace("\r\n", "\n")
                        .strip() + "\n";
    }

    private static String earlier(TextKey key, List<TextVersion> history, int version) {
        if (version == 0) {
            return shipped(key);
        }
        return history.stream()
                .filter(each -> each.version() == version && each.source() != null)
                .map(each -> Objects.requireNonNull(each.source()))
                .findFirst()
                .orElseThrow(() -> BadInput.in("backTo", "Choose a version of this text that has words of its own."));
    }

    private static String shipped(TextKey key) {
        return ShippedTexts.of(key)
                .map(Text::source)
                .orElseThrow(() -> BadInput.in("backTo", "None was shipped for this; keep the one there is."));
    }

    private static String inForce(TextKey key, List<TextVersion> history) {
        String own = history.isEmpty() ? null : history.getFirst().source();
        return own == null ? ShippedTexts.of(key).map(Text::source).orElse("") : own;
    }

    private static void check(Wanted wanted, String source, String before) {
        List<Problem> problems = new ArrayList<>();
        if (wanted.reason.isBlank()) {
            problems.add(new Problem(0, "reason", "Say why, for whoever asks next year."));
        } else if (wanted.reason.length() > LONGEST_REASON) {
            problems.add(new Problem(0, "reason", "Shorten the reason to " + LONGEST_REASON + " characters."));
        }
        if (source.strip().equals(before.strip())) {
            problems.add(new Problem(0, "source", "Nothing is changed: these are the words in force."));
        }
        for (Finding finding : LintText.of(wanted.key, source)) {
            if (finding.blocks()) {
                problems.add(new Problem(finding.line(), "source", finding.message()));
            } else if (!wanted.insists) {
                problems.add(new Problem(finding.line(), "insists", finding.message()));
            }
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }

    private static Refusal meanwhile(List<TextVersion> history) {
        String who = history.isEmpty() ? "nobody" : history.getFirst().author();
        int version = history.isEmpty() ? 0 : history.getFirst().version();
        return Refusal.conflict(
                "text-changed-meanwhile",
                "Version %d was saved by %s meanwhile. Copy your words, open the text anew and put them in again."
                        .formatted(version, who));
    }
}
