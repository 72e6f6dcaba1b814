package dev.dunwell.cases;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.collections.CustomersTouched;
import dev.dunwell.kernel.Problem;
import dev.dunwell.ledger.Customers;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.ledger.Invoices;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps a question of a customer. Until it is answered nothing is sent about its invoice, or to the whole customer when
 * it names none. Refuses an empty one, a day that has passed, and an invoice of somebody else.
 */
@Component
public class AskQuestion {

    private static final int LONGEST = 4000;

    private final Customers customers;
    private final Invoices invoices;
    private final JdbcClient db;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    AskQuestion(Customers customers, Invoices invoices, JdbcClient db, Audit audit, ApplicationEventPublisher events) {
        this.customers = customers;
        this.invoices = invoices;
        this.db = db;
        this.audit = audit;
        this.events = events;
    }

    /**
     * What was asked.
     *
     * @param invoiceId what it is about; null for the whole customer
     * @param askedBy the person's name; may be empty
     * @param ownerId who answers; null for whoever looks after the customer, or wrote it down
     * @param dueOn until when; null for the next working day
     */
    public record Wanted(
            long customerId,
            @Nullable Long invoiceId,
            String askedBy,
            String text,
            @Nullable Long ownerId,
            @Nullable LocalDate dueOn) {}

    /** @return the question's id */
    @Transactional
    public long ask(Caller caller, Wanted wanted) {
        check(wanted, caller.today());
        LocalDate tomorrow =
                caller.organisation().calendar().onOrAfter(caller.today().plusDays(1));
        long id = db.sql("""
                insert into question (customer_id, invoice_id, asked_by, body, asked_on, due_on, owner_id, author)
                values (:customer, :invoice, :askedBy, :text, :today, :dueOn,
                  coalesce(:owner, (select c.owner_id from customer c where c.id = :customer), :person), :author)
                returning id
                """)
                .param("customer", wanted.customerId)
                .param("invoice", wanted.invoiceId)
                .param("askedBy", wanted.askedBy.strip())
                .param("text", wanted.text.strip())
                .param("today", caller.today())
                .param("dueOn", Objects.requireNonNullElse(wanted.dueOn, tomorrow))
                .param("owner", wanted.ownerId)
                .param("person", caller.personId())
                .param("author", caller.actor().name())
                .query(Long.class)
                .single();
        events.publishEvent(new CustomersTouched(Set.of(wanted.customerId)));
        audit.write(caller.actor(), "question.asked", "customer", wanted.customerId, Map.of("question", id));
        return id;
    }

    private void check(Wanted wanted, LocalDate today) {
        if (customers.byId(wanted.customerId).isEmpty()) {
            throw new NotFound("customer");
        }
        List<Problem> problems = new ArrayList<>();
        if (wanted.text.isBlank() || wanted.text.length() > LONGEST) {
            problems.add(new Problem(0, "text", "Write what they ask, in at most 4000 characters."));
        }
        if (wanted.dueOn != null && wanted.dueOn.isBefore(today)) {
            problems.add(new Problem(0, "dueOn", "This day has passed; give today or a later one."));
        }
        if (wanted.invoiceId != null && !isOf(wanted.invoiceId, wanted.customerId, today)) {
            problems.add(new Problem(0, "invoice", "Name an invoice of this customer, or none."));
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }

    private boolean isOf(long invoiceId, long customerId, LocalDate today) {
        return invoices.byId(invoiceId, today)
                .map(Invoice::customerId)
                .filter(id -> id == customerId)
                .isPresent();
    }
}
