package dev.dunwell.intake.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.intake.formats.table.Source;
import dev.dunwell.intake.formats.table.Table;
import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Files that other systems really wrote. */
@Tag("slow")
class SamplesTest {

    private static final String IBM = "ar/ibm/WA_Fn-UseC_-Accounts-Receivable.csv";
    private static final String DAY_FIRST = "ar/ibm-variant-ddmm/data/WA_Fn-UseC_-Accounts-Receivable.csv";
    private static final String MISSING =
            "ar/ibm-variant-missing/data/WA_Fn-UseC_-Accounts-Receivable_with_missing.csv";

    @Test
    void the_ibm_book_lacks_nothing_but_its_currency() {
        Reader book = invoices(IBM, Map.of());
        assertThat(book.missing()).containsExactly("currency");
        assertThat(book.mapping().columns())
                .isEqualTo(Map.of(
                        "customer_number", "customerID",
                        "number", "invoiceNumber",
                        "issued_on", "InvoiceDate",
                        "due_on", "DueDate",
                        "amount", "InvoiceAmount",
                        "settled_on", "SettledDate",
                        "disputed", "Disputed"));
    }

    @Test
    void the_ibm_book_is_read_without_a_problem() {
        Reader book = invoices(IBM, Map.of("currency", "=USD"));
        assertThat(book.questions()).isEmpty();
        assertThat(book.problems()).isEmpty();
        assertThat(book.typed()).hasSize(2466);
        assertThat(customers(book)).hasSize(100);
        assertThat(book.conventions())
                .contains(new Convention("InvoiceDate", "month-first", "“1/26/2013” in line 3"))
                .contains(new Convention("InvoiceAmount", "decimal-point", "“55.94” in line 2"));
        assertThat(book.invoice(1))
                .isEqualTo(new InvoiceRow(
                        "8976-AMJEO",
                        null,
                        "7900770",
                        LocalDate.of(2013, 1, 26),
                        LocalDate.of(2013, 2, 25),
                        Money.of("61.74", "USD"),
                        LocalDate.of(2013, 3, 3),
                        true,
                        null));
    }

    @Test
    void the_open_items_of_the_ibm_book_are_those_known_of_it() {
        LocalDate day = LocalDate.of(2013, 6, 30);
        List<InvoiceRow> open = invoices(IBM, Map.of("currency", "=USD")).typed().stream()
                .map(InvoiceRow.class::cast)
                .filter(invoice -> !invoice.issuedOn().isAfter(day))
                .filter(invoice ->
                        invoice.settledOn() == null || invoice.settledOn().isAfter(day))
                .toList();
        assertThat(open).hasSize(84);
        assertThat(open.stream().map(InvoiceRow::amount).reduce(Money::plus)).contains(Money.of("5119.85", "USD"));
    }

    @Test
    void the_variant_with_the_day_first_says_the_same() {
        Reader book = invoices(DAY_FIRST, Map.of("currency", "=USD"));
        assertThat(book.conventions())
                .filteredOn(c -> c.answer().equals("day-first"))
                .hasSize(3);
        assertThat(book.problems()).isEmpty();
        assertThat(book.typed())
                .containsExactlyInAnyOrderElementsOf(
                        invoices(IBM, Map.of("currency", "=USD")).typed());
    }

    /** Its 120 blanks stand in columns that mean nothing to receivables, and no invoice is in it twice. */
    @Test
    void the_variant_with_blanks_has_none_that_matter() {
        Reader book = invoices(MISSING, Map.of("currency", "=USD"));
        assertThat(book.typed()).hasSize(2586);
        assertThat(customers(book)).hasSize(100);
        assertThat(book.repeated()).isEmpty();
        assertThat(book.problems()).isEmpty();
        try (Table table = Reader.table(Source.of(Samples.file(MISSING)))) {
            Profile profile = Profile.of(table, book.mapping());
            assertThat(table.headings().stream().filter(heading -> profile.filled(heading) < profile.rows()))
                    .containsExactly("PaperlessDate", "PaperlessBill");
            assertThat(profile.filled("PaperlessDate")).isEqualTo(2586 - 120);
        }
    }

    private static Reader invoices(String sample, Map<String, String> more) {
        return Reader.read(Kind.INVOICES, Source.of(Samples.file(sample)), more, Map.of());
    }

    private static Stream<String> customers(Reader book) {
        return book.typed().stream()
                .map(row -> ((InvoiceRow) row).customerNumber())
                .distinct();
    }
}
