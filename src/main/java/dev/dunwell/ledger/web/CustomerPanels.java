package dev.dunwell.ledger.web;

import dev.dunwell.access.Caller;
import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Percents;
import dev.dunwell.ledger.Contacts;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Customers;
import dev.dunwell.ledger.OpenCredit;
import dev.dunwell.ledger.OpenItem;
import dev.dunwell.ledger.OpenItems;
import dev.dunwell.web.NotFound;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What the ledger knows of a customer, in parts of a page: what they owe, whom to ask, who they are. */
@Controller
class CustomerPanels {

    private static final List<String> BANDS = List.of("Not due", "1–30", "31–60", "61–90", "91+");

    private final Customers customers;
    private final Contacts contacts;
    private final OpenItems openItems;

    CustomerPanels(Customers customers, Contacts contacts, OpenItems openItems) {
        this.customers = customers;
        this.contacts = contacts;
        this.openItems = openItems;
    }

    @GetMapping("/customers/{id}/owes")
    ModelAndView owes(Caller caller, @PathVariable long id) {
        Customer customer = find(id);
        List<OpenItem> items = openItems.of(id, caller.today());
        List<OpenCredit> credits = openItems.creditsOf(id, caller.today());
        var currencies = new TreeSet<>(Comparator.comparing(Currency::getCurrencyCode));
        Stream.concat(items.stream().map(OpenItem::open), credits.stream().map(OpenCredit::open))
                .forEach(open -> currencies.add(open.currency()));
        List<OwesView.Debt> debts = currencies.stream()
                .map(currency -> debt(currency, items, credits, caller.today()))
                .toList();
        return new ModelAndView("ledger/owes")
                .addObject("view", new OwesView(customer.number(), caller.today(), debts));
    }

    @GetMapping("/customers/{id}/money")
    ModelAndView money(Caller caller, @PathVariable long id) {
        return new ModelAndView("ledger/money").addObject("credits", openItems.creditsOf(find(id).id(), caller.today()));
    }

    @GetMapping("/customers/{id}/contacts")
    ModelAndView contacts(Caller caller, @PathVariable long id) {
        return new ModelAndView("ledger/contacts")
                .addObject(
                        "view",
                        new ContactsView(find(id).id(), contacts.of(id), caller.may("POST /customers/{id}/contacts")));
    }

    @GetMapping("/customers/{id}/facts")
    ModelAndView facts(@PathVariable long id) {
        return new ModelAndView("ledger/facts").addObject("customer", find(id));
    }

    private Customer find(long id) {
        return customers.byId(id).orElseThrow(() -> new NotFound("customer"));
    }

    static OwesView.Debt debt(Currency currency, List<OpenItem> items, List<OpenCredit> credits, LocalDate today) {
        Money nothing = Money.zero(currency);
        List<Money> bands = new ArrayList<>(Collections.nCopies(BANDS.size(), nothing));
        items.stream().filter(item -> item.open().currency().equals(currency)).forEach(item -> {
            int band = item.ageBand(today);
            bands.set(band, bands.get(band).plus(item.open()));
        });
        Money open = bands.stream().reduce(nothing, Money::plus);
        Money credit = credits.stream()
                .map(OpenCredit::open)
                .filter(left -> left.currency().equals(currency))
                .reduce(nothing, Money::plus);
        return new OwesView.Debt(open, open.minus(bands.getFirst()), credit, ages(bands));
    }

    private static List<OwesView.Age> ages(List<Money> bands) {
        List<Integer> percents = Percents.of(bands);
        List<OwesView.Age> ages = new ArrayList<>();
        for (int band = 0; band < bands.size(); band++) {
            if (bands.get(band).isPositive()) {
                ages.add(new OwesView.Age(band, BANDS.get(band), bands.get(band), Math.max(1, percents.get(band))));
            }
        }
        return ages;
    }
}
