package dev.dunwell.billing;

import static dev.dunwell.ledger.Book.NORA;
import static dev.dunwell.ledger.Book.day;
import static dev.dunwell.ledger.Book.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dunwell.DunwellTest;
import dev.dunwell.archive.Archive;
import dev.dunwell.copies.InvoiceCopies;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.Book;
import dev.dunwell.ledger.ChangeCustomer;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.DayCount;
import dev.dunwell.ledger.DueRule;
import dev.dunwell.ledger.IntegrityExtension;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.ledger.LateFee;
import dev.dunwell.ledger.PaymentMethod;
import dev.dunwell.ledger.Penalties;
import dev.dunwell.ledger.RecordInvoice;
import dev.dunwell.ledger.RecordPayment;
import dev.dunwell.ledger.RecordTerms;
import dev.dunwell.ledger.Regime;
import dev.dunwell.ledger.Share;
import dev.dunwell.ledger.Terms;
import dev.dunwell.ledger.TermsBook;
import dev.dunwell.ledger.TermsDraft;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DunwellTest
@ExtendWith(IntegrityExtension.class)
class ChargesTest {

    private static final Penalties TEN_PERCENT_AND_A_FEE = new Penalties(
            new Penalties.Interest(BigDecimal.TEN, Penalties.Per.YEAR, DayCount.ACTUAL_365),
            Regime.NONE,
            null,
            LateFee.parse("1: 10.00, 2: 2 %"),
            0);

    @Autowired
    Book book;

    @Autowired
    RecordTerms recordTerms;

    @Autowired
    TermsBook termsBook;

    @Autowired
    ChangeCustomer changeCustomer;

    @Autowired
    LateItems items;

    @Autowired
    LateCharges lateCharges;

    @Autowired
    ClaimCharge claimCharge;

    @Autowired
    PrintClaim printClaim;

    @Autowired
    InvoiceCopies copies;

    @Autowired
    Archive archive;

    @Autowired
    HoldCharge holdCharge;

    @Autowired
    WaiveCharge waiveCharge;

    @Autowired
    AddReferenceRate addReferenceRate;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    private void terms(String name, String due, Penalties penalties, String validFrom) {
        var draft =
                new TermsDraft(DueRule.parse(due), List.of(), 0, Set.of(PaymentMethod.BANK_TRANSFER), penalties, false);
        book.inside(() -> recordTerms.record(NORA, new RecordTerms.Wanted(name, day(validFrom), draft, false)));
    }

    private void agree(String customer, String terms, boolean isConsumer) {
        Customer known = book.customer(customer);
        book.inside(() -> {
            changeCustomer.change(
                    NORA,
                    new Customer(
                            known.id(),
                            known.number(),
                            known.name(),
                            known.profile().withTerms(new Terms(terms), isConsumer)));
            return true;
        });
    }

    private Invoice invoice(String customer, String number, Money amount, String issuedOn, @Nullable String dueOn) {
        LocalDate due = dueOn == null ? null : day(dueOn);
        var wanted = new RecordInvoice.Wanted(
                book.customer(customer).id(), number, day(issuedOn), due, amount, null, List.of());
        return book.inside(() -> book.doors().recordInvoice().record(NORA, wanted));
    }

    /** 100.00, due on 31 January 2026, 10 % a year, a fee of 10.00 at the first stage. */
    private Invoice late() {
        terms("Late", "net 30", TEN_PERCENT_AND_A_FEE, "2020-01-01");
        agree("acme", "Late", false);
        return invoice("acme", "2026/17", eur("100.00"), "2026-01-01", null);
    }

    private LateCosts costs(Invoice invoice, String asOf) {
        return book.inside(() -> items.ofInvoice(invoice.id(), day(asOf)).orElseThrow());
    }

    private Charge claim(Invoice invoice, String stage, String today) {
        return book.inside(() -> claimCharge.claim(NORA, invoice.id(), stage, day(today)));
    }

    @Test
    void an_invoice_twenty_days_late_without_a_price_costs_nothing() {
        agree("plain", "net 30", false);
        Invoice invoice = invoice("plain", "34", eur("100.00"), "2026-01-01", null);
        assertThat(book.<Boolean>inside(
                        () -> items.ofInvoice(invoice.id(), day("2026-02-20")).isEmpty()))
                .isTrue();
        assertThat(book.openOf(invoice, "2026-02-20")).contains(eur("100.00"));
    }

    @Test
    void fifteen_days_late_with_a_fee_of_ten_and_ten_percent_make_110_41() {
        LateCosts costs = costs(late(), "2026-02-15");
        Money interest = costs.at(LateCosts.INTEREST).orElseThrow().amount();
        Money fee = costs.at("stage-1").orElseThrow().amount();
        assertThat(interest).isEqualTo(eur("0.41"));
        assertThat(fee).isEqualTo(eur("10.00"));
        assertThat(interest.plus(fee)).isEqualTo(eur("10.41"));
        assertThat(costs.item().bill().open().plus(interest).plus(fee)).isEqualTo(eur("110.41"));
        assertThat(costs.at("stage-2").orElseThrow().amount()).isEqualTo(eur("2.00"));
    }

    @Test
    void a_fee_lands_on_a_receivable_of_its_own_and_the_customer_owes_both() {
        terms("Ten", "net 30", TEN_PERCENT_AND_A_FEE, "2020-01-01");
        agree("acme", "Ten", false);
        Invoice invoice = invoice("acme", "33", eur("10.00"), "2026-01-01", null);
        Charge fee = claim(invoice, "stage-1", "2026-02-10");
        assertThat(fee.decision().receivableNumber()).isEqualTo("33/F1");
        assertThat(book.open("acme", "2026-02-10"))
                .extracting(item -> item.number() + " " + item.open())
                .containsExactly("33 10.00 EUR", "33/F1 10.00 EUR");
        String kept = book.inside(
                () -> transaction.execute(_ -> db.sql("""
                select kind || ' of ' || origin_id || ', ' || coalesce(terms_id::text, 'no terms')
                from invoice
                where number = '33/F1'
                """).query(String.class).single()));
        assertThat(kept).isEqualTo("fee of " + invoice.id() + ", no terms");
    }

    @Test
    void interest_that_was_claimed_is_never_claimed_again_for_the_same_days() {
        Invoice invoice = late();
        Charge first = claim(invoice, LateCosts.INTEREST, "2026-02-15");
        assertThat(first.amount()).isEqualTo(eur("0.41"));
        assertThat(first.explained()).contains("2026-02-01 to 2026-02-15, 15 days", "0.410959");
        assertThatThrownBy(() -> claim(invoice, LateCosts.INTEREST, "2026-02-15"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("claimed, held or waived already");
        Charge second = claim(invoice, LateCosts.INTEREST, "2026-03-31");
        assertThat(second.from()).isEqualTo("2026-02-16");
        assertThat(second.amount()).isEqualTo(eur("1.21"));
        assertThat(second.decision().receivableNumber()).isEqualTo("2026/17/I2");
        assertThatThrownBy(() -> {
                    claim(invoice, "stage-1", "2026-03-31");
                    claim(invoice, "stage-1", "2026-03-31");
                })
                .isInstanceOf(Refusal.class);
    }

    @Test
    void a_claim_is_put_on_paper_that_explains_it_and_goes_along_with_the_receivable() throws Exception {
        Charge claimed = claim(late(), LateCosts.INTEREST, "2026-02-15");
        assertThat(claimed.hasPaper()).isTrue();
        long receivable = Objects.requireNonNull(claimed.decision().receivableId());
        String hash = book.inside(() -> printClaim.of(claimed.id()).orElseThrow());
        assertThat(book.inside(() -> copies.ofInvoice(receivable)))
                .extracting(copy -> copy.fileName() + " " + copy.hash())
                .containsExactly("I1.pdf " + hash);
        try (PDDocument pdf = Loader.loadPDF(book.inside(() -> archive.bytes(hash)))) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("2026/17/I1", "15 100.00 10.00 % 0.410959", "0.41 EUR", "Legal basis: Late")
                    .doesNotContain("value added tax");
        }
    }

    @Test
    void a_part_payment_and_a_credit_note_lower_what_bears_interest_from_the_next_day() {
        Invoice invoice = late();
        var use = RecordPayment.Use.named(new Share(invoice.id(), eur("40.00")));
        book.payment("acme", eur("40.00"), "2026-02-10", use);
        book.creditNote("acme", "C1", eur("10.00"), "2026-02-20", new Share(invoice.id(), eur("10.00")));
        assertThat(costs(invoice, "2026-02-28")
                        .at(LateCosts.INTEREST)
                        .orElseThrow()
                        .lines())
                .extracting(line -> line.days() + " days on " + line.principal())
                .containsExactly("10 days on 100.00 EUR", "10 days on 60.00 EUR", "8 days on 50.00 EUR");
    }

    @Test
    void an_invoice_paid_late_still_owes_interest_for_the_days_it_was_late() {
        Invoice invoice = late();
        book.payment("acme", eur("100.00"), "2026-02-15", RecordPayment.Use.OLDEST_FIRST);
        assertThat(costs(invoice, "2026-06-01")
                        .at(LateCosts.INTEREST)
                        .orElseThrow()
                        .amount())
                .isEqualTo(eur("0.41"));
        assertThat(claim(invoice, LateCosts.INTEREST, "2026-06-01").amount()).isEqualTo(eur("0.41"));
    }

    @Test
    void instalments_bear_interest_each_from_its_own_day() {
        terms("Parts", "50 % after 0 days, 50 % after 30 days", TEN_PERCENT_AND_A_FEE, "2020-01-01");
        agree("acme", "Parts", false);
        Invoice invoice = invoice("acme", "P", eur("100.00"), "2026-01-01", null);
        assertThat(costs(invoice, "2026-02-10")
                        .at(LateCosts.INTEREST)
                        .orElseThrow()
                        .lines())
                .extracting(line -> line.days() + " days on " + line.principal())
                .containsExactly("30 days on 50.00 EUR", "10 days on 100.00 EUR");
    }

    @Test
    void within_the_grace_nothing_accrues_and_after_it_every_day_counts() {
        terms(
                "Grace",
                "net 30",
                new Penalties(TEN_PERCENT_AND_A_FEE.interest(), Regime.NONE, null, List.of(), 5),
                "2020-01-01");
        agree("acme", "Grace", false);
        Invoice invoice = invoice("acme", "G", eur("1000.00"), "2026-01-01", null);
        assertThat(costs(invoice, "2026-02-05").accrued()).isEmpty();
        assertThat(costs(invoice, "2026-02-06")
                        .at(LateCosts.INTEREST)
                        .orElseThrow()
                        .lines()
                        .getFirst()
                        .days())
                .isEqualTo(6);
        book.payment("acme", eur("1000.00"), "2026-02-05", RecordPayment.Use.OLDEST_FIRST);
        assertThat(costs(invoice, "2026-03-01").accrued()).isEmpty();
    }

    @Test
    void held_interest_is_kept_as_it_stands_and_later_claimed_or_waived() {
        Invoice invoice = late();
        var purpose = new HoldCharge.Purpose(day("2026-03-01"), "if they pay by then");
        Charge held =
                book.inside(() -> holdCharge.hold(NORA, invoice.id(), LateCosts.INTEREST, purpose, day("2026-02-15")));
        assertThat(held.amount()).isEqualTo(eur("0.41"));
        assertThat(claim(invoice, LateCosts.INTEREST, "2026-02-28").amount()).isEqualTo(eur("0.41"));
        assertThat(claim(invoice, LateCosts.INTEREST, "2026-02-28").from()).isEqualTo("2026-02-16");
        Charge fee =
                book.inside(() -> waiveCharge.waive(NORA, invoice.id(), "stage-1", "first time", day("2026-02-28")));
        assertThat(fee.decision().reason()).isEqualTo("first time");
        assertThat(book.inside(() -> lateCharges.rows(null, day("2026-02-28"))))
                .extracting(row -> row.stage() + " " + row.state().code())
                .containsExactly("interest claimed", "interest claimed", "stage-1 waived");
        assertThatThrownBy(() ->
                        book.inside(() -> waiveCharge.waive(NORA, invoice.id(), "stage-2", " ", day("2026-02-28"))))
                .isInstanceOf(BadInput.class);
    }

    @Test
    void a_claim_is_made_once_by_many_at_once() throws Exception {
        Invoice invoice = late();
        List<Callable<Boolean>> tries = IntStream.range(0, 8)
                .mapToObj(_ -> (Callable<Boolean>) () -> {
                    claim(invoice, LateCosts.INTEREST, "2026-02-15");
                    return true;
                })
                .toList();
        int done = 0;
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (Future<Boolean> one : pool.invokeAll(tries)) {
                try {
                    one.get();
                    done++;
                } catch (ExecutionException e) {
                    assertThat(e.getCause()).isInstanceOf(Refusal.class);
                }
            }
        }
        assertThat(done).isEqualTo(1);
        assertThat(book.open("acme", "2026-02-15")).hasSize(2);
    }

    @Test
    void an_invoice_keeps_the_version_it_was_issued_under() {
        Invoice before = late();
        terms("Late", "net 14", Penalties.NONE, "2026-02-01");
        Invoice after = invoice("acme", "18", eur("100.00"), "2026-02-01", null);
        assertThat(before.bill().dueOn()).isEqualTo("2026-01-31");
        assertThat(after.bill().dueOn()).isEqualTo("2026-02-15");
        assertThat(book.inside(
                        () -> termsBook.ofInvoice(before.id()).orElseThrow().number()))
                .isEqualTo(1);
        assertThat(book.inside(
                        () -> termsBook.ofInvoice(after.id()).orElseThrow().number()))
                .isEqualTo(2);
        assertThat(costs(before, "2026-02-15").accrued()).hasSize(1);
        assertThatThrownBy(() -> terms("Late", "net 14", Penalties.NONE, "2026-03-01"))
                .hasMessageContaining("version 2 says already");
        assertThatThrownBy(() -> terms("Late", "net 10", Penalties.NONE, "2026-01-01"))
                .hasMessageContaining("a later one");
        assertThatThrownBy(() -> terms("net 30", "net 45", Penalties.NONE, "2026-01-01"))
                .hasMessageContaining("must say so");
    }

    @Test
    void a_statute_gives_interest_and_a_fixed_sum_and_says_what_rate_is_missing() {
        terms("German", "net 30", new Penalties(null, Regime.DE, null, List.of(), 0), "2020-01-01");
        agree("acme", "German", false);
        agree("private", "German", true);
        Invoice business = invoice("acme", "B", eur("1000.00"), "2026-01-01", null);
        Invoice consumer = invoice("private", "C", eur("1000.00"), "2026-01-01", null);
        assertThat(costs(business, "2026-03-02").accrued())
                .extracting(LateCosts.Piece::amount)
                .containsExactly(eur("8.44"), eur("40.00")); // 10.27 % for 30 days
        assertThat(costs(consumer, "2026-03-02").accrued())
                .extracting(LateCosts.Piece::amount)
                .containsExactly(eur("5.15")); // 6.27 % and no fixed sum
        assertThat(costs(business, "2026-07-01").unknown()).contains("2026-07-01", "Settings → Late payment");
        assertThat(costs(business, "2026-07-01").accrued()).hasSize(1);
        book.inside(() -> {
            addReferenceRate.add(NORA, Reference.DE_BASE, day("2026-07-01"), new BigDecimal("1.27"), "Bundesbank");
            return true;
        });
        assertThat(costs(business, "2026-07-01").unknown()).isEmpty();
        assertThat(costs(business, "2026-07-01")
                        .at(LateCosts.INTEREST)
                        .orElseThrow()
                        .lines())
                .hasSize(2);
    }

    @Test
    void interest_bears_no_interest() {
        Invoice invoice = late();
        Charge claimed = claim(invoice, LateCosts.INTEREST, "2026-02-15");
        long receivable = claimed.decision().receivableId() == null
                ? 0
                : claimed.decision().receivableId();
        assertThat(book.<Boolean>inside(
                        () -> items.ofInvoice(receivable, day("2026-12-31")).isEmpty()))
                .isTrue();
    }
}
