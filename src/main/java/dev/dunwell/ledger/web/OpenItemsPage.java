package dev.dunwell.ledger.web;

import dev.dunwell.access.Caller;
import dev.dunwell.ledger.AsOf;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Customers;
import dev.dunwell.ledger.Knowledge;
import dev.dunwell.ledger.OpenItems;
import dev.dunwell.ledger.Viewpoint;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Csv;
import dev.dunwell.web.Cursor;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What is open as of any day, of one customer or of all: the page and the file. */
@Controller
class OpenItemsPage {

    private static final int PAGE = 100;
    private static final int ITEM_KEYS = 3;

    private final Customers customers;
    private final OpenItems openItems;
    private final Knowledge knowledge;

    OpenItemsPage(Customers customers, OpenItems openItems, Knowledge knowledge) {
        this.customers = customers;
        this.openItems = openItems;
        this.knowledge = knowledge;
    }

    @GetMapping("/open-items")
    ModelAndView show(
            Caller caller,
            Viewpoint asked,
            @RequestParam(defaultValue = "") String customer,
            @RequestParam(defaultValue = "") String cursor) {
        AsOf asOf = knowledge.see(caller, asked);
        Customer one = find(customer);
        Long id = one == null ? null : one.id();
        var view = new OpenItemsView(
                asOf,
                one,
                openItems.totals(id, asOf),
                openItems.page(id, asOf, Cursor.parse(cursor, ITEM_KEYS), PAGE),
                one == null ? List.of() : openItems.creditsOf(one.id(), asOf),
                asOf.query("customer", customer),
                cursor.isEmpty());
        return new ModelAndView("ledger/items").addObject("view", view);
    }

    @Operation(summary = "Open invoices as of a day, as known at a moment, as CSV")
    @GetMapping({"/open-items.csv", "/api/v1/open-items.csv"})
    void download(
            Caller caller,
            Viewpoint asked,
            @RequestParam(defaultValue = "") String customer,
            HttpServletResponse response)
            throws IOException {
        AsOf asOf = knowledge.see(caller, asked);
        Customer one = find(customer);
        String[] headings = {"invoice", "customer", "issued", "due", "days overdue", "amount", "open", "currency"};
        try (Csv csv = Csv.download(response, "open-items-" + asOf.day() + ".csv", headings)) {
            openItems.each(
                    one == null ? null : one.id(),
                    asOf,
                    item -> csv.row(
                            item.number(),
                            item.customerNumber(),
                            item.issuedOn(),
                            item.dueOn(),
                            item.daysOverdue(asOf.day()),
                            item.amount(),
                            item.open(),
                            item.open().currency()));
        }
    }

    private @Nullable Customer find(String number) {
        return number.isBlank()
                ? null
                : customers
                        .byNumber(number.strip())
                        .orElseThrow(() -> BadInput.in("customer", "There is no customer with this number."));
    }
}
