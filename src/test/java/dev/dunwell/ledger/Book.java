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
import java.util.stream.Stream;
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
            Payments payments,
            Allocations allocations) {}

    /** The doors for what is not a plain payment. */
    @Component
    public record CreditDoors(
            IdentifyPayment identifyPayment,
            RefundCredit refundCredit,
            TransferPayment transferPayment,
            ReverseCredit reverseCredit,
            TakeBack takeBack,
            RecoverWriteOff recoverWriteOff,
            TakeDeduction takeDeduction,
            SettleDeduction settleDeduction,
            TakeDiscount takeDiscount,
            AllowDiscount allowDiscount,
            AmendInvoice amendInvoice,
            ChangeCashRules changeCashRules,
            WriteOffs writeOffs,
            Discounts discounts,
            Withdrawals withdrawals) {}

    private final int organisation = ORGANISATIONS.incrementAndGet();
    private final Doors doors;
    private final CreditDoors creditDoors;
    private final Map<String, Customer> customers = new HashMap<>();

    Book(Doors doors, CreditDoors creditDoors, JdbcClient db, TransactionTemplate transaction) {
        this.doors = doors;
        this.creditDoors = creditDoors;
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

    public void allocate(Source.Credit source, Invoice invoice, Money amount, String on) {
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

    public Payment unidentified(Money amount, String on) {
        var wanted = new RecordPayment.Wanted(null, day(on), amount, "no name", null, RecordPayment.Use.UNAPPLIED);
        return inside(() -> doors.recordPayment.record(NORA, wanted).payment());
    }

    /** An invoice of so many parts, each as {@code 2026-01-31 30.00}. */
    public Invoice instalments(String customer, String number, String issuedOn, String... parts) {
        List<Instalment> instalments = Stream.of(parts)
                .map(part -> part.split(" "))
                .map(part -> new Instalment(day(part[0]), eur(part[1])))
                .toList();
        Money amount =
                instalments.stream().map(Instalment::amount).reduce(Money::plus).orElseThrow();
        var wanted = RecordInvoice.Wanted.of(customer(customer).id(), number, day(issuedOn), null, amount)
                .payableIn(instalments);
        return inside(() -> doors.recordInvoice.record(NORA, wanted));
    }

    public Invoice receivable(String customer, String number, Money amount, Invoice.Kind kind) {
        var wanted = RecordInvoice.Wanted.of(
                        customer(customer).id(), number, day("2026-01-01"), day("2026-02-01"), amount)
                .as(new Invoice.Nature(kind, null));
        return inside(() -> doors.recordInvoice.record(NORA, wanted));
    }

    public long refund(Source.Credit credit, Money amount, String on) {
        return inside(() -> creditDoors.refundCredit.refund(NORA, credit, amount, "by transfer", day(on)));
    }

    public Payment transfer(Payment payment, String to, Money amount, String on) {
        var wanted = new TransferPayment.Wanted(payment.id(), customer(to).id(), amount, "paid by the parent", day(on));
        return inside(() -> creditDoors.transferPayment.transfer(NORA, wanted));
    }

    public long reverse(Source.Credit credit, String on) {
        return inside(() -> creditDoors.reverseCredit.reverse(NORA, credit, "the cheque bounced", day(on)));
    }

    public void recover(Payment payment, Invoice invoice, long writeOff, Money amount, String on) {
        var wanted = new RecoverWriteOff.Wanted(payment.id(), invoice.id(), writeOff, amount, day(on));
        Tenant.runIn(organisation, () -> creditDoors.recoverWriteOff.recover(NORA, wanted));
    }

    public Deduction deduct(Invoice invoice, Money amount, String on) {
        var wanted = new TakeDeduction.Wanted(invoice.id(), null, amount, DeductionCode.DAMAGED, "two broken", day(on));
        return inside(() -> creditDoors.takeDeduction.take(NORA, wanted));
    }

    public Deduction settle(Deduction deduction, SettleDeduction.Decision decision, String on) {
        return inside(() -> creditDoors.settleDeduction.settle(NORA, deduction.id(), decision, day(on)));
    }

    public void tolerate(Money amount) {
        Tenant.runIn(
                organisation,
                () -> creditDoors.changeCashRules.change(NORA, CashRules.Order.OLDEST_DUE, List.of(amount)));
    }

    public void order(CashRules.Order order) {
        Tenant.runIn(organisation, () -> creditDoors.changeCashRules.change(NORA, order, List.of()));
    }

    public List<Allocation> allocations(Invoice invoice) {
        return allocations(invoice.id());
    }

    public List<Allocation> allocations(long invoiceId) {
        return inside(() -> doors.allocations.ofInvoice(invoiceId, LocalDate.MAX));
    }

    /** A customer under these terms, such as {@code 2/10 net 30}. */
    public void terms(String customer, String terms) {
        var profile = Customer.Profile.UNKNOWN.withTerms(Terms.parse(terms), false);
        customers.put(
                customer,
                inside(() -> doors.recordCustomer.record(NORA, customer, "Customer " + customer, profile)));
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

    public CreditDoors creditDoors() {
        return creditDoors;
    }
}
