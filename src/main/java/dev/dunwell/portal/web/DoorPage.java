package dev.dunwell.portal.web;

import dev.dunwell.portal.DoorQuotes;
import dev.dunwell.portal.LeaveDoor;
import dev.dunwell.portal.Payer;
import dev.dunwell.portal.Section;
import dev.dunwell.portal.Sections;
import dev.dunwell.portal.Together;
import dev.dunwell.portal.Together.Mails;
import dev.dunwell.portal.Together.Wish;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** All that a payer has open, by vendor; the language they read, and the way out. */
@Controller
class DoorPage {

    private final Sections sections;
    private final DoorQuotes doorQuotes;
    private final LeaveDoor leaveDoor;
    private final Together together;

    DoorPage(Sections sections, DoorQuotes doorQuotes, LeaveDoor leaveDoor, Together together) {
        this.sections = sections;
        this.doorQuotes = doorQuotes;
        this.together = together;
        this.leaveDoor = leaveDoor;
    }

    @GetMapping("/door")
    String show(
            Payer payer,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "") String only,
            HttpServletRequest request,
            Model model) {
        Wish wish = DoorCookie.read(request)
                .map(visit -> together.wish(visit, payer.now()))
                .orElse(Wish.NOT_ASKED);
        int skip = Math.clamp(from, 0, 100_000);
        List<Section> all =
                payer.places().stream().map(place -> sections.of(place, skip)).toList();
        DoorCookie.read(request)
                .flatMap(visit -> together.mails(visit, payer.now()))
                .ifPresent(mails -> model.addAttribute("mails", mails));
        List<Section> shown = all.stream()
                .filter(section -> section.place().key().equals(only))
                .toList();
        model.addAttribute("quotes", doorQuotes.of(payer));
        model.addAttribute("vendors", all);
        model.addAttribute("view", new DoorView(payer, payer.words(), shown.isEmpty() ? all : shown, skip, done, wish));
        return "portal/door";
    }

    /** All vendors on one page, or each alone again: the payer's own wish, and only after a code. */
    @PostMapping("/door/together")
    ModelAndView together(Payer payer, @RequestParam String wanted, HttpServletRequest request) {
        payer.requireProof();
        DoorCookie.read(request).ifPresent(visit -> together.keep(visit, wanted.equals("on"), payer.now()));
        return Go.to("/door?done=wishes");
    }

    /** One mail for what all vendors write, on these days and at most so many a week, or one from each. */
    @PostMapping("/door/together/mails")
    ModelAndView mails(
            Payer payer,
            @RequestParam String days,
            @RequestParam(required = false) @Nullable Integer most,
            HttpServletRequest request) {
        payer.requireProof();
        Mails wanted = new Mails(days, most);
        DoorCookie.read(request).ifPresent(visit -> together.keep(visit, wanted, payer.now()));
        return Go.to("/door?done=wishes");
    }

    @PostMapping("/door/language")
    ModelAndView language(Payer payer, @RequestParam String language) {
        leaveDoor.read(payer, language);
        return Go.to("/door");
    }

    @PostMapping("/door/leave")
    String leave(Payer payer, HttpServletRequest request, HttpServletResponse response, Model model) {
        leaveDoor.leave(payer);
        DoorCookie.remove(request, response);
        response.setHeader("Clear-Site-Data", "\"cache\"");
        model.addAttribute("w", payer.words());
        return "portal/left";
    }
}
