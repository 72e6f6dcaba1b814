package dev.dunwell.foresight;

import dev.dunwell.foresight.learning.Backtest;
import dev.dunwell.kernel.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Lets {@code make backtest} foretell the payments of a file; an ordinary run of the tests leaves it out. */
@Tag("bench")
class BacktestRun {

    /** Whatever comes of it stands in the file that is printed; what cannot be read says what to give. */
    @Test
    void how_well_the_payments_of_a_book_are_foretold() throws Exception {
        String file = System.getProperty("backtest.file", "");
        String told;
        try {
            told = Files.isRegularFile(Path.of(file))
                    ? told(Path.of(file))
                    : "There is no file \"%s\". Say which: make backtest FILE=invoices.csv%n".formatted(file);
        } catch (IllegalArgumentException | DateTimeParseException cannot) {
            told = "%s%n%s%n".formatted(Path.of(file).getFileName(), cannot.getMessage());
        }
        Files.writeString(Path.of("target", "backtest.txt"), told);
    }

    private static String told(Path file) {
        BookFile book = BookFile.read(file, mapping(System.getProperty("backtest.map", "")));
        String asked = System.getProperty("backtest.cut", "");
        LocalDate cut =
                asked.isBlank() ? Backtest.usualCut(book.bills()).orElse(LocalDate.MAX) : LocalDate.parse(asked);
        return String.format(
                Locale.ROOT,
                "%s%nread                  %,d invoices, %,d rows not usable%s%n%s",
                file.getFileName(),
                book.bills().size(),
                book.wrong().size(),
                book.wrong().stream().findFirst().map(BacktestRun::first).orElse(""),
                Backtest.run(book.bills(), cut)
                        .map(Backtest.Report::toString)
                        .orElse("Too little was settled before the cut, or nothing was issued after it.\n"));
    }

    private static String first(Problem wrong) {
        return ", first in row %d: %s %s".formatted(wrong.row(), wrong.column(), wrong.message());
    }

    private static Map<String, String> mapping(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(part -> part.contains("="))
                .collect(Collectors.toMap(
                        part -> part.substring(0, part.indexOf('=')).strip(),
                        part -> part.substring(part.indexOf('=') + 1).strip()));
    }
}
