package dev.dunwell.invoicing;

import static dev.dunwell.ledger.Book.NORA;

import dev.dunwell.access.Caller;
import dev.dunwell.access.Organisation;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.Role;
import dev.dunwell.access.Tenant;
import dev.dunwell.agreements.AddBillable;
import dev.dunwell.agreements.Billable;
import dev.dunwell.agreements.Billables;
import dev.dunwell.agreements.ChangeContract;
import dev.dunwell.agreements.Contract;
import dev.dunwell.agreements.Contracts;
import dev.dunwell.agreements.RecordContract;
import dev.dunwell.agreements.Recurrence;
import dev.dunwell.agreements.RecurringLine;
import dev.dunwell.agreements.Span;
import dev.dunwell.agreements.Tax;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.Book;
import dev.dunwell.ledger.Contact;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.RecordContact;
import dev.dunwell.ledger.RecordCustomer;
import dev.dunwell.ledger.Terms;
import dev.dunwell.payments.BankAccount;
import dev.dunwell.payments.ChangeBankAccount;
import dev.dunwell.payments.reference.Scheme;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** A German company that issues its own invoices, made for one test. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class Shop {

    /** The doors that its people use. */
    @Component
    public record Doors(
            ChangeSeller changeSeller,
            ChangeBuyer changeBuyer,
            ChangeBankAccount changeBankAccount,
            RecordCustomer recordCustomer,
            RecordContact recordContact,
            RecordContract recordContract,
            ChangeContract changeContract,
            Contracts contracts,
            AddBillable addBillable,
            Billables billables,
            Proposals proposals,
            IssueInvoice issueInvoice,
            IssueDue issueDue,
            CreditInvoice creditInvoice,
            IssuedDocuments documents,
            Organisations organisations) {}

    public static final Party US = new Party(
            "Meridian Werkstätten GmbH",
            new Party.Address("Hafenstraße 12", "20457", "Hamburg", "DE"),
            "DE136695976",
            "",
            new Party.Endpoint("9930", "DE136695976"),
            new Party.Person("Nora Lindqvist", "+49 40 123456", "nora@meridian.example"));

    private final Book book;
    private final Doors doors;

    Shop(Book book, Doors doors) {
        this.book = book;
        this.doors = doors;
        open();
    }

    public Book book() {
        return book;
    }

    public Doors doors() {
        return doors;
    }

    public <T> T inside(ScopedValue.CallableOp<T, RuntimeException> work) {
        return book.inside(work);
    }

    public Organisation organisation() {
        return inside(doors.organisations::current);
    }

    private void open() {
        var look = new Seller.Look(Map.of("de", "Vielen Dank für Ihren Auftrag."));
        Tenant.runIn(book.organisation(), () -> {
            doors.changeSeller.change(NORA, new Seller(true, US, "INV", "", look));
            for (String currency : List.of("EUR", "USD")) {
                var caller = new Caller(
                        doors.organisations.current(), NORA, Role.ADMINISTRATOR, null, LocalDate.of(2022, 1, 1));
                doors.changeBankAccount.change(
                        caller,
                        new BankAccount(
                                Currency.getInstance(currency),
                                "Meridian Werkstätten GmbH",
                                "DE02120300000000202051",
                                "BYLADEM1001",
                                "Deutsche Kreditbank",
                                null,
                                Scheme.RF,
                                LocalDate.of(2022, 1, 1)));
            }
        });
    }

    /** A customer of a country that buys net 30 and wants its invoices in a form. */
    public Customer customer(String number, String country, Buyer.Form form) {
        return inside(() -> {
            var profile = new Customer.Profile(
                    null, Locale.GERMAN, null, null, List.of(), null, Terms.net(30), Customer.ContactRule.AUTOMATIC);
            Customer customer = doors.recordCustomer.record(NORA, number, "Kunde " + number, profile);
            doors.recordContact.record(
                    NORA,
                    customer.id(),
                    new Contact.Details(
                            "Ana Ruiz",
                            "ana@" + number.toLowerCase(Locale.ROOT) + ".example",
                            null,
                            Contact.Role.AP_CLERK,
                            null));
            doors.changeBuyer.change(NORA, buyer(customer.id(), country, form));
            return customer;
        });
    }

    public Buyer buyer(long customerId, String country, Buyer.Form form) {
        String vatId = switch (country) {
            case "DE" -> "DE123456788";
            case "FR" -> "FR61954506077";
            case "ES" -> "ESA28015865";
            default -> "";
        };
        var party = new Party(
                "Kunde & Söhne",
                new Party.Address("Am Markt 1", "01067", "Dresden", country),
                vatId,
                "",
                new Party.Endpoint(country.equals("FR") ? "9957" : "9930", vatId),
                Party.Person.NOBODY);
        return new Buyer(customerId, party, "04011000-12345-03", Set.of(), form, Buyer.Delivery.MAIL);
    }

    /** A monthly contract from a day on, in advance. */
    public long contract(Customer customer, String number, String price, LocalDate from, Contract.Issue issue) {
        var head = new RecordContract.Head(
                customer.id(), number, "Care", ZoneId.of("Europe/Berlin"), issue, true, null, null);
        return inside(() -> doors.recordContract.record(NORA, head, List.of(line(price, "FREQ=MONTHLY", from, null))));
    }

    public static RecordContract.Line line(String price, String rule, LocalDate from, @Nullable LocalDate last) {
        return new RecordContract.Line(
                new RecurringLine.Item("Wartung", BigDecimal.ONE, "month", Currency.getInstance("EUR"), "S19"),
                Recurrence.parse(rule, from),
                new RecurringLine.Way(RecurringLine.Timing.IN_ADVANCE, RecurringLine.Proration.BY_DAY),
                new RecurringLine.Term(from, last),
                new BigDecimal(price),
                null,
                null);
    }

    /** Something to bill, delivered and billable on a day. */
    public Billable work(Customer customer, String key, String amount, String tax, LocalDate on) {
        Money money = Money.of(amount, "EUR");
        var work = new Billable(
                0,
                customer.id(),
                Billable.Origin.OTHER,
                key,
                "Reparatur " + key,
                Billable.Quantity.ONE,
                money.amount(),
                money,
                Tax.parse(tax),
                new Span(on, on.plusDays(1)),
                on,
                Contract.Issue.AUTOMATIC,
                "",
                null,
                null);
        Tenant.runIn(book.organisation(), () -> doors.addBillable.add(NORA, work));
        return inside(() -> doors.billables.unbilled(LocalDate.MAX)).stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    public IssueDue.Tally night(LocalDate today) {
        return inside(() -> doors.issueDue.run(
                doors.organisations.current(), today, today.atTime(2, 0).toInstant(ZoneOffset.UTC)));
    }

    public Issued issue(LocalDate today, Billable... work) {
        var wanted =
                new IssueInvoice.Wanted(Arrays.stream(work).map(Billable::id).toList(), Set.of(), today);
        return inside(() -> doors.documents
                .byId(doors.issueInvoice.issue(NORA, doors.organisations.current(), wanted))
                .orElseThrow());
    }

    public List<Issued> issued() {
        return inside(() -> doors.documents.latest(10_000)).reversed();
    }
}
