package dev.dunwell.reach.web;

import dev.dunwell.access.Caller;
import dev.dunwell.access.SettingsTab;
import dev.dunwell.kernel.Money;
import dev.dunwell.reach.ChangeLimits;
import dev.dunwell.reach.ConfirmBankData;
import dev.dunwell.reach.CurrentLimits;
import dev.dunwell.reach.Freshness;
import dev.dunwell.reach.Limits;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Flash;
import dev.dunwell.web.Onward;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What the organisation asks of its mail before any leaves: how much, when, and on what knowledge. */
@Controller
class LimitsPage {

    private static final String ADDRESS = "/settings/contact";

    private final CurrentLimits limits;
    private final Freshness freshness;
    private final ChangeLimits changeLimits;
    private final ConfirmBankData confirmBankData;

    LimitsPage(CurrentLimits limits, Freshness freshness, ChangeLimits changeLimits, ConfirmBankData confirmBankData) {
        this.limits = limits;
        this.freshness = freshness;
        this.changeLimits = changeLimits;
        this.confirmBankData = confirmBankData;
    }

    @GetMapping(ADDRESS)
    ModelAndView show(Caller caller) {
        return page(
                caller, LimitsForm.values(limits.get(), caller.organisation().currency()), Map.of());
    }

    @PostMapping(ADDRESS)
    ModelAndView change(Caller caller, @RequestParam Map<String, String> form) {
        try {
            changeLimits.change(
                    caller, new LimitsForm(form, caller.organisation().currency()).read());
            return Onward.to(ADDRESS, Flash.done("Saved. Every open item is decided by it from now on."));
        } catch (BadInput bad) {
            return refused(caller, form, bad);
        }
    }

    @PostMapping(ADDRESS + "/bank-data")
    ModelAndView confirm(Caller caller, @RequestParam Map<String, String> form) {
        try {
            confirmBankData.confirm(caller, form.getOrDefault("note", ""));
            return Onward.to(ADDRESS, Flash.done("Kept. Demands that waited for fresh bank data go on."));
        } catch (BadInput bad) {
            Map<String, String> all = new LinkedHashMap<>(
                    LimitsForm.values(limits.get(), caller.organisation().currency()));
            all.putAll(form);
            return refused(caller, all, bad);
        }
    }

    private ModelAndView refused(Caller caller, Map<String, String> form, BadInput bad) {
        Map<String, String> problems = new LinkedHashMap<>();
        bad.problems().forEach(problem -> problems.put(problem.column(), problem.message()));
        ModelAndView page = page(caller, form, problems);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(Caller caller, Map<String, String> values, Map<String, String> problems) {
        Limits now = limits.get();
        return new ModelAndView("reach/limits")
                .addObject("tabs", SettingsTab.openTo(caller))
                .addObject("values", values)
                .addObject("problems", problems)
                .addObject("bank", freshness.of(caller.organisation(), caller.today(), now))
                .addObject("zero", Money.zero(caller.organisation().currency()))
                .addObject("mayChange", caller.may("POST " + ADDRESS));
    }
}
