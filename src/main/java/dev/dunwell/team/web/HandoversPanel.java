package dev.dunwell.team.web;

import dev.dunwell.access.Caller;
import dev.dunwell.access.People;
import dev.dunwell.ledger.Customers;
import dev.dunwell.ledger.Invoices;
import dev.dunwell.team.HandOver;
import dev.dunwell.team.HandOverInvoice;
import dev.dunwell.team.Handovers;
import dev.dunwell.web.Flash;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Onward;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who looks after a customer, or after a single invoice: beside each, with the history and the way to change it. */
@Controller
class HandoversPanel {

    private final Customers customers;
    private final Invoices invoices;
    private final People people;
    private final Handovers handovers;
    private final HandOver handOver;
    private final HandOverInvoice handOverInvoice;

    HandoversPanel(
            Customers customers,
            Invoices invoices,
            People people,
            Handovers handovers,
            HandOver handOver,
            HandOverInvoice handOverInvoice) {
        this.customers = customers;
        this.invoices = invoices;
        this.people = people;
        this.handovers = handovers;
        this.handOver = handOver;
        this.handOverInvoice = handOverInvoice;
    }

    @GetMapping("/customers/{id}/handovers")
    ModelAndView ofCustomer(Caller caller, @PathVariable long id) {
        require(id);
        return panel(new HandoversView(
                "/customers/" + id + "/handovers",
                "Nobody",
                handovers.ownerOf(id).orElse(null),
                people.all(),
                handovers.ofCustomer(id),
                caller.may("POST /customers/{id}/handovers")));
    }

    @PostMapping("/customers/{id}/handovers")
    ModelAndView handOver(
            Caller caller,
            @PathVariable long id,
            @RequestParam @Nullable Long person,
            @RequestParam(defaultValue = "") String reason) {
        require(id);
        handOver.accounts(caller, List.of(id), person, reason);
        return Onward.to(
                "/customers/" + id, Flash.done("The account is in other hands; the history keeps who gave it."));
    }

    @GetMapping("/invoices/{id}/handovers")
    ModelAndView ofInvoice(Caller caller, @PathVariable long id) {
        if (invoices.byId(id, caller.today()).isEmpty()) {
            throw new NotFound("invoice");
        }
        return panel(new HandoversView(
                "/invoices/" + id + "/handovers",
                "Whoever has the account",
                handovers.holderOf(id).orElse(null),
                people.all(),
                handovers.ofInvoice(id),
                caller.may("POST /invoices/{id}/handovers")));
    }

    @PostMapping("/invoices/{id}/handovers")
    ModelAndView handOverInvoice(
            Caller caller,
            @PathVariable long id,
            @RequestParam @Nullable Long person,
            @RequestParam(defaultValue = "") String reason) {
        handOverInvoice.handOver(caller, id, person, reason);
        return Onward.to(
                "/invoices/" + id, Flash.done("The invoice is in other hands; the history keeps who gave it."));
    }

    private void require(long id) {
        if (customers.byId(id).isEmpty()) {
            throw new NotFound("customer");
        }
    }

    private static ModelAndView panel(HandoversView view) {
        return new ModelAndView("team/handovers").addObject("view", view);
    }
}
