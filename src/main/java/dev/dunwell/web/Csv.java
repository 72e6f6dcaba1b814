package dev.dunwell.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import dev.dunwell.kernel.Money;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/**
 * A table as a CSV file (RFC 4180, UTF-8 with byte order mark), written row by row as it is read.
 *
 * <p>Text that a spreadsheet would run as a formula gets an apostrophe in front of the sign that starts it, also behind
 * a separator that another program may split at (CWE-1236); {@link #unguarded} takes it off again. Numbers stay
 * numbers: an amount is a plain decimal with a point and a hyphen for minus, its currency a column of its own.
 */
public final class Csv implements AutoCloseable {

    private static final Pattern FORMULA = Pattern.compile("((?:^|[;|\\t\\r\\n])[\\s\\p{Z}\"']*)([=+\\-@＝＋－＠])");
    private static final Pattern GUARD = Pattern.compile("((?:^|[;|\\t\\r\\n])[\\s\\p{Z}\"']*)'([=+\\-@＝＋－＠])");
    private static final Pattern CONTROL = Pattern.compile("^(?='*[\\t\\r\\n])");
    private static final Pattern CONTROL_GUARD = Pattern.compile("^'(?='*[\\t\\r\\n])");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private static final QuoteStrategy QUOTED = new QuoteStrategy() {
        @Override
        public boolean quoteValue(int line, int field, String value) {
            return !NUMBER.matcher(value).matches();
        }
    };

    private final CsvWriter csv;

    private Csv(Writer out) {
        this.csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .quoteStrategy(QUOTED)
                .build(out);
    }

    /** Writes to a stream, which is closed with it. */
    public static Csv to(OutputStream out, String... headings) throws IOException {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\uFEFF'); // without it Excel reads Zażółć as ZaÅ¼ÃłÅ‚Ä‡
        var csv = new Csv(writer);
        csv.csv.writeRecord(headings);
        return csv;
    }

    /** Answers a request with a file to keep, {@code open-items-2026-11-23.csv}. */
    public static Csv download(HttpServletResponse response, String file, String... headings) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        ContentDisposition disposition = ContentDisposition.attachment()
                .filename(file, StandardCharsets.UTF_8)
                .build();
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition.toString());
        return to(response.getOutputStream(), headings);
    }

    /** One row: text, numbers, amounts (the figure only), dates in ISO form; null is an empty cell. */
    public void row(@Nullable Object... cells) {
        csv.writeRecord(Arrays.stream(cells).map(Csv::cell).toArray(String[]::new));
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }

    /** What a cell said before it was guarded, for files that come back to us. */
    public static String unguarded(String cell) {
        String text = CONTROL_GUARD.matcher(cell).replaceFirst("");
        return GUARD.matcher(text).replaceAll("$1$2");
    }

    static String guarded(String text) {
        String guarded = FORMULA.matcher(text).replaceAll("$1'$2");
        return CONTROL.matcher(guarded).replaceFirst("'");
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Money money -> money.amount().toPlainString();
            case BigDecimal decimal -> decimal.toPlainString();
            case Number number -> number.toString();
            default -> guarded(value.toString());
        };
    }
}
