package dev.dunwell.ledger.web;

import static java.util.Objects.requireNonNull;

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
import dev.dunwell.ledger.Source;
import dev.dunwell.ledger.WriteOff;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Flash;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Onward;
import dev.dunwell.web.Refusal;
import dev.dunwell.web.Typed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One invoice: what settled it, what it said before, and the acts that settle it. */
@Controller
class InvoicePage {

    private final Customers customers;
    private final Invoices invoices;
    private final Allocations allocations;
    private final RecordPayment recordPayment;
    private final WriteOff writeOff;
    private final ReverseAllocation reverseAllocation;
    private final InvoiceLate late;

    InvoicePage(
            Customers customers,
            Invoices invoices,
            Allocations allocations,
            RecordPayment recordPayment,
            WriteOff writeOff,
            ReverseAllocation reverseAllocation,
            InvoiceLate late) {
        this.customers = customers;
        this.invoices = invoices;
        this.allocations = allocations;
        this.recordPayment = recordPayment;
        this.writeOff = writeOff;
        this.reverseAllocation = reverseAllocation;
        this.late = late;
    }

    @GetMapping("/invoices/{id}")
    ModelAndView show(Caller caller, @PathVariable long id) {
        return page(caller, find(id, caller), Map.of(), List.of());
    }

    @PostMapping("/invoices/{id}/payments")
    ModelAndView pay(Caller caller, @PathVariable long id, @RequestParam Map<String, String> form) {
        Invoice invoice = find(id, caller);
        var typed = new Typed(form, caller.organisation().locale());
        try {
            typed.demand("amount", "Give the amount that came in.");
            typed.demand("receivedOn", "Give the day it came in.");
            Money amount = typed.amount("amount", currency(invoice));
            LocalDate receivedOn = typed.day("receivedOn");
            typed.check();
            return paid(caller, invoice, requireNonNull(amount), requireNonNull(receivedOn), typed.choice("reference"));
        } catch (BadInput bad) {
            return page(caller, invoice, form, bad.problems());
        } catch (Refusal refused) {
            return page(caller, invoice, form, List.of(new Problem(0, "amount", refused.reason())));
        }
    }

    private ModelAndView paid(
            Caller caller, Invoice invoice, Money amount, LocalDate receivedOn, @Nullable String reference) {
        Money share = amount.compareTo(invoice.open()) < 0 ? amount : invoice.open();
        var use = RecordPayment.Use.named(new Share(invoice.id(), share));
        recordPayment.record(
                caller.actor(),
                new RecordPayment.Wanted(invoice.customerId(), receivedOn, amount, reference, null, use));
        Money rest = amount.minus(share);
        String words = share.inWords() + " settled"
                + (rest.isZero() ? "." : ", " + rest.inWords() + " is left of the payment.");
        return Onward.to(url(invoice.id()), Flash.done(words));
    }

    @PostMapping("/invoices/{id}/write-off")
    ModelAndView writeOff(Caller caller, @PathVariable long id, @RequestParam Map<String, String> form) {
        Invoice invoice = find(id, caller);
        var typed = new Typed(form, caller.organisation().locale());
        try {
            typed.demand("writeOffAmount", "Give the amount to give up.");
            typed.demand("reason", "Say why, so that a reader understands it in a year.");
            Money amount = typed.amount("writeOffAmount", currency(invoice));
            typed.check();
            var share = new Share(id, requireNonNull(amount));
            writeOff.writeOff(caller.actor(), share, typed.text("reason"), caller.today());
            return Onward.to(url(id), Flash.done(amount.inWords() + " written off."));
        } catch (BadInput bad) {
            return page(caller, invoice, form, bad.problems());
        } catch (Refusal refused) {
            return page(caller, invoice, form, List.of(new Problem(0, "writeOffAmount", refused.reason())));
        }
    }

    @PostMapping("/allocations/{id}/reverse")
    ModelAndView reverse(Caller caller, @PathVariable long id) {
        Allocation undone = allocations.byId(id).orElseThrow(() -> new NotFound("allocation"));
        reverseAllocation.reverse(caller.actor(), id, null);
        return Onward.to(url(undone.invoiceId()), Flash.done("Taken back. What it settled is open again."));
    }

    Invoice find(long id, Caller caller) {
        return invoices.byId(id, caller.today()).orElseThrow(() -> new NotFound("invoice"));
    }

    ModelAndView page(Caller caller, Invoice invoice, Map<String, String> values, List<Problem> problems) {
        List<InvoiceView.Settled> settled = allocations.ofInvoice(invoice.id(), caller.today()).stream()
                .map(InvoicePage::settled)
                .toList();
        var view = new InvoiceView(
                invoice,
                customers.byId(invoice.customerId()).orElseThrow().name(),
                invoices.lines(invoice.id()),
                settled,
                invoices.earlier(invoice.id()),
                late.of(invoice, caller.today()),
                caller.may("POST /invoices/{id}/payments"),
                caller.may("POST /deductions/{id}/decision"),
                values,
                problems);
        var page = new ModelAndView("ledger/invoice").addObject("view", view);
        page.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static InvoiceView.Settled settled(Allocation part) {
        String by =
                part.reverses() == null ? part.source().kind() : part.source().kind() + ", taken back";
        return new InvoiceView.Settled(
                part.id(), part.effectiveOn(), by, url(part.source()), part.amount(), part.isStanding());
    }

    private static @Nullable String url(Source source) {
        return switch (source) {
            case Source.OfPayment payment -> "/payments/" + payment.id();
            case Source.OfCreditNote note -> "/credit-notes/" + note.id();
            case Source.OfWriteOff _, Source.OfDiscount _, Source.OfDeduction _ -> null;
        };
    }

    private static String currency(Invoice invoice) {
        return invoice.open().currency().getCurrencyCode();
    }

    private static String url(long invoiceId) {
        return "/invoices/" + invoiceId;
    }
}
