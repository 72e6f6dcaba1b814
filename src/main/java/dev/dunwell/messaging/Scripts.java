package dev.dunwell.messaging;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to say on the phone, for each stage of a conversation and each kind of customer. A situation without a script of
 * its own falls back to the usual one and says so.
 */
public final class Scripts {

    /** The calls there are a script for, from the courtesy call to the manager's. */
    public static final List<String> STAGES =
            List.of("courtesy-call", "reminder-call", "inquiry-call", "firm-call", "manager-call");

    /** The usual customer first; the others are told apart by what is known of them. */
    public static final List<String> SITUATIONS = List.of("usual", "valued", "new", "broken-promise");

    private Scripts() {}

    /**
     * A script to read from.
     *
     * @param text where its words come from
     * @param fellBack whether there is none for the situation, so that this is the usual one
     */
    public record Script(Text text, boolean fellBack, List<LetterPage.Block> blocks) {}

    /**
     * The script of a stage (1 to 6).
     *
     * @param model as for {@link Letters#render}, with caller, overdue_days and promise
     * @return empty when there is none, not even a usual one
     */
    public static Optional<Script> of(Stationery stationery, TextKey wanted, Map<String, Object> model) {
        Optional<Text> own = stationery.text(wanted);
        Optional<Text> text =
                own.or(() -> stationery.text(TextKey.script(wanted.name(), wanted.language(), SITUATIONS.getFirst())));
        return text.map(found -> new Script(found, own.isEmpty(), blocks(found, model, stationery)));
    }

    private static List<LetterPage.Block> blocks(Text text, Map<String, Object> model, Stationery stationery) {
        return new LetterTemplate("", text.source())
                .filledIn(LetterFacts.of(model), Wording.of(text.key().language()), stationery)
                .blocks();
    }

    /** The call that belongs to a stage of 1 to 6. */
    public static String ofStage(int stage) {
        return STAGES.get(Math.clamp(stage - 2L, 0, STAGES.size() - 1));
    }
}
