package dev.dunwell.collections.web;

import dev.dunwell.access.Caller;
import dev.dunwell.collections.Action;
import dev.dunwell.collections.Decision;
import dev.dunwell.collections.DueStep;
import dev.dunwell.collections.Explanation;
import dev.dunwell.collections.Gate;
import dev.dunwell.collections.Why;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Why something was, or was not, sent about an invoice on a day. */
@RestController
class DecisionsApi {

    private final Why why;

    DecisionsApi(Why why) {
        this.why = why;
    }

    /**
     * @param action send, wait or hold; a call or proposal that waits for a person is a wait with its own code
     * @param code the reason for programs
     * @param nextOn the first day on which the answer may be another
     */
    record Answer(int stage, String action, String code, String reason, LocalDate nextOn) {

        static Answer of(Decision decision) {
            Action action = decision.action() == Action.CALL ? Action.WAIT : decision.action();
            return new Answer(
                    decision.stage().number(),
                    action.name().toLowerCase(Locale.ROOT),
                    decision.code().name().toLowerCase(Locale.ROOT),
                    decision.reason(),
                    decision.nextOn());
        }
    }

    /** @param verdict stops, would_stop, no or not_asked */
    record RuleAnswer(int number, String question, String code, String verdict, String because) {

        static RuleAnswer of(Gate.Line line) {
            return new RuleAnswer(
                    line.number(),
                    line.question(),
                    line.code().name().toLowerCase(Locale.ROOT),
                    line.verdict().name().toLowerCase(Locale.ROOT),
                    line.because());
        }
    }

    /** @param made when it was decided, and {@code stood} whether it was in force at the end of the day */
    record KeptAnswer(Answer decision, Instant made, boolean stood) {}

    /**
     * @param basis what the rules are answered from: now, known_then or dated_until_then
     * @param step the step that was due; null when none was
     * @param rules empty when the invoice was not open
     * @param kept what was decided that day
     */
    record ExplanationAnswer(
            Answer decision,
            String basis,
            @Nullable String step,
            @Nullable LocalDate stepOn,
            List<RuleAnswer> rules,
            List<KeptAnswer> kept) {

        static ExplanationAnswer of(Why.Answer why) {
            Explanation how = why.explanation();
            DueStep due = how == null ? null : how.due();
            return new ExplanationAnswer(
                    Answer.of(why.decision()),
                    why.basis().name().toLowerCase(Locale.ROOT),
                    due == null ? null : due.step().name(),
                    due == null ? null : due.on(),
                    how == null
                            ? List.of()
                            : how.gate().stream().map(RuleAnswer::of).toList(),
                    why.kept().stream()
                            .map(kept -> new KeptAnswer(Answer.of(kept.decision()), kept.at(), kept.isLast()))
                            .toList());
        }
    }

    @Operation(summary = "Why something was or was not sent about an invoice on a day: every rule with its answer")
    @GetMapping("/api/v1/explanations")
    ExplanationAnswer explanation(Caller caller, @RequestParam String invoice, @RequestParam @Nullable LocalDate date) {
        LocalDate day = date == null ? caller.today() : date;
        return ExplanationAnswer.of(why.about(caller.organisation(), invoice, day));
    }

    @Operation(summary = "What was decided for an invoice on a day, and why")
    @GetMapping("/api/v1/decisions")
    Answer decision(Caller caller, @RequestParam String invoice, @RequestParam @Nullable LocalDate date) {
        LocalDate day = date == null ? caller.today() : date;
        return Answer.of(why.about(caller.organisation(), invoice, day).decision());
    }
}
