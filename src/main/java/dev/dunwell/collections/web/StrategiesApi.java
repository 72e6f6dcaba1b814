package dev.dunwell.collections.web;

import dev.dunwell.access.Caller;
import dev.dunwell.collections.Playbook;
import dev.dunwell.collections.PreviewStrategy;
import dev.dunwell.collections.RecordStrategy;
import dev.dunwell.collections.Strategies;
import dev.dunwell.collections.Strategy;
import dev.dunwell.collections.StrategyVersion;
import dev.dunwell.kernel.Problem;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Strategies by their names and versions. */
@RestController
class StrategiesApi {

    private final Strategies strategies;
    private final RecordStrategy recordStrategy;
    private final PreviewStrategy preview;

    StrategiesApi(Strategies strategies, RecordStrategy recordStrategy, PreviewStrategy preview) {
        this.strategies = strategies;
        this.recordStrategy = recordStrategy;
        this.preview = preview;
    }

    /** Versions of strategies. */
    record AllStrategies(List<StrategyJson> items) {}

    @Operation(summary = "The strategies in force today; of one name every version, the newest first")
    @GetMapping("/api/v1/strategies")
    AllStrategies list(Caller caller, @RequestParam @Nullable String name) {
        Playbook playbook = strategies.playbook(caller.today());
        Stream<StrategyVersion> versions = name == null
                ? strategies.all().stream().filter(v -> v.equals(playbook.inForce(v.strategyId())))
                : strategies.named(name).stream();
        return new AllStrategies(versions.map(StrategyJson::of).toList());
    }

    @Operation(summary = "Write a strategy down, or the next version of one that is there")
    @PostMapping("/api/v1/strategies")
    @ResponseStatus(HttpStatus.CREATED)
    StrategyJson record(Caller caller, @RequestBody StrategyJson body) {
        var fields = new StrategyFields(body.fields());
        Strategy.Draft draft = fields.read();
        Optional<StrategyVersion> last = strategies.named(draft.name()).stream().findFirst();
        var wanted = new RecordStrategy.Wanted(
                last.map(StrategyVersion::strategyId).orElse(null),
                draft,
                Objects.requireNonNullElse(body.purpose(), ""),
                body.validFrom(),
                Objects.requireNonNullElse(body.reason(), ""));
        if (!fields.problems().isEmpty()) {
            List<Problem> problems = new ArrayList<>(fields.problems());
            problems.addAll(RecordStrategy.problems(wanted, last.orElse(null), caller.today()));
            throw new BadInput(problems);
        }
        return StrategyJson.of(recordStrategy.record(caller.actor(), wanted, caller.today()));
    }

    @Operation(summary = "What a next version would change tonight: how many open items are decided in which way")
    @PostMapping("/api/v1/strategies/preview")
    PreviewStrategy.Effect preview(Caller caller, @RequestBody StrategyJson body) {
        var fields = new StrategyFields(body.fields());
        Strategy.Draft draft = fields.read();
        StrategyVersion last =
                strategies.named(draft.name()).stream().findFirst().orElseThrow(() -> new NotFound("strategy"));
        List<Problem> problems = new ArrayList<>(fields.problems());
        problems.addAll(draft.problems());
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        return preview.ofVersion(caller.organisation(), caller.today(), last.strategyId(), draft);
    }
}
