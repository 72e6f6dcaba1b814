package dev.dunwell.payments.web;

import dev.dunwell.access.Caller;
import dev.dunwell.ledger.Customers;
import dev.dunwell.payments.GiveMandate;
import dev.dunwell.payments.debit.Mandate;
import dev.dunwell.payments.debit.Mandates;
import dev.dunwell.payments.debit.RecordMandate;
import dev.dunwell.web.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The direct debit mandates of a customer, for programs. Accounts are told without their middle. */
@RestController
class MandatesApi {

    private final Customers customers;
    private final Mandates mandates;
    private final GiveMandate giveMandate;
    private final RecordMandate recordMandate;

    MandatesApi(Customers customers, Mandates mandates, GiveMandate giveMandate, RecordMandate recordMandate) {
        this.customers = customers;
        this.mandates = mandates;
        this.giveMandate = giveMandate;
        this.recordMandate = recordMandate;
    }

    /** @param account without its middle */
    record MandateJson(
            long id,
            String reference,
            String scheme,
            boolean isOnce,
            LocalDate signedOn,
            String holder,
            String account,
            String consent,
            @Nullable LocalDate lastUsedOn) {

        static MandateJson of(Mandate mandate) {
            return new MandateJson(
                    mandate.id(),
                    mandate.reference(),
                    mandate.scheme().code(),
                    mandate.isOnce(),
                    mandate.signedOn(),
                    mandate.holder(),
                    mandate.shortIban(),
                    mandate.consent(),
                    mandate.lastUsedOn());
        }
    }

    /** Those that run, the newest first. */
    record AllMandates(List<MandateJson> items) {}

    /**
     * A mandate that was signed.
     *
     * @param scheme core or b2b; missing: core
     * @param isOnce for one collection; missing: for every invoice
     * @param signedOn missing: today
     * @param consent what was agreed to and how
     */
    record NewMandate(
            @Nullable String scheme,
            @Nullable Boolean isOnce,
            @Nullable LocalDate signedOn,
            @Nullable String holder,
            @Nullable String iban,
            @Nullable String bic,
            @Nullable String consent) {}

    /** Its reference, to be told to the payer. */
    record Given(String reference) {}

    /** Who took it back and how. */
    record Ending(@Nullable String why) {}

    @Operation(summary = "The mandates of a customer that run")
    @GetMapping("/api/v1/customers/{number}/mandates")
    AllMandates all(@PathVariable String number) {
        return new AllMandates(
                mandates.of(customer(number)).stream().map(MandateJson::of).toList());
    }

    @Operation(summary = "Write down a mandate that was signed, with the proof of consent")
    @PostMapping("/api/v1/customers/{number}/mandates")
    @ResponseStatus(HttpStatus.CREATED)
    Given give(Caller caller, @PathVariable String number, @RequestBody NewMandate body) {
        LocalDate signedOn = body.signedOn;
        return new Given(giveMandate.give(
                caller.actor(),
                caller.today(),
                new GiveMandate.Wanted(
                        customer(number),
                        "b2b".equals(body.scheme),
                        Boolean.TRUE.equals(body.isOnce),
                        signedOn == null ? caller.today() : signedOn,
                        Objects.requireNonNullElse(body.holder, ""),
                        Objects.requireNonNullElse(body.iban, ""),
                        body.bic,
                        Objects.requireNonNullElse(body.consent, ""))));
    }

    @Operation(summary = "End a mandate: nothing is collected under it any more")
    @PostMapping("/api/v1/mandates/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Caller caller, @PathVariable long id, @RequestBody Ending body) {
        recordMandate.revoke(caller.actor(), caller.today(), id, Objects.requireNonNullElse(body.why, ""));
    }

    private long customer(String number) {
        return customers
                .byNumber(number)
                .orElseThrow(() -> new NotFound("customer"))
                .id();
    }
}
