package dev.dunwell.ledger.web;

import dev.dunwell.access.Caller;
import dev.dunwell.ledger.ChangeContact;
import dev.dunwell.ledger.Contact;
import dev.dunwell.ledger.Contacts;
import dev.dunwell.ledger.Customers;
import dev.dunwell.ledger.RecordContact;
import dev.dunwell.web.Listed;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Paging;
import dev.dunwell.web.Slice;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The people at the customers. */
@RestController
class ContactsApi {

    private final Customers customers;
    private final Contacts contacts;
    private final RecordContact recordContact;
    private final ChangeContact changeContact;
    private final MergePatch mergePatch;

    ContactsApi(
            Customers customers,
            Contacts contacts,
            RecordContact recordContact,
            ChangeContact changeContact,
            MergePatch mergePatch) {
        this.customers = customers;
        this.contacts = contacts;
        this.recordContact = recordContact;
        this.changeContact = changeContact;
        this.mergePatch = mergePatch;
    }

    /**
     * What a program writes of a contact.
     *
     * @param role ap_clerk, approver, other, owner, cfo or escalation; ap_clerk when it is missing
     * @param language BCP 47; missing: as the customer
     */
    record ContactJson(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String role,
            @Nullable String language) {

        static ContactJson of(Contact.Details details) {
            return new ContactJson(
                    details.name(),
                    details.email(),
                    details.phone(),
                    details.role().code(),
                    details.language() == null ? null : details.language().toLanguageTag());
        }

        Contact.Details read(Given given) {
            Contact.Role known = given.read(
                    "role", role, Contact.Role::ofCode, "Write ap_clerk, approver, other, owner, cfo or escalation.");
            var details = new Contact.Details(
                    given.text("name", name),
                    Given.optional(email),
                    Given.optional(phone),
                    Objects.requireNonNullElse(known, Contact.Role.AP_CLERK),
                    given.language("language", language));
            given.done();
            return details;
        }
    }

    /** A new contact: {@link ContactJson} and the number of its customer. */
    record NewContact(
            @Nullable String customer,
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String role,
            @Nullable String language) {}

    /** A contact as it stands, with its id for changing it. */
    record ContactAnswer(
            long id,
            String customer,
            String name,
            @Nullable String email,
            @Nullable String phone,
            String role,
            @Nullable String language,
            @Nullable LocalDate verifiedOn,
            @Nullable LocalDate bouncedOn) {

        static ContactAnswer of(Contact contact, String customer) {
            Contact.Details details = contact.details();
            return new ContactAnswer(
                    contact.id(),
                    customer,
                    details.name(),
                    details.email(),
                    details.phone(),
                    details.role().code(),
                    details.language() == null ? null : details.language().toLanguageTag(),
                    contact.verifiedOn(),
                    contact.bouncedOn());
        }
    }

    @Operation(summary = "Contacts of a customer, or of all")
    @GetMapping("/api/v1/contacts")
    Listed<ContactAnswer> list(@RequestParam @Nullable String customer, Paging paging) {
        Long customerId = customer == null ? null : customer(customer);
        Slice<Contact> slice = contacts.page(customerId, paging.after(1), paging.size());
        List<Long> ids =
                slice.rows().stream().map(Contact::customerId).distinct().toList();
        Map<Long, String> numbers = customers.numbers(ids);
        return Listed.of(slice, contact -> ContactAnswer.of(contact, numbers.getOrDefault(contact.customerId(), "")));
    }

    @Operation(summary = "Record a contact of a customer")
    @PostMapping("/api/v1/contacts")
    @ResponseStatus(HttpStatus.CREATED)
    ContactAnswer record(Caller caller, @RequestBody NewContact body) {
        var given = new Given();
        String number = given.text("customer", body.customer);
        Contact.Details details =
                new ContactJson(body.name, body.email, body.phone, body.role, body.language).read(given);
        return ContactAnswer.of(recordContact.record(caller.actor(), customer(number), details), number);
    }

    @Operation(summary = "Change a contact: fields given replace, null empties, others stay")
    @PatchMapping("/api/v1/contacts/{id}")
    ContactAnswer change(Caller caller, @PathVariable long id, @RequestBody Map<String, Object> patch) {
        Contact before = find(id);
        Contact.Details details = mergePatch
                .apply(ContactJson.of(before.details()), patch, ContactJson.class)
                .read(new Given());
        return answer(changeContact.change(caller.actor(), id, details));
    }

    @Operation(summary = "Someone made sure today that the address reaches the contact; this ends a bounce")
    @PostMapping("/api/v1/contacts/{id}/verification")
    ContactAnswer verify(Caller caller, @PathVariable long id) {
        return answer(changeContact.verify(caller.actor(), id, caller.today()));
    }

    @Operation(summary = "Remove a contact; what was said with them stays")
    @DeleteMapping("/api/v1/contacts/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, @PathVariable long id) {
        changeContact.remove(caller.actor(), id);
    }

    private ContactAnswer answer(Contact contact) {
        String number = customers.numbers(List.of(contact.customerId())).getOrDefault(contact.customerId(), "");
        return ContactAnswer.of(contact, number);
    }

    private Contact find(long id) {
        return contacts.byId(id).orElseThrow(() -> new NotFound("contact"));
    }

    private long customer(String number) {
        return customers
                .byNumber(number)
                .orElseThrow(() -> new NotFound("customer"))
                .id();
    }
}
