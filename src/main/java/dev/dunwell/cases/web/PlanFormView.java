package dev.dunwell.cases.web;

import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Problem;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.OpenItem;
import dev.dunwell.web.Choice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What cases/plan-form shows: what is open of a customer, and the parts it could be paid in. */
public record PlanFormView(
        Customer customer, List<Open> invoices, PlanForm form, List<Problem> problems, LocalDate today) {

    private static final Set<String> FIELDS = Set.of("invoices", "parts", "first", "every", "lines");

    /** How far the parts are apart. */
    public static final List<Choice> EVERY = List.of(
            new Choice("month", "A month apart"),
            new Choice("two_weeks", "Two weeks apart"),
            new Choice("week", "A week apart"));

    /** An invoice that can be in it. */
    public record Open(long id, String number, LocalDate dueOn, Money open) {}

    /** Instalments of one invoice together. */
    static List<Open> invoices(List<OpenItem> items) {
        Map<Long, Open> invoices = new LinkedHashMap<>();
        items.forEach(item -> invoices.merge(
                item.id(),
                new Open(item.id(), item.number(), item.dueOn(), item.open()),
                (a, b) -> new Open(a.id, a.number, a.dueOn, a.open.plus(b.open))));
        return new ArrayList<>(invoices.values());
    }

    /** What is overdue is chosen at first. */
    public boolean isChosen(Open invoice) {
        return form.values().isEmpty()
                ? invoice.dueOn.isBefore(today)
                : form.invoices().contains(invoice.id);
    }

    public @Nullable String problem(String field) {
        return Problem.at(problems, field);
    }

    public List<Problem> otherProblems() {
        return Problem.elsewhere(problems, FIELDS);
    }
}
