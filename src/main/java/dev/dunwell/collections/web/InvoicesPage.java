package dev.dunwell.collections.web;

import dev.dunwell.access.Caller;
import dev.dunwell.collections.InvoiceList;
import dev.dunwell.collections.InvoiceList.Order;
import dev.dunwell.collections.InvoiceList.State;
import dev.dunwell.collections.web.CustomersView.Chip;
import dev.dunwell.collections.web.CustomersView.Heading;
import dev.dunwell.collections.web.CustomersView.Hidden;
import dev.dunwell.ledger.Knowledge;
import dev.dunwell.web.Csv;
import dev.dunwell.web.Cursor;
import dev.dunwell.web.Slice;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of invoices as of a day: the rows behind every figure, also as a file. */
@Controller
class InvoicesPage {

    private static final int PAGE = 50;
    private static final int PORTION = 5_000;
    private static final Set<String> TYPED = Set.of("asOf", "knownAt", "customer", "currency", "dueFrom", "dueTo");

    private final InvoiceList invoices;
    private final Knowledge knowledge;

    InvoicesPage(InvoiceList invoices, Knowledge knowledge) {
        this.invoices = invoices;
        this.knowledge = knowledge;
    }

    @GetMapping("/invoices")
    ModelAndView list(Caller caller, @RequestParam Map<String, String> query) {
        InvoicesQuery asked = InvoicesQuery.of(query);
        ListAddress address = asked.address();
        InvoiceList.Filter filter = asked.filter(knowledge.see(caller, asked.viewpoint()));
        var given = new InvoicesView.Given(
                address.text("customer"), filter.currency(), address.text("dueFrom"), address.text("dueTo"));
        return new ModelAndView("collections/invoices")
                .addObject(
                        "view",
                        new InvoicesView(
                                filter.asOf(),
                                chips(asked),
                                Stream.of(Order.values())
                                        .map(order -> heading(asked, order))
                                        .toList(),
                                given,
                                kept(address),
                                invoices.totals(filter),
                                invoices.page(filter, asked.order(), asked.after(), PAGE),
                                address.url(),
                                address.url("/invoices.csv"),
                                asked.cursor().isEmpty()));
    }

    @GetMapping("/invoices.csv")
    void csv(Caller caller, @RequestParam Map<String, String> query, HttpServletResponse response) throws IOException {
        InvoicesQuery asked = InvoicesQuery.of(query);
        InvoiceList.Filter filter = asked.filter(knowledge.see(caller, asked.viewpoint()));
        try (Csv csv = Csv.download(
                response,
                "invoices-%s-%s.csv"
                        .formatted(
                                InvoicesQuery.code(asked.state()), filter.asOf().day()),
                "invoice",
                "customer",
                "name",
                "issued_on",
                "due_on",
                "days_overdue",
                "currency",
                "amount",
                "open",
                "disputed")) {
            Cursor after = null;
            do {
                Slice<InvoiceList.Row> portion = invoices.page(filter, asked.order(), after, PORTION);
                portion.rows().forEach(row -> write(csv, row, filter.asOf().day()));
                after = portion.next();
            } while (after != null);
        }
    }

    private static void write(Csv csv, InvoiceList.Row row, LocalDate asOf) {
        csv.row(
                row.number(),
                row.customerNumber(),
                row.customerName(),
                row.issuedOn(),
                row.dueOn(),
                row.daysOverdue(asOf),
                row.amount().currency(),
                row.amount(),
                row.open(),
                row.isDisputed() ? "yes" : "no");
    }

    private static List<Chip> chips(InvoicesQuery asked) {
        return Stream.of(State.values())
                .filter(state -> state.isOpen() || !asked.address().isOn("knownAt"))
                .map(state -> new Chip(
                        switch (state) {
                            case OPEN -> "Open";
                            case OVERDUE -> "Overdue";
                            case DISPUTED -> "Disputed";
                            case SETTLED -> "Settled";
                            case ALL -> "All";
                        },
                        asked.address().with("state", InvoicesQuery.code(state)).url(),
                        state == asked.state()))
                .toList();
    }

    private static Heading heading(InvoicesQuery asked, Order order) {
        String url = asked.address().with("sort", InvoicesQuery.code(order)).url();
        String direction = order == Order.OPEN || order == Order.ISSUED ? "descending" : "ascending";
        String sorted = order == asked.order() ? direction : "none";
        return switch (order) {
            case NUMBER -> new Heading("Invoice", url, sorted, "");
            case CUSTOMER -> new Heading("Customer", url, sorted, "");
            case ISSUED -> new Heading("Issued", url, sorted, "opt");
            case DUE -> new Heading("Due", url, sorted, "");
            case OPEN -> new Heading("Open", url, sorted, "num");
        };
    }

    private static List<Hidden> kept(ListAddress address) {
        return address.parameters().entrySet().stream()
                .filter(each -> !TYPED.contains(each.getKey()))
                .map(each -> new Hidden(each.getKey(), each.getValue()))
                .toList();
    }
}
