package dev.dunwell.collections;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One named question of the gate. Pure.
 *
 * @param code what a decision is marked with when this rule stops it
 * @param question as a person would ask it: "Is there an open promise?"
 */
public record Rule(ReasonCode code, String question, Question asked) {

    private static final Answer NO_STEP = new Answer.NotAsked("no step is due");
    private static final Answer NOT_FOR_A_PROPOSAL = new Answer.NotAsked("a proposal does not need it");
    private static final Map<Channel, Answer> NOT_FOR = Map.of(
            Channel.CALL, new Answer.NotAsked("a call does not need it"),
            Channel.LETTER, new Answer.NotAsked("a letter does not need it"),
            Channel.PORTAL, new Answer.NotAsked("a portal notice does not need it"),
            Channel.SMS, new Answer.NotAsked("an SMS does not need it"));

    /** A question about the item, whether or not a step is due. */
    @FunctionalInterface
    public interface Question {
        Answer ask(Situation s, @Nullable DueStep due, LocalDate today);
    }

    /** A question about a step that is due. */
    @FunctionalInterface
    public interface StepQuestion {
        Answer ask(Situation s, DueStep due, LocalDate today);
    }

    /** A rule that is always asked. */
    static Rule standing(ReasonCode code, String question, Question asked) {
        return new Rule(code, question, asked);
    }

    /** A rule that is asked only when a step of one of these channels is due. */
    static Rule occasion(ReasonCode code, String question, Set<Channel> channels, StepQuestion asked) {
        return new Rule(code, question, (s, due, today) -> {
            if (due == null) {
                return NO_STEP;
            } else if (channels.contains(due.step().channel())) {
                return asked.ask(s, due, today);
            } else {
                return NOT_FOR.getOrDefault(due.step().channel(), NOT_FOR_A_PROPOSAL);
            }
        });
    }

    public Answer ask(Situation s, @Nullable DueStep due, LocalDate today) {
        return asked.ask(s, due, today);
    }
}
