package dev.dunwell.collections.web;

import dev.dunwell.access.Caller;
import dev.dunwell.collections.Disputes;
import dev.dunwell.collections.Holds;
import dev.dunwell.collections.MakePromise;
import dev.dunwell.collections.Promises;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Customers;
import dev.dunwell.web.Flash;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Onward;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What was agreed with a customer and still counts: promises, holds, disputes; and how to end each. */
@Controller
class AgreementsPanel {

    private static final Set<String> JUDGED = Set.of("kept", "partly_kept", "broken");
    private static final int LOOKED_AT = 100;

    private final Customers customers;
    private final Promises promises;
    private final MakePromise makePromise;
    private final Holds holds;
    private final Disputes disputes;

    AgreementsPanel(Customers customers, Promises promises, MakePromise makePromise, Holds holds, Disputes disputes) {
        this.customers = customers;
        this.promises = promises;
        this.makePromise = makePromise;
        this.holds = holds;
        this.disputes = disputes;
    }

    /** Where an end of something came from and goes back to. */
    record Back(long customerId, @Nullable String from) {

        ModelAndView saying(String done) {
            return Onward.to(
                    "/customers/" + customerId + (NextRow.isList(from) ? "?from=" + from : ""), Flash.done(done));
        }
    }

    @GetMapping("/customers/{id}/agreements")
    String agreements(Caller caller, @PathVariable long id, @RequestParam @Nullable String from, Model model) {
        Customer customer = customers.byId(id).orElseThrow(() -> new NotFound("customer"));
        LocalDate today = caller.today();
        List<Promises.Promise> all = promises.of(customer.number(), today, LOOKED_AT);
        model.addAttribute(
                "view",
                new AgreementsView(
                        customer,
                        all.stream().filter(each -> each.state().equals("open")).toList(),
                        all.stream()
                                .filter(each -> JUDGED.contains(each.state()))
                                .toList(),
                        holds.of(customer.number(), today, LOOKED_AT).stream()
                                .filter(hold -> hold.runsOn(today))
                                .toList(),
                        disputes.of(id, today),
                        NextRow.isList(from) ? from : null,
                        caller.may("POST /holds/{id}/end")));
        return "collections/agreements";
    }

    @PostMapping("/promises/{id}/withdrawal")
    ModelAndView withdraw(Caller caller, @PathVariable long id, Back back) {
        makePromise.withdraw(caller, id);
        return back.saying("Promise withdrawn. The reminders go on from where they stood.");
    }

    @PostMapping("/holds/{id}/extension")
    ModelAndView extendHold(Caller caller, @PathVariable long id, @RequestParam LocalDate until, Back back) {
        holds.extend(caller, id, until);
        return back.saying("Hold extended. Reminders go on by themselves after its last day.");
    }

    @PostMapping("/holds/{id}/end")
    ModelAndView endHold(Caller caller, @PathVariable long id, Back back) {
        holds.end(caller, id);
        return back.saying("Hold ended. The reminders go on from where they stood.");
    }

    @PostMapping("/disputes/{id}/settle")
    ModelAndView settle(Caller caller, @PathVariable long id, Back back) {
        disputes.settle(caller, id);
        return back.saying("Dispute settled. The invoice is reminded of again.");
    }
}
