package dev.dunwell.intake.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dunwell.intake.formats.table.Source;
import dev.dunwell.intake.formats.table.Table;
import dev.dunwell.kernel.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class GuessTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            customerID | customer_number
            Kunden-Nr. | customer_number
            N° client | customer_number
            Customer | customer_name
            Invoice # | number
            Invoice No. | number
            invoiceNumber | number
            Rechnungsnummer | number
            Nº factura | number
            FACTURE N° |
            InvoiceDate | issued_on
            date_issued | issued_on
            Date d'émission | issued_on
            DueDate | due_on
            Fällig am | due_on
            Faelligkeit | due_on
            Fecha de vencimiento | due_on
            Échéance | due_on
            InvoiceAmount | amount
            Amount (EUR) | amount
            Betrag in CHF | amount
            Bruttobetrag | amount
            Währung | currency
            SettledDate | settled_on
            Disputed | disputed
            countryCode |
            PaperlessDate |
            DaysLate |
            """)
    void a_heading_that_means_one_thing_is_mapped(String heading, String target) {
        Mapping mapping = Guess.of(Kind.INVOICES, List.of(heading));
        assertThat(mapping.columns().entrySet())
                .filteredOn(entry -> entry.getValue().equals(heading))
                .extracting(Map.Entry::getKey)
                .isEqualTo(target == null ? List.of() : List.of(target));
    }

    @Test
    void a_heading_with_a_rival_is_left_to_a_person() {
        assertThat(Guess.of(Kind.INVOICES, List.of("Amount", "Total")).columns())
                .isEmpty();
        assertThat(Guess.of(Kind.INVOICES, List.of("Amount", "Amount (2)")).columns())
                .isEmpty();
        assertThat(Guess.of(Kind.INVOICES, List.of("Amount", "Invoice Amount")).columns())
                .isEqualTo(Map.of("amount", "Invoice Amount"));
    }

    @Test
    void a_currency_in_the_heading_of_the_amount_stands_for_every_row() {
        assertThat(Guess.of(Kind.INVOICES, List.of("Amount [USD]")).columns())
                .isEqualTo(Map.of("amount", "Amount [USD]", "currency", "=USD"));
        assertThat(Guess.of(Kind.INVOICES, List.of("Amount USD", "Currency")).columns())
                .containsEntry("currency", "Currency");
        assertThat(Guess.of(Kind.INVOICES, List.of("Amount net")).columns()).isEmpty();
    }

    @Test
    void what_is_missing_is_told_with_its_alternatives() {
        assertThat(Kind.INVOICES.missing(new Mapping(Map.of())))
                .containsExactly(
                        "customer_number or customer_name", "number", "issued_on", "due_on", "amount", "currency");
        assertThat(Kind.PAYMENTS.missing(new Mapping(Map.of("invoice_number", "x", "amount", "y"))))
                .containsExactly("currency", "received_on");
    }

    @Test
    void a_mapping_is_a_flat_object_in_json() {
        JsonMapper json = new JsonMapper();
        Mapping mapping = new Mapping(Map.of("number", "Invoice No", "currency", "=EUR"));
        assertThat(json.writeValueAsString(mapping)).isEqualTo("{\"currency\":\"=EUR\",\"number\":\"Invoice No\"}");
        assertThat(json.readValue("{\"number\":\"Invoice No\",\"currency\":\"=EUR\"}", Mapping.class))
                .isEqualTo(mapping);
    }

    @Test
    void a_mapping_to_what_does_not_exist_is_named() {
        Mapping mapping = new Mapping(Map.of("number", "Nr", "colour", "Nr", "tags", "Nr", "currency", "=EUR"));
        assertThat(mapping.problems(Kind.INVOICES, List.of("No", "Date")))
                .extracting(Problem::column, Problem::message)
                .containsExactly(
                        tuple("colour", """
                                “colour” is nothing that invoices have. They have: customer_number, customer_name, number, \
                                issued_on, due_on, amount, currency, open_amount, settled_on, disputed."""),
                        tuple("number", "The file has no column “Nr”. It has: No, Date."),
                        tuple("tags", """
                                “tags” is nothing that invoices have. They have: customer_number, customer_name, number, \
                                issued_on, due_on, amount, currency, open_amount, settled_on, disputed."""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            invoices | accounting/akaunting/invoices.xlsx | amount currency due_on issued_on number
            invoices | accounting/invoiceninja-import/invoice.csv | amount customer_name due_on issued_on number
            invoices | accounting/invoiceninja-import/zoho_invoices.csv | currency customer_name customer_number due_on issued_on number amount
            invoices | accounting/bigcapital/sale-invoices.csv | customer_name due_on issued_on number
            invoices | ar/synthetic-india/improved_invoice_data.csv | amount due_on issued_on number settled_on
            invoices | ar/udyam-vendor/testData.csv | amount due_on issued_on
            customers | accounting/akaunting/customers.xlsx | currency name
            """)
    void headings_of_real_exports_are_known(String kind, String sample, String targets) {
        try (Table table = Reader.table(Source.of(Samples.file(sample)))) {
            assertThat(Guess.of(Kind.ofCode(kind), table.headings()).columns().keySet())
                    .containsExactlyInAnyOrder(targets.split(" ", -1));
        }
    }
}
