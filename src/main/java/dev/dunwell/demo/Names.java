package dev.dunwell.demo;

import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Customers;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.ledger.Invoices;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds whom and what the words of a story name. */
@Component
class Names {

    private final Customers customers;
    private final Invoices invoices;

    Names(Customers customers, Invoices invoices) {
        this.customers = customers;
        this.invoices = invoices;
    }

    /** A customer, and one of its invoices when that was named. */
    record Party(
            long customerId,
            String customerNumber,
            @Nullable Invoice invoice) {

        @Nullable
        Long invoiceId() {
            return invoice == null ? null : invoice.id();
        }
    }

    Customer customer(Words words) {
        String number = words.next("CUSTOMER");
        return customers
                .byNumber(number)
                .orElseThrow(() -> words.mistake("There is no customer " + number + "; tell of them first."));
    }

    Invoice invoice(Words words) {
        String number = words.next("INVOICE");
        return byNumber(number).orElseThrow(() -> words.mistake("There is no invoice " + number + "."));
    }

    /** An invoice or, when there is none of that number, a customer. */
    Party party(Words words) {
        String number = words.next("INVOICE|CUSTOMER");
        Optional<Party> byInvoice = byNumber(number).map(i -> new Party(i.customerId(), i.customerNumber(), i));
        return byInvoice
                .or(() -> customers.byNumber(number).map(c -> new Party(c.id(), c.number(), null)))
                .orElseThrow(() -> words.mistake("There is neither an invoice nor a customer " + number + "."));
    }

    private Optional<Invoice> byNumber(String number) {
        return invoices.byNumber(number, LocalDate.MAX);
    }
}
