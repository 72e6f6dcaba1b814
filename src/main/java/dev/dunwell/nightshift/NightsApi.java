package dev.dunwell.nightshift;

import dev.dunwell.access.Caller;
import dev.dunwell.access.InSteps;
import dev.dunwell.collections.NightRuns;
import dev.dunwell.collections.Tonight;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Nights: look at the next one, run one. */
@RestController
class NightsApi {

    private final NightShift nightShift;
    private final Tonight tonight;

    NightsApi(NightShift nightShift, Tonight tonight) {
        this.nightShift = nightShift;
        this.tonight = tonight;
    }

    record NightRequest(LocalDate date) {}

    /**
     * @param decided open items decided
     * @param sent customers with a message
     * @param held open items held, and {@code reasons} how many by which reason
     */
    record NightAnswer(LocalDate date, int decided, int sent, int held, Map<String, Integer> reasons) {}

    @Operation(summary = "Run the night of a date; running it again changes nothing and answers the same")
    @InSteps
    @PostMapping("/api/v1/nights")
    NightAnswer run(Caller caller, @RequestBody NightRequest night) {
        NightRuns.NightRun run = nightShift.work(caller.organisation(), night.date, caller.actor());
        return new NightAnswer(run.nightOn(), run.decided(), run.sent(), run.held(), run.reasons());
    }

    @Operation(summary = "What a night would send and hold, and why; nothing is written")
    @GetMapping("/api/v1/nights/preview")
    Tonight.Preview preview(Caller caller, @RequestParam @Nullable LocalDate date) {
        return tonight.preview(caller.organisation(), date == null ? caller.today() : date);
    }
}
