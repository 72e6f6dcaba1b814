package dev.dunwell.ledger;

import static dev.dunwell.ledger.Book.NORA;
import static dev.dunwell.ledger.Book.eur;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Audit;
import dev.dunwell.access.Tenant;
import dev.dunwell.kernel.Money;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Refusal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Sixteen threads do conflicting acts on twenty invoices; what they may not do is refused, and the book stays whole.
 */
@Tag("slow")
@DunwellTest
@ExtendWith(IntegrityExtension.class)
class LedgerStormTest {

    private static final int THREADS = 16;
    private static final int INVOICES = 20;
    private static final Duration LONG = Duration.ofSeconds(Boolean.getBoolean("dunwell.soak") ? 30 : 5);
    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    @Autowired
    Book book;

    @Autowired
    Audit audit;

    private final List<Invoice> invoices = new ArrayList<>();
    private final Queue<Source.Credit> credits = new ConcurrentLinkedQueue<>();
    private final Queue<Long> deductions = new ConcurrentLinkedQueue<>();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger numbers = new AtomicInteger();
    private final ConcurrentHashMap<Throwable, Boolean> failures = new ConcurrentHashMap<>();

    @Test
    void conflicting_acts_of_many_at_once_leave_the_book_whole() throws Exception {
        for (int i = 0; i < INVOICES; i++) {
            invoices.add(
                    book.invoice(i % 2 == 0 ? "acme" : "borealis", "I" + i, eur("100.00"), "2026-01-01", "2026-01-31"));
            pay(new Random(i), RecordPayment.Use.UNAPPLIED);
        }
        long end = System.nanoTime() + LONG.toNanos();
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            List<Callable<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                var random = new Random(i);
                all.add(() -> storm(random, end));
            }
            for (Future<Boolean> each : threads.invokeAll(all)) {
                each.get();
            }
        }
        assertThat(failures.keySet()).isEmpty();
        assertThat(book.inside(audit::firstBreak)).as("the audit is one chain").isEmpty();
        assertThat(done.get()).isGreaterThan(THREADS);
        assertThat(refused.get()).isGreaterThan(0);
    }

    private boolean storm(Random random, long end) {
        while (System.nanoTime() < end) {
            try {
                act(random);
                done.incrementAndGet();
            } catch (Refusal | BadInput | NotFound e) {
                refused.incrementAndGet();
            } catch (RuntimeException e) {
                failures.put(e, true);
            }
        }
        return true;
    }

    private void act(Random random) {
        Invoice invoice = any(random, invoices);
        Source.Credit credit = any(random, List.copyOf(credits));
        Money amount = Money.ofMinor(1 + random.nextInt(9000), "EUR");
        LocalDate on = START.plusDays(random.nextInt(60));
        var doors = book.creditDoors();
        switch (random.nextInt(17)) {
            case 0 -> pay(random, RecordPayment.Use.OLDEST_FIRST);
            case 1 -> pay(random, RecordPayment.Use.named(new Share(invoice.id(), amount)));
            case 2, 3, 4 -> book.allocate(credit, invoice, amount, on.toString());
            case 5, 6 -> reverseOne(random, invoice);
            case 7 -> book.writeOff(invoice, amount, on.toString());
            case 8 -> book.refund(credit, amount, on.toString());
            case 9 -> takeBackOne(credit);
            case 10 -> book.reverse(credit, on.toString());
            case 11 ->
                deductions.add(book.deduct(invoice, amount, on.toString()).id());
            case 12 -> settleOne(random, on);
            case 13 -> transfer(random, credit, amount, on);
            case 14 -> recoverOne(random, invoice, credit, on);
            case 15 -> {
                var wanted = new TakeDiscount.Wanted(invoice.id(), null, amount, on);
                book.inside(() -> doors.takeDiscount().take(NORA, wanted));
            }
            default -> {
                var says = invoice.bill();
                var other = new Invoice.Bill(
                        says.issuedOn(), says.dueOn(), eur("100.00").plus(amount), false, null);
                book.inside(() -> doors.amendInvoice().amend(NORA, invoice.id(), other));
            }
        }
    }

    private void pay(Random random, RecordPayment.Use use) {
        Money amount = Money.ofMinor(1 + random.nextInt(20_000), "EUR");
        String customer = random.nextBoolean() ? "acme" : "borealis";
        credits.add(new Source.OfPayment(
                book.payment(customer, amount, "2026-02-01", use).id()));
    }

    private void reverseOne(Random random, Invoice invoice) {
        List<Allocation> made = book.allocations(invoice);
        if (!made.isEmpty()) {
            book.reverse(any(random, made).id());
        }
    }

    private void takeBackOne(Source.Credit credit) {
        book.inside(() -> book.creditDoors().withdrawals().of(credit, LocalDate.MAX)).stream()
                .filter(w -> w.reverses() == null)
                .findFirst()
                .ifPresent(
                        w -> book.inside(() -> book.creditDoors().takeBack().takeBack(NORA, w.kind(), w.id(), null)));
    }

    private void settleOne(Random random, LocalDate on) {
        if (!deductions.isEmpty()) {
            String number = "D" + numbers.incrementAndGet();
            SettleDeduction.Decision decision = any(
                    random,
                    List.of(
                            new SettleDeduction.Credit(number),
                            new SettleDeduction.ChargeBack(number),
                            new SettleDeduction.GiveUp("small")));
            long id = any(random, List.copyOf(deductions));
            book.inside(() -> book.creditDoors().settleDeduction().settle(NORA, id, decision, on));
        }
    }

    private void transfer(Random random, Source.Credit credit, Money amount, LocalDate on) {
        long to = book.customer(random.nextBoolean() ? "acme" : "borealis").id();
        var wanted = new TransferPayment.Wanted(credit.id(), to, amount, "wrong one", on);
        Payment there = book.inside(() -> book.creditDoors().transferPayment().transfer(NORA, wanted));
        credits.add(new Source.OfPayment(there.id()));
    }

    private void recoverOne(Random random, Invoice invoice, Source.Credit credit, LocalDate on) {
        List<WriteOffs.Standing> lost =
                book.inside(() -> book.creditDoors().writeOffs().standing(invoice.id()));
        if (!lost.isEmpty()) {
            WriteOffs.Standing given = any(random, lost);
            var wanted = new RecoverWriteOff.Wanted(credit.id(), invoice.id(), given.id(), given.amount(), on);
            Tenant.runIn(
                    book.organisation(),
                    () -> book.creditDoors().recoverWriteOff().recover(NORA, wanted));
        }
    }

    private static <T> T any(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
