package dev.dunwell.collections.web;

import dev.dunwell.access.Caller;
import dev.dunwell.collections.Action;
import dev.dunwell.collections.Decision;
import dev.dunwell.collections.Why;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
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

    @Operation(summary = "What was decided for an invoice on a day, and why")
    @GetMapping("/api/v1/decisions")
    Answer decision(Caller caller, @RequestParam String invoice, @RequestParam @Nullable LocalDate date) {
        LocalDate day = date == null ? caller.today() : date;
        return Answer.of(why.about(caller.organisation(), invoice, day).decision());
    }
}
