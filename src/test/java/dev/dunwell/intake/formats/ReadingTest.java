package dev.dunwell.intake.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dunwell.intake.formats.table.Source;
import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ReadingTest {

    private static final String HEADINGS =
            "customer no,invoice no,invoice date,due date,amount,currency,paid on,disputed\n";

    @Test
    void a_german_export_is_understood() {
        Reader book = fixture(Kind.INVOICES, "de-windows.csv");
        assertThat(book.missing()).isEmpty();
        assertThat(book.problems()).isEmpty();
        assertThat(book.typed())
                .containsExactly(
                        new InvoiceRow(
                                "10001",
                                "Müller & Söhne GmbH",
                                "RE-2024-001",
                                LocalDate.of(2024, 1, 5),
                                LocalDate.of(2024, 2, 4),
                                Money.of("1234.56", "EUR"),
                                null,
                                false,
                                null),
                        new InvoiceRow(
                                "10002",
                                "Bäckerei \"Zum Löwen\"; Köln",
                                "RE-2024-002",
                                LocalDate.of(2024, 1, 31),
                                LocalDate.of(2024, 3, 1),
                                Money.of("99", "EUR"),
                                null,
                                true,
                                null),
                        new InvoiceRow(
                                "10001",
                                "Müller & Söhne GmbH",
                                "RE-2024-003",
                                LocalDate.of(2024, 2, 1),
                                LocalDate.of(2024, 3, 2),
                                Money.of("12500", "EUR"),
                                null,
                                false,
                                null));
    }

    @Test
    void a_french_export_is_understood() {
        Reader book = fixture(Kind.INVOICES, "fr-utf16.txt");
        assertThat(book.problems()).isEmpty();
        assertThat(book.typed()).hasSize(3);
        assertThat(book.invoice(0).amount()).isEqualTo(Money.of("1234.50", "EUR"));
        assertThat(book.invoice(1).amount()).isEqualTo(Money.of("12000", "EUR"));
        assertThat(book.invoice(1).customerName()).isEqualTo("L'Œuvre d'été");
        assertThat(book.invoice(2).issuedOn()).isEqualTo("2024-02-04");
    }

    @Test
    void a_spanish_export_is_understood() {
        Reader book = fixture(Kind.INVOICES, "es-bars.csv");
        assertThat(book.problems()).isEmpty();
        assertThat(book.invoice(0))
                .isEqualTo(new InvoiceRow(
                        "7",
                        "Peñalver S.A.",
                        "A/17",
                        LocalDate.of(2024, 1, 31),
                        LocalDate.of(2024, 3, 1),
                        Money.of("1000", "EUR"),
                        null,
                        true,
                        null));
    }

    @Test
    void a_swiss_export_tells_its_currency_in_a_heading() {
        Reader book = fixture(Kind.INVOICES, "ch-apostrophe.csv");
        assertThat(book.mapping().columns()).containsEntry("currency", "=CHF");
        assertThat(book.problems()).isEmpty();
        assertThat(book.invoice(0).amount()).isEqualTo(Money.of("1234567.85", "CHF"));
        assertThat(book.invoice(1).issuedOn()).isEqualTo("2015-12-01");
        assertThat(book.invoice(1).dueOn()).isEqualTo("2015-12-31");
    }

    @Test
    void contacts_are_understood_and_each_fault_is_named() {
        Reader book = fixture(Kind.CONTACTS, "contacts.csv");
        assertThat(book.typed())
                .containsExactly(
                        new ContactRow("C01", "Ana Ruiz", "ana.ruiz@example.com", "+34 600 000 000", "cfo", "es"));
        assertThat(book.repeated()).containsExactly(new Outcome.Repeated(3, 2));
        assertThat(book.problems())
                .extracting(Problem::row, Problem::column)
                .containsExactly(
                        tuple(4L, "E-Mail"),
                        tuple(4L, "Phone"),
                        tuple(4L, "Role"),
                        tuple(4L, "Language"),
                        tuple(5L, "Customer Number"),
                        tuple(6L, "E-Mail"));
    }

    @Test
    void two_equal_payments_are_two_payments() {
        Reader book = fixture(Kind.PAYMENTS, "payments.csv");
        PaymentRow payment = new PaymentRow("C01", "F-1", Money.of("100", "EUR"), LocalDate.of(2024, 2, 1), null, 1);
        assertThat(book.typed())
                .containsExactly(
                        payment,
                        payment.occurring(2),
                        new PaymentRow(
                                null, "F-9", Money.of("12", "USD"), LocalDate.of(2024, 2, 4), "wire second line", 1));
        assertThat(book.problems())
                .containsExactly(
                        new Problem(
                                4,
                                "Customer No",
                                "The row names neither a customer nor an invoice: fill in one of them."),
                        new Problem(
                                5,
                                "Amount",
                                "-5.00 EUR is no payment, as only amounts above 0 are: leave the row out."),
                        new Problem(6, "Amount", "“0.5” has more decimals than JPY, which has 0: correct the amount."));
    }

    @Test
    void customers_are_understood_and_each_fault_is_named() {
        Reader book = fixture(Kind.CUSTOMERS, "customers.csv");
        assertThat(book.typed())
                .containsExactly(new CustomerRow(
                        "1",
                        "Acme",
                        null,
                        "en-US",
                        "Europe/Berlin",
                        Currency.getInstance("EUR"),
                        List.of("vip", "north"),
                        "eve@example.com"));
        assertThat(book.problems())
                .extracting(Problem::message)
                .containsExactly(
                        "“Europe/Berlinn” is not a time zone: write a name such as Europe/Berlin.",
                        "“eve” is not one e-mail address: write it as name@example.com.",
                        "The customer is its own parent: clear the cell or name another customer.",
                        "“XAU” is no currency: write its code of three letters, such as EUR.");
    }

    @Test
    void each_fault_of_an_invoice_is_named_with_its_place_and_its_remedy() {
        assertThat(faults("C1,,2024-01-01,2024-02-01,5,EUR,,"))
                .containsExactly(new Problem(2, "invoice no", "The cell is empty: fill it in."));
        assertThat(faults("C1,1,2024-02-30,soon,x,EUR,,"))
                .containsExactly(
                        new Problem(2, "invoice date", "“2024-02-30” is no day of the calendar: correct it."),
                        new Problem(2, "due date", "“soon” is no date: write it as 2024-01-31."),
                        new Problem(2, "amount", "“x” is no amount: write digits and decimals, such as 1234.50."));
        assertThat(faults("C1,1,2024-02-01,2024-01-01,5,EUR,,"))
                .containsExactly(new Problem(
                        2,
                        "due date",
                        "Due on 2024-01-01, before it was issued on 2024-02-01: correct one of the two."));
        assertThat(faults("C1,1,2024-01-01,2024-02-01,-5,EUR,,"))
                .containsExactly(new Problem(
                        2, "amount", "-5.00 EUR is below 0: take the row out and enter it as a credit note."));
        assertThat(faults("C1,1,2024-01-01,2024-02-01,0,EUR,,"))
                .containsExactly(new Problem(2, "amount", "The amount is 0: leave the row out."));
        assertThat(faults("C1,1,2024-01-01,2024-02-01,0.345,EUR,,"))
                .containsExactly(new Problem(
                        2, "amount", "“0.345” has more decimals than EUR, which has 2: correct the amount."));
        assertThat(faults("C1,1,2024-01-01,2024-02-01,$5,EUR,,"))
                .containsExactly(new Problem(
                        2, "amount", "“$5” is not in EUR, the currency of the row: correct the one or the other."));
        assertThat(faults("C1,1,2024-01-01,2024-02-01,5,EURO,,maybe"))
                .containsExactly(
                        new Problem(
                                2, "currency", "“EURO” is no currency: write its code of three letters, such as EUR."),
                        new Problem(2, "disputed", "“maybe” is neither yes nor no: write yes or no."));
        assertThat(faults("C1,5.13318E+09,2024-01-01,2024-02-01,5,EUR,,"))
                .containsExactly(new Problem(2, "invoice no", """
                “5.13318E+09” was a long number until a spreadsheet rounded it: export the file again, \
                with the column as text."""));
        assertThat(faults("#REF!,1,2024-01-01,2024-02-01,5,EUR,,"))
                .containsExactly(new Problem(
                        2, "customer no", "The cell holds the error #REF!: mend the formula or type the value."));
        assertThat(faults("C1,1,2024-01-01,2024-02-01,99999999999999999999,EUR,,"))
                .hasSize(1);
        assertThat(faults("C1,1,2024-01-01,2024-02-01,999999999999999999,EUR,,"))
                .containsExactly(new Problem(2, "amount", "“999999999999999999” is too large an amount: correct it."));
        assertThat(faults("C1," + "9".repeat(101) + ",2024-01-01,2024-02-01,5,EUR,,"))
                .containsExactly(new Problem(
                        2, "invoice no", "“" + "9".repeat(39) + "…” is longer than 100 characters: shorten it."));
    }

    @Test
    void of_two_rows_with_one_number_the_first_wins() {
        Reader book = Reader.read(Kind.INVOICES, HEADINGS + """
                C1,1,2024-01-01,2024-02-01,5.00,EUR,,
                C1,1,01-Jan-2024,2024-02-01,5,eur,,no
                C1,1,2024-01-01,2024-02-01,6.00,EUR,,
                C2,2,2024-01-01,2024-02-01,7.00,EUR,,
                """);
        assertThat(book.typed()).hasSize(2);
        assertThat(book.repeated()).containsExactly(new Outcome.Repeated(3, 2));
        assertThat(book.problems()).containsExactly(new Problem(4, "invoice no", """
                Row 2 has the same number with other values, and that row is taken: correct or remove one of the two."""));
    }

    @Test
    void a_date_against_the_custom_of_its_column_is_wrong_and_not_turned() {
        StringBuilder rows = new StringBuilder(HEADINGS);
        for (int i = 1; i <= 40; i++) {
            rows.append("C1,%d,1/31/2024,%s,5,EUR,,\n".formatted(i, i == 7 ? "28/2/2024" : "2/28/2024"));
        }
        Reader book = Reader.read(Kind.INVOICES, rows.toString());
        assertThat(book.typed()).hasSize(39);
        assertThat(book.problems())
                .containsExactly(new Problem(
                        8,
                        "due date",
                        "“28/2/2024” is no date with the month first, as in the column: write it as 2024-01-31."));
    }

    @Test
    void what_was_asked_and_not_answered_is_not_guessed() {
        String text = HEADINGS + "C1,1,1/2/2024,3/4/2024,1.500,EUR,,\n";
        Reader unanswered = Reader.read(Kind.INVOICES, text);
        assertThat(unanswered.typed()).isEmpty();
        assertThat(unanswered.questions()).hasSize(3);
        assertThat(unanswered.problems()).hasSize(3);
        Reader answered = Reader.read(
                Kind.INVOICES,
                Source.of(text.getBytes(StandardCharsets.UTF_8)),
                Map.of(),
                Map.of("invoice date", "month-first", "due date", "month-first", "amount", "decimal-comma"));
        assertThat(answered.problems()).isEmpty();
        assertThat(answered.invoice(0).issuedOn()).isEqualTo("2024-01-02");
        assertThat(answered.invoice(0).amount()).isEqualTo(Money.of("1500", "EUR"));
    }

    @Test
    void a_constant_stands_for_every_row_and_is_never_ambiguous() {
        String text = "customer,invoice no,invoice date,amount\nAcme,1,2024-01-01,5\n";
        Source source = Source.of(text.getBytes(StandardCharsets.UTF_8));
        Reader book = Reader.read(Kind.INVOICES, source, Map.of("currency", "=KWD", "due_on", "=2024-03-31"), Map.of());
        assertThat(book.invoice(0).dueOn()).isEqualTo("2024-03-31");
        assertThat(book.invoice(0).amount()).isEqualTo(Money.of("5", "KWD"));
        assertThat(book.invoice(0).customerNumber()).isEqualTo("Acme");
        assertThat(book.invoice(0).disputed()).isNull();
        Reader vague = Reader.read(Kind.INVOICES, source, Map.of("currency", "=KWD", "due_on", "=3/4/2024"), Map.of());
        assertThat(vague.problems())
                .containsExactly(
                        new Problem(2, "due_on", "“3/4/2024” can mean more than one day: write it as 2024-01-31."));
    }

    @Test
    void the_guard_of_an_export_against_formulas_is_taken_off_again() {
        Reader book = Reader.read(Kind.CUSTOMERS, "customer id,name\n1,'=cmd()\n2,'@home\n3,'s Hertogenbosch\n4,'-5\n");
        assertThat(book.typed())
                .extracting(row -> ((CustomerRow) row).name())
                .containsExactly("=cmd()", "@home", "'s Hertogenbosch", "-5");
    }

    private static List<Problem> faults(String row) {
        return Reader.read(Kind.INVOICES, HEADINGS + row + "\n").problems();
    }

    private static Reader fixture(Kind kind, String name) {
        try (InputStream file = Objects.requireNonNull(ReadingTest.class.getResourceAsStream("/intake/" + name))) {
            return Reader.read(kind, Source.of(file.readAllBytes()), Map.of(), Map.of());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
