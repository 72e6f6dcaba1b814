package dev.dunwell.intake.formats.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dunwell.kernel.Problem;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {

    @ParameterizedTest
    @CsvSource(delimiter = '/', textBlock = """
            UTF-8/UTF-8
            windows-1252/Windows-1252
            ISO-8859-15/ISO-8859-15
            UTF-16LE/UTF-16 without a mark
            UTF-16BE/UTF-16 without a mark
            UTF-16/UTF-16
            """)
    void the_encoding_is_found_and_told(String charset, String told) {
        Table table = table("name,city,debt\nMüller,Genève,5 €\n".getBytes(Charset.forName(charset)));
        assertThat(table.origin()).isEqualTo("CSV, " + told + ", separated by commas");
        assertThat(cells(table)).containsExactly(List.of("Müller", "Genève", "5 €"));
    }

    @Test
    void a_mark_in_front_is_no_part_of_the_first_heading() {
        assertThat(table("\ufeffname,city\na,b\n").headings()).containsExactly("name", "city");
        byte[] utf16 = "\ufeffname,city\na,b\n".getBytes(StandardCharsets.UTF_16LE);
        assertThat(table(utf16).headings()).containsExactly("name", "city");
    }

    @Test
    void the_encoding_is_found_from_all_bytes_and_not_from_the_first() {
        byte[] bytes =
                ("name,city\n" + "a,b\n".repeat(100_000) + "Müller,b\n").getBytes(Charset.forName("windows-1252"));
        Table table = table(bytes);
        assertThat(table.origin()).contains("Windows-1252");
        assertThat(cells(table).getLast()).containsExactly("Müller", "b");
    }

    @Test
    void a_row_with_bytes_that_are_no_characters_is_named_and_no_other() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("name,city\nÄrger,Öl\nM".getBytes(UTF_8));
        bytes.write(0xfc);
        bytes.writeBytes("ller,b\nc,d\n".getBytes(UTF_8));
        assertThat(problems(table(bytes.toByteArray())))
                .containsExactly(new Problem(
                        3, "", "This line has bytes that are no characters: mend it, or export the file again."));
        assertThat(problems(table("name,city\na,b\nc\u0000,d\ne,f\n")))
                .extracting(Problem::row)
                .containsExactly(3L);
        byte[] cut = "name,city\na,Mü".getBytes(UTF_8);
        assertThat(problems(table(Arrays.copyOf(cut, cut.length - 1))))
                .extracting(Problem::row)
                .containsExactly(2L);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void the_delimiter_is_found(String delimiter) {
        String text =
                "no;amount;text\n1;\"1,5\";\"a|b;c\td,e\"\n2;\"2,5\";\"say \"\"hi\"\"\"\n".replace(";", delimiter);
        Table table = table(text);
        assertThat(table.headings()).containsExactly("no", "amount", "text");
        assertThat(cells(table).get(1)).containsExactly("2", "2,5", "say \"hi\"");
    }

    @Test
    void decimal_commas_do_not_pass_for_delimiters() {
        Table table = table("no;net;gross\n1;1,50;1,80\n2;2,50;3,00\n3;7,00;8,40\n");
        assertThat(table.headings()).containsExactly("no", "net", "gross");
        Table single = table("name\nAcme, Inc\nBolt, Ltd\n");
        assertThat(single.headings()).containsExactly("name");
        assertThat(problems(single)).hasSize(2);
    }

    @Test
    void excels_word_about_the_delimiter_is_taken() {
        Table table = table("sep=|\na|b\n1,2;3|4,5;6\n");
        assertThat(table.headings()).containsExactly("a", "b");
        assertThat(table.headingRow()).isEqualTo(2);
    }

    @Test
    void titles_and_blank_lines_above_the_headings_are_passed_over() {
        Table table = table("""
                "Invoices, as of today",,,
                ,,,

                INVOICES,,,
                No,Date,Due,Amount
                1,2024-01-01,2024-02-01,5
                """);
        assertThat(table.headings()).containsExactly("No", "Date", "Due", "Amount");
        assertThat(table.headingRow()).isEqualTo(5);
        assertThat(numbers(table)).containsExactly(6L);
        assertThat(table("\"EXTF\";700;20;\"Buchungen\";2;2018;;\"XY\"\nKonto;Name;Sprache\n400;\"A\";\"de\"\n")
                        .headings())
                .containsExactly("Konto", "Name", "Sprache");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            a,b\\n1,2\\n3,4                 | 2 3
            a,b\\r\\n1,2\\r\\n\\r\\n3,4\\r\\n | 2 4
            a,b\\r1,2\\r3,4\\r              | 2 3
            a,b\\n"1\\n1",2\\n3,4\\n        | 2 4
            a,b\\n"1\\r\\n1",2\\n , \\n3,4  | 2 5
            """)
    void a_row_has_the_number_of_the_line_it_begins_on(String text, String lines) {
        String file = text.replace("\\n", "\n").replace("\\r", "\r");
        assertThat(String.join(
                        " ", numbers(table(file)).stream().map(String::valueOf).toList()))
                .isEqualTo(lines);
    }

    @Test
    void rows_that_do_not_fit_the_headings_are_named() {
        Table table = table("a,b,c\n1,2,3\n1,2\n1,2,3,4\n1,2,3,,\n\"x\ny\",2\n");
        assertThat(problems(table))
                .containsExactly(
                        new Problem(
                                3,
                                "",
                                "The row has 2 cells and the headings 3: a separator or the end of the line is missing."),
                        new Problem(
                                4,
                                "",
                                "The row has 4 cells and the headings 3: a separator inside a cell needs quotes around the cell."),
                        new Problem(6, "", """
                                The row, lines 6 to 7, has 2 cells and the headings 3: \
                                a separator or the end of the line is missing."""));
        assertThat(numbers(table)).containsExactly(2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void a_quote_that_is_never_closed_costs_one_line_and_not_the_rest() {
        Table table = table("a,b\n1,2\n3,\"four\n5,6\n7,8\n");
        assertThat(numbers(table)).containsExactly(2L, 3L, 4L, 5L);
        assertThat(problems(table)).containsExactly(new Problem(3, "", """
                The quotes of this line do not match: close every quote that is opened, \
                and write those inside a cell twice."""));
    }

    @Test
    void quotes_inside_a_cell_that_are_not_doubled_cost_one_line() {
        Table table = table("a,b\r\n1,\"Müller \"Bau\" GmbH\"\r\n3,4\r\n\"5\" ,6\r\n7,8\r\n");
        assertThat(problems(table)).extracting(Problem::row).containsExactly(2L, 4L);
        assertThat(cells(table)).contains(List.of("3", "4"), List.of("7", "8"));
    }

    @Test
    void a_file_full_of_broken_quotes_is_given_up_and_says_so() {
        Table table = table("a,b\n" + "1,\"x\" y\n".repeat(30) + "2,3\n");
        try (Rows rows = table.rows()) {
            int read = 0;
            while (rows.hasNext()) {
                rows.next();
                read++;
            }
            assertThat(read).isEqualTo(20);
            assertThat(rows.cutShort()).isEqualTo(new Problem(22, "", """
                    Too many lines with broken quotes: nothing from line 22 on was read. \
                    Export the file again, with the quotes inside a cell written twice."""));
        }
    }

    @Test
    void a_last_line_without_its_end_is_mentioned() {
        assertThat(table("a,b\n1,23").notes())
                .containsExactly(new Problem(
                        0, "", "The last line has no line end, as in a file that was cut: check its last row."));
        assertThat(table("a,b\n1,23\r").notes()).isEmpty();
        assertThat(table("a,b\n1,2\n".getBytes(StandardCharsets.UTF_16LE)).notes())
                .isEmpty();
        assertThat(table("a,b\n1,2".getBytes(StandardCharsets.UTF_16BE)).notes())
                .hasSize(1);
    }

    @Test
    void headings_that_stand_twice_or_are_empty_get_a_name_and_a_note() {
        Table table = table("Phone,,Phone,Name,\n1,2,3,4\n");
        assertThat(table.headings()).containsExactly("Phone", "Column 2", "Phone (2)", "Name");
        assertThat(table.notes())
                .extracting(Problem::row, Problem::column, Problem::message)
                .containsExactly(
                        tuple(
                                1L,
                                "Column 2",
                                "Column 2 has no heading and is called “Column 2” here: name it in the file if it is needed."),
                        tuple(1L, "Phone (2)", """
                        The heading “Phone” stands over several columns; column 3 is called “Phone (2)” here. \
                        Map the one that is meant."""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                             | The file is empty: there is no line with headings in it.
            '\\n , \\n'                    | The file is empty: there is no line with headings in it.
            '1,2024-01-31,Acme\\n2,x,y\\n' | Line 1 looks like facts, not like headings: add a first line that names each column.
            'a@b.com,Ann\\nb@b.com,Bo\\n'  | Line 1 looks like facts, not like headings: add a first line that names each column.
            '"a,b\\n'                      | Line 1 should hold the headings. The quotes of this line do not match: close every quote that is opened, and write those inside a cell twice.
            '%PDF-1.7 x'                   | This is a PDF: bring it as an e-invoice if it holds one, else export the table as .xlsx or CSV.
            '<html><table>'                | The XML is damaged near line 1: export it again.
            """)
    void what_is_no_table_is_refused_with_the_reason(@Nullable String text, String reason) {
        String file = text == null ? "" : text.replace("\\n", "\n");
        assertThat(refusal(file.getBytes(UTF_8))).isEqualTo(reason);
    }

    @Test
    void what_is_no_text_is_refused_with_the_reason() {
        assertThat(refusal(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 1, 2, 3, 4, 5}))
                .startsWith("This is an old Excel file (.xls)");
        byte[] noise = new byte[5000];
        new Random(1).nextBytes(noise);
        noise[0] = 'x';
        assertThat(refusal(noise)).isEqualTo("This is not a text file: save the table as .xlsx or CSV and bring that.");
    }

    private static Table table(String text) {
        return table(text.getBytes(UTF_8));
    }

    private static Table table(byte[] bytes) {
        return switch (Table.open(Source.of(bytes))) {
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
        return all;
    }

    private static List<List<String>> cells(Table table) {
        return rows(table).stream().map(Row::cells).toList();
    }

    private static List<Long> numbers(Table table) {
        return rows(table).stream().map(Row::number).toList();
    }

    private static List<Problem> problems(Table table) {
        List<Problem> problems = new ArrayList<>();
        for (Row row : rows(table)) {
            Problem problem = row.problem();
            if (problem != null) {
                problems.add(problem);
            }
        }
        return problems;
    }
}
