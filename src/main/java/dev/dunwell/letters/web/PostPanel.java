package dev.dunwell.letters.web;

import dev.dunwell.access.Caller;
import dev.dunwell.collections.ValuedCustomers;
import dev.dunwell.ledger.ChangePostalAddress;
import dev.dunwell.ledger.PostalAddress;
import dev.dunwell.ledger.PostalAddresses;
import dev.dunwell.letters.WriteLetter;
import dev.dunwell.messaging.Letters;
import dev.dunwell.messaging.Tone;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Flash;
import dev.dunwell.web.Onward;
import dev.dunwell.web.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Beside a customer: its postal address, letters by hand, and whether it is to be spoken with gently. */
@Controller
class PostPanel {

    private final PostalAddresses addresses;
    private final ChangePostalAddress changeAddress;
    private final ValuedCustomers valued;
    private final WriteLetter writeLetter;

    PostPanel(
            PostalAddresses addresses,
            ChangePostalAddress changeAddress,
            ValuedCustomers valued,
            WriteLetter writeLetter) {
        this.addresses = addresses;
        this.changeAddress = changeAddress;
        this.valued = valued;
        this.writeLetter = writeLetter;
    }

    @GetMapping("/customers/{id}/post")
    ModelAndView show(Caller caller, @PathVariable long id) {
        return new ModelAndView("letters/post")
                .addObject(
                        "view",
                        new PostView(
                                id,
                                addresses.of(id).map(PostalAddress::lines).orElse(null),
                                valued.of(id).orElse(null),
                                caller.may("POST /customers/{id}/postal-address"),
                                caller.may("POST /customers/{id}/letters-on-paper"),
                                caller.may("POST /customers/{id}/valued")));
    }

    @PostMapping("/customers/{id}/postal-address")
    ModelAndView address(Caller caller, @PathVariable long id, @RequestParam(defaultValue = "") String lines) {
        return done(
                id,
                "Saved. Letters on paper go there from now on.",
                () -> changeAddress.change(caller.actor(), id, lines));
    }

    @PostMapping("/customers/{id}/letters-on-paper")
    ModelAndView write(
            Caller caller,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String template,
            @RequestParam(defaultValue = "neutral") String tone) {
        return done(id, "Written. It waits under Letters on paper to be printed.", () -> {
            if (!Letters.TEMPLATES.contains(template)) {
                throw BadInput.in("template", "Choose one of the letters.");
            }
            writeLetter.write(caller, id, template, Tone.ofCode(tone).orElse(Tone.NEUTRAL));
        });
    }

    @PostMapping("/customers/{id}/valued")
    ModelAndView value(Caller caller, @PathVariable long id, @RequestParam(defaultValue = "") String reason) {
        return done(id, "Marked. A firm letter to them waits for approval.", () -> valued.mark(caller, id, reason));
    }

    @PostMapping("/customers/{id}/valued/end")
    ModelAndView endValue(Caller caller, @PathVariable long id) {
        return done(id, "No longer marked as valuable.", () -> valued.end(caller, id));
    }

    private static ModelAndView done(long id, String done, Runnable act) {
        String page = "/customers/" + id;
        try {
            act.run();
            return Onward.to(page, Flash.done(done));
        } catch (BadInput bad) {
            return Onward.to(page, Flash.refused(bad.problems().getFirst().message()));
        } catch (Refusal refusal) {
            return Onward.to(page, Flash.refused(refusal.reason()));
        }
    }
}
