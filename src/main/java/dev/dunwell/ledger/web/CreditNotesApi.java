package dev.dunwell.ledger.web;

import dev.dunwell.access.Caller;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.Allocate;
import dev.dunwell.ledger.Allocations;
import dev.dunwell.ledger.CreditNote;
import dev.dunwell.ledger.CreditNotes;
import dev.dunwell.ledger.Customers;
import dev.dunwell.ledger.RecordCreditNote;
import dev.dunwell.ledger.Source;
import dev.dunwell.web.Listed;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
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

/** Credit notes, by their numbers, and what they settle; amounts are decimals as text. */
@RestController
class CreditNotesApi {

    private final Customers customers;
    private final CreditNotes creditNotes;
    private final Allocations allocations;
    private final RecordCreditNote recordCreditNote;
    private final Allocate allocate;
    private final Shares shares;

    CreditNotesApi(
            Customers customers,
            CreditNotes creditNotes,
            Allocations allocations,
            RecordCreditNote recordCreditNote,
            Allocate allocate,
            Shares shares) {
        this.customers = customers;
        this.creditNotes = creditNotes;
        this.allocations = allocations;
        this.recordCreditNote = recordCreditNote;
        this.allocate = allocate;
        this.shares = shares;
    }

    /** A new credit note; the invoices it settles may be missing. */
    record NewCreditNote(
            @Nullable String customer,
            @Nullable String number,
            @Nullable LocalDate issuedOn,
            @Nullable BigDecimal amount,
            @Nullable String currency,
            @Nullable String reason,
            @Nullable List<Shares.ShareJson> allocations) {}

    record CreditNoteAnswer(
            String number,
            String customer,
            LocalDate issuedOn,
            String amount,
            String unapplied,
            String currency,
            @Nullable String reason,
            @Nullable LocalDate reversedOn) {

        static CreditNoteAnswer of(CreditNote note) {
            return new CreditNoteAnswer(
                    note.number(),
                    note.customerNumber(),
                    note.issuedOn(),
                    note.amount().amount().toPlainString(),
                    note.unapplied().amount().toPlainString(),
                    note.amount().currency().getCurrencyCode(),
                    note.reason(),
                    note.reversedOn());
        }
    }

    /** A credit note with what it settles. */
    record Whole(CreditNoteAnswer creditNote, List<AllocationJson> allocations) {}

    @Operation(summary = "Credit notes as of a day, in the order in which they were recorded")
    @GetMapping("/api/v1/credit-notes")
    Listed<CreditNoteAnswer> list(
            Caller caller,
            @RequestParam @Nullable String customer,
            @RequestParam @Nullable LocalDate asOf,
            Paging paging) {
        Long customerId = customer == null ? null : customer(customer);
        LocalDate day = asOf == null ? caller.today() : asOf;
        return Listed.of(creditNotes.page(customerId, day, paging.after(1), paging.size()), CreditNoteAnswer::of);
    }

    @Operation(summary = "One credit note as of a day, with what it settles")
    @GetMapping("/api/v1/credit-notes/{number}")
    Whole get(Caller caller, @PathVariable String number, @RequestParam @Nullable LocalDate asOf) {
        return whole(number, asOf == null ? caller.today() : asOf);
    }

    @Operation(summary = "Record a credit note, and settle the invoices it names")
    @PostMapping("/api/v1/credit-notes")
    @ResponseStatus(HttpStatus.CREATED)
    CreditNoteAnswer record(Caller caller, @RequestBody NewCreditNote body) {
        var given = new Given();
        String customer = given.text("customer", body.customer);
        String number = given.text("number", body.number);
        LocalDate issuedOn = given.day("issuedOn", body.issuedOn);
        Money amount = given.money(body.amount, body.currency);
        given.done();
        var wanted = new RecordCreditNote.Wanted(
                customer(customer),
                number,
                issuedOn,
                amount,
                Given.optional(body.reason),
                shares.read(body.allocations, amount.currency()));
        return CreditNoteAnswer.of(recordCreditNote.record(caller.actor(), wanted));
    }

    @Operation(summary = "Settle invoices with what is left of a credit note")
    @PostMapping("/api/v1/credit-notes/{number}/allocations")
    @ResponseStatus(HttpStatus.CREATED)
    Whole allocate(Caller caller, @PathVariable String number, @RequestBody PaymentsApi.Sharing body) {
        CreditNote note = find(number, LocalDate.MAX);
        allocate.allocate(
                caller.actor(),
                new Source.OfCreditNote(note.id()),
                shares.read(body.allocations(), note.amount().currency()),
                body.effectiveOn());
        return whole(number, LocalDate.MAX);
    }

    private Whole whole(String number, LocalDate asOf) {
        CreditNote note = find(number, asOf);
        return new Whole(
                CreditNoteAnswer.of(note),
                allocations.of(new Source.OfCreditNote(note.id()), asOf).stream()
                        .map(AllocationJson::of)
                        .toList());
    }

    private CreditNote find(String number, LocalDate asOf) {
        return creditNotes.byNumber(number, asOf).orElseThrow(() -> new NotFound("credit note"));
    }

    private long customer(String number) {
        return customers
                .byNumber(number)
                .orElseThrow(() -> new NotFound("customer"))
                .id();
    }
}
