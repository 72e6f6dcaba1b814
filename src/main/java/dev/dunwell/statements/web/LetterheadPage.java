package dev.dunwell.statements.web;

import dev.dunwell.access.Caller;
import dev.dunwell.access.SettingsTab;
import dev.dunwell.statements.ChangeLetterhead;
import dev.dunwell.statements.Letterhead;
import dev.dunwell.statements.Letterheads;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Flash;
import dev.dunwell.web.Onward;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Settings: what stands on every paper. */
@Controller
class LetterheadPage {

    private static final String ADDRESS = "/settings/letterhead";

    private final Letterheads letterheads;
    private final ChangeLetterhead changeLetterhead;

    LetterheadPage(Letterheads letterheads, ChangeLetterhead changeLetterhead) {
        this.letterheads = letterheads;
        this.changeLetterhead = changeLetterhead;
    }

    @GetMapping(ADDRESS)
    ModelAndView show(Caller caller) {
        return new ModelAndView("statements/letterhead")
                .addObject("tabs", SettingsTab.openTo(caller))
                .addObject("letterhead", letterheads.current())
                .addObject("mayChange", caller.may("POST " + ADDRESS));
    }

    @PostMapping(ADDRESS)
    ModelAndView change(
            Caller caller,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String paymentDetails,
            @RequestParam(defaultValue = "") String footer) {
        try {
            changeLetterhead.change(caller.actor(), new Letterhead(address, paymentDetails, footer));
            return Onward.to(ADDRESS, Flash.done("Saved. Papers made from now on have it."));
        } catch (BadInput bad) {
            return Onward.to(ADDRESS, Flash.refused(bad.problems().getFirst().message()));
        }
    }
}
