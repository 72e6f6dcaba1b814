package dev.dunwell.invoicing;

import static dev.dunwell.ledger.Book.NORA;

import dev.dunwell.access.Caller;
import dev.dunwell.access.Role;
import dev.dunwell.access.Tenant;
import dev.dunwell.agreements.Billable;
import dev.dunwell.ledger.Contact;
import dev.dunwell.ledger.Customer;
import dev.dunwell.payments.BankAccount;
import dev.dunwell.payments.reference.Scheme;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes sales of every kind in a shop, up to the issued invoice. */
public final class Sales {

    private static final LocalDate LONG_AGO = LocalDate.of(2022, 1, 1);

    private final Shop shop;

    public Sales(Shop shop) {
        this.shop = shop;
        Seller.Look look = new Seller.Look(Map.of("de", "Vielen Dank für Ihren Auftrag."));
        var seller = new Seller(true, Shop.US, "INV", "Steuerfrei nach § 4 Nr. 21 UStG.", look);
        Tenant.runIn(shop.book().organisation(), () -> {
            shop.doors().changeSeller().change(NORA, seller);
            account(Currency.getInstance("CHF"), "CH9300762011623852957");
            account(Currency.getInstance("JPY"), "DE02120300000000202051");
        });
    }

    private void account(Currency currency, String number) {
        var caller = new Caller(shop.organisation(), NORA, Role.ADMINISTRATOR, null, LONG_AGO);
        var address = new BankAccount.Address("Hafenstraße", "12", "20457", "Hamburg", "DE");
        shop.doors()
                .changeBankAccount()
                .change(
                        caller,
                        new BankAccount(
                                currency, Shop.US.name(), number, "BYLADEM1001", "DKB", address, Scheme.RF, LONG_AGO));
    }

    /** To a customer of its own, issued on that day. */
    public Issued sell(Sale sale, LocalDate today) {
        Customer customer = customer(sale);
        List<Billable> work = sale.work(customer.id(), today);
        Tenant.runIn(
                shop.book().organisation(),
                () -> work.forEach(each -> shop.doors().addBillable().add(NORA, each)));
        List<Long> ids = shop.inside(() -> shop.doors().billables().unbilled(LocalDate.MAX)).stream()
                .filter(each -> each.customerId() == customer.id())
                .map(Billable::id)
                .toList();
        var wanted = new IssueInvoice.Wanted(ids, Set.of(Finding.Code.values()), today);
        return shop.inside(() -> shop.doors()
                .documents()
                .byId(shop.doors().issueInvoice().issue(NORA, shop.organisation(), wanted))
                .orElseThrow());
    }

    private Customer customer(Sale sale) {
        return shop.inside(() -> {
            var profile = new Customer.Profile(
                    null, sale.language(), null, null, List.of(), null, sale.terms(), Customer.ContactRule.AUTOMATIC);
            Customer customer = shop.doors().recordCustomer().record(NORA, sale.name(), sale.name(), profile);
            var ana = new Contact.Details("Ana Ruiz", "ana@kunde.example", null, Contact.Role.AP_CLERK, null);
            shop.doors().recordContact().record(NORA, customer.id(), ana);
            shop.doors().changeBuyer().change(NORA, shop.buyer(customer.id(), sale.country(), sale.form()));
            return customer;
        });
    }
}
