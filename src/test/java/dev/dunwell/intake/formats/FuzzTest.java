package dev.dunwell.intake.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.dunwell.intake.formats.table.Opened;
import dev.dunwell.intake.formats.table.Row;
import dev.dunwell.intake.formats.table.Rows;
import dev.dunwell.intake.formats.table.Source;
import dev.dunwell.intake.formats.table.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/** Damaged files: whatever is done to the bytes, reading ends, and each row is typed, repeated or named as wrong. */
class FuzzTest {

    private static final List<String> FILES =
            List.of("de-windows.csv", "fr-utf16.txt", "es-bars.csv", "ch-apostrophe.csv", "payments.csv");

    @Test
    void a_file_cut_anywhere_is_read_to_its_cut() throws IOException {
        for (String name : FILES) {
            byte[] whole = file(name);
            for (int length = 0; length < whole.length; length++) {
                survives(Arrays.copyOf(whole, length), "%s cut to %d".formatted(name, length));
            }
        }
    }

    @Test
    void a_file_with_flipped_bytes_is_read_or_refused() throws IOException {
        Random random = new Random(20240131);
        for (String name : FILES) {
            byte[] whole = file(name);
            for (int round = 0; round < 300; round++) {
                byte[] flipped = whole.clone();
                for (int n = random.nextInt(1, 5); n > 0; n--) {
                    flipped[random.nextInt(flipped.length)] = (byte) random.nextInt(256);
                }
                survives(flipped, "%s flipped, round %d".formatted(name, round));
            }
        }
    }

    @Test
    void a_workbook_cut_or_flipped_is_read_or_refused() throws IOException {
        Random random = new Random(7);
        byte[] whole = workbook();
        for (int round = 0; round < 300; round++) {
            byte[] flipped = whole.clone();
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
            survives(flipped, "workbook flipped, round " + round);
            survives(Arrays.copyOf(whole, random.nextInt(whole.length)), "workbook cut, round " + round);
        }
    }

    @Test
    void noise_is_read_or_refused() {
        Random random = new Random(42);
        String signs = "\",;\t|\r\n \u0000'ab1/.-ü€=";
        for (int round = 0; round < 2000; round++) {
            StringBuilder noise = new StringBuilder();
            for (int n = random.nextInt(120); n > 0; n--) {
                noise.append(signs.charAt(random.nextInt(signs.length())));
            }
            survives(noise.toString().getBytes(StandardCharsets.UTF_8), "noise, round " + round);
        }
    }

    /** No invoice of a cut file has another value than in the whole one, but for those on its last line. */
    @Test
    void what_is_read_of_a_cut_file_is_what_stands_in_it() throws IOException {
        byte[] whole = file("de-windows.csv");
        Set<TypedRow> right = new HashSet<>(read(whole).typed());
        for (int length = 200; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            if (Table.open(Source.of(cut)) instanceof Table) {
                List<TypedRow> typed = read(cut).typed();
                assertThat(right).containsAll(typed.subList(0, Math.max(0, typed.size() - 1)));
            }
        }
    }

    private static void survives(byte[] bytes, String what) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> {
                    switch (Table.open(Source.of(bytes))) {
                        case Opened.Refused refused ->
                            assertThat(refused.why().message()).as(what).isNotBlank();
                        case Table table -> {
                            try (table) {
                                accountsForEachRow(table, what);
                            }
                        }
                    }
                },
                what);
    }

    private static void accountsForEachRow(Table table, String what) {
        Mapping mapping = Guess.of(Kind.INVOICES, table.headings());
        Profile profile = Profile.of(table, mapping);
        Reading reading = new Reading(Kind.INVOICES, table.headings(), mapping, profile.conventions(Map.of()));
        int accounted = 0;
        long line = table.headingRow();
        try (Rows rows = table.rows()) {
            while (rows.hasNext()) {
                Row row = rows.next();
                assertThat(row.number()).as(what).isGreaterThan(line);
                line = row.number();
                if (reading.read(row) instanceof Outcome.Wrong wrong) {
                    assertThat(wrong.problems()).as(what).isNotEmpty();
                }
                accounted++;
            }
        }
        assertThat(accounted).as(what).isEqualTo(profile.rows());
    }

    private static Reader read(byte[] bytes) {
        return Reader.read(Kind.INVOICES, Source.of(bytes), Map.of(), Map.of());
    }

    private static byte[] file(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(FuzzTest.class.getResourceAsStream("/intake/" + name))) {
            return file.readAllBytes();
        }
    }

    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Invoices");
            for (int row = 0; row < 30; row++) {
                sheet.value(row, 0, row == 0 ? "Invoice No" : "RE-" + row);
                sheet.value(row, 1, row == 0 ? "Amount" : "12" + row);
            }
        }
        return bytes.toByteArray();
    }
}
