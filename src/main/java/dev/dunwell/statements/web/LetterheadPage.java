package dev.dunwell.statements.web;

import dev.dunwell.access.Caller;
import dev.dunwell.access.SettingsTab;
import dev.dunwell.statements.Brand;
import dev.dunwell.statements.ChangeLetterhead;
import dev.dunwell.statements.ChangeLogo;
import dev.dunwell.statements.Letterhead;
import dev.dunwell.statements.Letterheads;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Flash;
import dev.dunwell.web.Onward;
import java.io.IOException;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Settings: what stands on every paper. */
@Controller
class LetterheadPage {

    private static final String ADDRESS = "/settings/letterhead";

    private final Letterheads letterheads;
    private final ChangeLetterhead changeLetterhead;
    private final ChangeLogo changeLogo;

    LetterheadPage(Letterheads letterheads, ChangeLetterhead changeLetterhead, ChangeLogo changeLogo) {
        this.letterheads = letterheads;
        this.changeLetterhead = changeLetterhead;
        this.changeLogo = changeLogo;
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
            @RequestParam(defaultValue = "") String footer,
            @RequestParam(defaultValue = "#0f5a66") String colour) {
        try {
            var brand = new Brand(colour.strip().toLowerCase(Locale.ROOT), Brand.Logo.NONE);
            changeLetterhead.change(caller.actor(), new Letterhead(address, paymentDetails, footer, brand));
            return Onward.to(ADDRESS, Flash.done("Saved. Papers made from now on have it."));
        } catch (BadInput bad) {
            return Onward.to(ADDRESS, Flash.refused(bad.problems().getFirst().message()));
        }
    }

    @PostMapping("/settings/logo")
    ModelAndView logo(Caller caller, @RequestParam MultipartFile logo) throws IOException {
        byte[] file = logo.getBytes();
        try {
            changeLogo.change(caller.actor(), file);
            return Onward.to(ADDRESS, Flash.done("Papers made from now on have this logo."));
        } catch (BadInput bad) {
            return Onward.to(ADDRESS, Flash.refused(bad.problems().getFirst().message()));
        }
    }

    @PostMapping("/settings/logo/removal")
    ModelAndView removeLogo(Caller caller) {
        changeLogo.remove(caller.actor());
        return Onward.to(ADDRESS, Flash.done("Papers from now on have your name in its place."));
    }
}
