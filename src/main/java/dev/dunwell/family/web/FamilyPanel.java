package dev.dunwell.family.web;

import dev.dunwell.access.Caller;
import dev.dunwell.family.EndRelation;
import dev.dunwell.family.Families;
import dev.dunwell.family.IdentifyCustomer;
import dev.dunwell.family.Identity;
import dev.dunwell.family.LettersTo;
import dev.dunwell.family.Merges;
import dev.dunwell.family.RelateCustomers;
import dev.dunwell.family.Relation;
import dev.dunwell.family.Relations;
import dev.dunwell.family.SendLettersTo;
import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.MoneyBag;
import dev.dunwell.kernel.Problem;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Customers;
import dev.dunwell.ledger.OpenItems;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Flash;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Onward;
import dev.dunwell.web.Typed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Family and relations of a customer: the tree with what each owes, whose letters go where, and the page to change it.
 */
@Controller
class FamilyPanel {

    /** Where to look. */
    @Component
    record Views(
            Customers customers,
            Families families,
            Relations relations,
            OpenItems openItems,
            IdentifyCustomer identities,
            Merges merges) {}

    private final Views views;
    private final RelateCustomers relateCustomers;
    private final EndRelation endRelation;
    private final SendLettersTo sendLettersTo;

    FamilyPanel(Views views, RelateCustomers relateCustomers, EndRelation endRelation, SendLettersTo sendLettersTo) {
        this.views = views;
        this.relateCustomers = relateCustomers;
        this.endRelation = endRelation;
        this.sendLettersTo = sendLettersTo;
    }

    @GetMapping("/customers/{id}/family")
    ModelAndView panel(Caller caller, @PathVariable long id) {
        return new ModelAndView("family/family").addObject("view", view(caller, id, Map.of(), List.of()));
    }

    @GetMapping("/customers/{id}/relations")
    ModelAndView form(Caller caller, @PathVariable long id) {
        return page(caller, id, Map.of(), List.of());
    }

    @PostMapping("/customers/{id}/relations")
    ModelAndView relate(Caller caller, @PathVariable long id, @RequestParam Map<String, String> form) {
        try {
            relateCustomers.relate(caller, id, read(caller, form));
            return Onward.to("/customers/" + id + "/relations", Flash.done("The relation is kept."));
        } catch (BadInput bad) {
            return page(caller, id, form, bad.problems());
        }
    }

    @PostMapping("/relations/{id}/end")
    ModelAndView end(Caller caller, @PathVariable long id, @RequestParam long customerId) {
        endRelation.end(caller, id);
        return Onward.to("/customers/" + customerId + "/relations", Flash.done("The relation ended yesterday."));
    }

    @PostMapping("/customers/{id}/parent/end")
    ModelAndView leaveParent(Caller caller, @PathVariable long id) {
        endRelation.leaveParent(caller, id);
        return Onward.to("/customers/" + id + "/relations", Flash.done("It stands alone now."));
    }

    @PostMapping("/customers/{id}/letters")
    ModelAndView letters(Caller caller, @PathVariable long id, @RequestParam(defaultValue = "") String letters) {
        sendLettersTo.set(caller, id, letters.isEmpty() ? null : LettersTo.ofCode(letters));
        return Onward.to(
                "/customers/" + id + "/relations",
                Flash.done(view(caller, id, Map.of(), List.of()).lettersLine()));
    }

    @PostMapping("/customers/{id}/identity")
    ModelAndView identify(Caller caller, @PathVariable long id, @RequestParam Map<String, String> form) {
        try {
            views.identities.identify(caller.actor(), id, Identity.typed(form.get("taxNumber"), form.get("iban")));
            return Onward.to("/customers/" + id + "/relations", Flash.done("Tax number and account are kept."));
        } catch (BadInput bad) {
            return page(caller, id, form, bad.problems());
        }
    }

    private RelateCustomers.Wanted read(Caller caller, Map<String, String> form) {
        var typed = new Typed(form, caller.organisation().locale());
        typed.demand("related", "Give the number of the other customer.");
        Relation.Kind kind = Relation.Kind.ofCode(typed.text("kind")).orElse(null);
        if (kind == null) {
            typed.refuse("kind", "Choose one of the list.");
        }
        LocalDate from = typed.day("fromOn");
        LocalDate until = typed.day("untilOn");
        typed.check();
        Customer related = views.customers
                .byNumber(typed.text("related"))
                .orElseThrow(() -> BadInput.in("related", "There is no customer with this number."));
        return new RelateCustomers.Wanted(
                kind == null ? Relation.Kind.PARENT : kind, related.id(), from, until, typed.text("note"));
    }

    private ModelAndView page(Caller caller, long id, Map<String, String> values, List<Problem> problems) {
        var page = new ModelAndView("family/relations").addObject("view", view(caller, id, values, problems));
        page.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private FamilyView view(Caller caller, long id, Map<String, String> values, List<Problem> problems) {
        Customer customer = views.customers.byId(id).orElseThrow(() -> new NotFound("customer"));
        List<Families.Member> family = views.families.of(id);
        Map<Long, List<OpenItems.Balance>> balances = views.openItems.balances(
                family.stream().map(Families.Member::id).toList(), caller.today());
        List<FamilyView.Row> rows = family.stream()
                .map(member -> new FamilyView.Row(member, open(balances.getOrDefault(member.id(), List.of()))))
                .toList();
        return new FamilyView(
                customer,
                caller.today(),
                rows,
                MoneyBag.of(rows.stream().flatMap(row -> row.open().stream()).toList())
                        .amounts(),
                views.relations.of(id),
                views.families.letters(id, caller.today()),
                views.identities.of(id).orElseThrow(() -> new NotFound("customer")),
                views.merges.into(id),
                caller.may("POST /customers/{id}/relations"),
                values,
                problems);
    }

    private static List<Money> open(List<OpenItems.Balance> balances) {
        return balances.stream().map(OpenItems.Balance::open).toList();
    }
}
