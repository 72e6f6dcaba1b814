package dev.dunwell.intake.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.intake.formats.table.Rows;
import dev.dunwell.intake.formats.table.Source;
import dev.dunwell.intake.formats.table.Table;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How long reading takes; the figures are printed, the limits leave room for a busy machine. */
class SpeedTest {

    private static final String HEADINGS =
            "countryCode,customerID,PaperlessDate,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,Disputed,SettledDate,Bill\n";

    @Test
    void a_hundred_thousand_invoices_are_typed_in_half_a_second() {
        StringBuilder text = new StringBuilder(HEADINGS);
        for (int i = 0; i < 100_000; i++) {
            text.append(line(i));
        }
        Source source = Source.of(text.toString().getBytes(StandardCharsets.UTF_8));
        try (Table table = Reader.table(source)) {
            Mapping mapping = Guess.of(Kind.INVOICES, table.headings()).with(Target.CURRENCY, "=USD");
            Profile profile = Profile.of(table, mapping);
            Duration looking = best(() -> Profile.of(table, mapping).rows());
            Duration typing = best(() -> typed(table, mapping, profile));
            System.out.printf(
                    "100,000 invoices: %d ms to look at every row, %d ms to type them%n",
                    looking.toMillis(), typing.toMillis());
            assertThat(typed(table, mapping, profile)).isEqualTo(100_000);
            assertThat(typing).isLessThan(Duration.ofMillis(500));
        }
    }

    @Test
    @Tag("soak")
    void three_million_invoices_are_typed_in_flat_memory() {
        try (Table table = Reader.table(() -> new Lines(3_000_000))) {
            Mapping mapping = Guess.of(Kind.INVOICES, table.headings()).with(Target.CURRENCY, "=USD");
            Profile profile = Profile.of(table, mapping);
            assertThat(typed(table, mapping, profile)).isEqualTo(3_000_000);
            System.gc();
            long used =
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
            System.out.printf("3,000,000 invoices typed, %d MB in use after%n", used >> 20);
            assertThat(used).isLessThan(256L << 20);
        }
    }

    private static Duration best(LongSupplier work) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 9; i++) {
            long start = System.nanoTime();
            assertThat(work.getAsLong()).isPositive();
            best = Math.min(best, System.nanoTime() - start);
        }
        return Duration.ofNanos(best);
    }

    private static long typed(Table table, Mapping mapping, Profile profile) {
        Reading reading = new Reading(Kind.INVOICES, table.headings(), mapping, profile.conventions(Map.of()));
        long typed = 0;
        try (Rows rows = table.rows()) {
            while (rows.hasNext()) {
                typed += reading.read(rows.next()) instanceof Outcome.Typed ? 1 : 0;
            }
        }
        return typed;
    }

    private static String line(int i) {
        LocalDate day = LocalDate.of(2012, 1, 1).plusDays(i % 700);
        return "391,%04d-NEVHP,4/6/2013,%d,%s,%s,%d.%02d,%s,%s,Paper\n"
                .formatted(
                        i % 1000,
                        5_000_000_000L + i,
                        us(day),
                        us(day.plusDays(30)),
                        i % 9000 + 1,
                        i % 100,
                        i % 5 == 0 ? "Yes" : "No",
                        i % 3 == 0 ? "" : us(day.plusDays(35)));
    }

    private static String us(LocalDate day) {
        return day.getMonthValue() + "/" + day.getDayOfMonth() + "/" + day.getYear();
    }

    /** A file that is made up while it is read, so that no memory is taken by the test itself. */
    private static final class Lines extends InputStream {

        private final int count;
        private int next;
        private byte[] line = HEADINGS.getBytes(StandardCharsets.UTF_8);
        private int at;

        Lines(int count) {
            this.count = count;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) {
            if (at == line.length && next == count) {
                return -1;
            } else if (at == line.length) {
                line = line(next++).getBytes(StandardCharsets.UTF_8);
                at = 0;
            }
            int n = Math.min(length, line.length - at);
            System.arraycopy(line, at, bytes, from, n);
            at += n;
            return n;
        }
    }
}
