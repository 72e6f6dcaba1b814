package dev.dunwell.intake.formats.einvoice;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.dunwell.intake.formats.Samples;
import dev.dunwell.intake.formats.xml.XmlFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Node;

/** The test documents of those who made the standards, with what others read from them. */
@Tag("slow")
class EInvoiceSamplesTest {

    private static final Map<String, Field> COLUMNS = Map.ofEntries(
            Map.entry("id", Field.NUMBER),
            Map.entry("type", Field.TYPE),
            Map.entry("issue", Field.ISSUED),
            Map.entry("due", Field.DUE),
            Map.entry("currency", Field.CURRENCY),
            Map.entry("net", Field.NET),
            Map.entry("gross", Field.GROSS),
            Map.entry("prepaid", Field.PREPAID),
            Map.entry("payable", Field.PAYABLE),
            Map.entry("seller", Field.SELLER),
            Map.entry("buyer", Field.BUYER),
            Map.entry("buyer_ref", Field.BUYER_REFERENCE),
            Map.entry("order_ref", Field.ORDER),
            Map.entry("payment_ref", Field.PAYMENT_REFERENCE),
            Map.entry("iban", Field.IBAN),
            Map.entry("terms", Field.TERMS),
            Map.entry("preceding", Field.PRECEDING));

    /** Peppol's rules for CII, which nobody publishes as a library. */
    private static final String NO_RULES = "unit-CII";

    /** It holds two invoices in two syntaxes; we take the newer one, the others took the older. */
    private static final String TWO_IN_ONE = "einvoice/mustang/validator/src/test/resources/invalidXMP.pdf";

    @Test
    void every_field_of_every_invoice_is_what_others_read_there() throws IOException {
        List<String> different = new ArrayList<>();
        int same = 0;
        for (NamedCsvRecord expected : rows("einvoice_fields")) {
            if (expected.getField("file").equals(TWO_IN_ONE)) {
                continue;
            }
            EInvoice invoice = read(Samples.file(expected.getField("file")));
            different.addAll(difference(expected, "syntax", invoice.syntax().called()));
            for (Map.Entry<String, Field> column : COLUMNS.entrySet()) {
                List<String> found = difference(expected, column.getKey(), invoice.at(column.getValue()));
                different.addAll(found);
                same += found.isEmpty() ? 1 : 0;
            }
        }
        System.out.printf("e-invoices: %d fields agree, %d do not%n", same, different.size());
        assertThat(different).isEmpty();
    }

    @Test
    void every_rule_fails_where_its_test_says_and_only_there() throws Exception {
        List<String> different = new ArrayList<>();
        Map<String, List<byte[]>> fragments = new HashMap<>();
        int same = 0;
        int without = 0;
        for (NamedCsvRecord unit : rows("einvoice_rule_units")) {
            String file = unit.getField("file");
            if (file.contains(NO_RULES)) {
                without++;
                continue;
            }
            if (!fragments.containsKey(file)) {
                fragments.put(file, fragments(Samples.file(file)));
            }
            byte[] fragment = fragments.get(file).get(Integer.parseInt(unit.getField("test_no")) - 1);
            boolean fails = book(file).failures(fragment).stream()
                    .anyMatch(failure -> failure.rule().equals(unit.getField("rule")));
            if (fails == unit.getField("expect").equals("success")) {
                different.add(file + " " + unit.getField("test_no") + " " + unit.getField("expect") + " "
                        + unit.getField("rule"));
            } else {
                same++;
            }
        }
        System.out.printf("rules: %d units agree, %d do not, %d have no rules%n", same, different.size(), without);
        assertThat(different).isEmpty();
    }

    @Test
    void the_examples_of_those_who_made_the_standard_keep_it() throws IOException {
        for (String folder : List.of(
                "en16931/ubl/examples",
                "en16931/cii/examples",
                "en16931/test/testfiles",
                "peppol/rules/examples",
                "xrechnung/business-cases/standard",
                "xrechnung/technical-cases/cius")) {
            try (Stream<Path> files = Files.list(Samples.file("einvoice/" + folder))) {
                for (Path file : files.toList()) {
                    assertThat(document(file).fault()).as(file.toString()).isNull();
                }
            }
        }
    }

    @Test
    void what_breaks_a_rule_is_refused_by_its_name() throws IOException {
        Map<String, String> broken = Map.of(
                "xrechnung-validator/instances/ubl002.xml", "BR-06",
                "xrechnung-validator/instances/ubl005.xml", "BR-03",
                "xrechnung-validator/instances/ubl006.xml", "BR-01",
                "xrechnung-validator/instances/ubl008.xml", "BR-S-01",
                "mustang/validator/src/test/resources/invalidXRV30.xml", "BR-CO-16",
                "mustang/validator/src/test/resources/invalidXRV30_BR-DEC-23.xml", "BR-DEC-23");
        for (Map.Entry<String, String> file : broken.entrySet()) {
            assertThat(document(Samples.file("einvoice/" + file.getKey())).fault())
                    .as(file.getKey())
                    .contains(file.getValue() + ": ");
        }
    }

    @Test
    void a_document_is_checked_in_some_milliseconds() throws IOException {
        Path folder = Samples.file("einvoice/xrechnung/business-cases/standard");
        List<Piece> pieces = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                pieces.add(new Piece(file.getFileName().toString(), Files.readAllBytes(file)));
            }
        }
        pieces.forEach(Document::of);
        long start = System.nanoTime();
        List<Document> documents = pieces.stream().map(Document::of).toList();
        Duration each = Duration.ofNanos((System.nanoTime() - start) / documents.size());
        System.out.printf("e-invoices: %d µs to read and check one%n", each.toNanos() / 1000);
        assertThat(documents)
                .allSatisfy(document -> assertThat(document.fault()).isNull());
        assertThat(each).isLessThan(Duration.ofMillis(200));
    }

    @Test
    void no_sample_is_more_than_read_or_refused() throws IOException {
        Path folder = Samples.file("einvoice");
        try (Stream<Path> files = Files.walk(folder)) {
            Map<String, Long> told = new HashMap<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Document document = Document.of(new Piece(file.toString(), Files.readAllBytes(file)));
                assertThat(document.invoice() != null || document.fault() != null)
                        .isTrue();
                told.merge(
                        document.fault() == null ? "good" : document.invoice() == null ? "none" : "broken",
                        1L,
                        Long::sum);
            }
            System.out.println("e-invoices: " + told);
        }
    }

    private static Rulebook book(String file) {
        if (file.contains("/peppol/")) {
            return Rulebook.PEPPOL_UBL;
        } else {
            return file.contains("/test/cii/") ? Rulebook.EN16931_CII : Rulebook.EN16931_UBL;
        }
    }

    private static List<String> difference(NamedCsvRecord expected, String column, String found) {
        String wanted = plain(expected.getField(column));
        String plain = plain(found);
        boolean same = column.equals("terms")
                ? plain.startsWith(wanted) && wanted.isEmpty() == plain.isEmpty()
                : plain.equals(wanted);
        return same
                ? List.of()
                : List.of(expected.getField("file") + " " + column + ": " + plain + " and not " + wanted);
    }

    /** Spaces are one space, a number is a number, and a day has no zone. */
    private static String plain(String text) {
        String one = text.strip().replaceAll("\\s+", " ").replaceFirst("^(\\d{4}-\\d\\d-\\d\\d)[+Z].*", "$1");
        return one.matches("-?\\d+\\.\\d+")
                ? new BigDecimal(one).stripTrailingZeros().toPlainString()
                : one;
    }

    private static Document document(Path file) throws IOException {
        return Document.of(new Piece(file.getFileName().toString(), Files.readAllBytes(file)));
    }

    private static EInvoice read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        byte[] xml = new Piece("", bytes).isPdf() ? PdfAttachments.invoice(bytes) : bytes;
        assertThat(xml).as(file.toString()).isNotNull();
        try (XmlFile whole = new XmlFile(new ByteArrayInputStream(xml == null ? new byte[0] : xml))) {
            var root = whole.whole();
            Syntax syntax = Syntax.of(root);
            assertThat(syntax).as(file.toString()).isNotNull();
            return EInvoice.of(root, syntax == null ? Syntax.CII : syntax);
        }
    }

    /** The documents inside a set of tests, each by itself. */
    private static List<byte[]> fragments(Path file) throws Exception {
        var factory = DocumentBuilderFactory.newDefaultNSInstance();
        var tests = factory.newDocumentBuilder().parse(file.toFile()).getElementsByTagNameNS("*", "test");
        List<byte[]> fragments = new ArrayList<>();
        for (int i = 0; i < tests.getLength(); i++) {
            for (Node child = tests.item(i).getFirstChild(); child != null; child = child.getNextSibling()) {
                if (child.getNodeType() == Node.ELEMENT_NODE && !"assert".equals(child.getLocalName())) {
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    TransformerFactory.newDefaultInstance()
                            .newTransformer()
                            .transform(new DOMSource(child), new StreamResult(out));
                    fragments.add(out.toByteArray());
                }
            }
        }
        return fragments;
    }

    private static List<NamedCsvRecord> rows(String name) throws IOException {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(Samples.file("expected/" + name + ".csv"))) {
            return rows.stream().collect(Collectors.toList());
        }
    }
}
