package dev.dunwell.billing.web;

import dev.dunwell.access.Caller;
import dev.dunwell.billing.FeeRules;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Who claims the fees of stages of reminding. */
@RestController
class FeeRulesApi {

    private final FeeRules rules;

    FeeRulesApi(FeeRules rules) {
        this.rules = rules;
    }

    /** @param claimedSince the first day whose fees the night claims; null: a person claims them */
    record Answer(boolean claimedByNight, @Nullable LocalDate claimedSince) {}

    /** Whether the night claims the fees that it proposes. */
    record Wanted(boolean claimedByNight) {}

    @Operation(summary = "Whether the night claims the fees of stages of reminding, or only proposes them")
    @GetMapping("/api/v1/fee-rules")
    Answer get() {
        LocalDate since = rules.claimedSince().orElse(null);
        return new Answer(since != null, since);
    }

    @Operation(summary = "Let the night claim the fees of stages from today on, or only propose them")
    @PutMapping("/api/v1/fee-rules")
    Answer change(Caller caller, @RequestBody Wanted body) {
        rules.change(caller.actor(), body.claimedByNight, caller.today());
        return get();
    }
}
