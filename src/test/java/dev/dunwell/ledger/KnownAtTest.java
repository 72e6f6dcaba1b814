package dev.dunwell.ledger;

import static dev.dunwell.ledger.Book.NORA;
import static dev.dunwell.ledger.Book.day;
import static dev.dunwell.ledger.Book.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Actor;
import dev.dunwell.access.Caller;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.Role;
import dev.dunwell.kernel.Money;
import dev.dunwell.web.BadInput;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** I05: a report about a day with the knowledge of a moment is the same for ever. */
@Tag("slow")
@DunwellTest
@ExtendWith(IntegrityExtension.class)
class KnownAtTest {

    @Autowired
    Book book;

    @Autowired
    Knowledge knowledge;

    @Autowired
    AmendInvoice amendInvoice;

    @Autowired
    Organisations organisations;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    private final Random random = new Random(5);

    private String report(LocalDate day, @Nullable Instant knownAt) {
        var asOf = new AsOf(day, knownAt);
        return book.inside(() -> book.doors()
                        .openItems()
                        .page(null, asOf, null, 1000)
                        .rows() + "\n"
                + book.doors().openItems().creditPage(null, asOf, null, 1000).rows() + "\n"
                + book.doors().openItems().totals(null, asOf));
    }

    private Instant now() {
        return book.inside(() -> knowledge.upToNow());
    }

    @Test
    void what_came_to_be_known_later_is_not_in_it() {
        Invoice invoice = book.invoice("acme", "1", eur("100.00"), "2026-01-01", "2026-01-31");
        Instant first = now();
        String then = report(day("2026-02-28"), first);
        assertThat(then).contains("100.00 EUR");

        book.payment("acme", eur("30.00"), "2026-02-15", RecordPayment.Use.OLDEST_FIRST); // back-dated
        assertThat(report(day("2026-02-28"), now())).contains("70.00 EUR");
        assertThat(report(day("2026-02-14"), now())).contains("open=100.00 EUR");

        Instant second = now();
        book.inside(() -> amendInvoice.amend(
                NORA, invoice.id(), new Invoice.Bill(day("2026-01-01"), day("2026-03-31"), eur("90.00"), false, null)));
        assertThat(report(day("2026-02-28"), now())).contains("open=60.00 EUR", "2026-03-31");
        assertThat(report(day("2026-02-28"), second)).contains("open=70.00 EUR", "2026-01-31");
        assertThat(report(day("2026-02-28"), first)).isEqualTo(then);
    }

    @Test
    void a_report_recomputed_after_any_number_of_later_facts_is_the_same_to_the_byte() {
        List<Instant> moments = new ArrayList<>();
        List<String> reports = new ArrayList<>();
        List<LocalDate> days = List.of(day("2026-01-20"), day("2026-02-28"), day("2026-04-15"));
        List<Invoice> invoices = new ArrayList<>();
        for (int round = 0; round < 6; round++) {
            act(round, invoices);
            Instant moment = now();
            moments.add(moment);
            days.forEach(day -> reports.add(report(day, moment)));
            // with all knowledge the facts and the kept open amounts say the same
            days.forEach(day -> assertThat(report(day, moment)).isEqualTo(report(day, null)));
        }
        List<String> again = new ArrayList<>();
        moments.forEach(moment -> days.forEach(day -> again.add(report(day, moment))));
        assertThat(again).isEqualTo(reports);
        assertThat(reports.stream().distinct()).hasSizeGreaterThan(12);
    }

    /** Back-dated documents, payments, reversals, amendments, voids. */
    private void act(int round, List<Invoice> invoices) {
        for (int i = 0; i < 4; i++) {
            Money amount = Money.ofMinor(1_000 + random.nextInt(9_000), random.nextBoolean() ? "EUR" : "JPY");
            String on = day("2026-01-01").plusDays(random.nextInt(60)).toString();
            invoices.add(book.invoice("c" + random.nextInt(2), "I" + round + "-" + i, amount, on, "2026-04-01"));
            book.payment("c" + random.nextInt(2), amount, on, RecordPayment.Use.OLDEST_FIRST);
            book.creditNote("c" + random.nextInt(2), "C" + round + "-" + i, amount, on);
        }
        Invoice amended = invoices.get(random.nextInt(invoices.size()));
        book.inside(() -> amendInvoice.amend(
                NORA,
                amended.id(),
                new Invoice.Bill(
                        amended.bill().issuedOn(),
                        day("2026-05-01").plusDays(round),
                        amended.bill().amount().plus(amended.bill().amount()),
                        false,
                        null)));
        book.allocations(amended).stream()
                .filter(a -> a.reverses() == null && a.reversedBy() == null)
                .findFirst()
                .ifPresent(a -> book.reverse(a.id()));
        voidSomething();
    }

    private void voidSomething() {
        book.inside(() -> transaction.execute(_ -> db.sql("""
                update credit_note
                set voided_at = now()
                where id = (select max(id) from credit_note where voided_at is null)
                """).update()));
    }

    @Test
    void a_moment_is_read_in_the_zone_of_the_organisation_and_must_be_past() {
        Caller caller = book.inside(() -> new Caller(
                organisations.current(), Actor.person("Nora"), Role.CREDIT_MANAGER, null, day("2026-05-04")));
        assertThat(see(caller, null).knownAt()).isNull();
        assertThat(see(caller, null).day()).isEqualTo(day("2026-05-04"));
        assertThat(see(caller, "2026-03-31").knownAt()).isEqualTo("2026-03-31T21:59:59.999999Z"); // Vienna
        assertThat(see(caller, "2026-03-31T09:30").knownAt()).isEqualTo("2026-03-31T07:30:00Z");
        assertThat(see(caller, "2026-03-31T09:30:00Z").knownAt()).isEqualTo("2026-03-31T09:30:00Z");
        assertThatThrownBy(() -> see(caller, "yesterday")).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> see(caller, "2199-01-01"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("to come");
    }

    private AsOf see(Caller caller, @Nullable String knownAt) {
        return book.inside(() -> knowledge.see(caller, new Viewpoint(null, knownAt)));
    }
}
