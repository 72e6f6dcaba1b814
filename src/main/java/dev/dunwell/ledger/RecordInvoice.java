package dev.dunwell.ledger;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.kernel.Money;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes an invoice into the book, wholly open. Without a due date it falls due by the customer's terms. Refuses a
 * number that is taken, an amount that is not above zero, a due date before the invoice's own, and lines that do not
 * sum to the amount.
 */
@Component
public class RecordInvoice {

    private final Customers customers;
    private final Invoices invoices;
    private final Periods periods;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    RecordInvoice(
            Customers customers, Invoices invoices, Periods periods, Audit audit, ApplicationEventPublisher events) {
        this.customers = customers;
        this.invoices = invoices;
        this.periods = periods;
        this.audit = audit;
        this.events = events;
    }

    /**
     * What was billed.
     *
     * @param dueOn null: by the terms agreed with the customer
     * @param reference what the customer asked to be quoted
     * @param lines may be empty; else they sum to the amount, in its currency
     */
    public record Wanted(
            long customerId,
            String number,
            LocalDate issuedOn,
            @Nullable LocalDate dueOn,
            Money amount,
            @Nullable String reference,
            List<Invoice.Line> lines) {}

    @Transactional
    public Invoice record(Actor actor, Wanted wanted) {
        Customer customer = customers.require(wanted.customerId());
        var bill = new Invoice.Bill(
                wanted.issuedOn(),
                dueOn(wanted, customer.profile().terms()),
                wanted.amount(),
                false,
                wanted.reference());
        new Check().number("number", wanted.number()).done();
        checkBill(bill);
        checkLines(wanted);
        periods.requireOpen(bill.issuedOn());
        long id = insert(wanted, bill);
        events.publishEvent(LedgerChanged.of(customer.id()));
        audit.write(
                actor,
                "invoice.recorded",
                "invoice",
                id,
                Map.of("number", wanted.number(), "customer", customer.number(), "bill", bill.toString()));
        return new Invoice(id, customer.id(), customer.number(), wanted.number(), bill, bill.amount());
    }

    static void checkBill(Invoice.Bill bill) {
        new Check()
                .positive("amount", bill.amount())
                .that(
                        !bill.dueOn().isBefore(bill.issuedOn()),
                        "dueOn",
                        "It is due before it was issued, on " + bill.issuedOn() + ". Give that day or a later one.")
                .optionalText("reference", bill.reference(), 200)
                .done();
    }

    private static LocalDate dueOn(Wanted wanted, @Nullable Terms terms) {
        if (wanted.dueOn() != null) {
            return wanted.dueOn();
        } else if (terms != null) {
            return terms.dueOn(wanted.issuedOn());
        } else {
            throw BadInput.in("dueOn", "Give the due date, or agree terms with the customer first.");
        }
    }

    private static void checkLines(Wanted wanted) {
        if (wanted.lines().isEmpty()) {
            return;
        }
        var check = new Check();
        Money sum = Money.zero(wanted.amount().currency());
        for (Invoice.Line line : wanted.lines()) {
            check.text("lines", line.description(), 500);
            sum = sum.plus(line.amount());
        }
        check.that(
                        sum.equals(wanted.amount()),
                        "lines",
                        "They sum to " + sum + ", the invoice is for " + wanted.amount() + ". Make them equal.")
                .done();
    }

    private long insert(Wanted wanted, Invoice.Bill bill) {
        try {
            long id = invoices.insert(wanted.customerId(), wanted.number(), bill);
            invoices.insert(id, wanted.lines());
            return id;
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict(
                    "number-taken",
                    "There is an invoice " + wanted.number() + " already. Amend that one, or give another number.");
        }
    }
}
