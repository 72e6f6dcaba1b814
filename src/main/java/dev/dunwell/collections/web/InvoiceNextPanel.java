package dev.dunwell.collections.web;

import dev.dunwell.access.Caller;
import dev.dunwell.collections.CurrentDecisions;
import dev.dunwell.collections.Decision;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.ledger.Invoices;
import dev.dunwell.web.Icon;
import dev.dunwell.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What comes next for one invoice, and why, on its page. A settled invoice has none. */
@Controller
class InvoiceNextPanel {

    private final Invoices invoices;
    private final CurrentDecisions decisions;

    InvoiceNextPanel(Invoices invoices, CurrentDecisions decisions) {
        this.invoices = invoices;
        this.decisions = decisions;
    }

    @GetMapping("/invoices/{id}/next-step")
    ModelAndView next(Caller caller, @PathVariable long id) {
        Invoice invoice = invoices.byId(id, caller.today()).orElseThrow(() -> new NotFound("invoice"));
        Decision decision = decisions.ofInvoice(id).orElseThrow(() -> new NotFound("decision"));
        return new ModelAndView("collections/invoice-next")
                .addObject("number", invoice.number())
                .addObject("decision", decision)
                .addObject("icon", icon(decision));
    }

    private static Icon icon(Decision decision) {
        return switch (decision.action()) {
            case SEND -> Icon.SEND;
            case CALL -> Icon.CALL;
            case WAIT -> Icon.WAIT;
            case HOLD -> Icon.HOLD;
        };
    }
}
