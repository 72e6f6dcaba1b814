package dev.dunwell.ledger.web;

import dev.dunwell.access.Caller;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.Allocations;
import dev.dunwell.ledger.AmendInvoice;
import dev.dunwell.ledger.Customers;
import dev.dunwell.ledger.Instalment;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.ledger.Invoices;
import dev.dunwell.ledger.RecordInvoice;
import dev.dunwell.ledger.Share;
import dev.dunwell.ledger.WriteOff;
import dev.dunwell.web.Listed;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

/** Invoices, by their numbers; amounts are decimals as text. */
@RestController
class InvoicesApi {

    private final Customers customers;
    private final Invoices invoices;
    private final Allocations allocations;
    private final RecordInvoice recordInvoice;
    private final AmendInvoice amendInvoice;
    private final WriteOff writeOff;
    private final MergePatch mergePatch;

    InvoicesApi(
            Customers customers,
            Invoices invoices,
            Allocations allocations,
            RecordInvoice recordInvoice,
            AmendInvoice amendInvoice,
            WriteOff writeOff,
            MergePatch mergePatch) {
        this.customers = customers;
        this.invoices = invoices;
        this.allocations = allocations;
        this.recordInvoice = recordInvoice;
        this.amendInvoice = amendInvoice;
        this.writeOff = writeOff;
        this.mergePatch = mergePatch;
    }

    /** A write-off: how much of the open amount is given up, why, and from which day on (today when missing). */
    record WriteOffJson(
            @Nullable BigDecimal amount,
            @Nullable String reason,
            @Nullable LocalDate on) {}

    @Operation(summary = "Invoices as of a day, in the order in which they were recorded")
    @GetMapping("/api/v1/invoices")
    Listed<InvoiceJson> list(
            Caller caller,
            @RequestParam @Nullable String customer,
            @RequestParam @Nullable String number,
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam @Nullable LocalDate asOf,
            Paging paging) {
        var filter = new Invoices.Filter(customer == null ? null : customer(customer), number, open);
        LocalDate day = asOf == null ? caller.today() : asOf;
        return Listed.of(invoices.page(filter, day, paging.after(1), paging.size()), InvoiceJson::of);
    }

    @Operation(summary = "One invoice as of a day, with its lines, what settled it and what it said before")
    @GetMapping("/api/v1/invoices/{number}")
    InvoiceJson.Whole get(Caller caller, @PathVariable String number, @RequestParam @Nullable LocalDate asOf) {
        LocalDate day = asOf == null ? caller.today() : asOf;
        Invoice invoice = find(number, day);
        return InvoiceJson.Whole.of(
                invoice,
                invoices.lines(invoice.id()),
                allocations.ofInvoice(invoice.id(), day),
                invoices.earlier(invoice.id()));
    }

    @Operation(summary = "Record an invoice; without dueOn it falls due by the customer's terms")
    @PostMapping("/api/v1/invoices")
    @ResponseStatus(HttpStatus.CREATED)
    InvoiceJson record(Caller caller, @RequestBody InvoiceJson.New body) {
        var given = new Given();
        String customer = given.text("customer", body.customer());
        Money amount = given.money(body.amount(), body.currency());
        String number = given.text("number", body.number());
        LocalDate issuedOn = given.day("issuedOn", body.issuedOn());
        List<Invoice.Line> lines = body.read(given, amount.currency());
        List<Instalment> instalments = InvoiceJson.Due.read(given, body.instalments(), amount.currency());
        Invoice.Nature nature = body.nature(given);
        given.done();
        return InvoiceJson.of(recordInvoice.record(
                caller.actor(),
                new RecordInvoice.Wanted(
                        customer(customer),
                        number,
                        issuedOn,
                        body.dueOn(),
                        amount,
                        Given.optional(body.reference()),
                        lines,
                        instalments,
                        nature,
                        null)));
    }

    @Operation(summary = "Amend an invoice; what it said before is kept")
    @PatchMapping("/api/v1/invoices/{number}")
    InvoiceJson amend(Caller caller, @PathVariable String number, @RequestBody Map<String, Object> patch) {
        Invoice before = find(number, LocalDate.MAX);
        InvoiceJson.Bill merged = mergePatch.apply(InvoiceJson.Bill.of(before.bill()), patch, InvoiceJson.Bill.class);
        return InvoiceJson.of(amendInvoice.amend(caller.actor(), before.id(), merged.read()));
    }

    @Operation(summary = "Write off a part of what is open, or all of it")
    @PostMapping("/api/v1/invoices/{number}/write-offs")
    @ResponseStatus(HttpStatus.CREATED)
    InvoiceJson writeOff(Caller caller, @PathVariable String number, @RequestBody WriteOffJson body) {
        Invoice invoice = find(number, LocalDate.MAX);
        var given = new Given();
        Money amount = given.money("amount", body.amount, invoice.open().currency());
        String reason = given.text("reason", body.reason);
        given.done();
        LocalDate on = body.on == null ? caller.today() : body.on;
        writeOff.writeOff(caller.actor(), new Share(invoice.id(), amount), reason, on);
        return InvoiceJson.of(find(number, LocalDate.MAX));
    }

    private Invoice find(String number, LocalDate asOf) {
        return invoices.byNumber(number, asOf).orElseThrow(() -> new NotFound("invoice"));
    }

    private long customer(String number) {
        return customers
                .byNumber(number)
                .orElseThrow(() -> new NotFound("customer"))
                .id();
    }
}
