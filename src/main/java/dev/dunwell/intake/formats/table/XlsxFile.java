package dev.dunwell.intake.formats.table;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an Excel workbook, handed out within limits that a hostile one cannot pass: so many parts, so many bytes
 * when unpacked, declared and real. Nothing is unpacked to disk and nothing it points to is fetched.
 */
final class XlsxFile implements Closeable {

    static final long MOST_BYTES = 200L << 20;

    private static final int MOST_PARTS = 10_000;
    private static final int LARGE = 10 << 20;
    private static final int MOST_RATIO = 500;

    private final ZipFile zip;
    private final @Nullable Path copy;

    private XlsxFile(ZipFile zip, @Nullable Path copy) {
        this.zip = zip;
        this.copy = copy;
    }

    static XlsxFile open(Source source) {
        try {
            Path path = source.path();
            return path == null ? copied(source) : checked(path, null);
        } catch (ZipException e) {
            throw new Unreadable("The workbook is damaged or was not sent whole: open it in Excel and save it again.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(String part) {
        return zip.getEntry(part) != null;
    }

    /** Reads a part of the workbook; past the limit it is refused, whatever size it declared. */
    XmlPart part(String name, long mostBytes) {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new Unreadable(
                    "The workbook lacks its part %s: open it in Excel and save it again.".formatted(Text.quoted(name)));
        }
        try {
            return new XmlPart(name, new Limited(zip.getInputStream(entry), mostBytes));
        } catch (IOException e) {
            throw XmlPart.damaged(name);
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
            if (copy != null) {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static XlsxFile copied(Source source) throws IOException {
        Path copy = Files.createTempFile("dunwell-workbook-", ".xlsx");
        try (InputStream bytes = new Limited(source.open(), MOST_BYTES)) {
            Files.copy(bytes, copy, StandardCopyOption.REPLACE_EXISTING);
            return checked(copy, copy);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(copy);
            throw e;
        }
    }

    private static XlsxFile checked(Path path, @Nullable Path copy) throws IOException {
        ZipFile zip = new ZipFile(path.toFile());
        try {
            check(zip);
            return new XlsxFile(zip, copy);
        } catch (RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static void check(ZipFile zip) {
        if (zip.size() > MOST_PARTS) {
            throw new Unreadable(
                    "The workbook has %,d parts: save the one sheet that is needed as a workbook of its own."
                            .formatted(zip.size()));
        }
        Set<String> names = new HashSet<>();
        long bytes = 0;
        for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
            String name = entry.getName();
            if (!names.add(name) || name.startsWith("/") || name.contains("..") || name.contains("\\")) {
                throw new Unreadable(
                        "The workbook holds the part %s, which none should: open it in Excel and save it again."
                                .formatted(Text.quoted(name)));
            } else if (name.endsWith("vbaProject.bin")) {
                throw new Unreadable("The workbook holds macros: save it as .xlsx without them.");
            }
            bytes += Math.max(entry.getSize(), 0);
            if (bytes > MOST_BYTES || isBomb(entry)) {
                throw tooLarge(MOST_BYTES);
            }
        }
    }

    private static boolean isBomb(ZipEntry entry) {
        return entry.getSize() > LARGE && entry.getSize() / Math.max(entry.getCompressedSize(), 1) > MOST_RATIO;
    }

    private static Unreadable tooLarge(long mostBytes) {
        return new Unreadable("""
                The workbook is larger than %d MB when unpacked: \
                save the sheet as CSV, or in several files.""".formatted(mostBytes >> 20));
    }

    /** A stream that ends in a refusal when it yields more than it may. */
    private static final class Limited extends FilterInputStream {

        private final long most;
        private long read;

        Limited(InputStream in, long most) {
            super(in);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            return counted(super.read(), 1);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int n = super.read(bytes, from, length);
            return counted(n, n);
        }

        private int counted(int result, int bytes) {
            read += Math.max(bytes, 0);
            if (read > most) {
                throw tooLarge(most);
            }
            return result;
        }
    }
}
