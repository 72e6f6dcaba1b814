package dev.dunwell.cases.web;

import dev.dunwell.access.Caller;
import dev.dunwell.cases.Plan;
import dev.dunwell.cases.ProposePlan;
import dev.dunwell.cases.Schedule;
import dev.dunwell.kernel.Money;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Typed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.util.MultiValueMap;

/**
 * The form of a plan as it was typed: even parts from a day on, or lines of its own.
 *
 * @param invoices that are chosen
 */
public record PlanForm(long customerId, Map<String, String> values, List<Long> invoices) {

    private static final int MOST_PARTS = 60;

    static PlanForm of(MultiValueMap<String, String> values) {
        Map<String, String> single = values.toSingleValueMap();
        List<Long> invoices = values.getOrDefault("invoice", List.of()).stream()
                .filter(id -> id.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .toList();
        String customer = single.getOrDefault("customer", "");
        if (!customer.matches("\\d{1,18}")) {
            throw BadInput.in("customer", "Say whose plan it is.");
        }
        return new PlanForm(Long.parseLong(customer), single, invoices);
    }

    public String value(String field, String usual) {
        return values.getOrDefault(field, usual);
    }

    /** @throws BadInput naming each field that cannot be read */
    ProposePlan.Wanted wanted(Caller caller, ProposePlan act) {
        Money open = act.open(customerId, invoices, caller.today());
        var typed = new Typed(values, caller.organisation().locale());
        List<Plan.Line> lines =
                typed.text("lines").isEmpty() ? even(typed, open) : lines(typed, caller, open.currency());
        return new ProposePlan.Wanted(customerId, invoices, lines);
    }

    private static List<Plan.Line> even(Typed typed, Money open) {
        String parts = typed.text("parts");
        if (!parts.matches("\\d{1,2}") || Integer.parseInt(parts) < 1 || Integer.parseInt(parts) > MOST_PARTS) {
            typed.refuse("parts", "Give a number of parts from 1 to 60.");
        }
        typed.demand("first", "Give the day of the first part.");
        LocalDate first = typed.day("first");
        typed.check();
        Schedule.Every every = Schedule.Every.read(typed.text("every")).orElse(Schedule.Every.MONTH);
        return Schedule.even(open, Integer.parseInt(parts), Objects.requireNonNull(first), every);
    }

    private static List<Plan.Line> lines(Typed typed, Caller caller, Currency currency) {
        List<Plan.Line> lines = new ArrayList<>();
        for (String line : typed.text("lines").split("\\R")) {
            String[] parts = line.strip().split("\\s+", 2);
            var one = new Typed(
                    Map.of("lines", parts[0], "amount", parts.length < 2 ? "" : parts[1]),
                    caller.organisation().locale());
            LocalDate day = one.day("lines");
            Money amount = one.amount("amount", currency.getCurrencyCode());
            if (day == null || amount == null) {
                throw BadInput.in("lines", "“" + line.strip() + "” is no line: write it as 2026-12-31 50.00.");
            }
            lines.add(new Plan.Line(day, amount));
        }
        return lines;
    }
}
