package dev.dunwell.ledger.web;

import dev.dunwell.access.Caller;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.CustomerMarks;
import dev.dunwell.ledger.Customers;
import dev.dunwell.ledger.OpenItems;
import dev.dunwell.web.Cursor;
import dev.dunwell.web.Slice;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of customers with what each owes today. */
@Controller
class CustomersPage {

    private static final int PAGE = 50;
    private static final int CURSOR_KEYS = 2;

    private final Customers customers;
    private final OpenItems openItems;
    private final List<CustomerMarks> marks;

    CustomersPage(Customers customers, OpenItems openItems, List<CustomerMarks> marks) {
        this.customers = customers;
        this.openItems = openItems;
        this.marks = marks;
    }

    @GetMapping("/customers")
    ModelAndView list(
            Caller caller, @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String cursor) {
        Slice<Customer> page = customers.page(q, Cursor.parse(cursor, CURSOR_KEYS), PAGE);
        List<Long> ids = page.rows().stream().map(Customer::id).toList();
        Map<Long, List<OpenItems.Balance>> balances = openItems.balances(ids, caller.today());
        List<Map<Long, String>> marked =
                marks.stream().map(each -> each.of(caller, ids)).toList();
        List<CustomersView.Row> rows = page.rows().stream()
                .map(customer -> row(
                        customer,
                        balances.getOrDefault(customer.id(), List.of()),
                        marked.stream()
                                .flatMap(each -> Stream.ofNullable(each.get(customer.id())))
                                .toList()))
                .toList();
        return new ModelAndView("ledger/customers")
                .addObject("view", new CustomersView(q, new Slice<>(rows, page.next()), cursor.isEmpty()));
    }

    private static CustomersView.Row row(Customer customer, List<OpenItems.Balance> balances, List<String> marks) {
        String owner = customer.profile().ownerEmail();
        return new CustomersView.Row(
                customer.id(),
                customer.number(),
                customer.name(),
                customer.profile().tags(),
                owner == null ? "" : owner,
                balances.stream().map(OpenItems.Balance::open).toList(),
                balances.stream()
                        .map(OpenItems.Balance::overdue)
                        .filter(Money::isPositive)
                        .toList(),
                marks);
    }
}
