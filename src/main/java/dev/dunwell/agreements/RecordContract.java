package dev.dunwell.agreements;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.kernel.Problem;
import dev.dunwell.ledger.Customers;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes down what was agreed with a customer: a contract with its recurring lines. Refuses a number that is taken, a
 * contract without a line, and lines that contradict themselves.
 */
@Component
public class RecordContract {

    private static final int LONGEST_DESCRIPTION = 300;

    private final JdbcClient db;
    private final Customers customers;
    private final Audit audit;

    RecordContract(JdbcClient db, Customers customers, Audit audit) {
        this.db = db;
        this.customers = customers;
        this.audit = audit;
    }

    /** The contract's head. */
    public record Head(
            long customerId,
            String number,
            String title,
            ZoneId zone,
            Contract.Issue issue,
            boolean together,
            @Nullable String orderReference,
            Contract.@Nullable Accepted acceptance) {}

    /**
     * One line.
     *
     * @param unitPrice net, in major units, from the first period on
     * @param billedUntil what lies before was billed elsewhere; null: nothing was
     */
    public record Line(
            RecurringLine.Item item,
            Recurrence recurrence,
            RecurringLine.Way way,
            RecurringLine.Term term,
            BigDecimal unitPrice,
            @Nullable Indexation indexation,
            @Nullable LocalDate billedUntil) {}

    /** @return the contract's id */
    @Transactional
    public long record(Actor actor, Head head, List<Line> lines) {
        customers.require(head.customerId);
        check(head, lines);
        long id = insert(actor, head);
        lines.forEach(line -> insert(actor, id, line));
        audit.write(
                actor,
                "contract.recorded",
                "customer",
                head.customerId,
                Map.of("contract", head.number, "title", head.title, "lines", lines.toString()));
        return id;
    }

    /** Adds a line to a contract that is there. */
    void add(Actor actor, long contract, Line line) {
        List<Problem> problems = new ArrayList<>();
        check(line, problems);
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        insert(actor, contract, line);
    }

    private static void check(Head head, List<Line> lines) {
        List<Problem> problems = new ArrayList<>();
        if (head.number.isBlank() || head.number.length() > 100) {
            problems.add(new Problem(0, "number", "Give it a number of at most 100 characters."));
        }
        if (head.title.isBlank() || head.title.length() > 200) {
            problems.add(new Problem(0, "title", "Say in at most 200 characters what it is about."));
        }
        if (lines.isEmpty()) {
            problems.add(new Problem(0, "lines", "Give it at least one line to bill."));
        }
        lines.forEach(line -> check(line, problems));
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }

    private static void check(Line line, List<Problem> problems) {
        String description = line.item.description();
        if (description.isBlank() || description.length() > LONGEST_DESCRIPTION) {
            problems.add(new Problem(0, "description", "Say in at most 300 characters what is delivered."));
        }
        if (line.item.quantity().signum() == 0) {
            problems.add(new Problem(0, "quantity", "Give a quantity other than zero."));
        }
        LocalDate last = line.term.lastDay();
        if (last != null && last.isBefore(line.term.firstDay())) {
            problems.add(new Problem(0, "lastDay", "It ends before it begins, on " + line.term.firstDay() + "."));
        }
        if (line.term.firstDay().isBefore(line.recurrence.anchor())) {
            problems.add(new Problem(
                    0, "firstDay", "It begins before its first period, on " + line.recurrence.anchor() + "."));
        }
        Tax.parse(line.item.tax());
    }

    private long insert(Actor actor, Head head) {
        try {
            return db.sql("""
                    insert into contract (customer_id, number, title, zone, issue, together, order_reference, accepted_by,
                      accepted_on, author)
                    values (:customer, :number, :title, :zone, :issue, :together, :order, :by, :on, :author)
                    returning id
                    """)
                    .param("customer", head.customerId)
                    .param("number", head.number.strip())
                    .param("title", head.title.strip())
                    .param("zone", head.zone.getId())
                    .param("issue", head.issue.code())
                    .param("together", head.together)
                    .param("order", head.orderReference)
                    .param("by", head.acceptance == null ? null : head.acceptance.by())
                    .param("on", head.acceptance == null ? null : head.acceptance.on())
                    .param("author", actor.name())
                    .query(Long.class)
                    .single();
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict(
                    "number-taken", "There is a contract " + head.number + " already. Give another number.");
        }
    }

    private void insert(Actor actor, long contract, Line line) {
        Indexation index = line.indexation;
        long id = db.sql("""
                insert into contract_line (contract_id, description, quantity, unit, currency, tax, rule, anchor, timing,
                  proration, first_day, last_day, billed_until, index_percent, index_first_on, index_every)
                values (:contract, :description, :quantity, :unit, :currency, :tax, :rule, :anchor, :timing, :proration,
                  :first, :last, :billedUntil, :percent, :indexOn, :every)
                returning id
                """)
                .param("contract", contract)
                .param("description", line.item.description().strip())
                .param("quantity", line.item.quantity())
                .param("unit", line.item.unit())
                .param("currency", line.item.currency().getCurrencyCode())
                .param("tax", Tax.parse(line.item.tax()).toString())
                .param("rule", line.recurrence.rule())
                .param("anchor", line.recurrence.anchor())
                .param("timing", line.way.timing().code())
                .param("proration", line.way.proration().code())
                .param("first", line.term.firstDay())
                .param("last", line.term.lastDay())
                .param("billedUntil", line.billedUntil == null ? line.term.firstDay() : line.billedUntil)
                .param("percent", index == null ? null : index.percent())
                .param("indexOn", index == null ? null : index.firstOn())
                .param("every", index == null ? null : index.everyMonths())
                .query(Long.class)
                .single();
        db.sql("insert into contract_price (line_id, valid_from, amount, author) values (?, ?, ?, ?)")
                .params(id, line.recurrence.anchor(), line.unitPrice, actor.name())
                .update();
    }
}
