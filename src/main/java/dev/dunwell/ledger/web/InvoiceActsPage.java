package dev.dunwell.ledger.web;

import static java.util.Objects.requireNonNull;

import dev.dunwell.access.Caller;
import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Problem;
import dev.dunwell.ledger.AllowDiscount;
import dev.dunwell.ledger.AmendInvoice;
import dev.dunwell.ledger.Deduction;
import dev.dunwell.ledger.DeductionCode;
import dev.dunwell.ledger.Deductions;
import dev.dunwell.ledger.Discounts;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.ledger.RecordCreditNote;
import dev.dunwell.ledger.RecoverWriteOff;
import dev.dunwell.ledger.SettleDeduction;
import dev.dunwell.ledger.Share;
import dev.dunwell.ledger.TakeDeduction;
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
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What can be done about an invoice besides paying it: amend, credit, deduct, decide, allow, bring back. */
@Controller
class InvoiceActsPage {

    private final InvoicePage page;
    private final Deductions deductions;
    private final Discounts discounts;
    private final Acts acts;

    InvoiceActsPage(InvoicePage page, Deductions deductions, Discounts discounts, Acts acts) {
        this.page = page;
        this.deductions = deductions;
        this.discounts = discounts;
        this.acts = acts;
    }

    /** The acts behind the forms. */
    @Component("invoiceActs")
    record Acts(
            AmendInvoice amend,
            RecordCreditNote credit,
            TakeDeduction deduct,
            SettleDeduction decide,
            AllowDiscount allow,
            RecoverWriteOff recover) {}

    @PostMapping("/invoices/{id}/amendment")
    ModelAndView amend(Caller caller, @PathVariable long id, @RequestParam Map<String, String> form) {
        return attempt(caller, id, form, "amendedAmount", (invoice, typed) -> {
            Money amount = amount(typed, "amendedAmount", invoice);
            typed.demand("amendedDueOn", "Give the day it is due.");
            LocalDate dueOn = typed.day("amendedDueOn");
            var parts = Schedule.read(typed, "instalments", amount);
            typed.check();
            Invoice.Bill before = invoice.bill();
            var bill = new Invoice.Bill(
                            before.issuedOn(), requireNonNull(dueOn), amount, before.disputed(), before.reference())
                    .with(parts);
            acts.amend.amend(caller.actor(), id, bill);
            return "Amended. What it said before is kept.";
        });
    }

    @PostMapping("/invoices/{id}/credit")
    ModelAndView credit(Caller caller, @PathVariable long id, @RequestParam Map<String, String> form) {
        return attempt(caller, id, form, "creditAmount", (invoice, typed) -> {
            Money amount = amount(typed, "creditAmount", invoice);
            typed.demand("creditNumber", "Give the number of the credit note.");
            typed.check();
            Money share = amount.compareTo(invoice.open()) < 0 ? amount : invoice.open();
            List<Share> shares = share.isPositive() ? List.of(new Share(id, share)) : List.of();
            acts.credit.record(
                    caller.actor(),
                    new RecordCreditNote.Wanted(
                            invoice.customerId(),
                            typed.text("creditNumber"),
                            caller.today(),
                            amount,
                            typed.choice("creditReason"),
                            shares));
            return amount.inWords() + " credited.";
        });
    }

    @PostMapping("/invoices/{id}/deductions")
    ModelAndView deduct(Caller caller, @PathVariable long id, @RequestParam Map<String, String> form) {
        return attempt(caller, id, form, "deductedAmount", (invoice, typed) -> {
            Money amount = amount(typed, "deductedAmount", invoice);
            DeductionCode code = DeductionCode.read(typed.text("code")).orElse(null);
            if (code == null) {
                typed.refuse("code", "Choose a reason from the list.");
            }
            typed.check();
            acts.deduct.take(
                    caller.actor(),
                    new TakeDeduction.Wanted(
                            id, null, amount, requireNonNull(code), typed.choice("note"), caller.today()));
            return amount.inWords() + " noted as kept back. It stays open until it is decided.";
        });
    }

    @PostMapping("/deductions/{id}/decision")
    ModelAndView decide(Caller caller, @PathVariable long id, @RequestParam Map<String, String> form) {
        Deduction deduction = deductions.byId(id).orElseThrow(() -> new NotFound("deduction"));
        String field = "decision-" + id;
        return attempt(caller, deduction.invoiceId(), form, field, (_, typed) -> {
            SettleDeduction.Decision decision = decision(typed, field, deduction);
            Deduction settled = acts.decide.settle(caller.actor(), id, decision, caller.today());
            return "Decided: " + settled.state().words() + ".";
        });
    }

    @PostMapping("/discounts/{id}/allowance")
    ModelAndView allow(Caller caller, @PathVariable long id, @RequestParam Map<String, String> form) {
        long invoice =
                discounts.byId(id).orElseThrow(() -> new NotFound("discount")).invoiceId();
        return attempt(caller, invoice, form, "discount", (_, _) -> {
            acts.allow.allow(caller.actor(), id, caller.today());
            return "Allowed. It settles the invoice.";
        });
    }

    @PostMapping("/invoices/{id}/recovery")
    ModelAndView recover(Caller caller, @PathVariable long id, @RequestParam Map<String, String> form) {
        return attempt(caller, id, form, "recoveredAmount", (invoice, typed) -> {
            Money amount = amount(typed, "recoveredAmount", invoice);
            typed.demand("lost", "Choose what was written off.");
            typed.demand("money", "Choose the payment that brings it back.");
            Long lost = typed.id("lost");
            Long money = typed.id("money");
            typed.check();
            acts.recover.recover(
                    caller.actor(),
                    new RecoverWriteOff.Wanted(
                            requireNonNull(money), id, requireNonNull(lost), amount, caller.today()));
            return amount.inWords() + " brought back.";
        });
    }

    private static SettleDeduction.Decision decision(Typed typed, String field, Deduction deduction) {
        String number = typed.text("number");
        return switch (typed.text("decision")) {
            case "credit" -> new SettleDeduction.Credit(number);
            case "write_off" -> new SettleDeduction.GiveUp(deduction.code().words());
            case "reject" -> new SettleDeduction.Reject();
            case "charge_back" -> new SettleDeduction.ChargeBack(number);
            default -> throw BadInput.in(field, "Choose what becomes of it.");
        };
    }

    private ModelAndView attempt(
            Caller caller, long id, Map<String, String> form, String field, BiFunction<Invoice, Typed, String> act) {
        Invoice invoice = page.find(id, caller);
        try {
            String done =
                    act.apply(invoice, new Typed(form, caller.organisation().locale()));
            return Onward.to("/invoices/" + id, Flash.done(done));
        } catch (BadInput bad) {
            List<Problem> problems = bad.problems().stream()
                    .map(p -> form.containsKey(p.column()) ? p : new Problem(0, field, p.message()))
                    .toList();
            return page.page(caller, invoice, form, problems);
        } catch (Refusal refused) {
            return page.page(caller, invoice, form, List.of(new Problem(0, field, refused.reason())));
        }
    }

    /** Checked at once, as what follows needs it. */
    private static Money amount(Typed typed, String field, Invoice invoice) {
        typed.demand(field, "Give the amount.");
        Money amount = typed.amount(field, invoice.open().currency().getCurrencyCode());
        typed.check();
        return requireNonNull(amount);
    }
}
