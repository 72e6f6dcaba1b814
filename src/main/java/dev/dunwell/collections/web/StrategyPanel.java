package dev.dunwell.collections.web;

import dev.dunwell.access.Caller;
import dev.dunwell.collections.AssignStrategy;
import dev.dunwell.collections.Assignment;
import dev.dunwell.collections.Assignment.Scope;
import dev.dunwell.collections.Strategies;
import dev.dunwell.collections.WhichStrategy;
import dev.dunwell.kernel.Problem;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Choice;
import dev.dunwell.web.Flash;
import dev.dunwell.web.Onward;
import dev.dunwell.web.Typed;
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

/** Which strategy a customer has, and why that one; managers choose another. */
@Controller
class StrategyPanel {

    private final WhichStrategy which;
    private final Strategies strategies;
    private final AssignStrategy assignStrategy;

    StrategyPanel(WhichStrategy which, Strategies strategies, AssignStrategy assignStrategy) {
        this.which = which;
        this.strategies = strategies;
        this.assignStrategy = assignStrategy;
    }

    @GetMapping("/customers/{id}/strategy")
    ModelAndView panel(Caller caller, @PathVariable long id) {
        return panel(caller, id, Map.of(), List.of());
    }

    @PostMapping("/customers/{id}/strategy")
    ModelAndView choose(Caller caller, @PathVariable long id, @RequestParam Map<String, String> form) {
        var typed = new Typed(form, caller.organisation().locale());
        try {
            typed.demand("strategyId", "Choose a strategy.");
            Long strategy = typed.id("strategyId");
            typed.check();
            var wanted = new AssignStrategy.Wanted(
                    Scope.CUSTOMER, "", id, Objects.requireNonNull(strategy), typed.text("reason"));
            assignStrategy.assign(caller.actor(), wanted, caller.today());
            return Onward.to("/customers/" + id, Flash.done("Saved. Its open items were decided anew."));
        } catch (BadInput bad) {
            ModelAndView page = panel(caller, id, form, bad.problems());
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    @PostMapping("/customers/{id}/strategy/end")
    ModelAndView end(Caller caller, @PathVariable long id) {
        Assignment own = own(which.of(caller.organisation(), caller.today(), id));
        if (own != null) {
            assignStrategy.end(caller.actor(), own.id(), caller.today());
        }
        return Onward.to("/customers/" + id, Flash.done("The customer is dealt with like others again."));
    }

    private ModelAndView panel(Caller caller, long id, Map<String, String> values, List<Problem> problems) {
        WhichStrategy.Answer answer = which.of(caller.organisation(), caller.today(), id);
        List<Choice> choices = strategies.all().stream()
                .map(version -> new Choice("" + version.strategyId(), version.name()))
                .distinct()
                .toList();
        return new ModelAndView("collections/strategy-panel")
                .addObject(
                        "view",
                        new StrategyPanelView(
                                id,
                                answer,
                                own(answer),
                                choices,
                                values,
                                problems,
                                caller.may("POST /customers/{id}/strategy")));
    }

    private static @Nullable Assignment own(WhichStrategy.Answer answer) {
        Assignment by = answer.choice().by();
        return by != null && by.scope() == Scope.CUSTOMER ? by : null;
    }
}
