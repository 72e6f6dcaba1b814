package dev.dunwell.ledger.web;

import static java.util.Objects.requireNonNull;

import dev.dunwell.access.Caller;
import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Problem;
import dev.dunwell.ledger.Allocate;
import dev.dunwell.ledger.Allocations;
import dev.dunwell.ledger.CreditNote;
import dev.dunwell.ledger.CreditNotes;
import dev.dunwell.ledger.Customers;
import dev.dunwell.ledger.OpenItems;
import dev.dunwell.ledger.RefundCredit;
import dev.dunwell.ledger.ReverseCredit;
import dev.dunwell.ledger.Share;
import dev.dunwell.ledger.Source;
import dev.dunwell.ledger.Withdrawals;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Flash;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Onward;
import dev.dunwell.web.Refusal;
import dev.dunwell.web.Typed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One credit note: what it settles, what left it, and the acts that use what is left or take it out of the book. */
@Controller
class CreditNotePage {

    private final CreditNotes creditNotes;
    private final Allocations allocations;
    private final Withdrawals withdrawals;
    private final Customers customers;
    private final OpenItems openItems;
    private final Acts acts;

    CreditNotePage(
            CreditNotes creditNotes,
            Allocations allocations,
            Withdrawals withdrawals,
            Customers customers,
            OpenItems openItems,
            Acts acts) {
        this.creditNotes = creditNotes;
        this.allocations = allocations;
        this.withdrawals = withdrawals;
        this.customers = customers;
        this.openItems = openItems;
        this.acts = acts;
    }

    /** The acts behind the forms. */
    @Component("creditNoteActs")
    record Acts(Allocate allocate, RefundCredit refund, ReverseCredit reverse) {}

    @GetMapping("/credit-notes/{id}")
    ModelAndView show(Caller caller, @PathVariable long id) {
        return page(caller, find(id), Map.of(), List.of());
    }

    @PostMapping("/credit-notes/{id}/use")
    ModelAndView use(Caller caller, @PathVariable long id, @RequestParam Map<String, String> form) {
        return attempt(caller, id, form, "useAmount", (note, typed) -> {
            typed.demand("invoice", "Choose the invoice it is for.");
            Money amount = amount(typed, "useAmount", note);
            Long invoice = typed.id("invoice");
            typed.check();
            var share = new Share(requireNonNull(invoice), amount);
            acts.allocate.allocate(caller.actor(), new Source.OfCreditNote(id), List.of(share), caller.today());
            return amount.inWords() + " settled.";
        });
    }

    @PostMapping("/credit-notes/{id}/refunds")
    ModelAndView refund(Caller caller, @PathVariable long id, @RequestParam Map<String, String> form) {
        return attempt(caller, id, form, "refundAmount", (note, typed) -> {
            Money amount = amount(typed, "refundAmount", note);
            typed.demand("refundReason", "Say why, or how it goes back.");
            typed.check();
            acts.refund.refund(
                    caller.actor(), new Source.OfCreditNote(id), amount, typed.text("refundReason"), caller.today());
            return amount.inWords() + " paid back.";
        });
    }

    @PostMapping("/credit-notes/{id}/reversal")
    ModelAndView cancel(Caller caller, @PathVariable long id, @RequestParam Map<String, String> form) {
        return attempt(caller, id, form, "reversalReason", (_, typed) -> {
            typed.demand("reversalReason", "Say why, so that a reader understands it in a year.");
            typed.demand("reversedOn", "Give the day from which on it does not count.");
            LocalDate on = typed.day("reversedOn");
            typed.check();
            acts.reverse.reverse(
                    caller.actor(), new Source.OfCreditNote(id), typed.text("reversalReason"), requireNonNull(on));
            return "Cancelled. All it settled is open again.";
        });
    }

    private ModelAndView attempt(
            Caller caller, long id, Map<String, String> form, String field, BiFunction<CreditNote, Typed, String> act) {
        CreditNote note = find(id);
        try {
            String done = act.apply(note, new Typed(form, caller.organisation().locale()));
            return Onward.to("/credit-notes/" + id, Flash.done(done));
        } catch (BadInput bad) {
            return page(caller, note, form, bad.problems());
        } catch (Refusal refused) {
            return page(caller, note, form, List.of(new Problem(0, field, refused.reason())));
        }
    }

    /** Checked at once, as what follows needs it. */
    private static Money amount(Typed typed, String field, CreditNote note) {
        typed.demand(field, "Give the amount.");
        Money amount = typed.amount(field, note.amount().currency().getCurrencyCode());
        typed.check();
        return requireNonNull(amount);
    }

    private CreditNote find(long id) {
        return creditNotes.byId(id, LocalDate.MAX).orElseThrow(() -> new NotFound("credit note"));
    }

    private ModelAndView page(Caller caller, CreditNote note, Map<String, String> values, List<Problem> problems) {
        var source = new Source.OfCreditNote(note.id());
        var view = new CreditNoteView(
                note,
                customers.byId(note.customerId()).orElseThrow().name(),
                allocations.of(source, LocalDate.MAX),
                withdrawals.of(source, LocalDate.MAX),
                InvoiceChoices.of(
                        openItems.of(note.customerId(), caller.today()),
                        note.amount().currency()),
                caller.may("POST /credit-notes/{id}/use"),
                caller.may("POST /credit-notes/{id}/refunds"),
                values,
                problems);
        var page = new ModelAndView("ledger/credit-note").addObject("view", view);
        page.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
