package dev.dunwell.collections.web;

import dev.dunwell.access.Caller;
import dev.dunwell.collections.CurrentDecisions;
import dev.dunwell.collections.Decision;
import dev.dunwell.collections.ReasonCode;
import dev.dunwell.collections.web.OpenItemsView.Group;
import dev.dunwell.collections.web.OpenItemsView.Row;
import dev.dunwell.collections.web.OpenItemsView.State;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Customers;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.ledger.Invoices;
import dev.dunwell.ledger.OpenCredit;
import dev.dunwell.ledger.OpenItem;
import dev.dunwell.ledger.OpenItems;
import dev.dunwell.ledger.Source;
import dev.dunwell.web.Icon;
import dev.dunwell.web.NotFound;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The open items of a customer with what was decided for each; and the same for one invoice. */
@Controller
class OpenItemsPanel {

    private final Customers customers;
    private final Invoices invoices;
    private final OpenItems openItems;
    private final CurrentDecisions decisions;

    OpenItemsPanel(Customers customers, Invoices invoices, OpenItems openItems, CurrentDecisions decisions) {
        this.customers = customers;
        this.invoices = invoices;
        this.openItems = openItems;
        this.decisions = decisions;
    }

    @GetMapping("/customers/{id}/open-items")
    ModelAndView openItems(Caller caller, @PathVariable long id) {
        Customer customer = customers.byId(id).orElseThrow(() -> new NotFound("customer"));
        Map<Long, Decision> decided = decisions.of(id);
        Map<String, List<Row>> rows = new TreeMap<>();
        for (OpenItem item : openItems.of(id, caller.today())) {
            add(rows, row(item, decided.get(item.id()), caller.today()));
        }
        openItems.creditsOf(id, caller.today()).forEach(credit -> add(rows, row(credit)));
        List<Group> groups = rows.values().stream()
                .map(group -> new Group(group.stream().map(Row::open).reduce(Money::plus).orElseThrow(), group))
                .toList();
        return new ModelAndView("collections/open-items")
                .addObject("view", new OpenItemsView(customer.number(), groups));
    }

    @GetMapping("/invoices/{id}/next-step")
    ModelAndView next(Caller caller, @PathVariable long id) {
        Invoice invoice = invoices.byId(id, caller.today()).orElseThrow(() -> new NotFound("invoice"));
        Decision decision = decisions.ofInvoice(id).orElseThrow(() -> new NotFound("decision"));
        return new ModelAndView("collections/invoice-next")
                .addObject("number", invoice.number())
                .addObject("decision", decision)
                .addObject("state", state(decision, invoice.bill().dueOn().isBefore(caller.today())));
    }

    private static void add(Map<String, List<Row>> rows, Row row) {
        rows.computeIfAbsent(row.open().currency().getCurrencyCode(), _ -> new ArrayList<>()).add(row);
    }

    private static Row row(OpenItem item, @Nullable Decision decision, LocalDate today) {
        return new Row(
                item.id(),
                item.number(),
                item.issuedOn(),
                item.dueOn(),
                item.daysOverdue(today),
                item.amount(),
                item.open(),
                state(decision, item.isOverdue(today)),
                decision == null ? "" : decision.reason());
    }

    private static Row row(OpenCredit credit) {
        boolean isMoney = credit.source() instanceof Source.OfPayment;
        String number = credit.number().isEmpty() ? "Payment" : credit.number();
        return new Row(
                null,
                number,
                credit.datedOn(),
                null,
                0,
                credit.amount().negated(),
                credit.open().negated(),
                new State(isMoney ? "On account" : "Credit note", isMoney ? Icon.MONEY : Icon.CREDIT, "muted"),
                "Not yet applied.");
    }

    private static State state(@Nullable Decision decision, boolean isOverdue) {
        var byAge = isOverdue ? new State("Overdue", Icon.DEADLINE, "warn") : new State("Not due", Icon.OPEN, "muted");
        if (decision == null) {
            return byAge;
        }
        return switch (decision.action()) {
            case HOLD -> held(decision.code());
            case SEND -> new State("Mail due", Icon.SEND, "accent");
            case CALL -> new State("Call due", Icon.CALL, "warn");
            case WAIT -> byAge;
        };
    }

    private static State held(ReasonCode code) {
        String words = ReasonWords.of(code);
        return switch (code) {
            case DISPUTED -> new State(words, Icon.DISPUTE, "warn");
            case PROMISED -> new State(words, Icon.PROMISE, "accent");
            case NO_CONTACT, ADDRESS_BOUNCED -> new State(words, Icon.BOUNCED, "bad");
            default -> new State(words, Icon.HOLD, "muted");
        };
    }
}
