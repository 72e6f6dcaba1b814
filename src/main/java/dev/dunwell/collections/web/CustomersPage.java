package dev.dunwell.collections.web;

import dev.dunwell.access.Caller;
import dev.dunwell.access.People;
import dev.dunwell.collections.CustomerList;
import dev.dunwell.collections.CustomerList.Order;
import dev.dunwell.ledger.CustomerMarks;
import dev.dunwell.web.Choice;
import dev.dunwell.web.Csv;
import dev.dunwell.web.Cursor;
import dev.dunwell.web.Slice;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of customers with what each owes today: found, narrowed down, put in order, taken along as a file. */
@Controller
class CustomersPage {

    private static final int PAGE = 50;
    private static final int PORTION = 5_000;

    private final CustomerList customers;
    private final List<CustomerMarks> marks;
    private final People people;

    CustomersPage(CustomerList customers, List<CustomerMarks> marks, People people) {
        this.customers = customers;
        this.marks = marks;
        this.people = people;
    }

    @GetMapping("/customers")
    ModelAndView list(Caller caller, @RequestParam Map<String, String> query) {
        CustomersQuery asked = CustomersQuery.of(query);
        Slice<CustomerList.Row> page =
                customers.page(asked.filter(caller.personId()), asked.order(), asked.after(), PAGE);
        return new ModelAndView("collections/customers")
                .addObject(
                        "view",
                        new CustomersView(
                                asked.address().text("q"),
                                chips(asked),
                                headings(asked),
                                kept(asked),
                                page,
                                marks(caller, page.rows()),
                                asked.address().url(),
                                asked.address().url("/customers.csv"),
                                asked.isFiltered(),
                                asked.cursor().isEmpty(),
                                caller.may("POST /customers/handovers") ? choices() : List.of()));
    }

    private List<Choice> choices() {
        return people.all().stream()
                .map(person -> new Choice(String.valueOf(person.id()), person.name()))
                .toList();
    }

    private Map<Long, List<String>> marks(Caller caller, List<CustomerList.Row> rows) {
        List<Long> ids = rows.stream().map(CustomerList.Row::id).toList();
        Map<Long, List<String>> marked = new HashMap<>();
        marks.forEach(each -> each.of(caller, ids)
                .forEach((id, mark) ->
                        marked.computeIfAbsent(id, _ -> new ArrayList<>()).add(mark)));
        return marked;
    }

    /** By name, one line for each customer and currency, and one for a customer who owes nothing. */
    @GetMapping("/customers.csv")
    void csv(Caller caller, @RequestParam Map<String, String> query, HttpServletResponse response) throws IOException {
        CustomerList.Filter filter = CustomersQuery.of(query).filter(caller.personId());
        try (Csv csv = Csv.download(
                response,
                "customers-" + caller.today() + ".csv",
                "customer",
                "name",
                "tags",
                "looked_after_by",
                "contact_mode",
                "currency",
                "open",
                "overdue",
                "oldest_due_on")) {
            Cursor after = null;
            do {
                Slice<CustomerList.Row> portion = customers.page(filter, Order.NAME, after, PORTION);
                portion.rows().forEach(row -> write(csv, row));
                after = portion.next();
            } while (after != null);
        }
    }

    private static void write(Csv csv, CustomerList.Row row) {
        String tags = String.join(", ", row.tags());
        if (row.debts().isEmpty()) {
            csv.row(row.number(), row.name(), tags, row.owner(), row.contactMode(), null, null, null, null);
        }
        row.debts()
                .forEach(debt -> csv.row(
                        row.number(),
                        row.name(),
                        tags,
                        row.owner(),
                        row.contactMode(),
                        debt.open().currency(),
                        debt.open(),
                        debt.overdue(),
                        row.oldestDueOn()));
    }

    private static List<CustomersView.Chip> chips(CustomersQuery asked) {
        List<CustomersView.Chip> chips = new ArrayList<>();
        chips.add(chip(asked, "Overdue", "overdue"));
        chips.add(chip(asked, "No address that works", "noContact"));
        chips.add(chip(asked, "Manual", "manual"));
        chips.add(chip(asked, "My accounts", "mine"));
        chips.add(chip(asked, "Nobody’s", "unassigned"));
        if (!asked.address().text("tag").isEmpty()) {
            chips.add(new CustomersView.Chip(
                    asked.address().text("tag"), asked.address().with("tag", "").url(), true));
        }
        return chips;
    }

    private static CustomersView.Chip chip(CustomersQuery asked, String title, String filter) {
        boolean isOn = asked.address().isOn(filter);
        return new CustomersView.Chip(
                title, asked.address().with(filter, isOn ? "" : "true").url(), isOn);
    }

    private static List<CustomersView.Heading> headings(CustomersQuery asked) {
        return Stream.of(Order.values()).map(order -> heading(asked, order)).toList();
    }

    private static CustomersView.Heading heading(CustomersQuery asked, Order order) {
        String url = asked.address().with("sort", CustomersQuery.code(order)).url();
        String direction = order == Order.OPEN || order == Order.OVERDUE ? "descending" : "ascending";
        String sorted = order == asked.order() ? direction : "none";
        return switch (order) {
            case NAME -> new CustomersView.Heading("Customer", url, sorted, "");
            case OPEN -> new CustomersView.Heading("Open", url, sorted, "num");
            case OVERDUE -> new CustomersView.Heading("Overdue", url, sorted, "num");
            case OLDEST -> new CustomersView.Heading("Oldest due", url, sorted, "opt");
        };
    }

    private static List<CustomersView.Hidden> kept(CustomersQuery asked) {
        return asked.address().parameters().entrySet().stream()
                .filter(each -> !each.getKey().equals("q"))
                .map(each -> new CustomersView.Hidden(each.getKey(), each.getValue()))
                .toList();
    }
}
