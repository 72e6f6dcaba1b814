package dev.dunwell.collections.web;

import dev.dunwell.access.Caller;
import dev.dunwell.collections.CurrentDecisions;
import dev.dunwell.collections.Decision;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.ledger.Invoices;
import dev.dunwell.web.Choice;
import dev.dunwell.web.Icon;
import dev.dunwell.web.NotFound;
import org.jspecify.annotations.Nullable;
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
                .addObject("icon", icon(decision))
                .addObject("act", act(caller, invoice, decision));
    }

    /** Where somebody does what is needed now; null when nobody is needed, or somebody else. */
    private static @Nullable Choice act(Caller caller, Invoice invoice, Decision decision) {
        return switch (decision.code()) {
            case CALL_DUE ->
                caller.may("POST /customers/{id}/contacts-log")
                        ? new Choice("/customers/" + invoice.customerId() + "?log=call#log", "Log the call")
                        : null;
            case APPROVAL_PENDING -> caller.may("POST /approvals") ? new Choice("/approvals", "Approve it") : null;
            case PROPOSAL_DUE ->
                caller.may("POST /placements") ? new Choice("/agencies", "Hand it to an agency") : null;
            default -> null;
        };
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
