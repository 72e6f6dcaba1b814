package dev.dunwell.agencies.web;

import dev.dunwell.access.AddPerson;
import dev.dunwell.access.Caller;
import dev.dunwell.agencies.Agencies;
import dev.dunwell.agencies.LetAgencyIn;
import dev.dunwell.agencies.Placements;
import dev.dunwell.agencies.RecordAgency;
import dev.dunwell.web.Flash;
import dev.dunwell.web.Onward;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The agencies: how each does, what waits to go to one, on which terms, and who of them may sign in. */
@Controller
class AgenciesPage {

    private static final String ONE = "/agencies/{id}";

    private final Agencies agencies;
    private final Placements placements;
    private final RecordAgency recordAgency;
    private final LetAgencyIn letAgencyIn;

    AgenciesPage(Agencies agencies, Placements placements, RecordAgency recordAgency, LetAgencyIn letAgencyIn) {
        this.agencies = agencies;
        this.placements = placements;
        this.recordAgency = recordAgency;
        this.letAgencyIn = letAgencyIn;
    }

    @GetMapping("/agencies")
    ModelAndView all(Caller caller) {
        var view = new AgenciesView(
                agencies.all(),
                agencies.scorecard(),
                placements.proposals(caller.today()),
                placements.asked(),
                caller.may("POST /agencies"),
                caller.may("POST /placements"),
                caller.may("POST /placements/{id}/approval"));
        return new ModelAndView("agencies/agencies").addObject("view", view);
    }

    @PostMapping("/agencies")
    ModelAndView add(Caller caller, @RequestParam Map<String, String> form) {
        long id = recordAgency.record(caller, AgencyForm.read(null, form, caller));
        return Onward.to("/agencies/" + id, Flash.done("The agency is written down."));
    }

    @GetMapping(ONE)
    ModelAndView one(Caller caller, @PathVariable long id) {
        return page(caller, id);
    }

    @PostMapping(ONE)
    ModelAndView change(Caller caller, @PathVariable long id, @RequestParam Map<String, String> form) {
        agencies.byId(id);
        recordAgency.record(caller, AgencyForm.read(id, form, caller));
        return Onward.to("/agencies/" + id, Flash.done("Changed. What is placed already keeps its terms."));
    }

    /** Answers with the page itself and not by sending on: the first password is shown here and never again. */
    @PostMapping(ONE + "/people")
    ModelAndView letIn(Caller caller, @PathVariable long id, @RequestParam String name, @RequestParam String email) {
        AddPerson.Added added = letAgencyIn.let(caller, id, name, email);
        return page(caller, id).addObject("added", added);
    }

    private ModelAndView page(Caller caller, long id) {
        var view = new AgencyView(
                agencies.byId(id),
                agencies.scorecard().stream()
                        .filter(score -> score.agencyId() == id)
                        .toList(),
                agencies.members(id),
                placements.ofAgency(id),
                caller.may("POST " + ONE),
                caller.may("POST " + ONE + "/people"));
        return new ModelAndView("agencies/agency").addObject("view", view);
    }
}
