package dev.dunwell.team.web;

import dev.dunwell.access.Caller;
import dev.dunwell.ledger.Customers;
import dev.dunwell.team.Claims;
import dev.dunwell.web.Flash;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Onward;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who works on a customer just now: a line above it, a warning to the second person, a way to take over. */
@Controller
class ClaimPanel {

    private final Customers customers;
    private final Claims claims;

    ClaimPanel(Customers customers, Claims claims) {
        this.customers = customers;
        this.claims = claims;
    }

    /** @param work whether the customer was opened to work on it; then the caller claims it, unless somebody has */
    @GetMapping("/customers/{id}/claim")
    ModelAndView claim(Caller caller, @PathVariable long id, @RequestParam(defaultValue = "false") boolean work) {
        require(id);
        boolean mayClaim = caller.personId() != null && caller.may("POST /customers/{id}/claim");
        Claims.Claim claim = (work && mayClaim ? claims.claim(caller, id) : claims.of(id)).orElse(null);
        return new ModelAndView("team/claim")
                .addObject("view", new ClaimView(id, claim, isOwn(caller, claim), mayClaim));
    }

    @PostMapping("/customers/{id}/claim")
    ModelAndView takeOver(Caller caller, @PathVariable long id, @RequestParam(defaultValue = "") String from) {
        require(id);
        if (caller.personId() != null) {
            claims.takeOver(caller, id);
        }
        String list = from.matches("[a-z]{1,20}") ? "?from=" + from : "";
        return Onward.to("/customers/" + id + list, Flash.done("It is yours now; whoever worked on it sees that."));
    }

    private void require(long id) {
        if (customers.byId(id).isEmpty()) {
            throw new NotFound("customer");
        }
    }

    private static boolean isOwn(Caller caller, Claims.@Nullable Claim claim) {
        return claim != null && Long.valueOf(claim.personId()).equals(caller.personId());
    }
}
