package dev.dunwell.ledger.web;

import dev.dunwell.access.Caller;
import dev.dunwell.kernel.Problem;
import dev.dunwell.ledger.Acceptances;
import dev.dunwell.ledger.ChangeCustomer;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Customers;
import dev.dunwell.ledger.Discount;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.ledger.Invoices;
import dev.dunwell.ledger.RecordAcceptance;
import dev.dunwell.ledger.Terms;
import dev.dunwell.ledger.TermsBook;
import dev.dunwell.ledger.TermsVersion;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Flash;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Onward;
import dev.dunwell.web.Typed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The terms on the pages of a customer and of an invoice, and what can be done about them there. */
@Controller
class TermsPanels {

    private final Customers customers;
    private final Invoices invoices;
    private final TermsBook book;
    private final Acceptances acceptances;
    private final ChangeCustomer changeCustomer;
    private final RecordAcceptance recordAcceptance;

    TermsPanels(
            Customers customers,
            Invoices invoices,
            TermsBook book,
            Acceptances acceptances,
            ChangeCustomer changeCustomer,
            RecordAcceptance recordAcceptance) {
        this.customers = customers;
        this.invoices = invoices;
        this.book = book;
        this.acceptances = acceptances;
        this.changeCustomer = changeCustomer;
        this.recordAcceptance = recordAcceptance;
    }

    /** The version that an invoice was issued under; one without terms has no such panel. */
    @GetMapping("/invoices/{id}/terms")
    ModelAndView ofInvoice(Caller caller, @PathVariable long id) {
        Invoice invoice = invoices.byId(id, caller.today()).orElseThrow(() -> new NotFound("invoice"));
        TermsVersion version = book.ofInvoice(id).orElseThrow(() -> new NotFound("version of terms"));
        var conditions = version.conditions();
        return new ModelAndView("ledger/invoice-terms")
                .addObject("version", version)
                .addObject("amount", invoice.bill().amount())
                .addObject(
                        "offered",
                        Discount.offered(conditions.discounts(), conditions.discountGraceDays(), invoice.bill()))
                .addObject(
                        "parts",
                        conditions
                                .due()
                                .parts(invoice.bill().issuedOn(), invoice.bill().amount()));
    }

    @GetMapping("/customers/{id}/terms")
    ModelAndView ofCustomer(Caller caller, @PathVariable long id) {
        Customer customer = find(id);
        Terms named = customer.profile().terms();
        @Nullable
        TermsVersion current = named == null
                ? null
                : book.inForce(named.name(), caller.today()).orElse(null);
        return new ModelAndView("ledger/customer-terms")
                .addObject(
                        "view",
                        new CustomerTermsView(
                                customer,
                                current,
                                book.names(),
                                acceptances.ofCustomer(id),
                                caller.may("POST /customers/{id}/terms"),
                                caller.may("POST /customers/{id}/acceptances")));
    }

    @PostMapping("/customers/{id}/terms")
    ModelAndView agree(Caller caller, @PathVariable long id, @RequestParam Map<String, String> form) {
        Customer customer = find(id);
        var typed = new Typed(form, caller.organisation().locale());
        String name = typed.choice("terms");
        boolean isConsumer = typed.text("consumer").equals("yes");
        try {
            Terms agreed = name == null ? null : book.named(name);
            Customer.Profile profile = customer.profile().withTerms(agreed, isConsumer);
            changeCustomer.change(caller.actor(), new Customer(id, customer.number(), customer.name(), profile));
            return back(
                    id,
                    Flash.done("Saved. Invoices from now on go by " + (agreed == null ? "no terms." : agreed + ".")));
        } catch (IllegalArgumentException e) {
            return back(
                    id, Flash.refused("There are no terms called “" + name + "”. Make them under Settings → Terms."));
        }
    }

    @PostMapping("/customers/{id}/acceptances")
    ModelAndView accept(Caller caller, @PathVariable long id, @RequestParam Map<String, String> form) {
        var typed = new Typed(form, caller.organisation().locale());
        try {
            typed.demand("acceptedOn", "Give the day of the acceptance.");
            typed.demand("termsId", "Agree terms with the customer first.");
            LocalDate on = typed.day("acceptedOn");
            Long termsId = typed.id("termsId");
            typed.check();
            var wanted = new RecordAcceptance.Wanted(
                    Objects.requireNonNull(termsId),
                    id,
                    typed.text("acceptedBy"),
                    Objects.requireNonNull(on),
                    typed.text("evidence"));
            recordAcceptance.record(caller.actor(), wanted, caller.today());
            return back(id, Flash.done("The acceptance is written down."));
        } catch (BadInput bad) {
            return back(id, Flash.refused("Not written down. " + sentence(bad.problems())));
        }
    }

    private static String sentence(List<Problem> problems) {
        return String.join(" ", problems.stream().map(Problem::message).toList());
    }

    private static ModelAndView back(long customerId, Flash flash) {
        return Onward.to("/customers/" + customerId, flash);
    }

    private Customer find(long id) {
        return customers.byId(id).orElseThrow(() -> new NotFound("customer"));
    }
}
