package dev.dunwell.ledger.web;

import dev.dunwell.access.Caller;
import dev.dunwell.ledger.ChangeCustomer;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Customers;
import dev.dunwell.ledger.RecordCustomer;
import dev.dunwell.ledger.TermsBook;
import dev.dunwell.web.Listed;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Customers, by their numbers. */
@RestController
class CustomersApi {

    private static final int CURSOR_KEYS = 2;

    private final Customers customers;
    private final RecordCustomer recordCustomer;
    private final ChangeCustomer changeCustomer;
    private final TermsBook terms;
    private final MergePatch mergePatch;

    CustomersApi(
            Customers customers,
            RecordCustomer recordCustomer,
            ChangeCustomer changeCustomer,
            TermsBook terms,
            MergePatch mergePatch) {
        this.customers = customers;
        this.recordCustomer = recordCustomer;
        this.changeCustomer = changeCustomer;
        this.terms = terms;
        this.mergePatch = mergePatch;
    }

    /**
     * A customer as programs read and write it; only number and name are needed.
     *
     * @param parent the number of the customer it belongs to
     * @param language BCP 47, {@code zone} IANA, {@code currency} ISO 4217
     * @param owner the e-mail address of who looks after it
     * @param terms their name, or plain ones such as {@code net 30} or {@code 2/10 net 30}
     * @param contactMode automatic, approve or manual
     * @param consumer whether the law sees a consumer; missing: a business
     */
    record CustomerJson(
            @Nullable String number,
            @Nullable String name,
            @Nullable String parent,
            @Nullable String language,
            @Nullable String zone,
            @Nullable String currency,
            @Nullable List<String> tags,
            @Nullable String owner,
            @Nullable String terms,
            @Nullable String contactMode,
            @Nullable Boolean consumer) {

        static CustomerJson of(Customer customer) {
            Customer.Profile profile = customer.profile();
            return new CustomerJson(
                    customer.number(),
                    customer.name(),
                    profile.parentNumber(),
                    profile.language() == null ? null : profile.language().toLanguageTag(),
                    profile.zone() == null ? null : profile.zone().getId(),
                    profile.currency() == null ? null : profile.currency().getCurrencyCode(),
                    profile.tags(),
                    profile.ownerEmail(),
                    profile.terms() == null ? null : profile.terms().toString(),
                    profile.contactMode().name().toLowerCase(Locale.ROOT),
                    profile.isConsumer());
        }

        Customer read(long id, TermsBook book) {
            var given = new Given();
            var read = new Customer(id, given.text("number", number), given.text("name", name), profile(given, book));
            given.done();
            return read;
        }

        private Customer.Profile profile(Given given, TermsBook book) {
            Customer.ContactRule rule = given.read(
                    "contactMode",
                    contactMode,
                    mode -> Customer.ContactRule.valueOf(mode.toUpperCase(Locale.ROOT)),
                    "Write automatic, approve or manual.");
            return new Customer.Profile(
                    Given.optional(parent),
                    given.language("language", language),
                    given.zone("zone", zone),
                    given.currency("currency", currency),
                    tags == null ? List.of() : tags,
                    Given.optional(owner),
                    given.read("terms", terms, book::named, "There are no terms of this name; net 30 needs none."),
                    Objects.requireNonNullElse(rule, Customer.ContactRule.AUTOMATIC),
                    Boolean.TRUE.equals(consumer));
        }
    }

    @Operation(summary = "Customers by name; search takes a part of the name or the beginning of the number")
    @GetMapping("/api/v1/customers")
    Listed<CustomerJson> list(@RequestParam @Nullable String search, Paging paging) {
        return Listed.of(customers.page(search, paging.after(CURSOR_KEYS), paging.size()), CustomerJson::of);
    }

    @Operation(summary = "One customer")
    @GetMapping("/api/v1/customers/{number}")
    CustomerJson get(@PathVariable String number) {
        return CustomerJson.of(find(number));
    }

    @Operation(summary = "Record a customer")
    @PostMapping("/api/v1/customers")
    @ResponseStatus(HttpStatus.CREATED)
    CustomerJson record(Caller caller, @RequestBody CustomerJson body) {
        Customer wanted = body.read(0, terms);
        return CustomerJson.of(recordCustomer.record(caller.actor(), wanted.number(), wanted.name(), wanted.profile()));
    }

    @Operation(summary = "Change what is known of a customer: fields given replace, null empties, others stay")
    @PatchMapping("/api/v1/customers/{number}")
    CustomerJson change(Caller caller, @PathVariable String number, @RequestBody Map<String, Object> patch) {
        Customer before = find(number);
        Customer changed = mergePatch
                .apply(CustomerJson.of(before), patch, CustomerJson.class)
                .read(before.id(), terms);
        changeCustomer.change(caller.actor(), changed);
        return CustomerJson.of(changed);
    }

    private Customer find(String number) {
        return customers.byNumber(number).orElseThrow(() -> new NotFound("customer"));
    }
}
