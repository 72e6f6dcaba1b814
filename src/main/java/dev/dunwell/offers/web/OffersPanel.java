package dev.dunwell.offers.web;

import dev.dunwell.access.Caller;
import dev.dunwell.foresight.PayingHabits;
import dev.dunwell.kernel.Problem;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Customers;
import dev.dunwell.offers.AcceptOffer;
import dev.dunwell.offers.OfferIdeas;
import dev.dunwell.offers.OfferKind;
import dev.dunwell.offers.Offers;
import dev.dunwell.offers.Opening;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Flash;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Onward;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What fits how the customer pays, what was offered, and whether it worked. */
@Controller
class OffersPanel {

    private final Customers customers;
    private final PayingHabits habits;
    private final Offers offers;
    private final AcceptOffer acceptOffer;

    OffersPanel(Customers customers, PayingHabits habits, Offers offers, AcceptOffer acceptOffer) {
        this.customers = customers;
        this.habits = habits;
        this.offers = offers;
        this.acceptOffer = acceptOffer;
    }

    @GetMapping("/customers/{id}/offers")
    ModelAndView panel(Caller caller, @PathVariable long id) {
        return page(caller, id, Map.of(), List.of());
    }

    @PostMapping("/customers/{id}/offers")
    ModelAndView make(Caller caller, @PathVariable long id, @RequestParam Map<String, String> form) {
        String days = form.getOrDefault("expectedDays", "");
        try {
            OfferKind kind = OfferKind.read(form.getOrDefault("kind", ""))
                    .orElseThrow(() -> BadInput.in("kind", "Choose what is offered."));
            offers.make(
                    caller,
                    id,
                    new Offers.Wanted(
                            kind,
                            form.getOrDefault("terms", ""),
                            form.getOrDefault("reason", ""),
                            days.matches("\\d{1,3}") ? Integer.parseInt(days) : 0,
                            Opening.read(form.getOrDefault("opens", "")).orElse(null)));
            return Onward.to(
                    "/customers/" + id + "#offers", Flash.done("The offer is kept; write down what they say."));
        } catch (BadInput bad) {
            return page(caller, id, form, bad.problems());
        }
    }

    @PostMapping("/offers/{id}/answer")
    ModelAndView answer(
            Caller caller,
            @PathVariable long id,
            @RequestParam long customerId,
            @RequestParam boolean accepted,
            @RequestParam Map<String, String> form) {
        String place = "/customers/" + customerId + "#offers";
        if (!accepted) {
            offers.decline(caller, id);
            return Onward.to(place, Flash.done("Declined; it stays to be read."));
        }
        try {
            AcceptOffer.Opened opened =
                    acceptOffer.accept(caller, id, percent(form.getOrDefault("discountPercent", "")));
            return Onward.to(
                    place,
                    Flash.done((opened == null ? "Accepted; now open what was offered." : opened.what() + ".")
                            + " How they pay since is measured."));
        } catch (BadInput bad) {
            return Onward.to(
                    place,
                    Flash.refused(
                            "Not accepted yet. " + bad.problems().getFirst().message()));
        }
    }

    /** Null for what is no number; the act then asks for one where it needs it. */
    private static @Nullable BigDecimal percent(String typed) {
        String text = typed.strip().replace(',', '.');
        return text.matches("\\d{1,2}(\\.\\d{1,4})?") ? new BigDecimal(text) : null;
    }

    private ModelAndView page(Caller caller, long id, Map<String, String> values, List<Problem> problems) {
        Customer customer = customers.byId(id).orElseThrow(() -> new NotFound("customer"));
        PayingHabits.Shown shown = habits.of(id, caller.today());
        var view = new OffersView(
                customer,
                OfferIdeas.of(
                        shown.habit(),
                        shown.bills(),
                        offers.overdue(id, caller.today()).orElse(null),
                        caller.today().plusDays(1)),
                offers.of(id, caller.today()),
                values,
                problems,
                caller.may("POST /customers/{id}/offers"));
        var page = new ModelAndView("offers/offers").addObject("view", view);
        page.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
