package dev.dunwell.integrity.web;

import dev.dunwell.integrity.Run;
import dev.dunwell.integrity.Runs;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the books agree with themselves, for those who watch many installations. */
@RestController
class IntegrityApi {

    private final Runs runs;

    IntegrityApi(Runs runs) {
        this.runs = runs;
    }

    /** @param isWell false as well when nobody has looked yet; then {@code run} is null */
    record IntegrityJson(boolean isWell, @Nullable Run run) {}

    @Operation(summary = "The last comparison of the books, question by question")
    @GetMapping("/api/v1/integrity")
    IntegrityJson last() {
        Run run = runs.last().orElse(null);
        return new IntegrityJson(run != null && run.isWell(), run);
    }
}
