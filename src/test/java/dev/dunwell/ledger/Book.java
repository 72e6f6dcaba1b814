package dev.dunwell.ledger;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Tenant;
import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The book of an organisation made for one test, in short words. Customers and invoices go by their numbers. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class Book {

    public static final Actor NORA = Actor.person("Nora Lindqvist");
    private static final AtomicInteger ORGANISATIONS = new AtomicInteger(1000);

    /** The public doors of the ledger. */
    @Component
    public record Doors(
            RecordCustomer recordCustomer,
            RecordInvoice recordInvoice,
            RecordPayment recordPayment,
            RecordCreditNote recordCreditNote,
            Allocate allocate,
            ReverseAllocation reverseAllocation,
            WriteOff writeOff,
            OpenItems openItems,
            Invoices invoices,
            Allocations allocations) {}

    private final int organisation = ORGANISATIONS.incrementAndGet();
    private final Doors doors;
    private final Map<String, Customer> customers = new HashMap<>();

    Book(Doors doors, JdbcClient db, TransactionTemplate transaction) {
        this.doors = doors;
        Tenant.runIn(
                organisation,
                () -> transaction.executeWithoutResult(_ -> db.sql("""
                insert into organisation (id, name, currency, zone, locale)
                values (:id, :name, 'EUR', 'Europe/Vienna', 'en')
                """)
                        .param("id", organisation)
                        .param("name", "Organisation " + organisation)
                        .update()));
    }

    public int organisation() {
        return organisation;
    }

    public <T> T inside(ScopedValue.CallableOp<T, RuntimeException> work) {
        return Tenant.in(organisation, work);
    }

    public static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    public static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    public Customer customer(String number) {
        return customers.computeIfAbsent(
                number,
                n -> inside(() -> doors.recordCustomer.record(NORA, n, "Customer " + n, Customer.Profile.UNKNOWN)));
    }

    public Invoice invoice(String customer, String number, Money amount, String issuedOn, String dueOn) {
        var wanted = new RecordInvoice.Wanted(
                customer(customer).id(), number, day(issuedOn), day(dueOn), amount, null, List.of());
        return inside(() -> doors.recordInvoice.record(NORA, wanted));
    }

    public Payment payment(String customer, Money amount, String on, RecordPayment.Use use) {
        var wanted = new RecordPayment.Wanted(customer(customer).id(), day(on), amount, null, null, use);
        return inside(() -> doors.recordPayment.record(NORA, wanted).payment());
    }

    public CreditNote creditNote(String customer, String number, Money amount, String on, Share... shares) {
        var wanted =
                new RecordCreditNote.Wanted(customer(customer).id(), number, day(on), amount, null, List.of(shares));
        return inside(() -> doors.recordCreditNote.record(NORA, wanted));
    }

    public void allocate(Source source, Invoice invoice, Money amount, String on) {
        Tenant.runIn(
                organisation,
                () -> doors.allocate.allocate(NORA, source, List.of(new Share(invoice.id(), amount)), day(on)));
    }

    public long reverse(long allocation) {
        return inside(() -> doors.reverseAllocation.reverse(NORA, allocation, null));
    }

    public long writeOff(Invoice invoice, Money amount, String on) {
        return inside(() -> doors.writeOff.writeOff(NORA, new Share(invoice.id(), amount), "given up", day(on)));
    }

    public List<Allocation> allocations(Invoice invoice) {
        return inside(() -> doors.allocations.ofInvoice(invoice.id(), LocalDate.MAX));
    }

    public List<OpenItem> open(String customer, String on) {
        return open(customer, day(on));
    }

    public List<OpenItem> open(String customer, LocalDate on) {
        return inside(() -> doors.openItems.of(customer(customer).id(), on));
    }

    public List<OpenCredit> credits(String customer, String on) {
        return credits(customer, day(on));
    }

    public List<OpenCredit> credits(String customer, LocalDate on) {
        return inside(() -> doors.openItems.creditsOf(customer(customer).id(), on));
    }

    /** What is open of an invoice on a day; empty when it does not exist yet. */
    public Optional<Money> openOf(Invoice invoice, String on) {
        return inside(() -> doors.invoices.byId(invoice.id(), day(on)).map(Invoice::open));
    }

    public Doors doors() {
        return doors;
    }
}
