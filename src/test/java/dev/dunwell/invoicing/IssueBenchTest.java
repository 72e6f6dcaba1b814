package dev.dunwell.invoicing;

import static dev.dunwell.ledger.Book.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Tenant;
import dev.dunwell.ledger.Customer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How fast invoices are issued, validated, printed, and put on their way: ten a second on two cores at the least. */
@DunwellTest
@Tag("bench")
class IssueBenchTest {

    private static final LocalDate TODAY = day("2026-03-02");
    private static final int INVOICES = 1000;
    private static final int LEAST_A_SECOND = 10;
    private static final long MOST_MEGABYTES_MORE = 50;

    @Autowired
    Shop shop;

    @Autowired
    SendInvoice sendInvoice;

    @Test
    void a_thousand_invoices_with_xml_leave_at_ten_a_second() throws Exception {
        List<Callable<Long>> work = new ArrayList<>();
        for (int i = 0; i < INVOICES; i++) {
            Customer customer = shop.customer("C" + i, "DE", Buyer.Form.FACTUR_X);
            var billable = shop.work(customer, "w" + i, (i + 1) + ".00", "S19", TODAY);
            work.add(() -> {
                Issued issued = shop.issue(TODAY, billable);
                Tenant.runIn(
                        shop.book().organisation(),
                        () -> sendInvoice.send(shop.doors().organisations().current(), issued.id(), TODAY));
                return issued.id();
            });
        }
        work.removeFirst().call(); // rules and fonts are made ready once
        long millis = run(work.subList(0, INVOICES / 2));
        long half = usedMegabytes();
        millis += run(work.subList(INVOICES / 2, work.size()));
        long whole = usedMegabytes();
        String measured = "%d invoices in %d ms on two threads, %d MB used after half, %d MB after all"
                .formatted(INVOICES, millis, half, whole);
        System.out.println(measured);
        assertThat(INVOICES * 1000L / millis).as(measured).isGreaterThanOrEqualTo(LEAST_A_SECOND);
        assertThat(whole).as(measured).isLessThan(half + MOST_MEGABYTES_MORE);
    }

    private static long run(List<Callable<Long>> work) throws Exception {
        long begin = System.nanoTime();
        try (var two = Executors.newFixedThreadPool(2)) {
            for (Future<Long> each : two.invokeAll(work)) {
                each.get();
            }
        }
        return (System.nanoTime() - begin) / 1_000_000;
    }

    private static long usedMegabytes() {
        System.gc();
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
    }
}
