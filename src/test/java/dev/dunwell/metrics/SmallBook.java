package dev.dunwell.metrics;

import static dev.dunwell.ledger.Book.NORA;
import static dev.dunwell.ledger.Book.day;
import static dev.dunwell.ledger.Book.eur;

import dev.dunwell.access.Staff;
import dev.dunwell.access.Tenant;
import dev.dunwell.ledger.AsOf;
import dev.dunwell.ledger.Book;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.ledger.RecordInvoice;
import dev.dunwell.ledger.RecordPayment;
import dev.dunwell.ledger.Share;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationContext;

/**
 * A book small enough to compute every figure by hand, on 30 June 2026.
 *
 * <p>Issued 1 April 100.00 due 1 May, paid 11 May; 2 May 200.00 due 1 June, 50.00 of it paid on 1 June; 1 June 60.00
 * due 1 July, open; 5 March 40.00 due 20 March, written off on 25 June; from May a second customer: 10 June 90.00 due
 * 20 June, paid 20 June.
 */
final class SmallBook {

    static final LocalDate JUNE = day("2026-06-30");

    final Staff staff;
    final long acme;
    final long borealis;
    private final ApplicationContext house;
    private final Book.Doors doors;
    private final Map<String, Invoice> invoices = new HashMap<>();

    SmallBook(ApplicationContext house) {
        this.house = house;
        this.staff = Staff.of(house);
        this.doors = house.getBean(Book.Doors.class);
        this.acme = inside(() -> customer("ACME", "Acme"));
        this.borealis = inside(() -> customer("BOR", "Borealis"));
        Tenant.runIn(staff.organisation(), this::fill);
    }

    private void fill() {
        invoice(acme, "A-1", "100.00", "2026-04-01", "2026-05-01");
        invoice(acme, "A-2", "200.00", "2026-05-02", "2026-06-01");
        invoice(acme, "A-3", "60.00", "2026-06-01", "2026-07-01");
        invoice(acme, "A-4", "40.00", "2026-03-05", "2026-03-20");
        invoice(borealis, "B-1", "90.00", "2026-06-10", "2026-06-20");
        paid(acme, "A-1", "100.00", "2026-05-11");
        paid(acme, "A-2", "50.00", "2026-06-01");
        paid(borealis, "B-1", "90.00", "2026-06-20");
        doors.writeOff().writeOff(NORA, new Share(id("A-4"), eur("40.00")), "given up", day("2026-06-25"));
        house.getBean(KeepBook.class).keep(JUNE);
    }

    <T> T inside(ScopedValue.CallableOp<T, RuntimeException> work) {
        return Tenant.in(staff.organisation(), work);
    }

    private long customer(String number, String name) {
        return doors.recordCustomer()
                .record(NORA, number, name, Customer.Profile.UNKNOWN)
                .id();
    }

    void invoice(long customer, String number, String amount, String issued, String due) {
        var wanted = new RecordInvoice.Wanted(customer, number, day(issued), day(due), eur(amount), null, List.of());
        invoices.put(number, doors.recordInvoice().record(NORA, wanted));
    }

    private long id(String number) {
        return Objects.requireNonNull(invoices.get(number)).id();
    }

    void paid(long customer, String number, String amount, String on) {
        var use = RecordPayment.Use.named(new Share(id(number), eur(amount)));
        doors.recordPayment().record(NORA, new RecordPayment.Wanted(customer, day(on), eur(amount), null, null, use));
    }

    Value value(String code, LocalDate asOf, Scope scope) {
        return inside(() -> house.getBean(Measure.class)
                .of(Catalogue.of(code), new Measure.Asked(scope, AsOf.today(asOf), 0, null))
                .getFirst()
                .latest()
                .value());
    }
}
