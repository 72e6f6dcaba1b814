package dev.dunwell.deals.web;

import dev.dunwell.access.Caller;
import dev.dunwell.deals.MoveOpportunity;
import dev.dunwell.deals.Opportunities;
import dev.dunwell.deals.RecordOpportunity;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Leads: who may buy, who answered them when, and what came of it. */
@Controller
class OpportunitiesPage {

    private static final String ADDRESS = "/opportunities";
    private static final int SHOWN = 200;

    private final Opportunities opportunities;
    private final RecordOpportunity recordOpportunity;
    private final MoveOpportunity moveOpportunity;
    private final LeadForm leadForm;

    OpportunitiesPage(
            Opportunities opportunities,
            RecordOpportunity recordOpportunity,
            MoveOpportunity moveOpportunity,
            LeadForm leadForm) {
        this.opportunities = opportunities;
        this.recordOpportunity = recordOpportunity;
        this.moveOpportunity = moveOpportunity;
        this.leadForm = leadForm;
    }

    @GetMapping(ADDRESS)
    ModelAndView list(Caller caller) {
        return new ModelAndView("deals/opportunities")
                .addObject("opportunities", opportunities.latest(SHOWN))
                .addObject("today", caller.today())
                .addObject("mayRecord", caller.may("POST " + ADDRESS));
    }

    @PostMapping(ADDRESS)
    ModelAndView record(Caller caller, @RequestParam Map<String, String> form) {
        return Acting.on(
                ADDRESS,
                () -> recordOpportunity.record(caller.actor(), leadForm.lead(caller, form), caller.today()),
                "Noted. Who answers first, and when, is measured.");
    }

    @PostMapping("/opportunities/{id}/moves")
    ModelAndView move(Caller caller, @PathVariable long id, @RequestParam Map<String, String> form) {
        return Acting.on(
                ADDRESS,
                () -> moveOpportunity.move(caller.actor(), id, leadForm.move(caller, form), caller.today()),
                "Written down.");
    }
}
