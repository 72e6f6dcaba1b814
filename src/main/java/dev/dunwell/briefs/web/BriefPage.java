package dev.dunwell.briefs.web;

import dev.dunwell.access.Caller;
import dev.dunwell.briefs.CallBriefs;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Customers;
import dev.dunwell.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The brief before a call; it fits on one printed page. */
@Controller
class BriefPage {

    private final CallBriefs briefs;
    private final Customers customers;

    BriefPage(CallBriefs briefs, Customers customers) {
        this.briefs = briefs;
        this.customers = customers;
    }

    @GetMapping("/customers/{id}/brief")
    ModelAndView brief(Caller caller, @PathVariable long id) {
        Customer customer = customers.byId(id).orElseThrow(() -> new NotFound("customer"));
        return new ModelAndView("briefs/brief")
                .addObject("customer", customer)
                .addObject("brief", briefs.of(id, caller.today()))
                .addObject("mayLog", caller.may("GET /customers/{id}/log"));
    }
}
