package dev.dunwell.intake.formats.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.intake.formats.InvoiceRow;
import dev.dunwell.intake.formats.Kind;
import dev.dunwell.intake.formats.table.Source;
import dev.dunwell.kernel.Money;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Each known export by a small file of its own: {@code intake/layouts-examples.txt} holds them under the name of the
 * layout.
 */
class LayoutsTest {

    @Test
    void every_known_export_is_read_without_a_question() throws IOException {
        Map<String, String> told = new TreeMap<>();
        Map<String, String> expected = new TreeMap<>();
        examples().forEach((head, text) -> {
            String name = head.substring(0, head.indexOf(" | "));
            expected.put(name, name + ": " + head.substring(head.indexOf(" | ") + 3));
            Export export = read(text, kind(name));
            told.put(name, export.told().replace(", again 0, wrong 0", "") + String.join(" ", export.wrong()));
        });
        assertThat(told).containsExactlyInAnyOrderEntriesOf(expected);
        assertThat(expected.keySet())
                .as("each layout that is read has an example")
                .containsAll(LayoutFile.read("/intake/layouts.txt").stream()
                        .filter(layout -> !layout.isRefused())
                        .map(Layout::name)
                        .toList());
    }

    @Test
    void lines_of_an_invoice_are_added_up_and_each_rounded_to_the_cent() throws IOException {
        assertThat(invoice("Bigcapital invoices | 1, left out 1").amount()).isEqualTo(Money.of("120.00", "USD"));
    }

    @Test
    void what_is_open_is_what_was_not_paid() throws IOException {
        assertThat(invoice("Invoice Ninja invoices | 1, left out 1").open()).isEqualTo(Money.of("1020.00", "USD"));
        assertThat(invoice("Akaunting invoices | 1, left out 1").open()).isEqualTo(Money.of("0", "EUR"));
    }

    @Test
    void days_of_payment_make_the_due_date() throws IOException {
        assertThat(invoice("Invoice2go invoices | 1, left out 0").dueOn()).isEqualTo("2026-03-31");
    }

    @Test
    void a_file_of_another_kind_than_was_said_is_refused_with_what_it_is() throws IOException {
        String customers = examples().getOrDefault("Zoho customers | 1, left out 1", "");
        assertThat(read(customers, Kind.PAYMENTS).refusal())
                .isEqualTo("This is a file of Zoho customers (customers) or Zoho customers' people (contacts)."
                        + " Bring it again and say so.");
    }

    @Test
    void entities_in_xml_are_refused() {
        String bomb = """
                <!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]>
                <Payment><TxnDate>&lol2;</TxnDate></Payment>""";
        assertThat(read(bomb, Kind.ANY).refusal()).contains("document type");
        String file = """
                <!DOCTYPE p [<!ENTITY x SYSTEM "file:///etc/passwd">]><Payment><TxnDate>&x;</TxnDate></Payment>""";
        assertThat(read(file, Kind.ANY).refusal()).contains("document type");
    }

    @Test
    void xml_without_end_or_bottom_is_refused() {
        assertThat(read("<Payment><TxnDate>2026-01-01", Kind.ANY).refusal()).contains("damaged");
        assertThat(read("<Payment>" + "<a>".repeat(100_000), Kind.ANY).refusal())
                .contains("nested deeper");
    }

    private static InvoiceRow invoice(String example) throws IOException {
        return (InvoiceRow) read(examples().getOrDefault(example, ""), Kind.INVOICES)
                .typed()
                .getFirst();
    }

    private static Kind kind(String name) {
        return LayoutFile.read("/intake/layouts.txt").stream()
                .filter(layout -> layout.name().equals(name))
                .map(Layout::kind)
                .findFirst()
                .orElseThrow();
    }

    private static Export read(String text, Kind kind) {
        return Export.read(Source.of(text.getBytes(StandardCharsets.UTF_8)), kind);
    }

    private static Map<String, String> examples() throws IOException {
        try (InputStream file = LayoutsTest.class.getResourceAsStream("/intake/layouts-examples.txt")) {
            Map<String, String> examples = new LinkedHashMap<>();
            for (String block : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^=== ")) {
                int end = block.indexOf('\n');
                if (end > 0) {
                    examples.put(block.substring(0, end), block.substring(end + 1));
                }
            }
            return examples;
        }
    }
}
