package dev.dunwell.offers;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.cases.DecidePlan;
import dev.dunwell.cases.Plan;
import dev.dunwell.cases.ProposePlan;
import dev.dunwell.cases.Schedule;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Customers;
import dev.dunwell.ledger.OpenItem;
import dev.dunwell.ledger.OpenItems;
import dev.dunwell.ledger.PaymentMethod;
import dev.dunwell.ledger.Terms;
import dev.dunwell.offers.Offers.Answered;
import dev.dunwell.payments.PreferWay;
import dev.dunwell.web.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down that a customer took an offer and opens what was offered, in one transaction: a plan over all that is
 * overdue in the currency of the largest amount, other terms for what is billed from now on (what is billed already
 * stays due under the terms it was billed under), direct debit at the payer's door. Refuses a second answer, so that
 * nothing is opened twice, and whatever the opened act refuses; then the offer still waits.
 */
@Component
public class AcceptOffer {

    private final Offers offers;
    private final OfferedTerms terms;
    private final Customers customers;
    private final OpenItems openItems;
    private final ProposePlan proposePlan;
    private final DecidePlan decidePlan;
    private final PreferWay preferWay;
    private final Audit audit;

    AcceptOffer(
            Offers offers,
            OfferedTerms terms,
            Customers customers,
            OpenItems openItems,
            ProposePlan proposePlan,
            DecidePlan decidePlan,
            PreferWay preferWay,
            Audit audit) {
        this.offers = offers;
        this.terms = terms;
        this.customers = customers;
        this.openItems = openItems;
        this.proposePlan = proposePlan;
        this.decidePlan = decidePlan;
        this.preferWay = preferWay;
        this.audit = audit;
    }

    /**
     * What was opened, in words.
     *
     * @param at the address of its page
     */
    public record Opened(String what, String at) {}

    /**
     * @param discountPercent of the gross amount, where a discount was offered; else null
     * @return null where a person has to open it
     */
    @Transactional
    public @Nullable Opened accept(Caller caller, long offerId, @Nullable BigDecimal discountPercent) {
        Answered answered = offers.answer(caller, offerId, true);
        Customer customer = customers.byId(answered.customerId()).orElseThrow();
        if (answered.opens().isEmpty()) {
            return null;
        }
        Opened opened = switch (answered.opens().get()) {
            case Opening.Parts parts -> plan(caller, customer, parts);
            case Opening.DueDay due -> terms(customer, terms.dueOn(caller, customer, due.day()));
            case Opening.Discount discount ->
                terms(customer, terms.discounted(caller, customer, discount.days(), discountPercent));
            case Opening.Debit _ -> debit(caller, customer);
        };
        offers.opened(offerId, opened);
        audit.write(
                caller.actor(),
                "offer.opened",
                "customer",
                customer.id(),
                Map.of("offer", offerId, "opened", opened.what()));
        return opened;
    }

    private Opened plan(Caller caller, Customer customer, Opening.Parts wanted) {
        Money largest = offers.overdue(customer.id(), caller.today())
                .orElseThrow(() -> Refusal.because(
                        "offer.nothing-overdue", "Nothing is overdue any more, so there is nothing to pay in parts."));
        List<Long> invoices = openItems.of(customer.id(), caller.today()).stream()
                .filter(item ->
                        item.isOverdue(caller.today()) && item.open().currency().equals(largest.currency()))
                .map(OpenItem::id)
                .distinct()
                .toList();
        Money open = proposePlan.open(customer.id(), invoices, caller.today());
        LocalDate first = wanted.first().isBefore(caller.today()) ? caller.today() : wanted.first();
        List<Plan.Line> lines = Schedule.even(open, wanted.parts(), first, wanted.every());
        long plan = proposePlan.propose(caller, new ProposePlan.Wanted(customer.id(), invoices, lines));
        decidePlan.accept(caller, plan, customer.name());
        return new Opened("A plan of %d parts over %s".formatted(lines.size(), open), "/plans/" + plan);
    }

    private static Opened terms(Customer customer, Terms agreed) {
        return new Opened(
                "Invoices from now on go by “%s”; open ones stay due as they are".formatted(agreed),
                "/customers/" + customer.id() + "/terms");
    }

    private Opened debit(Caller caller, Customer customer) {
        preferWay.prefer(caller.actor(), caller.today(), customer.id(), PaymentMethod.DIRECT_DEBIT);
        return new Opened(
                "Direct debit comes first at the payer's door, which asks for the mandate",
                "/customers/" + customer.id());
    }
}
