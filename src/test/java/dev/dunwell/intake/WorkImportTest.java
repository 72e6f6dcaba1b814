package dev.dunwell.intake;

import static dev.dunwell.ledger.Book.NORA;
import static dev.dunwell.ledger.Book.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Tenant;
import dev.dunwell.agreements.Billable;
import dev.dunwell.agreements.WithdrawBillable;
import dev.dunwell.intake.formats.Kind;
import dev.dunwell.invoicing.Buyer;
import dev.dunwell.invoicing.Issued;
import dev.dunwell.invoicing.Shop;
import dev.dunwell.jobs.DueJobs;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.Customer;
import dev.dunwell.web.Refusal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Hours and expenses come by file, each once, and are billed like what was entered. */
@DunwellTest
@Import(DueJobs.class)
class WorkImportTest {

    private static final String HEAD =
            "number;customer_number;delivered_on;origin;description;quantity;price;currency;tax;reference\n";
    private static final String WORK = HEAD + """
            T-1;ACME;2026-03-02;hours;Trial run;7,5;96,00;EUR;S19;PO-1
            T-2;ACME;2026-03-22;expense;Ferry;;38,50;EUR;7;PO-1
            T-3;OTHER;2026-03-03;hours;Advice;0,25;1.250,10;EUR;AE;
            """;

    @Autowired
    Shop shop;

    @Autowired
    TakeFile takeFile;

    @Autowired
    CommitImport commitImport;

    @Autowired
    UndoImport undoImport;

    @Autowired
    WithdrawBillable withdrawBillable;

    @Autowired
    Batches batches;

    @Autowired
    Problems problems;

    @Autowired
    DueJobs jobs;

    private Customer acme;

    @BeforeEach
    void two_customers() {
        acme = shop.customer("ACME", "DE", Buyer.Form.PDF);
        shop.customer("OTHER", "FR", Buyer.Form.PDF);
    }

    private void bring(String text) {
        Tenant.runIn(
                shop.book().organisation(),
                () -> new Files(takeFile, commitImport, batches, jobs).bring(Kind.BILLABLES, text));
    }

    private Batch looked(Kind kind, String text) {
        return shop.inside(() -> new Files(takeFile, commitImport, batches, jobs).look(kind, text));
    }

    private Batch newest() {
        return shop.inside(() -> batches.newest(1)).getFirst();
    }

    private List<Billable> unbilled() {
        return shop.inside(() -> shop.doors().billables().unbilled(LocalDate.MAX));
    }

    private static String counts(Batch batch) {
        Batch.Counts counts = batch.counts();
        return "new %d, same %d, wrong %d".formatted(counts.fresh(), counts.same(), counts.wrong());
    }

    private List<String> complaints(String rows) {
        Batch batch = looked(Kind.BILLABLES, HEAD + rows);
        return shop.inside(() -> problems.of(batch.id(), 100)).stream()
                .map(problem -> problem.row() + " " + problem.column() + ": " + problem.message())
                .toList();
    }

    @Test
    void quantity_times_price_is_to_be_billed_whatever_the_decimals_look_like() {
        bring(WORK);
        assertThat(unbilled())
                .extracting(each -> each.key() + " " + each.origin().code() + " "
                        + each.quantity().number() + " " + each.quantity().unit() + " " + each.amount() + " "
                        + each.tax() + " " + each.billOn())
                .containsExactlyInAnyOrder(
                        "T-1 hours 7.5 hour 720.00 EUR S19 2026-03-02",
                        "T-2 expense 1 unit 38.50 EUR S7 2026-03-22",
                        "T-3 hours 0.25 hour 312.53 EUR AE 2026-03-03"); // 312.525, half-up
    }

    @Test
    void headings_of_another_house_say_themselves_what_it_is() {
        Batch batch = looked(Kind.ANY, """
                Kundennummer;Leistungsdatum;Leistungsart;Tätigkeit;Stunden;Stundensatz (EUR);Betrag;USt
                ACME;22.03.2026;Stunden;Probelauf;7,5;96,00;720,00;19 %
                """);
        assertThat(batch.kind()).isEqualTo(Kind.BILLABLES);
        assertThat(counts(batch)).isEqualTo("new 1, same 0, wrong 0");
    }

    @Test
    void the_same_file_twice_changes_nothing_and_equal_rows_without_a_number_are_two() {
        bring(WORK);
        bring(WORK);
        assertThat(counts(newest())).isEqualTo("new 0, same 3, wrong 0");
        String twice = HEAD
                + ";ACME;2026-03-02;hours;Call;0,5;96,00;EUR;S19;\n;ACME;2026-03-02;hours;Call;0,50;96,0;EUR;S19;\n";
        bring(twice);
        bring(twice);
        assertThat(counts(newest())).isEqualTo("new 0, same 2, wrong 0");
        assertThat(unbilled()).hasSize(5);
    }

    @Test
    void what_is_wrong_is_named_by_row_and_nothing_of_it_is_guessed() {
        bring(WORK);
        assertThat(complaints("""
                T-1;ACME;2026-03-02;hours;Trial run;8;96,00;EUR;S19;PO-1
                ;NOBODY;2026-03-02;hours;Call;1;96,00;EUR;S19;
                ;ACME;2026-03-02;hours;Call;1;96,00;EUR;S;
                ;ACME;2026-03-02;hours;Call;1;96,00;EUR;0,19;
                ;ACME;2026-03-02;hours;Call;;96,00;EUR;S19;
                ;ACME;2026-03-02;hours;Call;0;96,00;EUR;S19;
                ;ACME;2026-03-02;travel;Call;1;96,00;EUR;S19;
                ;ACME;2026-03-02;hours;Call;1;96,00 USD;EUR;S19;
                contract:1;ACME;2026-03-02;hours;Call;1;96,00;EUR;S19;
                """))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("2 number: This number is known with other values."),
                        second -> assertThat(second)
                                .startsWith("3 customer_number: There is no customer with this number."),
                        third -> assertThat(third).startsWith("4 tax: “S” is no tax: write S and the rate"),
                        fourth -> assertThat(fourth).startsWith("5 tax: “0,19” is no tax"),
                        fifth -> assertThat(fifth).startsWith("6 quantity: The cell is empty"),
                        sixth -> assertThat(sixth).startsWith("7 quantity: The quantity is 0"),
                        seventh -> assertThat(seventh).startsWith("8 origin: “travel” is not a kind of work"),
                        eighth -> assertThat(eighth).startsWith("9 price: “96,00 USD” is not in EUR"),
                        ninth -> assertThat(ninth).startsWith("10 number: Numbers that begin with contract:"));
        assertThat(unbilled()).hasSize(3);
    }

    @Test
    void a_total_that_is_not_quantity_times_price_is_wrong() {
        Batch batch = looked(Kind.BILLABLES, """
                customer_number,delivered_on,description,quantity,price,amount,currency,tax
                ACME,2026-03-02,Right,3,33.335,100.01,EUR,S19
                ACME,2026-03-02,Wrong,3,33.33,100.00,EUR,S19
                """);
        assertThat(shop.inside(() -> problems.of(batch.id(), 10)))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .isEqualTo("3 times 33.33 is 99.99 EUR, and not 100.00 EUR: correct one of the three."));
    }

    @Test
    void it_is_billed_like_what_was_entered_and_then_its_file_stays() {
        bring(WORK);
        long batch = newest().id();
        Billable[] ofAcme = unbilled().stream()
                .filter(each -> each.customerId() == acme.id())
                .toArray(Billable[]::new);
        Issued issued = shop.issue(day("2026-03-31"), ofAcme);
        assertThat(issued.content().sums().gross()).isEqualTo(Money.of("898.00", "EUR")); // 856.80 + 41.20 (41.195)
        assertThat(issued.content().references().order()).isEqualTo("PO-1");
        assertThatThrownBy(() -> Tenant.runIn(shop.book().organisation(), () -> undoImport.undo(NORA, batch)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("“Ferry” of 2026-03-22 was billed on " + issued.number() + " since.");
    }

    @Test
    void a_file_taken_back_leaves_nothing_and_can_come_again() {
        bring(WORK);
        long batch = newest().id();
        Tenant.runIn(shop.book().organisation(), () -> {
            withdrawBillable.withdraw(NORA, unbilled().getFirst().id(), "A gift");
            undoImport.undo(NORA, batch);
        });
        assertThat(unbilled()).isEmpty();
        bring(WORK);
        assertThat(unbilled()).hasSize(3);
    }

    @Test
    void what_was_dropped_stays_dropped_when_its_file_comes_again() {
        bring(WORK);
        Tenant.runIn(
                shop.book().organisation(),
                () -> withdrawBillable.withdraw(NORA, unbilled().getFirst().id(), "A gift"));
        bring(WORK);
        assertThat(unbilled()).hasSize(2);
    }

    @Test
    @Tag("soak")
    void ten_thousand_rows_come_in_within_seconds() {
        String file = IntStream.range(0, 10_000)
                .mapToObj(i -> "T-%d;ACME;2026-03-02;hours;Call %d;1,5;96,00;EUR;S19;".formatted(i, i))
                .collect(Collectors.joining("\n", HEAD, "\n"));
        long began = System.nanoTime();
        bring(file);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
        assertThat(unbilled().stream().mapToLong(each -> each.amount().minor()).sum())
                .isEqualTo(144_00L * 10_000);
        bring(file);
        assertThat(counts(newest())).isEqualTo("new 0, same 10000, wrong 0");
    }
}
