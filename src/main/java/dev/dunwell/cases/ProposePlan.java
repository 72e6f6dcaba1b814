package dev.dunwell.cases;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Problem;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Customers;
import dev.dunwell.ledger.OpenItems;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Proposes that a customer pays some of its invoices in parts, and prints the agreement. Nothing is stopped before the
 * customer accepts it. Refuses invoices that are not the customer's, not open, of several currencies or in another
 * plan, and lines that do not rise or do not sum to what is open.
 */
@Component
public class ProposePlan {

    private static final int MOST_LINES = 60;
    private static final int LONGEST_YEARS = 5;

    private final Customers customers;
    private final OpenItems openItems;
    private final Plans plans;
    private final PlanPaper paper;
    private final JdbcClient db;
    private final Audit audit;

    ProposePlan(Customers customers, OpenItems openItems, Plans plans, PlanPaper paper, JdbcClient db, Audit audit) {
        this.customers = customers;
        this.openItems = openItems;
        this.plans = plans;
        this.paper = paper;
        this.db = db;
        this.audit = audit;
    }

    /**
     * Which invoices, in which parts.
     *
     * @param lines by their days, the earliest first; in the currency of the invoices
     */
    public record Wanted(long customerId, List<Long> invoiceIds, List<Plan.Line> lines) {}

    /** @return the plan's id */
    @Transactional
    public long propose(Caller caller, Wanted wanted) {
        Customer customer = customers.byId(wanted.customerId).orElseThrow(() -> new NotFound("customer"));
        lock(customer);
        Map<Long, Money> chosen = invoices(wanted.customerId, wanted.invoiceIds, caller.today());
        Money open = chosen.values().stream().reduce(Money::plus).orElseThrow();
        checkLines(wanted.lines, open, caller.today());
        List<String> taken = plans.taken(wanted.invoiceIds);
        if (!taken.isEmpty()) {
            throw Refusal.conflict(
                    "plan.taken", "Another plan names %s. End that one first.".formatted(String.join(", ", taken)));
        }
        long id = insert(caller, customer, open);
        name(id, chosen);
        part(id, wanted.lines);
        paper.print(caller, customer, plans.get(id, caller.today()));
        audit.write(
                caller.actor(),
                "plan.proposed",
                "customer",
                customer.id(),
                Map.of("plan", id, "amount", open.toString(), "lines", wanted.lines.size()));
        return id;
    }

    /** What is open of the invoices, all in one currency; the total of a plan. */
    @Transactional(readOnly = true)
    public Money open(long customerId, List<Long> invoiceIds, LocalDate today) {
        return invoices(customerId, invoiceIds, today).values().stream()
                .reduce(Money::plus)
                .orElseThrow();
    }

    /** Two people who propose at once do not name the same invoice. */
    private void lock(Customer customer) {
        db.sql("select id from customer where id = ? for no key update")
                .param(customer.id())
                .query(Long.class)
                .single();
    }

    /** Those that are chosen, with all that is open of each. */
    private Map<Long, Money> invoices(long customerId, List<Long> invoiceIds, LocalDate today) {
        Map<Long, Money> chosen = new LinkedHashMap<>();
        openItems.of(customerId, today).stream()
                .filter(item -> invoiceIds.contains(item.id()))
                .forEach(item -> chosen.merge(item.id(), item.open(), Money::plus));
        if (invoiceIds.isEmpty()) {
            throw BadInput.in("invoices", "Choose the invoices that are paid in parts.");
        } else if (!chosen.keySet().containsAll(invoiceIds)) {
            throw BadInput.in(
                    "invoices", "Choose open invoices of this customer; one of them is settled or another's.");
        } else if (chosen.values().stream().map(Money::currency).distinct().count() > 1) {
            throw BadInput.in("invoices", "Choose invoices of one currency; make another plan for the others.");
        }
        return chosen;
    }

    private static void checkLines(List<Plan.Line> lines, Money open, LocalDate today) {
        List<Problem> problems = new ArrayList<>();
        if (lines.isEmpty() || lines.size() > MOST_LINES) {
            problems.add(new Problem(0, "lines", "Give one to sixty lines, each with a day and an amount."));
        }
        LocalDate before = today.minusDays(1);
        for (Plan.Line line : lines) {
            if (!line.dueOn().isAfter(before) || line.dueOn().isAfter(today.plusYears(LONGEST_YEARS))) {
                problems.add(new Problem(
                        0,
                        "lines",
                        line.dueOn() + " does not fit: days begin today, rise, and end within five years."));
            }
            if (!line.amount().currency().equals(open.currency())
                    || !line.amount().isPositive()) {
                problems.add(new Problem(
                        0,
                        "lines",
                        line.amount() + " does not fit: give amounts in " + open.currency() + " above zero."));
            }
            before = line.dueOn();
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        Money sum = lines.stream().map(Plan.Line::amount).reduce(Money.zero(open.currency()), Money::plus);
        if (!sum.equals(open)) {
            throw BadInput.in("lines", "The lines sum to %s, but %s are open.".formatted(sum, open));
        }
    }

    private long insert(Caller caller, Customer customer, Money open) {
        return db.sql("""
                insert into plan (customer_id, currency, amount, grace_days, proposed_on, author)
                values (:customer, :currency, :amount,
                  case when exists (select 1 from debtor_flag where customer_id = :customer and ended_on is null)
                    then 0 else :grace end,
                  :today, :author)
                returning id
                """)
                .param("customer", customer.id())
                .param("currency", open.currency().getCurrencyCode())
                .param("amount", open.minor())
                .param("grace", caller.organisation().promiseGraceDays())
                .param("today", caller.today())
                .param("author", caller.actor().name())
                .query(Long.class)
                .single();
    }

    private void name(long plan, Map<Long, Money> invoices) {
        db.sql("""
                insert into plan_invoice (plan_id, invoice_id, amount)
                select :plan, i.id, i.amount from unnest(cast(:ids as bigint[]), cast(:amounts as bigint[])) as i (id, amount)
                """)
                .param("plan", plan)
                .param("ids", invoices.keySet().toArray(Long[]::new))
                .param("amounts", invoices.values().stream().map(Money::minor).toArray(Long[]::new))
                .update();
    }

    private void part(long plan, List<Plan.Line> lines) {
        db.sql("""
                insert into plan_line (plan_id, line, due_on, amount)
                select :plan, l.line, l.due_on, l.amount
                from unnest(cast(:days as date[]), cast(:amounts as bigint[])) with ordinality as l (due_on, amount, line)
                """)
                .param("plan", plan)
                .param(
                        "days",
                        lines.stream()
                                .map(Plan.Line::dueOn)
                                .map(LocalDate::toString)
                                .toArray(String[]::new))
                .param(
                        "amounts",
                        lines.stream().map(line -> line.amount().minor()).toArray(Long[]::new))
                .update();
    }
}
