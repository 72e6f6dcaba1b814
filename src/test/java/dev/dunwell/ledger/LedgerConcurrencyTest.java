package dev.dunwell.ledger;

import static dev.dunwell.ledger.Book.NORA;
import static dev.dunwell.ledger.Book.day;
import static dev.dunwell.ledger.Book.eur;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.DunwellTest;
import dev.dunwell.web.Refusal;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

@DunwellTest
@ExtendWith(IntegrityExtension.class)
class LedgerConcurrencyTest {

    private static final int THREADS = 16;

    @Autowired
    Book book;

    @Test
    void one_invoice_is_never_settled_twice_by_many_at_once() throws Exception {
        Invoice invoice = book.invoice("acme", "1", eur("100.00"), "2026-01-01", "2026-01-31");
        List<Payment> payments = IntStream.range(0, THREADS)
                .mapToObj(_ -> book.payment("acme", eur("60.00"), "2026-02-01", RecordPayment.Use.ON_ACCOUNT))
                .toList();
        long done = succeed(n -> {
            book.allocate(new Source.OfPayment(payments.get(n).id()), invoice, eur("60.00"), "2026-02-01");
            return true;
        });
        assertThat(done).isEqualTo(1);
        assertThat(book.openOf(invoice, "2026-02-01")).contains(eur("40.00"));
    }

    @Test
    void one_payment_is_never_spent_twice_by_many_at_once() throws Exception {
        Payment payment = book.payment("acme", eur("100.00"), "2026-02-01", RecordPayment.Use.ON_ACCOUNT);
        List<Invoice> invoices = IntStream.range(0, THREADS)
                .mapToObj(n -> book.invoice("acme", "I" + n, eur("100.00"), "2026-01-01", "2026-01-31"))
                .toList();
        long done = succeed(n -> {
            book.allocate(new Source.OfPayment(payment.id()), invoices.get(n), eur("60.00"), "2026-02-01");
            return true;
        });
        assertThat(done).isEqualTo(1);
        assertThat(book.credits("acme", "2026-02-01"))
                .extracting(OpenCredit::open)
                .containsExactly(eur("40.00"));
    }

    @Test
    void an_allocation_is_taken_back_once_by_many_at_once() throws Exception {
        Invoice invoice = book.invoice("acme", "1", eur("100.00"), "2026-01-01", "2026-01-31");
        book.payment("acme", eur("100.00"), "2026-02-01", RecordPayment.Use.OLDEST_FIRST);
        long allocation = book.allocations(invoice).getFirst().id();
        assertThat(succeed(_ -> book.reverse(allocation) > 0)).isEqualTo(1);
        assertThat(book.openOf(invoice, "2026-02-01")).contains(eur("100.00"));
    }

    @Test
    void a_repeated_payment_is_taken_once_by_many_at_once() throws Exception {
        var wanted = new RecordPayment.Wanted(
                book.customer("acme").id(),
                day("2026-02-01"),
                eur("10.00"),
                null,
                "bank-1",
                RecordPayment.Use.ON_ACCOUNT);
        assertThat(succeed(_ -> book.inside(() -> book.doors().recordPayment().record(NORA, wanted))
                        .isNew()))
                .isEqualTo(1);
        assertThat(book.credits("acme", "2026-02-01")).hasSize(1);
    }

    private interface Attempt {
        boolean make(int n);
    }

    /** How many of so many attempts at once succeed; the others are refused, and not one fails otherwise. */
    private static long succeed(Attempt attempt) throws Exception {
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            List<Callable<Boolean>> all = IntStream.range(0, THREADS)
                    .<Callable<Boolean>>mapToObj(n -> () -> attempt.make(n))
                    .toList();
            long done = 0;
            for (Future<Boolean> each : threads.invokeAll(all)) {
                done += succeeded(each) ? 1 : 0;
            }
            return done;
        }
    }

    private static boolean succeeded(Future<Boolean> attempt) throws InterruptedException {
        try {
            return attempt.get();
        } catch (ExecutionException e) {
            assertThat(e.getCause()).isInstanceOf(Refusal.class);
            return false;
        }
    }
}
