package dev.dunwell.cases.web;

import dev.dunwell.access.Caller;
import dev.dunwell.cases.AskQuestion;
import dev.dunwell.cases.Case;
import dev.dunwell.cases.CaseFilter;
import dev.dunwell.cases.Cases;
import dev.dunwell.cases.Plans;
import dev.dunwell.collections.Disputes;
import dev.dunwell.collections.Objection;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Customers;
import dev.dunwell.ledger.DeductionCode;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.ledger.Invoices;
import dev.dunwell.ledger.OpenItems;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Choice;
import dev.dunwell.web.Flash;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Onward;
import dev.dunwell.web.Refusal;
import dev.dunwell.web.Typed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Disputes and questions as a part of the customer's and the invoice's page, and how to open one there. */
@Controller
class CasesPanel {

    private final Cases cases;
    private final Plans plans;
    private final Customers customers;
    private final Invoices invoices;
    private final OpenItems openItems;
    private final AskQuestion askQuestion;
    private final Disputes disputes;

    CasesPanel(
            Cases cases,
            Plans plans,
            Customers customers,
            Invoices invoices,
            OpenItems openItems,
            AskQuestion askQuestion,
            Disputes disputes) {
        this.cases = cases;
        this.plans = plans;
        this.customers = customers;
        this.invoices = invoices;
        this.openItems = openItems;
        this.askQuestion = askQuestion;
        this.disputes = disputes;
    }

    @GetMapping("/customers/{id}/cases")
    ModelAndView ofCustomer(Caller caller, @PathVariable long id) {
        Customer customer = customers.byId(id).orElseThrow(() -> new NotFound("customer"));
        List<Choice> open = openItems.of(id, caller.today()).stream()
                .map(item -> new Choice(Long.toString(item.id()), item.number() + ", " + item.open()))
                .distinct()
                .toList();
        List<Case> questions = cases.ofCustomer(id, CaseFilter.open(Case.Kind.QUESTION), caller.today());
        return new ModelAndView("cases/customer-cases")
                .addObject("customerId", customer.id())
                .addObject("questions", questions)
                .addObject("plans", plans.ofCustomer(id, Plans.Which.LIVE, caller.today()))
                .addObject("invoices", open)
                .addObject("mayAsk", caller.may("POST /customers/{id}/questions"));
    }

    @GetMapping("/invoices/{id}/cases")
    ModelAndView ofInvoice(Caller caller, @PathVariable long id) {
        Invoice invoice = invoices.byId(id, caller.today()).orElseThrow(() -> new NotFound("invoice"));
        List<Case> about = cases.ofInvoice(id, caller.today());
        boolean isDisputed = about.stream().anyMatch(each -> each.isDispute() && each.isOpen());
        boolean isOpen = invoice.open().isPositive();
        return new ModelAndView("cases/invoice-cases")
                .addObject("invoice", invoice)
                .addObject("cases", about)
                .addObject("mayDispute", isOpen && !isDisputed && caller.may("POST /invoices/{id}/disputes"))
                .addObject("mayAsk", caller.may("POST /customers/{id}/questions"));
    }

    @PostMapping("/customers/{id}/questions")
    ModelAndView ask(Caller caller, @PathVariable long id, @RequestParam Map<String, String> values) {
        var typed = new Typed(values, caller.organisation().locale());
        String back = typed.text("back").equals("invoice") ? "/invoices/" + typed.text("invoice") : "/customers/" + id;
        try {
            Long invoice = typed.id("invoice");
            LocalDate dueOn = typed.day("dueOn");
            typed.check();
            long question = askQuestion.ask(
                    caller,
                    new AskQuestion.Wanted(id, invoice, typed.text("askedBy"), typed.text("text"), null, dueOn));
            return Onward.to(
                    "/questions/" + question, Flash.done("Question written down. Reminders wait for the answer."));
        } catch (BadInput e) {
            return Onward.to(back, Flash.refused(e.problems().getFirst().message()));
        }
    }

    @PostMapping("/invoices/{id}/disputes")
    ModelAndView dispute(Caller caller, @PathVariable long id, @RequestParam Map<String, String> values) {
        Invoice invoice = invoices.byId(id, caller.today()).orElseThrow(() -> new NotFound("invoice"));
        var typed = new Typed(values, caller.organisation().locale());
        try {
            Money part = typed.amount("part", invoice.open().currency().getCurrencyCode());
            LocalDate dueOn = typed.day("dueOn");
            typed.check();
            DeductionCode code = DeductionCode.read(typed.text("code")).orElse(DeductionCode.OTHER);
            String text = typed.text("text");
            var objection = new Objection(code, text.isEmpty() ? code.words() : text, part, null, dueOn);
            long dispute = disputes.open(caller, id, objection);
            String said = "Dispute opened. What is disputed leaves the reminders until it is settled.";
            return Onward.to("/disputes/" + dispute, Flash.done(said));
        } catch (BadInput e) {
            return Onward.to(
                    "/invoices/" + id, Flash.refused(e.problems().getFirst().message()));
        } catch (Refusal e) {
            return Onward.to("/invoices/" + id, Flash.refused(e.reason()));
        }
    }
}
