package dev.dunwell.letters.web;

import dev.dunwell.access.Caller;
import dev.dunwell.collections.Regard;
import dev.dunwell.collections.ValuedCustomers;
import dev.dunwell.ledger.ChangePostalAddress;
import dev.dunwell.ledger.Customers;
import dev.dunwell.ledger.PostalAddress;
import dev.dunwell.ledger.PostalAddresses;
import dev.dunwell.web.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** How to write to a customer, for programs: where the post reaches it, and whether to be gentle. */
@RestController
class PostApi {

    private final Customers customers;
    private final PostalAddresses addresses;
    private final ChangePostalAddress changeAddress;
    private final ValuedCustomers valued;

    PostApi(Customers customers, PostalAddresses addresses, ChangePostalAddress changeAddress, ValuedCustomers valued) {
        this.customers = customers;
        this.addresses = addresses;
        this.changeAddress = changeAddress;
        this.valued = valued;
    }

    /** @param lines street, place, country, one a line; empty: not known */
    record Address(@Nullable String lines) {}

    record Mark(@Nullable String reason) {}

    /** @param valuedSince null for a customer like others; the same for the reason and who set it */
    record Way(
            String postalAddress,
            @Nullable LocalDate valuedSince,
            @Nullable String valuedBecause,
            @Nullable String valuedBy) {}

    @Operation(summary = "Where the post reaches a customer, and whether a firm letter waits for approval")
    @GetMapping("/api/v1/customers/{number}/post")
    Way read(@PathVariable String number) {
        long id = id(number);
        Regard.Valued mark = valued.of(id).orElse(null);
        return new Way(
                addresses.of(id).map(PostalAddress::lines).orElse(""),
                mark == null ? null : mark.since(),
                mark == null ? null : mark.reason(),
                mark == null ? null : mark.by());
    }

    @Operation(summary = "Set where letters on paper go from now on")
    @PutMapping("/api/v1/customers/{number}/postal-address")
    Way address(Caller caller, @PathVariable String number, @RequestBody Address address) {
        changeAddress.change(caller.actor(), id(number), address.lines == null ? "" : address.lines);
        return read(number);
    }

    @Operation(summary = "Mark a customer as valuable: a firm letter to it waits for approval")
    @PutMapping("/api/v1/customers/{number}/valued")
    Way value(Caller caller, @PathVariable String number, @RequestBody Mark mark) {
        valued.mark(caller, id(number), mark.reason == null ? "" : mark.reason);
        return read(number);
    }

    @Operation(summary = "Take the mark of a valuable customer away")
    @DeleteMapping("/api/v1/customers/{number}/valued")
    Way endValue(Caller caller, @PathVariable String number) {
        valued.end(caller, id(number));
        return read(number);
    }

    private long id(String number) {
        return customers
                .byNumber(number)
                .orElseThrow(() -> new NotFound("customer"))
                .id();
    }
}
