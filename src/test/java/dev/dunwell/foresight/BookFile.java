package dev.dunwell.foresight;

import dev.dunwell.foresight.learning.Bill;
import dev.dunwell.intake.formats.Guess;
import dev.dunwell.intake.formats.InvoiceRow;
import dev.dunwell.intake.formats.Kind;
import dev.dunwell.intake.formats.Mapping;
import dev.dunwell.intake.formats.Outcome;
import dev.dunwell.intake.formats.Profile;
import dev.dunwell.intake.formats.Reading;
import dev.dunwell.intake.formats.layout.Layout;
import dev.dunwell.intake.formats.layout.Layouts;
import dev.dunwell.intake.formats.table.Opened;
import dev.dunwell.intake.formats.table.Row;
import dev.dunwell.intake.formats.table.Rows;
import dev.dunwell.intake.formats.table.Source;
import dev.dunwell.intake.formats.table.Table;
import dev.dunwell.intake.formats.table.Text;
import dev.dunwell.kernel.Problem;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The invoices of a file as an import would read them. Beyond an import it takes a file without invoice numbers, where
 * each row is one, and one that tells the days until payment in place of the day, mapped as {@code days}.
 *
 * @param wrong rows that cannot be used, each with why
 */
record BookFile(List<Bill> bills, List<Problem> wrong) {

    private static final String ROW = "row of the file";

    /** @param given target → heading or {@code =} constant, on top of what the headings tell */
    static BookFile read(Path file, Map<String, String> given) {
        return switch (Table.open(Source.of(file), Layouts.records())) {
            case Opened.Refused refused ->
                throw new IllegalArgumentException(refused.why().message());
            case Table table -> {
                try (table) {
                    yield read(table, given);
                }
            }
        };
    }

    private static BookFile read(Table plain, Map<String, String> given) {
        Table table = numbered(plain);
        Map<String, String> columns =
                new HashMap<>(Guess.of(Kind.INVOICES, plain.headings()).columns());
        if (Layouts.recognise(plain, Kind.INVOICES) instanceof Layouts.Recognised.As(Layout layout)) {
            table = numbered(layout.over(plain));
            columns.putAll(layout.mapping(plain.headings(), "EUR").columns());
        }
        columns.putAll(given);
        columns.putIfAbsent("currency", "=EUR");
        columns.putIfAbsent("number", ROW);
        String days = columns.remove("days");
        var mapping = new Mapping(columns);
        if (!Kind.INVOICES.missing(mapping).isEmpty()) {
            throw new IllegalArgumentException("Say with MAP which column is %s. The file has: %s"
                    .formatted(Kind.INVOICES.missing(mapping), plain.headings()));
        }
        return read(table, mapping, days == null ? -1 : table.headings().indexOf(days));
    }

    private static BookFile read(Table table, Mapping mapping, int days) {
        var reading = new Reading(
                Kind.INVOICES,
                table.headings(),
                mapping,
                Profile.of(table, mapping).conventions(Map.of()));
        var book = new BookFile(new ArrayList<>(), new ArrayList<>());
        try (Rows rows = table.rows()) {
            while (rows.hasNext()) {
                Row row = rows.next();
                switch (reading.read(row)) {
                    case Outcome.Typed(long _, InvoiceRow invoice) ->
                        book.bills.add(bill(invoice, days < 0 ? "" : Text.clean(row.cell(days))));
                    case Outcome.Wrong wrong -> book.wrong.addAll(wrong.problems());
                    case Outcome.Typed _, Outcome.Repeated _ -> {}
                }
            }
        }
        return book;
    }

    private static Bill bill(InvoiceRow invoice, String days) {
        LocalDate settled =
                days.isEmpty() ? invoice.settledOn() : invoice.issuedOn().plusDays(Long.parseLong(days));
        return new Bill(
                invoice.customerNumber(),
                invoice.issuedOn(),
                invoice.dueOn(),
                invoice.amount().minor(),
                settled);
    }

    private static Table numbered(Table table) {
        int column = table.headings().size();
        return table.through(List.of(ROW), under -> new Rows() {
            @Override
            public boolean hasNext() {
                return under.hasNext();
            }

            @Override
            public Row next() {
                Row row = under.next();
                return row.withExact(column, "#" + row.number());
            }

            @Override
            public @Nullable Problem cutShort() {
                return under.cutShort();
            }

            @Override
            public void close() {
                under.close();
            }
        });
    }
}
