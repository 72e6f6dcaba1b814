package dev.dunwell.ledger.web;

import dev.dunwell.access.Caller;
import dev.dunwell.kernel.Problem;
import dev.dunwell.ledger.ChangeContact;
import dev.dunwell.ledger.Contact;
import dev.dunwell.ledger.Contacts;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Customers;
import dev.dunwell.ledger.RecordContact;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Flash;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Onward;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Adds a person to a customer, corrects one, makes sure of one. */
@Controller
class ContactPage {

    private final Customers customers;
    private final Contacts contacts;
    private final RecordContact recordContact;
    private final ChangeContact changeContact;

    ContactPage(Customers customers, Contacts contacts, RecordContact recordContact, ChangeContact changeContact) {
        this.customers = customers;
        this.contacts = contacts;
        this.recordContact = recordContact;
        this.changeContact = changeContact;
    }

    @GetMapping("/customers/{id}/contacts/new")
    ModelAndView empty(@PathVariable long id) {
        return form(id, null, Map.of("role", Contact.Role.AP_CLERK.code()), List.of());
    }

    @PostMapping("/customers/{id}/contacts")
    ModelAndView record(Caller caller, @PathVariable long id, @RequestParam Map<String, String> form) {
        try {
            Contact contact = recordContact.record(caller.actor(), id, read(form));
            return said(id, contact.details().name() + " is added.");
        } catch (BadInput bad) {
            return form(id, null, form, bad.problems());
        }
    }

    @GetMapping("/contacts/{id}")
    ModelAndView filled(@PathVariable long id) {
        Contact contact = find(id);
        return form(contact.customerId(), id, values(contact.details()), List.of());
    }

    @PostMapping("/contacts/{id}")
    ModelAndView change(Caller caller, @PathVariable long id, @RequestParam Map<String, String> form) {
        Contact contact = find(id);
        try {
            changeContact.change(caller.actor(), id, read(form));
            return said(contact.customerId(), "The contact is changed.");
        } catch (BadInput bad) {
            return form(contact.customerId(), id, form, bad.problems());
        }
    }

    @PostMapping("/contacts/{id}/verify")
    ModelAndView verify(Caller caller, @PathVariable long id) {
        Contact contact = changeContact.verify(caller.actor(), id, caller.today());
        return said(contact.customerId(), contact.details().name() + " is verified as of today.");
    }

    @PostMapping("/contacts/{id}/remove")
    ModelAndView remove(Caller caller, @PathVariable long id) {
        Contact contact = find(id);
        changeContact.remove(caller.actor(), id);
        return said(contact.customerId(), contact.details().name() + " is removed.");
    }

    private Contact find(long id) {
        return contacts.byId(id).orElseThrow(() -> new NotFound("contact"));
    }

    private ModelAndView form(
            long customerId, @Nullable Long contactId, Map<String, String> values, List<Problem> problems) {
        Customer customer = customers.byId(customerId).orElseThrow(() -> new NotFound("customer"));
        var page = new ModelAndView("ledger/contact")
                .addObject("view", new ContactForm(customerId, customer.name(), contactId, values, problems));
        page.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static ModelAndView said(long customerId, String words) {
        return Onward.to("/customers/" + customerId, Flash.done(words));
    }

    private static Contact.Details read(Map<String, String> form) {
        var given = new Given();
        Contact.Role role = given.read("role", form.get("role"), Contact.Role::ofCode, "Choose one of the list.");
        var details = new Contact.Details(
                given.text("name", form.get("name")),
                Given.optional(form.get("email")),
                Given.optional(form.get("phone")),
                Objects.requireNonNullElse(role, Contact.Role.AP_CLERK),
                given.language("language", form.get("language")));
        given.done();
        return details;
    }

    private static Map<String, String> values(Contact.Details details) {
        Locale language = details.language();
        return Map.of(
                "name", details.name(),
                "email", Objects.requireNonNullElse(details.email(), ""),
                "phone", Objects.requireNonNullElse(details.phone(), ""),
                "role", details.role().code(),
                "language", language == null ? "" : language.toLanguageTag());
    }
}
