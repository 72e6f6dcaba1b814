package dev.dunwell.family.web;

import dev.dunwell.access.Caller;
import dev.dunwell.family.Duplicates;
import dev.dunwell.family.IdentifyCustomer;
import dev.dunwell.family.Identity;
import dev.dunwell.family.Merge;
import dev.dunwell.family.MergeCustomers;
import dev.dunwell.family.Merges;
import dev.dunwell.family.UndoMerge;
import dev.dunwell.family.web.DuplicatesView.Side;
import dev.dunwell.ledger.Contact;
import dev.dunwell.ledger.Contacts;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Customers;
import dev.dunwell.ledger.OpenItems;
import dev.dunwell.web.Flash;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Onward;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Customers that may be one: the list, two side by side, the merge and its undoing. */
@Controller
class DuplicatesPage {

    private static final int SHOWN = 100;
    private static final int MERGES = 20;

    /** Where to look. */
    @Component
    record Views(
            Customers customers,
            Contacts contacts,
            OpenItems openItems,
            IdentifyCustomer identities,
            Duplicates duplicates,
            Merges merges) {}

    private final Views views;
    private final MergeCustomers mergeCustomers;
    private final UndoMerge undoMerge;

    DuplicatesPage(Views views, MergeCustomers mergeCustomers, UndoMerge undoMerge) {
        this.views = views;
        this.mergeCustomers = mergeCustomers;
        this.undoMerge = undoMerge;
    }

    @GetMapping("/customers/duplicates")
    String list(Caller caller, Model model) {
        model.addAttribute(
                "view",
                new DuplicatesView(
                        views.duplicates.find(SHOWN),
                        views.merges.latest(MERGES),
                        caller.may("POST /customers/{id}/merge")));
        return "family/duplicates";
    }

    @GetMapping("/customers/duplicates/{first}/{second}")
    String compare(Caller caller, @PathVariable long first, @PathVariable long second, Model model) {
        model.addAttribute("one", side(caller, first));
        model.addAttribute("other", side(caller, second));
        model.addAttribute("mayMerge", caller.may("POST /customers/{id}/merge"));
        return "family/compare";
    }

    /** The customer in the path goes into the one that is named. */
    @PostMapping("/customers/{id}/merge")
    ModelAndView merge(
            Caller caller,
            @PathVariable long id,
            @RequestParam long into,
            @RequestParam(defaultValue = "") String reason) {
        mergeCustomers.merge(caller, id, into, reason);
        return Onward.to("/customers/" + into, Flash.done("Merged. It can be taken back under Customers, Duplicates."));
    }

    @PostMapping("/customers/duplicates/{first}/{second}/two")
    ModelAndView two(Caller caller, @PathVariable long first, @PathVariable long second) {
        views.duplicates.areTwo(caller, first, second);
        return Onward.to("/customers/duplicates", Flash.done("They are two and are not suggested again."));
    }

    @PostMapping("/customers/merges/{id}/undo")
    ModelAndView undo(Caller caller, @PathVariable long id) {
        Merge merge = undoMerge.undo(caller, id);
        return Onward.to(
                "/customers/" + merge.from().id(),
                Flash.done("Undone: what went over to " + merge.into().name() + " is back."));
    }

    private Side side(Caller caller, long id) {
        Customer customer = views.customers.byId(id).orElseThrow(() -> new NotFound("customer"));
        return new Side(
                customer,
                views.identities.of(id).orElse(new Identity(null, null)),
                views.contacts.of(id).stream()
                        .map(Contact::details)
                        .map(d -> d.email() == null ? d.name() : d.name() + ", " + d.email())
                        .toList(),
                views.openItems.balances(List.of(id), caller.today()).getOrDefault(id, List.of()).stream()
                        .map(OpenItems.Balance::open)
                        .toList());
    }
}
