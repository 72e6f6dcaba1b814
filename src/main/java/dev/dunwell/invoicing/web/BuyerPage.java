package dev.dunwell.invoicing.web;

import dev.dunwell.access.Caller;
import dev.dunwell.invoicing.Buyer;
import dev.dunwell.invoicing.Buyers;
import dev.dunwell.invoicing.ChangeBuyer;
import dev.dunwell.invoicing.Party;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Customers;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Flash;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Onward;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How invoices name a customer, in which form it wants them, and what it demands of them. */
@Controller
class BuyerPage {

    private final Customers customers;
    private final Buyers buyers;
    private final ChangeBuyer changeBuyer;

    BuyerPage(Customers customers, Buyers buyers, ChangeBuyer changeBuyer) {
        this.customers = customers;
        this.buyers = buyers;
        this.changeBuyer = changeBuyer;
    }

    @GetMapping("/customers/{id}/buyer")
    ModelAndView show(Caller caller, @PathVariable long id) {
        Customer customer = customers.byId(id).orElseThrow(() -> new NotFound("customer"));
        return page(caller, customer, buyers.of(id).orElseGet(() -> fresh(caller, customer)), Map.of());
    }

    private static ModelAndView page(Caller caller, Customer customer, Buyer buyer, Map<String, String> problems) {
        return new ModelAndView("invoicing/buyer")
                .addObject("customer", customer)
                .addObject("buyer", buyer)
                .addObject("problems", problems)
                .addObject("mayChange", caller.may("POST /customers/{id}/buyer"));
    }

    private static Buyer fresh(Caller caller, Customer customer) {
        String country = Objects.requireNonNullElse(caller.organisation().country(), "");
        var party = new Party(
                customer.name(),
                new Party.Address("", "", "", country),
                "",
                "",
                Party.Endpoint.NONE,
                Party.Person.NOBODY);
        return new Buyer(customer.id(), party, "", Set.of(), Buyer.Form.PDF, Buyer.Delivery.MAIL);
    }

    @PostMapping("/customers/{id}/buyer")
    ModelAndView change(
            Caller caller,
            @PathVariable long id,
            @RequestParam Map<String, String> form,
            HttpServletResponse response) {
        Customer customer = customers.byId(id).orElseThrow(() -> new NotFound("customer"));
        Buyer buyer = read(id, form);
        try {
            changeBuyer.change(caller.actor(), buyer);
            return Onward.to("/customers/" + id + "/buyer", Flash.done("Saved. Invoices issued from now on have it."));
        } catch (BadInput bad) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(caller, customer, buyer, bad.byField());
        }
    }

    private static Buyer read(long id, Map<String, String> form) {
        Set<Buyer.Demand> demands = EnumSet.noneOf(Buyer.Demand.class);
        for (Buyer.Demand demand : Buyer.Demand.values()) {
            if (form.containsKey(demand.code())) {
                demands.add(demand);
            }
        }
        return new Buyer(
                id,
                PartyForm.read(form),
                form.getOrDefault("buyerReference", "").strip(),
                demands,
                Buyer.Form.ofCode(form.getOrDefault("form", "pdf")),
                Buyer.Delivery.ofCode(form.getOrDefault("delivery", "mail")));
    }
}
