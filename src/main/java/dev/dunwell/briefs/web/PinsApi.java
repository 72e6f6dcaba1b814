package dev.dunwell.briefs.web;

import dev.dunwell.access.Caller;
import dev.dunwell.briefs.PinFact;
import dev.dunwell.briefs.PinnedFact;
import dev.dunwell.briefs.PinnedFacts;
import dev.dunwell.briefs.UnpinFact;
import dev.dunwell.ledger.Contact;
import dev.dunwell.ledger.Contacts;
import dev.dunwell.ledger.Customers;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Pinned facts, for programs. */
@RestController
class PinsApi {

    private final PinnedFacts pinned;
    private final PinFact pinFact;
    private final UnpinFact unpinFact;
    private final Customers customers;
    private final Contacts contacts;

    PinsApi(PinnedFacts pinned, PinFact pinFact, UnpinFact unpinFact, Customers customers, Contacts contacts) {
        this.pinned = pinned;
        this.pinFact = pinFact;
        this.unpinFact = unpinFact;
        this.customers = customers;
        this.contacts = contacts;
    }

    /** @param contact of whom it is said; missing: of the whole customer */
    record PinJson(long id, @Nullable String contact, String fact, LocalDate pinnedOn, String author) {

        static PinJson of(PinnedFact of) {
            return new PinJson(of.id(), of.contactName(), of.fact(), of.pinnedOn(), of.author());
        }
    }

    @Operation(summary = "What whoever calls a customer has to know first")
    @GetMapping("/api/v1/customers/{number}/pins")
    List<PinJson> pins(@PathVariable String number) {
        return pinned.of(customer(number)).stream().map(PinJson::of).toList();
    }

    /**
     * @param contact the name of one of the customer's people; missing: the whole customer
     * @param fact at most 200 characters
     */
    record NewPin(@Nullable String contact, @Nullable String fact) {}

    record Created(long id) {}

    @Operation(summary = "Pin a fact; at most ten are pinned at a time")
    @PostMapping("/api/v1/customers/{number}/pins")
    @ResponseStatus(HttpStatus.CREATED)
    Created pin(Caller caller, @PathVariable String number, @RequestBody NewPin asked) {
        long customerId = customer(number);
        Long contact = asked.contact == null ? null : Long.valueOf(contact(customerId, asked.contact));
        return new Created(pinFact.pin(caller, customerId, contact, Objects.requireNonNullElse(asked.fact, "")));
    }

    @Operation(summary = "Take a pinned fact off")
    @DeleteMapping("/api/v1/pins/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unpin(Caller caller, @PathVariable long id) {
        unpinFact.unpin(caller, id);
    }

    private long customer(String number) {
        return customers
                .byNumber(number)
                .orElseThrow(() -> new NotFound("customer"))
                .id();
    }

    private long contact(long customerId, String name) {
        return contacts.of(customerId).stream()
                .filter(each -> each.details().name().equalsIgnoreCase(name.strip()))
                .mapToLong(Contact::id)
                .findFirst()
                .orElseThrow(() -> BadInput.in("contact", "Name one of the customer’s people."));
    }
}
