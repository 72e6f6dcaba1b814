package dev.dunwell.demo;

import dev.dunwell.intake.formats.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The book of the IBM sample as its own lines tell it, read by nobody's code but a few lines here. */
public final class IbmBook {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M/d/yyyy");

    private final Path file = Samples.file("ar/ibm/WA_Fn-UseC_-Accounts-Receivable.csv");
    private final List<String> texts = Files.readAllLines(file);
    private final Map<String, Line> lines = new TreeMap<>();

    public IbmBook() throws IOException {
        texts.stream().skip(1).map(Line::of).forEach(line -> lines.put(line.number, line));
    }

    /** An invoice with the day on which it was paid. */
    public record Line(String number, String customer, LocalDate issuedOn, LocalDate settledOn, boolean isDisputed) {

        static Line of(String text) {
            String[] cells = text.split(",");
            return new Line(
                    cells[3],
                    cells[1],
                    LocalDate.parse(cells[4], DAY),
                    LocalDate.parse(cells[8], DAY),
                    cells[7].equals("Yes"));
        }

        boolean isOpenOn(LocalDate day) {
            return !issuedOn.isAfter(day) && settledOn.isAfter(day);
        }
    }

    public Path file() {
        return file;
    }

    public byte[] bytes() throws IOException {
        return Files.readAllBytes(file);
    }

    /** The headings, and below them the lines that are wanted, as they stand in the file. */
    public List<String> texts(Predicate<String> isWanted) {
        return Stream.concat(texts.stream().limit(1), texts.stream().skip(1).filter(isWanted))
                .toList();
    }

    public Line line(String number) {
        return Objects.requireNonNull(lines.get(number), number);
    }

    /** Numbers of the invoices open at the end of a day. */
    public List<String> openOn(LocalDate day) {
        return lines.values().stream()
                .filter(line -> line.isOpenOn(day))
                .map(Line::number)
                .toList();
    }

    /** A file with one contact for each customer, which the sample does not have. */
    public byte[] contacts() {
        return lines.values().stream()
                .map(Line::customer)
                .distinct()
                .sorted()
                .map(customer -> customer + ",Accounts of " + customer + "," + customer + "@payer.example\n")
                .collect(Collectors.joining("", "customer_number,name,email\n", ""))
                .getBytes(StandardCharsets.UTF_8);
    }
}
