package dev.dunwell.portal.web;

import dev.dunwell.access.Caller;
import dev.dunwell.portal.ToldPayments;
import dev.dunwell.web.Flash;
import dev.dunwell.web.Onward;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Beside money that came in: what a payer said at the door that it pays. */
@Controller
class ToldPanel {

    private final ToldPayments told;

    ToldPanel(ToldPayments told) {
        this.told = told;
    }

    @GetMapping("/payments/{id}/told")
    String panel(Caller caller, @PathVariable long id, Model model) {
        model.addAttribute("told", told.matching(id, caller.today()));
        model.addAttribute("path", "/payments/" + id + "/told");
        model.addAttribute("mayUse", caller.may("POST /payments/{id}/told/{told}"));
        return "portal/told";
    }

    @PostMapping("/payments/{id}/told/{told}")
    ModelAndView use(Caller caller, @PathVariable long id, @PathVariable("told") long toldId) {
        told.use(caller, id, toldId);
        return Onward.to("/payments/" + id, Flash.done("Settled as its payer said."));
    }
}
