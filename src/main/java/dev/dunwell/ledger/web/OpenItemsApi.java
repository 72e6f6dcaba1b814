package dev.dunwell.ledger.web;

import dev.dunwell.access.Caller;
import dev.dunwell.ledger.Customers;
import dev.dunwell.ledger.OpenCredit;
import dev.dunwell.ledger.OpenItem;
import dev.dunwell.ledger.OpenItems;
import dev.dunwell.web.Listed;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is open as of any day; amounts are decimals as text. */
@RestController
class OpenItemsApi {

    private static final int ITEM_KEYS = 3;
    private static final int CREDIT_KEYS = 3;

    private final Customers customers;
    private final OpenItems openItems;

    OpenItemsApi(Customers customers, OpenItems openItems) {
        this.customers = customers;
        this.openItems = openItems;
    }

    /**
     * An invoice or instalment that is not settled; {@code daysOverdue} is 0 up to and on its due date.
     *
     * @param instalment counted from 1; null for an invoice that is due as a whole
     */
    record Item(
            String invoice,
            @Nullable Integer instalment,
            String customer,
            LocalDate issuedOn,
            LocalDate dueOn,
            int daysOverdue,
            String amount,
            String open,
            String currency) {

        static Item of(OpenItem item, LocalDate asOf) {
            return new Item(
                    item.number(),
                    item.line(),
                    item.customerNumber(),
                    item.issuedOn(),
                    item.dueOn(),
                    item.daysOverdue(asOf),
                    item.amount().amount().toPlainString(),
                    item.open().amount().toPlainString(),
                    item.open().currency().getCurrencyCode());
        }
    }

    /** Money or a credit note that settles nothing yet; the customer is null while the payer is unknown. */
    record Credit(
            String kind,
            long id,
            String number,
            @Nullable String customer,
            LocalDate datedOn,
            String amount,
            String open,
            String currency) {

        static Credit of(OpenCredit credit) {
            return new Credit(
                    credit.source().kind(),
                    credit.source().id(),
                    credit.number(),
                    credit.customerNumber(),
                    credit.datedOn(),
                    credit.amount().amount().toPlainString(),
                    credit.open().amount().toPlainString(),
                    credit.open().currency().getCurrencyCode());
        }
    }

    @Operation(summary = "Open invoices as of a day, of a customer or of all, the earliest due first")
    @GetMapping("/api/v1/open-items")
    Listed<Item> items(
            Caller caller,
            @RequestParam @Nullable LocalDate asOf,
            @RequestParam @Nullable String customer,
            Paging paging) {
        LocalDate day = asOf == null ? caller.today() : asOf;
        return Listed.of(
                openItems.page(customer(customer), day, paging.after(ITEM_KEYS), paging.size()),
                item -> Item.of(item, day));
    }

    @Operation(summary = "Money on account and unused credit notes as of a day, the oldest first")
    @GetMapping("/api/v1/open-credits")
    Listed<Credit> credits(
            Caller caller,
            @RequestParam @Nullable LocalDate asOf,
            @RequestParam @Nullable String customer,
            Paging paging) {
        LocalDate day = asOf == null ? caller.today() : asOf;
        return Listed.of(
                openItems.creditPage(customer(customer), day, paging.after(CREDIT_KEYS), paging.size()), Credit::of);
    }

    private @Nullable Long customer(@Nullable String number) {
        return number == null
                ? null
                : customers
                        .byNumber(number)
                        .orElseThrow(() -> new NotFound("customer"))
                        .id();
    }
}
