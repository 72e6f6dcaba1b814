package dev.dunwell.access.web;

import dev.dunwell.access.Caller;
import dev.dunwell.access.Memberships;
import dev.dunwell.access.SignedIn;
import dev.dunwell.web.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Which organisation to work for now. */
@Controller
class OrganisationsPage {

    private final Memberships memberships;
    private final Sessions sessions;

    OrganisationsPage(Memberships memberships, Sessions sessions) {
        this.memberships = memberships;
        this.sessions = sessions;
    }

    @GetMapping("/organisations")
    ModelAndView choose(Caller caller) {
        return new ModelAndView("access/organisations")
                .addObject("memberships", memberships.of(Objects.requireNonNull(caller.personId())))
                .addObject("current", caller.organisation().id());
    }

    /** Begins a new session, so that a form opened for the other organisation is refused instead of filed here. */
    @PostMapping("/organisation/switch")
    ModelAndView choose(Caller caller, @RequestParam int organisation, HttpServletRequest request) {
        long person = Objects.requireNonNull(caller.personId());
        boolean isMember = memberships.of(person).stream().anyMatch(each -> each.organisationId() == organisation);
        if (isMember) {
            sessions.begin(new SignedIn(person, organisation), request);
            return Redirect.to(Paths.HOME);
        } else {
            throw new NotFound("organisation");
        }
    }
}
