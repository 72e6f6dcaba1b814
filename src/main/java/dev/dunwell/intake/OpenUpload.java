package dev.dunwell.intake;

import dev.dunwell.archive.Archive;
import dev.dunwell.intake.formats.table.Opened;
import dev.dunwell.intake.formats.table.Source;
import dev.dunwell.intake.formats.table.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Opens the original of a batch as a table. It is read several times, so it lies on disk for as long as it is open. */
@Component
class OpenUpload {

    private final Archive archive;

    OpenUpload(Archive archive) {
        this.archive = archive;
    }

    /** Reads a table with {@code use}; a file that is none throws {@link NoTable}. */
    <T> T read(Batch batch, Function<Table, T> use) {
        try {
            Path copy = Files.createTempFile("dunwell-import-", ".tmp");
            try {
                try (InputStream in = archive.open(batch.hash())) {
                    Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
                }
                return read(copy, use);
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T read(Path copy, Function<Table, T> use) {
        return switch (Table.open(Source.of(copy))) {
            case Opened.Refused refused -> throw new NoTable(refused.why().message());
            case Table table -> {
                try (table) {
                    yield use.apply(table);
                }
            }
        };
    }
}
