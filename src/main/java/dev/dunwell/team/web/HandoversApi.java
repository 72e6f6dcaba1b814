package dev.dunwell.team.web;

import dev.dunwell.access.Caller;
import dev.dunwell.access.People;
import dev.dunwell.access.Person;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Customers;
import dev.dunwell.team.HandOver;
import dev.dunwell.team.Handover;
import dev.dunwell.team.Handovers;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Who looks after a customer, for programs. */
@RestController
class HandoversApi {

    private final Customers customers;
    private final Handovers handovers;
    private final HandOver handOver;
    private final People people;

    HandoversApi(Customers customers, Handovers handovers, HandOver handOver, People people) {
        this.customers = customers;
        this.handovers = handovers;
        this.handOver = handOver;
        this.people = people;
    }

    /**
     * To whom an account goes.
     *
     * @param person by e-mail address; null for nobody
     */
    record Wanted(@Nullable String person, @Nullable String reason) {}

    @Operation(summary = "Who gave the account to whom, the newest first")
    @GetMapping("/api/v1/customers/{number}/handovers")
    List<Handover> handovers(@PathVariable String number) {
        return handovers.ofCustomer(customer(number).id());
    }

    @Operation(summary = "Give the account to a person by e-mail address, or to nobody")
    @PostMapping("/api/v1/customers/{number}/handovers")
    List<Handover> handOver(Caller caller, @PathVariable String number, @RequestBody Wanted wanted) {
        long id = customer(number).id();
        String reason = wanted.reason() == null ? "" : wanted.reason();
        handOver.accounts(caller, List.of(id), person(wanted.person()), reason);
        return handovers.ofCustomer(id);
    }

    private Customer customer(String number) {
        return customers.byNumber(number).orElseThrow(() -> new NotFound("customer"));
    }

    private @Nullable Long person(@Nullable String email) {
        return email == null
                ? null
                : people.all().stream()
                        .filter(person -> person.email().equalsIgnoreCase(email))
                        .map(Person::id)
                        .findFirst()
                        .orElseThrow(() -> BadInput.in("person", "Nobody of that e-mail address works here."));
    }
}
