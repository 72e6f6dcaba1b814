package dev.dunwell.foresight;

import dev.dunwell.foresight.learning.Backtest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Lets {@code make backtest} foretell the payments of a file; an ordinary run of the tests leaves it out. */
@Tag("bench")
class BacktestRun {

    @Test
    void how_well_the_payments_of_a_book_are_foretold() throws Exception {
        String file = System.getProperty("backtest.file", "");
        if (!Files.isRegularFile(Path.of(file))) {
            throw new IllegalArgumentException("Say which file: make backtest FILE=invoices.csv");
        }
        BookFile book = BookFile.read(Path.of(file), mapping(System.getProperty("backtest.map", "")));
        String asked = System.getProperty("backtest.cut", "");
        LocalDate cut =
                asked.isBlank() ? Backtest.usualCut(book.bills()).orElse(LocalDate.MAX) : LocalDate.parse(asked);
        String told = "%s%nread                  %,d invoices, %,d rows not usable%n%s"
                .formatted(
                        Path.of(file).getFileName(),
                        book.bills().size(),
                        book.wrong().size(),
                        Backtest.run(book.bills(), cut)
                                .map(Backtest.Report::toString)
                                .orElse("Too little was settled before the cut, or nothing was issued after it.\n"));
        Files.writeString(Path.of("target", "backtest.txt"), told);
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
