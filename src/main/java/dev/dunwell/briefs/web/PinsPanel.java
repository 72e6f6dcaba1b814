package dev.dunwell.briefs.web;

import dev.dunwell.access.Caller;
import dev.dunwell.briefs.PinFact;
import dev.dunwell.briefs.PinnedFacts;
import dev.dunwell.briefs.UnpinFact;
import dev.dunwell.kernel.Problem;
import dev.dunwell.ledger.Contact;
import dev.dunwell.ledger.Contacts;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Flash;
import dev.dunwell.web.Onward;
import dev.dunwell.web.Refusal;
import dev.dunwell.web.Typed;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pinned facts of a customer, wherever somebody is about to call it. */
@Controller
class PinsPanel {

    private final PinnedFacts pinned;
    private final PinFact pinFact;
    private final UnpinFact unpinFact;
    private final Contacts contacts;

    PinsPanel(PinnedFacts pinned, PinFact pinFact, UnpinFact unpinFact, Contacts contacts) {
        this.pinned = pinned;
        this.pinFact = pinFact;
        this.unpinFact = unpinFact;
        this.contacts = contacts;
    }

    @GetMapping("/customers/{id}/pins")
    ModelAndView panel(Caller caller, @PathVariable long id) {
        return panel(caller, id, Map.of(), List.of());
    }

    /** Refused, it shows the panel alone, at 422, with what was typed. */
    @PostMapping("/customers/{id}/pins")
    ModelAndView pin(Caller caller, @PathVariable long id, @RequestParam Map<String, String> form) {
        try {
            var typed = new Typed(form, caller.organisation().locale());
            pinFact.pin(caller, id, typed.id("contact"), typed.text("fact"));
            return Onward.to("/customers/" + id, Flash.done("Pinned. Whoever calls reads it first."));
        } catch (BadInput bad) {
            return panel(caller, id, form, bad.problems());
        } catch (Refusal refusal) {
            return panel(caller, id, form, List.of(new Problem(0, "fact", refusal.reason())));
        }
    }

    @PostMapping("/pins/{id}/unpin")
    ModelAndView unpin(Caller caller, @PathVariable long id) {
        return Onward.to("/customers/" + unpinFact.unpin(caller, id), Flash.done("Taken off."));
    }

    private ModelAndView panel(Caller caller, long id, Map<String, String> values, List<Problem> problems) {
        boolean mayPin = caller.may("POST /customers/{id}/pins");
        var people = mayPin ? contacts.of(id) : List.<Contact>of();
        var panel = new ModelAndView("briefs/pins")
                .addObject("view", new PinsView(id, pinned.of(id), people, values, problems, mayPin));
        panel.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return panel;
    }
}
