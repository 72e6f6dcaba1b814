package dev.dunwell.ledger;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.kernel.Money;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Refusal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes an invoice into the book, wholly open, under the version of the customer's terms that is in force on its day,
 * or the one that was accepted for it; interest and fees stand under none. Without a due date it falls due by those
 * terms. Refuses a number that is taken, an amount that is not above zero, a due date before the invoice's own, and
 * lines that do not sum to the amount.
 */
@Component
public class RecordInvoice {

    private final Customers customers;
    private final Invoices invoices;
    private final TermsBook terms;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    RecordInvoice(
            Customers customers, Invoices invoices, TermsBook terms, Audit audit, ApplicationEventPublisher events) {
        this.customers = customers;
        this.invoices = invoices;
        this.terms = terms;
        this.audit = audit;
        this.events = events;
    }

    /**
     * What was billed.
     *
     * @param dueOn null: by the terms agreed with the customer
     * @param reference what the customer asked to be quoted
     * @param lines may be empty; else they sum to the amount, in its currency
     * @param instalments may be empty; else it falls due with the last of them, and they sum to the amount
     * @param termsId the version of terms that was accepted for it; null: the one in force for the customer on its day
     */
    public record Wanted(
            long customerId,
            String number,
            LocalDate issuedOn,
            @Nullable LocalDate dueOn,
            Money amount,
            @Nullable String reference,
            List<Invoice.Line> lines,
            List<Instalment> instalments,
            Invoice.Nature nature,
            @Nullable Long termsId) {

        /** A plain invoice, due as a whole. */
        public Wanted(
                long customerId,
                String number,
                LocalDate issuedOn,
                @Nullable LocalDate dueOn,
                Money amount,
                @Nullable String reference,
                List<Invoice.Line> lines) {
            this(customerId, number, issuedOn, dueOn, amount, reference, lines, List.of(), Invoice.Nature.PLAIN, null);
        }

        public static Wanted of(
                long customerId, String number, LocalDate issuedOn, @Nullable LocalDate dueOn, Money amount) {
            return new Wanted(customerId, number, issuedOn, dueOn, amount, null, List.of());
        }

        public Wanted as(Invoice.Nature other) {
            return new Wanted(
                    customerId, number, issuedOn, dueOn, amount, reference, lines, instalments, other, termsId);
        }

        public Wanted payableIn(List<Instalment> parts) {
            return new Wanted(customerId, number, issuedOn, dueOn, amount, reference, lines, parts, nature, termsId);
        }

        public Wanted under(@Nullable Long version) {
            return new Wanted(
                    customerId, number, issuedOn, dueOn, amount, reference, lines, instalments, nature, version);
        }
    }

    @Transactional
    public Invoice record(Actor actor, Wanted asked) {
        Customer customer = customers.require(asked.customerId());
        TermsVersion agreed = agreed(customer, asked);
        Wanted wanted = scheduled(asked, agreed);
        var bill = new Invoice.Bill(
                        wanted.issuedOn(), dueOn(wanted, agreed), wanted.amount(), false, wanted.reference())
                .with(wanted.instalments());
        new Check().number("number", wanted.number()).done();
        checkBill(bill);
        checkLines(wanted);
        long id = insert(wanted, bill, agreed);
        events.publishEvent(LedgerChanged.of(customer.id()));
        audit.write(
                actor,
                "invoice.recorded",
                "invoice",
                id,
                Map.of("number", wanted.number(), "customer", customer.number(), "bill", bill.toString()));
        return new Invoice(id, customer.id(), customer.number(), wanted.number(), bill, bill.amount(), wanted.nature());
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
        if (!bill.instalments().isEmpty()) {
            checkInstalments(bill);
        }
    }

    private static void checkInstalments(Invoice.Bill bill) {
        var check = new Check();
        Money sum = Money.zero(bill.amount().currency());
        LocalDate before = bill.issuedOn();
        for (Instalment each : bill.instalments()) {
            check.positive("instalments", each.amount())
                    .that(
                            !each.dueOn().isBefore(before),
                            "instalments",
                            "One is due on " + each.dueOn() + ", before " + before + ". Put them in order.");
            sum = sum.plus(each.amount());
            before = each.dueOn();
        }
        check.that(
                        sum.equals(bill.amount()),
                        "instalments",
                        "They sum to " + sum + ", the invoice is for " + bill.amount() + ". Make them equal.")
                .that(
                        before.equals(bill.dueOn()),
                        "dueOn",
                        "The last instalment is due on " + before + ". Give that day.")
                .done();
    }

    private @Nullable TermsVersion agreed(Customer customer, Wanted wanted) {
        if (wanted.termsId() != null) {
            return terms.byId(wanted.termsId()).orElseThrow(() -> new NotFound("version of terms"));
        }
        Terms named = customer.profile().terms();
        return named == null
                ? null
                : terms.inForce(named.name(), wanted.issuedOn()).orElse(null);
    }

    /** In the instalments of the terms, unless it says itself when it is due. */
    private static Wanted scheduled(Wanted wanted, @Nullable TermsVersion agreed) {
        if (agreed == null || wanted.dueOn() != null || !wanted.instalments().isEmpty()) {
            return wanted;
        }
        List<Instalment> parts = agreed.conditions().due().parts(wanted.issuedOn(), wanted.amount()).stream()
                .filter(part -> part.amount().isPositive())
                .sorted(Comparator.comparing(DueRule.Part::dueOn))
                .map(part -> new Instalment(part.dueOn(), part.amount()))
                .toList();
        return parts.size() < 2 ? wanted : wanted.payableIn(parts);
    }

    private static LocalDate dueOn(Wanted wanted, @Nullable TermsVersion agreed) {
        if (!wanted.instalments().isEmpty()) {
            return wanted.instalments().getLast().dueOn();
        } else if (wanted.dueOn() != null) {
            return wanted.dueOn();
        } else if (agreed != null) {
            return agreed.conditions().due().dueOn(wanted.issuedOn());
        } else {
            throw BadInput.in(
                    "dueOn",
                    "Give the due date, or agree terms with the customer that are in force on the invoice's day.");
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

    private long insert(Wanted wanted, Invoice.Bill bill, @Nullable TermsVersion agreed) {
        Long termsId = agreed != null && wanted.nature().kind().isUnderTerms() ? agreed.id() : null;
        try {
            long id = invoices.insert(wanted.customerId(), wanted.number(), bill, wanted.nature(), termsId);
            invoices.insert(id, wanted.lines());
            return id;
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict(
                    "number-taken",
                    "There is an invoice " + wanted.number() + " already. Amend that one, or give another number.");
        }
    }
}
