package dev.dunwell.collections.web;

import dev.dunwell.access.Caller;
import dev.dunwell.access.SettingsTab;
import dev.dunwell.collections.AssignStrategy;
import dev.dunwell.collections.Assignment;
import dev.dunwell.collections.Assignments;
import dev.dunwell.collections.Playbook;
import dev.dunwell.collections.PreviewStrategy;
import dev.dunwell.collections.ShipStrategies;
import dev.dunwell.collections.Strategies;
import dev.dunwell.collections.StrategyChange;
import dev.dunwell.collections.StrategyVersion;
import dev.dunwell.kernel.Problem;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Flash;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Onward;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The strategies of the organisation: who gets which, each as a ladder, its versions and what they changed. */
@Controller
class StrategiesPage {

    private static final String LIST = "/settings/strategies";

    private final Strategies strategies;
    private final Assignments assignments;
    private final AssignStrategy assignStrategy;
    private final ShipStrategies shipStrategies;
    private final PreviewStrategy preview;

    StrategiesPage(
            Strategies strategies,
            Assignments assignments,
            AssignStrategy assignStrategy,
            ShipStrategies shipStrategies,
            PreviewStrategy preview) {
        this.strategies = strategies;
        this.assignments = assignments;
        this.assignStrategy = assignStrategy;
        this.shipStrategies = shipStrategies;
        this.preview = preview;
    }

    @GetMapping(LIST)
    ModelAndView list(Caller caller) {
        return list(caller, Map.of(), List.of(), null);
    }

    @GetMapping("/settings/strategies/{id}")
    ModelAndView show(
            Caller caller,
            @PathVariable long id,
            @RequestParam @Nullable Integer version,
            @RequestParam @Nullable Integer against) {
        List<StrategyVersion> versions = strategies.versions(id);
        if (versions.isEmpty()) {
            throw new NotFound("strategy");
        }
        StrategyVersion inForce = strategies.playbook(caller.today()).inForce(id);
        StrategyVersion shown = version == null
                ? Objects.requireNonNullElse(inForce, versions.getFirst())
                : numbered(versions, version);
        StrategyVersion other = against == null ? null : numbered(versions, against);
        return tabbed("collections/strategy", caller)
                .addObject(
                        "view",
                        new StrategyView(
                                shown,
                                inForce,
                                LadderView.of(shown.ladder()),
                                StrategyView.history(versions),
                                other,
                                other == null ? List.of() : StrategyChange.between(other, shown),
                                assignments.on(caller.today()).stream()
                                        .filter(each -> each.strategyId() == id)
                                        .toList(),
                                caller.may("POST " + LIST)));
    }

    /** For an organisation that was founded before strategies could be written. */
    @PostMapping("/settings/strategies/shipped")
    ModelAndView ship() {
        shipStrategies.ship();
        return Onward.to(LIST, Flash.done("The three strategies that ship are in place."));
    }

    @PostMapping("/settings/strategies/assignments")
    ModelAndView assign(Caller caller, @RequestParam Map<String, String> form) {
        try {
            var wanted = new AssignmentFields(form).read();
            if (form.containsKey("preview")) {
                return list(
                        caller, form, List.of(), preview.ofAssignment(caller.organisation(), caller.today(), wanted));
            }
            assignStrategy.assign(caller.actor(), wanted, caller.today());
            return Onward.to(LIST, Flash.done("Saved. Everybody it concerns was decided anew."));
        } catch (BadInput bad) {
            ModelAndView page = list(caller, form, bad.problems(), null);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    @PostMapping("/settings/strategies/assignments/{id}/end")
    ModelAndView end(Caller caller, @PathVariable long id) {
        assignStrategy.end(caller.actor(), id, caller.today());
        return Onward.to(LIST, Flash.done("Ended. What is less particular takes over."));
    }

    private ModelAndView list(
            Caller caller,
            Map<String, String> values,
            List<Problem> problems,
            PreviewStrategy.@Nullable Effect effect) {
        Playbook playbook = strategies.playbook(caller.today());
        List<Assignment> running = assignments.on(caller.today());
        List<Assignment> general =
                running.stream().filter(each -> each.customerId() == null).toList();
        return tabbed("collections/strategies", caller)
                .addObject(
                        "view",
                        new StrategiesView(
                                inForce(playbook),
                                general,
                                running.size() - general.size(),
                                assignments.tags(),
                                values,
                                problems,
                                effect,
                                caller.may("POST " + LIST)));
    }

    /** Of each strategy the version that decides, or else the newest. */
    private List<StrategyVersion> inForce(Playbook playbook) {
        List<StrategyVersion> shown = new ArrayList<>();
        for (StrategyVersion version : strategies.all()) {
            StrategyVersion deciding = playbook.inForce(version.strategyId());
            if (shown.stream().noneMatch(each -> each.strategyId() == version.strategyId())) {
                shown.add(deciding == null ? version : deciding);
            }
        }
        return shown;
    }

    private static StrategyVersion numbered(List<StrategyVersion> versions, int number) {
        return versions.stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .orElseThrow(() -> new NotFound("version of the strategy"));
    }

    static ModelAndView tabbed(String template, Caller caller) {
        return new ModelAndView(template).addObject("tabs", SettingsTab.openTo(caller));
    }
}
