package dev.dunwell.intake.formats.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.dunwell.intake.formats.Samples;
import dev.dunwell.kernel.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XlsxTableTest {

    @Test
    void numbers_dates_and_texts_are_what_the_sheet_means() throws IOException {
        Table table = table(book(sheet -> {
            row(sheet, 0, "No", "Issued", "Amount", "Disputed", "Note");
            sheet.value(1, 0, 5133177585L);
            sheet.value(1, 1, LocalDate.of(2024, 1, 31));
            sheet.style(1, 1).format("dd/mm/yyyy").set();
            sheet.value(1, 2, new BigDecimal("1234.5"));
            sheet.value(1, 3, true);
            sheet.value(1, 4, " Zürich ");
            sheet.value(2, 0, "RE-1");
            sheet.value(2, 1, LocalDateTime.of(2024, 2, 29, 13, 45));
            sheet.style(2, 1).format("yyyy-mm-dd hh:mm").set();
            sheet.value(2, 2, 0.1 + 0.2);
            sheet.value(4, 0, "after a blank row");
        }));
        assertThat(table.origin()).isEqualTo("Excel workbook, sheet “Sheet 1”");
        assertThat(table.headings()).containsExactly("No", "Issued", "Amount", "Disputed", "Note");
        List<Row> rows = rows(table);
        assertThat(rows).extracting(Row::number).containsExactly(2L, 3L, 5L);
        assertThat(rows.get(0).cells()).containsExactly("5133177585", "2024-01-31", "1234.5", "true", " Zürich ");
        assertThat(rows.get(1).cells()).containsExactly("RE-1", "2024-02-29", "0.3");
        assertThat(rows.get(0).isExact(2)).isTrue();
        assertThat(rows.get(1).isExact(0)).isFalse();
        assertThat(rows).allMatch(row -> row.problem() == null);
    }

    @Test
    void a_value_beside_the_headings_is_named() throws IOException {
        Table table = table(book(sheet -> {
            row(sheet, 0, "a", "b");
            row(sheet, 1, "1", "2", "3");
        }));
        assertThat(rows(table).getFirst().problem())
                .isEqualTo(new Problem(2, "", "The row has 3 cells and the headings 2: name every column."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            14    |                       | true
            22    |                       | true
            0     |                       | false
            2     |                       | false
            45    |                       | false
            165   | dd/mm/yyyy            | true
            166   | [$-409]d-mmm-yy;@     | true
            167   | "Day "0               | false
            168   | #,##0.00 [$€-407]     | false
            169   | [Red]0.00             | false
            170   | h:mm:ss               | false
            171   | \\d0                  | false
            172   | _-* #,##0.00          | false
            """)
    void a_format_with_a_day_or_a_year_makes_a_number_a_date(String id, String code, boolean date) {
        assertThat(XlsxDates.isDateFormat(id, code)).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource({"1,1900-01-01", "59,1900-02-28", "61,1900-03-01", "45322,2024-01-31", "45322.75,2024-01-31"})
    void days_are_counted_as_excel_counts_them(BigDecimal count, LocalDate day) {
        assertThat(new XlsxDates(new BitSet(), LocalDate.of(1899, 12, 30)).day(count))
                .isEqualTo(day);
    }

    @Test
    void the_calendar_of_1904_is_heeded() {
        Map<String, String> parts = parts("""
                <row r="1"><c r="A1" t="inlineStr"><is><t>Due</t></is></c></row>
                <row r="2"><c r="A2" s="1"><v>0.5</v></c></row><row r="3"><c r="A3" s="1"><v>43860</v></c></row>""");
        parts.computeIfPresent(
                "xl/workbook.xml", (name, xml) -> xml.replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>"));
        parts.put(
                "xl/styles.xml",
                "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
        assertThat(rows(table(zip(parts)))).extracting(row -> row.cell(0)).containsExactly("0.5", "2024-01-31");
    }

    @Test
    void rich_and_shared_texts_and_odd_cells_are_read() {
        Map<String, String> parts = parts("""
                <row><c t="s"><v>0</v></c><c t="inlineStr"><is><r><t>In</t></r><r><t>voice</t></r></is></c></row>
                <row><c t="d"><v>2024-01-31T00:00:00</v></c><c t="str"><f>A1</f><v>sum</v></c></row>
                <row><c t="e"><v>#REF!</v></c><c><v>1E3</v></c></row>
                <row><c t="s"><v>7</v></c><c><v>1E999999999</v></c></row>""");
        parts.put("xl/sharedStrings.xml", "<sst><si><t>Da</t><rPh><t>hidden</t></rPh><r><t>te</t></r></si></sst>");
        Table table = table(zip(parts));
        assertThat(table.headings()).containsExactly("Date", "Invoice");
        List<Row> rows = rows(table);
        assertThat(rows.get(0).cells()).containsExactly("2024-01-31T00:00:00", "sum");
        assertThat(rows.get(1).cells()).containsExactly("#REF!", "1000");
        assertThat(rows.get(2).problem()).isNotNull();
    }

    @Test
    void the_first_visible_sheet_with_rows_is_read() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            workbook.newWorksheet("Empty").value(0, 0, "");
            Worksheet hidden = workbook.newWorksheet("Hidden");
            hidden.setVisibilityState(VisibilityState.HIDDEN);
            row(hidden, 0, "x");
            row(workbook.newWorksheet("Open items"), 0, "No", "Due");
        }
        Table table = table(bytes.toByteArray());
        assertThat(table.origin()).isEqualTo("Excel workbook, sheet “Open items”, the first with rows of 3 sheets");
        assertThat(table.headings()).containsExactly("No", "Due");
    }

    @Test
    void a_sheet_that_breaks_off_says_so() {
        Map<String, String> parts =
                parts("<row><c t=\"str\"><v>No</v></c></row>" + "<row><c><v>1</v></c></row>".repeat(300));
        parts.computeIfPresent("xl/worksheets/sheet1.xml", (name, xml) -> xml.substring(0, xml.length() - 50));
        Table table = table(zip(parts));
        try (Rows rows = table.rows()) {
            rows.forEachRemaining(row -> {});
            assertThat(rows.cutShort()).isEqualTo(new Problem(301, "", """
                    Nothing after row 300 was read. The workbook is damaged (xl/worksheets/sheet1.xml): \
                    open it in Excel and save it again."""));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x.dtd\">",
                "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>",
                "<!DOCTYPE x [<!ENTITY % p SYSTEM \"http://127.0.0.1:1/p\"> %p;]>"
            })
    void a_document_type_is_refused_unread(String doctype) {
        Map<String, String> parts = parts("<row><c t=\"inlineStr\"><is><t>&a;&b;</t></is></c></row>");
        parts.computeIfPresent("xl/worksheets/sheet1.xml", (name, xml) -> doctype + xml);
        assertThat(refusal(zip(parts))).contains("declares entities");
    }

    @Test
    void a_bomb_is_refused_at_once() {
        byte[] dense = zip(parts(" ".repeat(30 << 20)));
        byte[] lying = lying(zip(parts(" ".repeat(250 << 20))));
        Map<String, String> many = parts("");
        for (int i = 0; i < 100_000; i++) {
            many.put("x/" + i, "");
        }
        byte[] crowd = zip(many);
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertThat(refusal(dense)).contains("larger than 200 MB when unpacked");
            assertThat(refusal(lying)).contains("larger than 200 MB when unpacked");
            assertThat(refusal(crowd)).contains("100,004 parts");
        });
    }

    @Test
    void depth_width_and_formulas_do_no_harm() {
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertThat(refusal(zip(parts("<a>".repeat(100_000))))).contains("damaged");
            assertThat(rows(table(zip(parts("""
                    <row r="1"><c r="A1" t="str"><v>a</v></c></row><row r="2"><c r="ZZZZZZ2"><v>1</v></c></row>""")))).getFirst().problem()).isNotNull();
            StringBuilder arrays = new StringBuilder("<row><c t=\"str\"><v>a</v></c></row>");
            for (int i = 2; i < 50_000; i++) {
                arrays.append("<row><c><f t=\"array\" ref=\"A%d\">1</f><v>1</v></c></row>".formatted(i));
            }
            assertThat(rows(table(zip(parts(arrays.toString()))))).hasSize(49_998);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "/etc/x", "a\\b", "xl/vbaProject.bin"})
    void a_part_that_no_sheet_needs_is_refused(String name) {
        Map<String, String> parts = parts("<row><c t=\"str\"><v>a</v></c></row>");
        parts.put(name, "x");
        assertThat(refusal(zip(parts))).startsWith("The workbook holds ");
    }

    @Test
    void what_is_no_workbook_is_refused() {
        assertThat(refusal(zip(Map.of("word/document.xml", "<x/>")))).startsWith("This is not an Excel workbook");
        byte[] whole = zip(parts("<row><c t=\"str\"><v>a</v></c></row>"));
        assertThat(refusal(Arrays.copyOf(whole, whole.length / 2))).contains("damaged or was not sent whole");
    }

    @Test
    void another_reader_finds_the_same_in_real_workbooks() throws IOException {
        for (String name :
                List.of("invoices", "customers", "transfers", "items", "categories", "recurring-transactions")) {
            Path file = Samples.file("accounting/akaunting/" + name + ".xlsx");
            List<List<String>> theirs = new ArrayList<>();
            try (ReadableWorkbook book = new ReadableWorkbook(file.toFile());
                    Stream<org.dhatim.fastexcel.reader.Row> rows =
                            book.getFirstSheet().openStream()) {
                rows.forEach(row -> theirs.add(row.stream()
                        .map(cell -> cell == null || cell.getRawValue() == null ? "" : cell.getText())
                        .toList()));
            }
            Table table = table(Source.of(file));
            assertThat(table.headings()).isEqualTo(withoutEmptyEnd(theirs.getFirst()));
            List<Row> ours = rows(table);
            assertThat(ours).isNotEmpty();
            for (Row row : ours) {
                List<String> same = theirs.get((int) row.number() - 1);
                for (int i = 0; i < row.size(); i++) {
                    if (!row.isExact(i)) {
                        assertThat(row.cell(i)).isEqualToIgnoringCase(same.get(i));
                    } else if (!row.cell(i).contains("-")) {
                        assertThat(new BigDecimal(row.cell(i)))
                                .isCloseTo(new BigDecimal(same.get(i)), within(new BigDecimal("1E-12")));
                    }
                }
            }
        }
    }

    private static List<String> withoutEmptyEnd(List<String> cells) {
        int end = cells.size();
        while (end > 0 && cells.get(end - 1).isEmpty()) {
            end--;
        }
        return cells.subList(0, end);
    }

    private interface Fill {
        void in(Worksheet sheet);
    }

    private static byte[] book(Fill fill) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            fill.in(workbook.newWorksheet("Sheet 1"));
        }
        return bytes.toByteArray();
    }

    private static void row(Worksheet sheet, int row, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            sheet.value(row, i, cells[i]);
        }
    }

    /** The parts of the least workbook there is, around the rows of its one sheet. */
    private static Map<String, String> parts(String rows) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("_rels/.rels", """
                <Relationships><Relationship Id="r" Type="x/officeDocument" Target="/xl/workbook.xml"/></Relationships>""");
        parts.put("xl/workbook.xml", """
                <workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>""");
        parts.put("xl/_rels/workbook.xml.rels", """
                <Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");
        parts.put("xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
        return parts;
    }

    private static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The same archive, whose directory says of every part that it is one byte long. */
    private static byte[] lying(byte[] zip) {
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i + 46 < zip.length; i++) {
            if (bytes.getInt(i) == 0x0201_4b50) {
                bytes.putInt(i + 24, 1);
            }
        }
        return zip;
    }

    private static Table table(byte[] bytes) {
        return table(Source.of(bytes));
    }

    private static Table table(Source source) {
        return switch (Table.open(source)) {
            case Table table -> table;
            case Opened.Refused refused ->
                throw new AssertionError(refused.why().message());
        };
    }

    private static String refusal(byte[] bytes) {
        return switch (Table.open(Source.of(bytes))) {
            case Table table -> throw new AssertionError("taken: " + table.headings());
            case Opened.Refused refused -> refused.why().message();
        };
    }

    private static List<Row> rows(Table table) {
        List<Row> all = new ArrayList<>();
        try (Rows rows = table.rows()) {
            rows.forEachRemaining(all::add);
        }
        table.close();
        return all;
    }
}
