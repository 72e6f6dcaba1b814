package dev.dunwell.ledger.web;

import dev.dunwell.access.Caller;
import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Problem;
import dev.dunwell.ledger.Allocation;
import dev.dunwell.ledger.Allocations;
import dev.dunwell.ledger.Customers;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.ledger.Invoices;
import dev.dunwell.ledger.RecordPayment;
import dev.dunwell.ledger.ReverseAllocation;
import dev.dunwell.ledger.Share;
import dev.dunwell.ledger.WriteOff;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Flash;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Redirect;
import dev.dunwell.web.Refusal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One invoice: what settled it, what it said before, and the acts that settle it. */
@Controller
class InvoicePage {

    private final Customers customers;
    private final Invoices invoices;
    private final Allocations allocations;
    private final RecordPayment recordPayment;
    private final WriteOff writeOff;
    private final ReverseAllocation reverseAllocation;

    InvoicePage(
            Customers customers,
            Invoices invoices,
            Allocations allocations,
            RecordPayment recordPayment,
            WriteOff writeOff,
            ReverseAllocation reverseAllocation) {
        this.customers = customers;
        this.invoices = invoices;
        this.allocations = allocations;
        this.recordPayment = recordPayment;
        this.writeOff = writeOff;
        this.reverseAllocation = reverseAllocation;
    }

    @GetMapping("/invoices/{number}")
    ModelAndView show(Caller caller, @PathVariable String number) {
        return page(caller, find(number, caller), Map.of(), List.of());
    }

    @PostMapping("/invoices/{number}/payments")
    ModelAndView pay(
            Caller caller,
            @PathVariable String number,
            @RequestParam Map<String, String> form,
            RedirectAttributes next) {
        Invoice invoice = find(number, caller);
        try {
            var given = new Given();
            Money amount = given.typed("amount", form.get("amount"), currency(invoice));
            LocalDate receivedOn = given.day("receivedOn", form.get("receivedOn"));
            given.done();
            Money share = amount.compareTo(invoice.open()) < 0 ? amount : invoice.open();
            recordPayment.record(
                    caller.actor(),
                    new RecordPayment.Wanted(
                            invoice.customerId(),
                            receivedOn,
                            amount,
                            Given.optional(form.get("reference")),
                            null,
                            RecordPayment.Use.named(new Share(invoice.id(), share))));
            return said(next, number, paid(amount, share));
        } catch (BadInput bad) {
            return page(caller, invoice, form, bad.problems());
        }
    }

    @PostMapping("/invoices/{number}/write-off")
    ModelAndView writeOff(
            Caller caller,
            @PathVariable String number,
            @RequestParam Map<String, String> form,
            RedirectAttributes next) {
        Invoice invoice = find(number, caller);
        try {
            var given = new Given();
            Money amount = given.typed("writeOffAmount", form.get("writeOffAmount"), currency(invoice));
            String reason = given.text("reason", form.get("reason"));
            given.done();
            writeOff.writeOff(caller.actor(), new Share(invoice.id(), amount), reason, caller.today());
            return said(next, number, amount + " is written off.");
        } catch (BadInput bad) {
            return page(caller, invoice, form, bad.problems());
        } catch (Refusal refused) {
            return page(caller, invoice, form, List.of(new Problem(0, "writeOffAmount", refused.reason())));
        }
    }

    @PostMapping("/allocations/{id}/reverse")
    ModelAndView reverse(
            Caller caller, @PathVariable long id, @RequestParam String invoice, RedirectAttributes next) {
        reverseAllocation.reverse(caller.actor(), id, null);
        return said(next, invoice, "The allocation is taken back. What it settled is open again.");
    }

    private Invoice find(String number, Caller caller) {
        return invoices.byNumber(number, caller.today()).orElseThrow(() -> new NotFound("invoice"));
    }

    private ModelAndView page(Caller caller, Invoice invoice, Map<String, String> values, List<Problem> problems) {
        List<InvoiceView.Settled> settled = allocations.ofInvoice(invoice.id(), caller.today()).stream()
                .map(InvoicePage::settled)
                .toList();
        var view = new InvoiceView(
                invoice,
                customers.byId(invoice.customerId()).orElseThrow().name(),
                invoices.lines(invoice.id()),
                settled,
                invoices.earlier(invoice.id()),
                caller.may("POST /invoices/{number}/payments"),
                values,
                problems);
        var page = new ModelAndView("ledger/invoice").addObject("view", view);
        page.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static InvoiceView.Settled settled(Allocation part) {
        boolean counts = part.reverses() == null && part.reversedBy() == null;
        String by = part.reverses() == null ? part.source().kind() : part.source().kind() + ", taken back";
        return new InvoiceView.Settled(part.id(), part.effectiveOn(), by, part.amount(), counts);
    }

    private static String paid(Money amount, Money share) {
        Money rest = amount.minus(share);
        return rest.isZero()
                ? amount + " is recorded and settles this invoice as far as it goes."
                : share + " settles the invoice, " + rest + " stays on account.";
    }

    private static Currency currency(Invoice invoice) {
        return invoice.open().currency();
    }

    private static ModelAndView said(RedirectAttributes next, String number, String words) {
        next.addFlashAttribute(Flash.ATTRIBUTE, Flash.done(words));
        return Redirect.to("/invoices/" + URLEncoder.encode(number, StandardCharsets.UTF_8).replace("+", "%20"));
    }
}
