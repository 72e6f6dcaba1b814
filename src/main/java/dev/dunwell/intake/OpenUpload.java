package dev.dunwell.intake;

import dev.dunwell.archive.Archive;
import dev.dunwell.intake.formats.Guess;
import dev.dunwell.intake.formats.Kind;
import dev.dunwell.intake.formats.einvoice.EInvoiceFiles;
import dev.dunwell.intake.formats.layout.Layouts;
import dev.dunwell.intake.formats.layout.Layouts.Recognised;
import dev.dunwell.intake.formats.table.Opened;
import dev.dunwell.intake.formats.table.Source;
import dev.dunwell.intake.formats.table.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens the original of a batch as a table. It is read several times, so it lies on disk for as long as it is open. */
@Component
class OpenUpload {

    private final Archive archive;

    OpenUpload(Archive archive) {
        this.archive = archive;
    }

    /** Reads a table with {@code use}; a file that is none, or not what it was said to be, throws {@link NoTable}. */
    <T> T read(Batch batch, Function<Upload, T> use) {
        try {
            Path copy = Files.createTempFile("dunwell-import-", ".tmp");
            try {
                try (InputStream in = archive.open(batch.hash())) {
                    Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
                }
                return read(batch, Source.of(copy), use);
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T read(Batch batch, Source source, Function<Upload, T> use) {
        boolean asEInvoices = asEInvoices(batch, source);
        Opened opened =
                asEInvoices ? EInvoiceFiles.open(source, batch.fileName()) : Table.open(source, Layouts.records());
        return switch (opened) {
            case Opened.Refused refused -> throw new NoTable(refused.why().message());
            case Table table -> {
                try (table) {
                    yield use.apply(
                            asEInvoices
                                    ? new Upload(table, Kind.E_INVOICES, Optional.of(EInvoiceFiles.LAYOUT))
                                    : recognised(batch, table));
                }
            }
        };
    }

    private static boolean asEInvoices(Batch batch, Source source) {
        boolean isOne = EInvoiceFiles.isOne(source);
        if (isOne && batch.kind() != Kind.ANY && batch.kind() != Kind.E_INVOICES) {
            throw new NoTable("This is an e-invoice or a PDF, not a table: bring it again as e-invoices.");
        }
        return batch.kind() == Kind.E_INVOICES || isOne;
    }

    /** A mapping that was given with the file is a decision: then nothing is refused for what it looks like. */
    private static Upload recognised(Batch batch, Table table) {
        return switch (Layouts.recognise(table, batch.kind())) {
            case Recognised.As as ->
                new Upload(as.layout().over(table), kind(as.layout().kind(), batch), Optional.of(as.layout()));
            case Recognised.Refused refused
            when batch.mapping().columns().isEmpty() -> throw new NoTable(refused.why());
            case Recognised.Refused _, Recognised.Unknown _ ->
                new Upload(table, batch.kind() == Kind.ANY ? guessed(table) : batch.kind(), Optional.empty());
        };
    }

    private static Kind kind(@Nullable Kind found, Batch batch) {
        return found == null ? batch.kind() : found;
    }

    /** The one kind whose every need the headings fill. */
    private static Kind guessed(Table table) {
        List<Kind> filled = List.of(
                        Kind.INVOICES, Kind.CREDIT_NOTES, Kind.BILLABLES, Kind.PAYMENTS, Kind.CONTACTS, Kind.CUSTOMERS)
                .stream()
                .filter(kind -> kind.missing(Guess.of(kind, table.headings())).isEmpty())
                .toList();
        if (filled.isEmpty()) {
            throw new NoTable(
                    "What the rows of this file are cannot be told from its headings (%s). Bring it again and say what is in it."
                            .formatted(String.join(
                                    ", ", table.headings().stream().limit(12).toList())));
        }
        return filled.getFirst();
    }
}
