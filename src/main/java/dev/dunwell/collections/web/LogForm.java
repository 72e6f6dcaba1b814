package dev.dunwell.collections.web;

import dev.dunwell.access.Caller;
import dev.dunwell.kernel.Problem;
import dev.dunwell.ledger.Contacts;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Customers;
import dev.dunwell.ledger.OpenItem;
import dev.dunwell.ledger.OpenItems;
import dev.dunwell.web.NotFound;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fills a form beside a customer: who and what can be chosen, what was typed, what is wrong. */
@Component
class LogForm {

    private final Customers customers;
    private final Contacts contacts;
    private final OpenItems openItems;

    LogForm(Customers customers, Contacts contacts, OpenItems openItems) {
        this.customers = customers;
        this.contacts = contacts;
        this.openItems = openItems;
    }

    /**
     * Which form of which customer.
     *
     * @param values what was typed, {@code from} and {@code focus} among it
     */
    record Asked(long customerId, LogKind kind, Map<String, String> values) {

        @Nullable
        String from() {
            String from = values.get("from");
            return NextRow.isList(from) ? from : null;
        }
    }

    /** Refuses a customer that is not there. */
    @Transactional(readOnly = true)
    public LogView view(Caller caller, Asked asked, List<Problem> problems) {
        Customer customer = customers.byId(asked.customerId()).orElseThrow(() -> new NotFound("customer"));
        List<OpenItem> items = openItems.of(customer.id(), caller.today());
        return new LogView(
                customer,
                asked.kind(),
                LogKind.openTo(caller),
                asked.from(),
                contacts.of(customer.id()),
                items,
                currency(caller, customer, items),
                asked.values(),
                problems,
                !problems.isEmpty() || asked.values().containsKey("focus"));
    }

    /** Whether an invoice is one of the customer's open ones, so that a form cannot reach another customer's. */
    @Transactional(readOnly = true)
    public boolean isOpen(Caller caller, long customerId, long invoiceId) {
        return openItems.of(customerId, caller.today()).stream().anyMatch(item -> item.id() == invoiceId);
    }

    /** Of one of the customer's open invoices; the organisation's when it is none of them. */
    @Transactional(readOnly = true)
    public String currencyOf(Caller caller, long customerId, long invoiceId) {
        return openItems.of(customerId, caller.today()).stream()
                .filter(item -> item.id() == invoiceId)
                .map(item -> item.open().currency())
                .findFirst()
                .orElse(caller.organisation().currency())
                .getCurrencyCode();
    }

    /** Refuses a customer that is not there. */
    @Transactional(readOnly = true)
    public void require(long customerId) {
        if (customers.byId(customerId).isEmpty()) {
            throw new NotFound("customer");
        }
    }

    private static Currency currency(Caller caller, Customer customer, List<OpenItem> items) {
        Currency usual = customer.profile().currency();
        if (!items.isEmpty()) {
            return items.getFirst().open().currency();
        } else {
            return usual == null ? caller.organisation().currency() : usual;
        }
    }
}
