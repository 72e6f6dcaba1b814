package dev.dunwell.ledger.web;

import dev.dunwell.access.Caller;
import dev.dunwell.ledger.Acceptance;
import dev.dunwell.ledger.Acceptances;
import dev.dunwell.ledger.Customers;
import dev.dunwell.ledger.RecordAcceptance;
import dev.dunwell.ledger.RecordTerms;
import dev.dunwell.ledger.TermsBook;
import dev.dunwell.ledger.TermsVersion;
import dev.dunwell.web.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Terms, by their names and versions, and who accepted them. */
@RestController
class TermsApi {

    private final TermsBook book;
    private final Customers customers;
    private final Acceptances acceptances;
    private final RecordTerms recordTerms;
    private final RecordAcceptance recordAcceptance;

    TermsApi(
            TermsBook book,
            Customers customers,
            Acceptances acceptances,
            RecordTerms recordTerms,
            RecordAcceptance recordAcceptance) {
        this.book = book;
        this.customers = customers;
        this.acceptances = acceptances;
        this.recordTerms = recordTerms;
        this.recordAcceptance = recordAcceptance;
    }

    /** Every version of a name, the newest first. */
    record Versions(String name, List<TermsJson> versions) {}

    /** All terms of the organisation. */
    record AllTerms(List<TermsJson> items) {}

    /** Who accepted which version, with the proof. */
    record AcceptanceJson(
            @Nullable String customer,
            @Nullable String terms,
            @Nullable Integer version,
            @Nullable String acceptedBy,
            @Nullable LocalDate acceptedOn,
            @Nullable String evidence) {}

    /** An acceptance that is on record; {@code terms} names the version. */
    record Accepted(
            long id,
            String terms,
            String customer,
            String acceptedBy,
            LocalDate acceptedOn,
            String evidence,
            String author) {

        static Accepted of(Acceptance each, String customer) {
            return new Accepted(
                    each.id(),
                    each.terms(),
                    customer,
                    each.acceptedBy(),
                    each.acceptedOn(),
                    each.evidence(),
                    each.author());
        }
    }

    /** What a customer accepted. */
    record AllAccepted(List<Accepted> items) {}

    @Operation(summary = "The terms of the organisation, each as it is in force today")
    @GetMapping("/api/v1/terms")
    AllTerms list(Caller caller) {
        return new AllTerms(book.inUse(caller.today()).stream()
                .map(each -> TermsJson.of(each.version()))
                .toList());
    }

    @Operation(summary = "Every version of terms, the newest first")
    @GetMapping("/api/v1/terms/{name}")
    Versions get(@PathVariable String name) {
        List<TermsVersion> versions = book.versions(name);
        if (versions.isEmpty()) {
            throw new NotFound("terms");
        }
        return new Versions(name, versions.stream().map(TermsJson::of).toList());
    }

    @Operation(summary = "Write down new terms, or the next version of terms that are there; refused when ambiguous")
    @PostMapping("/api/v1/terms")
    @ResponseStatus(HttpStatus.CREATED)
    TermsJson record(Caller caller, @RequestBody TermsJson body) {
        var given = new Given();
        String name = given.text("name", body.name());
        LocalDate validFrom = given.day("validFrom", body.validFrom());
        given.done();
        var wanted = new RecordTerms.Wanted(name, validFrom, new TermsFields(body.fields()).read(), false);
        return TermsJson.of(recordTerms.record(caller.actor(), wanted));
    }

    @Operation(summary = "The version of terms that an invoice was issued under")
    @GetMapping("/api/v1/invoices/{number}/terms")
    TermsJson ofInvoice(@PathVariable String number) {
        return book.ofInvoice(number).map(TermsJson::of).orElseThrow(() -> new NotFound("version of terms"));
    }

    @Operation(summary = "What a customer accepted, the newest first")
    @GetMapping("/api/v1/acceptances")
    AllAccepted accepted(@RequestParam String customer) {
        return new AllAccepted(acceptances.ofCustomer(customer(customer)).stream()
                .map(each -> Accepted.of(each, customer))
                .toList());
    }

    @Operation(summary = "Write down that a customer accepted a version of terms; without a version the one in force")
    @PostMapping("/api/v1/acceptances")
    @ResponseStatus(HttpStatus.CREATED)
    Accepted accept(Caller caller, @RequestBody AcceptanceJson body) {
        var given = new Given();
        String number = given.text("customer", body.customer);
        String name = given.text("terms", body.terms);
        String acceptedBy = given.text("acceptedBy", body.acceptedBy);
        LocalDate acceptedOn = given.day("acceptedOn", body.acceptedOn);
        String evidence = given.text("evidence", body.evidence);
        given.done();
        TermsVersion version = version(name, body.version, caller.today());
        var wanted = new RecordAcceptance.Wanted(version.id(), customer(number), acceptedBy, acceptedOn, evidence);
        long id = recordAcceptance.record(caller.actor(), wanted, caller.today());
        return new Accepted(
                id,
                version.title(),
                number,
                acceptedBy,
                acceptedOn,
                evidence,
                caller.actor().name());
    }

    private TermsVersion version(String name, @Nullable Integer number, LocalDate today) {
        return (number == null
                        ? book.inForce(name, today)
                        : book.versions(name).stream()
                                .filter(version -> version.number() == number)
                                .findFirst())
                .orElseThrow(() -> new NotFound("version of terms"));
    }

    private long customer(String number) {
        return customers
                .byNumber(number)
                .orElseThrow(() -> new NotFound("customer"))
                .id();
    }
}
