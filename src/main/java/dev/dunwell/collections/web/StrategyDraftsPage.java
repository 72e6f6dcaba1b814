package dev.dunwell.collections.web;

import dev.dunwell.access.Caller;
import dev.dunwell.collections.PreviewStrategy;
import dev.dunwell.collections.RecordStrategy;
import dev.dunwell.collections.Strategies;
import dev.dunwell.collections.Strategy;
import dev.dunwell.collections.StrategyChange;
import dev.dunwell.collections.StrategyVersion;
import dev.dunwell.kernel.Problem;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Flash;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Onward;
import dev.dunwell.web.Refusal;
import dev.dunwell.web.Typed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where a strategy is written: the draft goes back and forth with the form, step by step, until somebody saves it as a
 * version. Before that it can be held against the book of today.
 */
@Controller
class StrategyDraftsPage {

    private final Strategies strategies;
    private final RecordStrategy recordStrategy;
    private final PreviewStrategy preview;

    StrategyDraftsPage(Strategies strategies, RecordStrategy recordStrategy, PreviewStrategy preview) {
        this.strategies = strategies;
        this.recordStrategy = recordStrategy;
        this.preview = preview;
    }

    @GetMapping("/settings/strategies/new")
    ModelAndView first(Caller caller) {
        Map<String, String> values = StrategyFields.of(Strategy.sixStages());
        values.put("name", "");
        values.put("validFrom", caller.today().toString());
        return form(caller, StrategyForm.of(null, values));
    }

    @GetMapping("/settings/strategies/{id}/next")
    ModelAndView next(Caller caller, @PathVariable long id) {
        StrategyVersion last = last(id);
        Map<String, String> values = StrategyFields.of(last.ladder());
        values.put("purpose", last.purpose());
        values.put("validFrom", later(caller, last).toString());
        return form(caller, StrategyForm.of(last, values));
    }

    @PostMapping("/settings/strategies/drafts")
    ModelAndView draft(Caller caller, @RequestParam Map<String, String> form) {
        return look(caller, null, form);
    }

    @PostMapping("/settings/strategies/{id}/drafts")
    ModelAndView draftOf(Caller caller, @PathVariable long id, @RequestParam Map<String, String> form) {
        return look(caller, last(id), form);
    }

    @PostMapping("/settings/strategies")
    ModelAndView record(Caller caller, @RequestParam Map<String, String> form) {
        return record(caller, null, form);
    }

    @PostMapping("/settings/strategies/{id}/versions")
    ModelAndView recordNext(Caller caller, @PathVariable long id, @RequestParam Map<String, String> form) {
        return record(caller, last(id), form);
    }

    private ModelAndView look(Caller caller, @Nullable StrategyVersion last, Map<String, String> typed) {
        Map<String, String> values = new DraftSteps(typed).changed();
        boolean asks = typed.containsKey("preview");
        var fields = new StrategyFields(values);
        RecordStrategy.Wanted wanted = wanted(caller, last, fields, values);
        List<Problem> problems = asks ? problems(caller, last, fields, wanted) : List.of();
        boolean isSound =
                asks && wanted.draft().problems().isEmpty() && fields.problems().isEmpty();
        PreviewStrategy.Effect effect = isSound && last != null
                ? preview.ofVersion(caller.organisation(), caller.today(), last.strategyId(), wanted.draft())
                : null;
        List<StrategyChange> changes = isSound && last != null
                ? StrategyChange.between(last.ladder(), wanted.draft().as(last.number() + 1))
                : List.of();
        return form(caller, new StrategyForm(last, values, problems, changes, effect));
    }

    private ModelAndView record(Caller caller, @Nullable StrategyVersion last, Map<String, String> values) {
        var fields = new StrategyFields(values);
        RecordStrategy.Wanted wanted = wanted(caller, last, fields, values);
        try {
            if (!fields.problems().isEmpty()) {
                throw new BadInput(problems(caller, last, fields, wanted));
            }
            StrategyVersion written = recordStrategy.record(caller.actor(), wanted, caller.today());
            return Onward.to(
                    "/settings/strategies/" + written.strategyId(), Flash.done("Saved: " + written.title() + "."));
        } catch (BadInput bad) {
            return wrong(caller, last, values, bad.problems());
        } catch (Refusal refused) {
            return wrong(caller, last, values, List.of(new Problem(0, "name", refused.reason())));
        }
    }

    private static List<Problem> problems(
            Caller caller, @Nullable StrategyVersion last, StrategyFields fields, RecordStrategy.Wanted wanted) {
        List<Problem> problems = new ArrayList<>(fields.problems());
        RecordStrategy.problems(wanted, last, caller.today()).stream()
                .filter(p -> fields.problems().stream()
                        .noneMatch(f -> StrategyFields.place(f).equals(StrategyFields.place(p))))
                .forEach(problems::add);
        return problems;
    }

    private static RecordStrategy.Wanted wanted(
            Caller caller, @Nullable StrategyVersion last, StrategyFields fields, Map<String, String> values) {
        Strategy.Draft draft = fields.read();
        String name = last == null ? draft.name() : last.name();
        return new RecordStrategy.Wanted(
                last == null ? null : last.strategyId(),
                new Strategy.Draft(name, draft.steps(), draft.cooldownDays(), draft.daysBetweenSteps()),
                values.getOrDefault("purpose", "").strip(),
                new Typed(values, caller.organisation().locale()).day("validFrom"),
                values.getOrDefault("reason", "").strip());
    }

    private ModelAndView wrong(
            Caller caller, @Nullable StrategyVersion last, Map<String, String> values, List<Problem> problems) {
        ModelAndView page = form(caller, new StrategyForm(last, new HashMap<>(values), problems, List.of(), null));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static ModelAndView form(Caller caller, StrategyForm form) {
        return StrategiesPage.tabbed("collections/strategy-form", caller).addObject("view", form);
    }

    private static LocalDate later(Caller caller, StrategyVersion last) {
        return last.validFrom().isAfter(caller.today()) ? last.validFrom() : caller.today();
    }

    private StrategyVersion last(long id) {
        return strategies.versions(id).stream().findFirst().orElseThrow(() -> new NotFound("strategy"));
    }
}
