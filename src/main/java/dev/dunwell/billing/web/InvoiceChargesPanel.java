package dev.dunwell.billing.web;

import dev.dunwell.access.Caller;
import dev.dunwell.billing.Charge;
import dev.dunwell.billing.Charges;
import dev.dunwell.billing.ClaimCharge;
import dev.dunwell.billing.HoldCharge;
import dev.dunwell.billing.LateCosts;
import dev.dunwell.billing.LateItems;
import dev.dunwell.billing.WaiveCharge;
import dev.dunwell.kernel.Problem;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Flash;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Onward;
import dev.dunwell.web.Refusal;
import dev.dunwell.web.Typed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What the lateness of an invoice costs, explained line by line on its page, and what is done about it. */
@Controller
class InvoiceChargesPanel {

    private final LateItems items;
    private final Charges charges;
    private final ClaimCharge claimCharge;
    private final HoldCharge holdCharge;
    private final WaiveCharge waiveCharge;

    InvoiceChargesPanel(
            LateItems items, Charges charges, ClaimCharge claimCharge, HoldCharge holdCharge, WaiveCharge waiveCharge) {
        this.items = items;
        this.charges = charges;
        this.claimCharge = claimCharge;
        this.holdCharge = holdCharge;
        this.waiveCharge = waiveCharge;
    }

    /** An invoice that costs nothing and never did has no such panel. */
    @GetMapping("/invoices/{id}/charges")
    ModelAndView show(Caller caller, @PathVariable long id) {
        Optional<LateCosts> costs = items.ofInvoice(id, caller.today());
        List<Charge> decided = charges.ofInvoice(id);
        if (costs.isEmpty() && decided.isEmpty()) {
            throw new NotFound("late charge");
        }
        return new ModelAndView("billing/invoice-charges")
                .addObject(
                        "view",
                        new InvoiceChargesView(
                                id,
                                costs.orElse(null),
                                decided,
                                caller.may("POST /invoices/{id}/claims"),
                                caller.may("POST /invoices/{id}/waivers")));
    }

    @PostMapping("/invoices/{id}/claims")
    ModelAndView claim(Caller caller, @PathVariable long id, @RequestParam String stage) {
        return decide(id, () -> {
            Charge claimed = claimCharge.claim(caller.actor(), id, stage, caller.today());
            return claimed.amount().inWords() + " claimed as "
                    + claimed.decision().receivableNumber() + ".";
        });
    }

    @PostMapping("/invoices/{id}/charge-holds")
    ModelAndView hold(Caller caller, @PathVariable long id, @RequestParam Map<String, String> form) {
        var typed = new Typed(form, caller.organisation().locale());
        return decide(id, () -> {
            LocalDate until = typed.day("holdUntil");
            typed.check();
            if (until == null) {
                throw BadInput.in("until", "Give the last day on which it is kept back.");
            }
            var purpose = new HoldCharge.Purpose(until, typed.text("why"));
            Charge held = holdCharge.hold(caller.actor(), id, typed.text("stage"), purpose, caller.today());
            return held.amount().inWords() + " is held until " + until + ".";
        });
    }

    @PostMapping("/invoices/{id}/waivers")
    ModelAndView waive(Caller caller, @PathVariable long id, @RequestParam Map<String, String> form) {
        var typed = new Typed(form, caller.organisation().locale());
        return decide(id, () -> {
            Charge waived =
                    waiveCharge.waive(caller.actor(), id, typed.text("stage"), typed.text("why"), caller.today());
            return waived.amount().inWords() + " waived.";
        });
    }

    private static ModelAndView decide(long invoiceId, Supplier<String> act) {
        String address = "/invoices/" + invoiceId;
        try {
            return Onward.to(address, Flash.done(act.get()));
        } catch (BadInput bad) {
            String problems = String.join(
                    " ", bad.problems().stream().map(Problem::message).toList());
            return Onward.to(address, Flash.refused("Nothing is done. " + problems));
        } catch (Refusal refused) {
            return Onward.to(address, Flash.refused(refused.reason()));
        }
    }
}
