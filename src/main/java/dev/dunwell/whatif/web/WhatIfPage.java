package dev.dunwell.whatif.web;

import dev.dunwell.access.Caller;
import dev.dunwell.collections.Assignments;
import dev.dunwell.kernel.Problem;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Choice;
import dev.dunwell.web.Flash;
import dev.dunwell.web.Onward;
import dev.dunwell.web.Refusal;
import dev.dunwell.web.Show;
import dev.dunwell.whatif.Assumptions;
import dev.dunwell.whatif.Behaviour;
import dev.dunwell.whatif.Behaviours;
import dev.dunwell.whatif.Calculation;
import dev.dunwell.whatif.KeepScenario;
import dev.dunwell.whatif.Lever;
import dev.dunwell.whatif.Scenario;
import dev.dunwell.whatif.Scenarios;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The what-if bench: change a number, see what it would bring; keep it, compare it. */
@Controller
class WhatIfPage {

    private final Behaviours behaviours;
    private final Scenarios scenarios;
    private final Assignments assignments;
    private final KeepScenario keepScenario;

    WhatIfPage(Behaviours behaviours, Scenarios scenarios, Assignments assignments, KeepScenario keepScenario) {
        this.behaviours = behaviours;
        this.scenarios = scenarios;
        this.assignments = assignments;
        this.keepScenario = keepScenario;
    }

    @GetMapping("/what-if")
    ModelAndView show(Caller caller, @RequestParam Map<String, String> form) {
        return page(caller, form, List.of());
    }

    @PostMapping("/what-if/scenarios")
    ModelAndView keep(Caller caller, @RequestParam Map<String, String> form) {
        Lever.Kind kind = kind(form);
        Currency currency = currency(caller, form);
        Behaviour base = behaviours.of(tag(form), currency, caller.today());
        Asked asked = Asked.of(form, kind, behaviours.usual(base, caller.today()), caller);
        Assumptions assumptions = asked.assumptions(currency);
        Lever lever = asked.lever(kind, currency);
        try {
            asked.check();
            keepScenario.keep(
                    caller, new KeepScenario.Wanted(form.getOrDefault("name", ""), tag(form), assumptions, lever));
            return Onward.to("/what-if#kept", Flash.done("Kept. It is computed anew whenever you look."));
        } catch (BadInput bad) {
            return page(caller, form, bad.problems());
        } catch (Refusal refused) {
            return page(caller, form, List.of(new Problem(0, "name", refused.reason())));
        }
    }

    @PostMapping("/what-if/scenarios/{id}/removal")
    ModelAndView remove(Caller caller, @PathVariable long id) {
        keepScenario.remove(caller, id);
        return Onward.to("/what-if#kept", Flash.done("Removed."));
    }

    private ModelAndView page(Caller caller, Map<String, String> form, List<Problem> wrong) {
        Lever.Kind kind = kind(form);
        Currency currency = currency(caller, form);
        Behaviour base = behaviours.of(tag(form), currency, caller.today());
        Asked asked = Asked.of(form, kind, behaviours.usual(base, caller.today()), caller);
        Assumptions at = asked.assumptions(currency);
        Lever lever = asked.lever(kind, currency);
        List<Problem> problems = new ArrayList<>(wrong);
        problems.addAll(wrong.isEmpty() ? asked.problems() : List.of());
        boolean isSound = asked.problems().isEmpty() && !base.paid().isEmpty();
        var show =
                new Show(caller.organisation().locale(), caller.organisation().zone(), caller.today());
        asked.values().put("kind", kind.code());
        asked.values().put("currency", currency.getCurrencyCode());
        asked.values().put("tag", tag(form));
        var view = new WhatIfView(
                kind,
                base,
                isSound ? Calculation.now(base, at) : null,
                isSound ? Calculation.of(base, at, lever) : null,
                isSound ? Sensitivity.of(base, at, lever, show) : null,
                kept(caller),
                currencies(caller),
                assignments.tags().stream().map(tag -> new Choice(tag, tag)).toList(),
                new WhatIfView.Form(asked.values(), problems, caller.may("POST /what-if/scenarios")));
        var page = new ModelAndView("whatif/what-if").addObject("view", view);
        page.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private List<WhatIfView.Kept> kept(Caller caller) {
        Map<String, Behaviour> bases = new HashMap<>();
        return scenarios.all().stream()
                .map(it -> new WhatIfView.Kept(it, today(it, caller, bases), Asked.address(it)))
                .toList();
    }

    /** What a scenario comes to on the reader's day; customers of one tag are read once. */
    private Calculation today(Scenario it, Caller caller, Map<String, Behaviour> bases) {
        Currency currency = it.net().currency();
        Behaviour base =
                bases.computeIfAbsent(currency + it.tag(), _ -> behaviours.of(it.tag(), currency, caller.today()));
        return Calculation.of(base, it.assumptions(), it.lever());
    }

    private List<Choice> currencies(Caller caller) {
        return behaviours.currencies(caller.today()).stream()
                .map(each -> new Choice(each.getCurrencyCode(), each.getCurrencyCode()))
                .toList();
    }

    private Currency currency(Caller caller, Map<String, String> form) {
        List<Currency> all = behaviours.currencies(caller.today());
        return all.stream()
                .filter(each -> each.getCurrencyCode().equals(form.get("currency")))
                .findFirst()
                .orElse(all.isEmpty() ? caller.organisation().currency() : all.getFirst());
    }

    private static Lever.Kind kind(Map<String, String> form) {
        return Lever.Kind.read(form.getOrDefault("kind", "")).orElse(Lever.Kind.DISCOUNT);
    }

    private static String tag(Map<String, String> form) {
        return form.getOrDefault("tag", "").strip();
    }
}
