package dev.dunwell.portal.web;

import dev.dunwell.access.Caller;
import dev.dunwell.portal.DoorWords;
import dev.dunwell.portal.Link;
import dev.dunwell.portal.Links;
import dev.dunwell.portal.Payer;
import dev.dunwell.portal.PayerSession;
import dev.dunwell.portal.Place;
import dev.dunwell.portal.RevokeLinks;
import dev.dunwell.portal.Sections;
import dev.dunwell.portal.SendLink;
import dev.dunwell.portal.Together.Wish;
import dev.dunwell.web.Flash;
import dev.dunwell.web.Onward;
import dev.dunwell.web.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The payer's door as the people of the house see it: which link went where, whether a person used it, and what it
 * shows.
 */
@Controller
class DoorPanel {

    private static final int SHOWN = 3;

    private final Links links;
    private final Sections sections;
    private final SendLink sendLink;
    private final RevokeLinks revokeLinks;
    private final Clock clock;

    DoorPanel(Links links, Sections sections, SendLink sendLink, RevokeLinks revokeLinks, Clock clock) {
        this.links = links;
        this.sections = sections;
        this.sendLink = sendLink;
        this.revokeLinks = revokeLinks;
        this.clock = clock;
    }

    @GetMapping("/customers/{id}/door")
    String panel(Caller caller, @PathVariable long id, Model model) {
        boolean mayAct = caller.may("POST /customers/{id}/door/link");
        model.addAttribute("view", new DoorPanelView(id, links.of(id, SHOWN), clock.instant(), mayAct));
        return "portal/panel";
    }

    @PostMapping("/customers/{id}/door/link")
    ModelAndView send(Caller caller, @PathVariable long id) {
        try {
            sendLink.to(caller, id);
            return Onward.to("/customers/" + id, Flash.done("A new link is on its way to them. You never see it."));
        } catch (Refusal refusal) {
            return Onward.to("/customers/" + id, Flash.refused(refusal.reason()));
        }
    }

    @PostMapping("/customers/{id}/door/revocation")
    ModelAndView revoke(Caller caller, @PathVariable long id) {
        int revoked = revokeLinks.revoke(caller, id);
        return Onward.to(
                "/customers/" + id, Flash.done("Taken back: %d links open nothing any more.".formatted(revoked)));
    }

    /** The payer's page, in their language, with forms that lead nowhere: nobody acts as a payer. */
    @GetMapping("/customers/{id}/door/preview")
    String preview(Caller caller, @PathVariable long id, Model model) {
        Instant now = clock.instant();
        Link latest = links.of(id, 1).stream().findFirst().orElse(null);
        String language = latest == null ? caller.organisation().locale().getLanguage() : latest.language();
        var nobody = new Link(0, id, "", "nobody@dunwell.invalid", language, null, "2222-2222", now, now, null, null);
        int organisation = caller.organisation().id();
        var place = new Place("000000000000", organisation, id, caller.actor());
        var session = new PayerSession(0, organisation, nobody, language, now, now, null);
        var payer = new Payer(session, place, List.of(place), caller, "", false, now);
        model.addAttribute(
                "view",
                new DoorView(payer, DoorWords.of(language), List.of(sections.of(place, 0)), 0, "", Wish.NOT_ASKED));
        return "portal/door";
    }
}
