package dev.dunwell.agencies.web;

import dev.dunwell.access.Caller;
import dev.dunwell.agencies.AgencyEntries;
import dev.dunwell.agencies.AskForPlacement;
import dev.dunwell.agencies.PlaceAccount;
import dev.dunwell.agencies.Placement;
import dev.dunwell.agencies.Placements;
import dev.dunwell.agencies.RecallPlacement;
import dev.dunwell.agencies.RecordComplaint;
import dev.dunwell.agencies.RefusePlacement;
import dev.dunwell.web.Flash;
import dev.dunwell.web.Onward;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The way of an invoice to an agency and back, for our own people. */
@Controller
class PlacementsPage {

    private final Placements placements;
    private final AgencyEntries entries;
    private final Acts acts;

    PlacementsPage(Placements placements, AgencyEntries entries, Acts acts) {
        this.placements = placements;
        this.entries = entries;
        this.acts = acts;
    }

    /** What can be done. */
    @Component
    record Acts(
            AskForPlacement ask,
            PlaceAccount place,
            RefusePlacement refuse,
            RecallPlacement recall,
            RecordComplaint complain) {}

    @PostMapping("/placements")
    ModelAndView ask(
            Caller caller,
            @RequestParam long agency,
            @RequestParam(defaultValue = "") List<Long> invoice,
            @RequestParam(defaultValue = "") String reason) {
        acts.ask.ask(caller, agency, invoice, reason);
        return Onward.to("/agencies", Flash.done("Asked. It goes when a second person has said yes."));
    }

    @GetMapping("/placements/{id}")
    ModelAndView show(Caller caller, @PathVariable long id) {
        Placement placement = placements.byId(id);
        return new ModelAndView("agencies/placement")
                .addObject("placement", placement)
                .addObject("entries", entries.of(id))
                .addObject("mayRecall", placement.isPlaced() && caller.may("POST /placements/{id}/recall"))
                .addObject("mayComplain", caller.may("POST /placements/{id}/complaints"));
    }

    /** On the page of an invoice. */
    @GetMapping("/invoices/{id}/placements")
    ModelAndView ofInvoice(@PathVariable long id) {
        return new ModelAndView("agencies/placed-invoice").addObject("placements", placements.ofInvoice(id));
    }

    @PostMapping("/placements/{id}/approval")
    ModelAndView approve(Caller caller, @PathVariable long id) {
        acts.place.place(caller, id);
        return Onward.to(
                "/placements/" + id, Flash.done("Placed, with its evidence. We no longer write or call about it."));
    }

    @PostMapping("/placements/{id}/refusal")
    ModelAndView refuse(Caller caller, @PathVariable long id, @RequestParam(defaultValue = "") String why) {
        acts.refuse.refuse(caller, id, why);
        return Onward.to("/agencies", Flash.done("Refused: it stays with us."));
    }

    @PostMapping("/placements/{id}/recall")
    ModelAndView recall(Caller caller, @PathVariable long id, @RequestParam(defaultValue = "") String why) {
        acts.recall.recall(caller, id, why);
        return Onward.to("/placements/" + id, Flash.done("Taken back: the agency no longer sees it."));
    }

    @PostMapping("/placements/{id}/complaints")
    ModelAndView complain(Caller caller, @PathVariable long id, @RequestParam(defaultValue = "") String body) {
        acts.complain.record(caller, id, body);
        return Onward.to("/placements/" + id, Flash.done("Written down; it counts in the scorecard."));
    }
}
