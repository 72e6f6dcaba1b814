package dev.dunwell.whatif.web;

import dev.dunwell.access.Caller;
import dev.dunwell.collections.Assignments;
import dev.dunwell.collections.Strategies;
import dev.dunwell.kernel.Problem;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Choice;
import dev.dunwell.web.Flash;
import dev.dunwell.web.Onward;
import dev.dunwell.web.Refusal;
import dev.dunwell.whatif.Scenarios;
import dev.dunwell.whatif.StartTrial;
import dev.dunwell.whatif.Trial;
import dev.dunwell.whatif.Trials;
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

/** What is tried on some and not on others, and what came of it, with the arithmetic. */
@Controller
class TrialsPage {

    private final Trials trials;
    private final Scenarios scenarios;
    private final Strategies strategies;
    private final Assignments assignments;
    private final StartTrial startTrial;

    TrialsPage(
            Trials trials, Scenarios scenarios, Strategies strategies, Assignments assignments, StartTrial startTrial) {
        this.trials = trials;
        this.scenarios = scenarios;
        this.strategies = strategies;
        this.assignments = assignments;
        this.startTrial = startTrial;
    }

    @GetMapping("/trials")
    ModelAndView show(Caller caller, @RequestParam Map<String, String> form) {
        return page(caller, form, List.of());
    }

    @PostMapping("/trials")
    ModelAndView start(Caller caller, @RequestParam Map<String, String> form) {
        String what = form.getOrDefault("what", "");
        String held = form.getOrDefault("heldPercent", "").strip();
        try {
            startTrial.start(
                    caller,
                    new StartTrial.Wanted(
                            form.getOrDefault("trialName", ""),
                            id(what, "scenario-"),
                            id(what, "strategy-"),
                            form.getOrDefault("tag", "").strip(),
                            held.matches("\\d{1,2}") ? Integer.parseInt(held) : 0,
                            form.getOrDefault("reason", "")));
            return Onward.to("/trials", Flash.done("The groups are drawn, and it has begun."));
        } catch (BadInput bad) {
            return page(caller, form, bad.problems());
        } catch (Refusal refused) {
            return page(caller, form, List.of(new Problem(0, "trialName", refused.reason())));
        }
    }

    @PostMapping("/trials/{id}/end")
    ModelAndView end(Caller caller, @PathVariable long id) {
        startTrial.end(caller, id);
        return Onward.to("/trials", Flash.done("Ended. What was measured stays."));
    }

    private ModelAndView page(Caller caller, Map<String, String> form, List<Problem> problems) {
        List<Choice> whats = new ArrayList<>();
        strategies.all().stream()
                .map(version -> new Choice("strategy-" + version.strategyId(), "Strategy: " + version.name()))
                .distinct()
                .forEach(whats::add);
        scenarios.all().stream()
                .map(it -> new Choice("scenario-" + it.id(), "Scenario: " + it.name()))
                .forEach(whats::add);
        List<Trial> all = trials.all();
        Map<Long, Trials.Came> came = trials.came(all.stream().map(Trial::id).toList(), caller.today());
        var view = new TrialsView(
                all.stream()
                        .map(trial -> new TrialsView.Row(trial, Objects.requireNonNull(came.get(trial.id()))))
                        .toList(),
                whats,
                assignments.tags().stream().map(tag -> new Choice(tag, tag)).toList(),
                form,
                problems,
                caller.may("POST /trials"));
        var page = new ModelAndView("whatif/trials").addObject("view", view);
        page.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static @Nullable Long id(String what, String kind) {
        return what.matches(kind + "\\d{1,18}") ? Long.valueOf(what.substring(kind.length())) : null;
    }
}
