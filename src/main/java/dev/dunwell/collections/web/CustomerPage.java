package dev.dunwell.collections.web;

import dev.dunwell.access.Caller;
import dev.dunwell.access.People;
import dev.dunwell.access.Person;
import dev.dunwell.collections.NextStep;
import dev.dunwell.collections.NextSteps;
import dev.dunwell.family.Merges;
import dev.dunwell.ledger.ChangeCustomer;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Customer.ContactRule;
import dev.dunwell.ledger.Customers;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Flash;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Onward;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One customer on one page: a frame around the panels of every module, which it knows by their URLs only. */
@Controller
class CustomerPage {

    private final Customers customers;
    private final People people;
    private final NextRow nextRow;
    private final NextSteps nextSteps;
    private final ChangeCustomer changeCustomer;
    private final Merges merges;

    CustomerPage(
            Customers customers,
            People people,
            NextRow nextRow,
            NextSteps nextSteps,
            ChangeCustomer changeCustomer,
            Merges merges) {
        this.customers = customers;
        this.people = people;
        this.nextRow = nextRow;
        this.nextSteps = nextSteps;
        this.changeCustomer = changeCustomer;
        this.merges = merges;
    }

    /**
     * Of a customer that was merged, the one that took its place.
     *
     * @param live whether the page only looks again because something changed: nobody opened it to work on it
     */
    @GetMapping("/customers/{id}")
    String customer(
            Caller caller,
            @PathVariable long id,
            @RequestParam @Nullable String from,
            @RequestParam @Nullable String log,
            @RequestParam(defaultValue = "false") boolean live,
            Model model) {
        Long survivor = merges.survivor(id).orElse(null);
        if (survivor != null) {
            return "redirect:/customers/" + survivor;
        }
        Customer customer = customer(id);
        boolean inList = NextRow.isList(from);
        model.addAttribute(
                "view",
                new CustomerView(
                        customer,
                        ownerName(customer.profile().ownerEmail()),
                        inList ? from : null,
                        inList ? nextRow.place(caller, from, id).orElse(null) : null,
                        LogKind.of(log),
                        (inList || log != null) && !live,
                        LogKind.openTo(caller),
                        caller.may("POST /worklist/done")));
        return "collections/customer";
    }

    /** The sentence above the panels: what happens next, when, and why. */
    @GetMapping("/customers/{id}/next-step")
    String nextStep(Caller caller, @PathVariable long id, Model model) {
        customer(id);
        NextSteps.Need need = nextSteps.need(id).orElse(null);
        List<NextSteps.Item> items = nextSteps.items(id, caller.today());
        model.addAttribute("next", NextStep.of(need, items));
        return "collections/next-step";
    }

    /** Who decides about messages to this customer: the strategy alone, with a person's yes, or a person. */
    @PostMapping("/customers/{id}/mode")
    ModelAndView mode(
            Caller caller, @PathVariable long id, @RequestParam String mode, @RequestParam @Nullable String from) {
        ContactRule rule = Arrays.stream(ContactRule.values())
                .filter(each -> each.name().equalsIgnoreCase(mode))
                .findFirst()
                .orElseThrow(() -> BadInput.in("mode", "Choose automatic, approve or manual."));
        Customer customer = customer(id);
        changeCustomer.change(caller.actor(), with(customer, rule));
        String back = "/customers/" + id + (NextRow.isList(from) ? "?from=" + from : "");
        return Onward.to(
                back,
                Flash.done(
                        switch (rule) {
                            case AUTOMATIC -> "Reminders go out by themselves again.";
                            case APPROVE -> "Each mail now waits for a person’s yes.";
                            case MANUAL -> "Nothing goes out by itself; a person decides each contact.";
                        }));
    }

    private Customer customer(long id) {
        return customers.byId(id).orElseThrow(() -> new NotFound("customer"));
    }

    private @Nullable String ownerName(@Nullable String email) {
        return email == null
                ? null
                : people.all().stream()
                        .filter(person -> person.email().equals(email))
                        .map(Person::name)
                        .findFirst()
                        .orElse(email);
    }

    private static Customer with(Customer customer, ContactRule rule) {
        return new Customer(
                customer.id(),
                customer.number(),
                customer.name(),
                customer.profile().withContactMode(rule));
    }
}
