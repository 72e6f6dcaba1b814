package dev.dunwell.intake.formats.einvoice;

import dev.dunwell.intake.formats.Kind;
import dev.dunwell.intake.formats.layout.Layout;
import dev.dunwell.intake.formats.table.Opened;
import dev.dunwell.intake.formats.table.Source;
import dev.dunwell.intake.formats.table.Table;
import dev.dunwell.intake.formats.xml.BadXml;
import dev.dunwell.intake.formats.xml.XmlFile;
import dev.dunwell.kernel.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * E-invoices as a table: one XML, one PDF, or a ZIP of many; each document is a row, and one that breaks the rules is a
 * row with that problem. A document is read and checked when its row is asked for, once.
 */
public final class EInvoiceFiles {

    /** The column with the name of the file or the part of an archive. */
    public static final String FILE = EInvoiceRows.FILE;

    /** The column with the rules that are not kept and are no reason to refuse it. */
    public static final String REMARKS = EInvoiceRows.REMARKS;

    /** How the rows of such a table are taken in. */
    public static final Layout LAYOUT = new Layout(
            "e-invoices",
            Kind.E_INVOICES,
            null,
            List.of(),
            0,
            "",
            Map.ofEntries(
                    Map.entry("customer_number", EInvoiceRows.CUSTOMER),
                    Map.entry("customer_name", Field.BUYER.heading()),
                    Map.entry("number", Field.NUMBER.heading()),
                    Map.entry("issued_on", Field.ISSUED.heading()),
                    Map.entry("due_on", Field.DUE.heading()),
                    Map.entry("amount", Field.PAYABLE.heading()),
                    Map.entry("currency", Field.CURRENCY.heading()),
                    Map.entry("credit", EInvoiceRows.CREDIT),
                    Map.entry("reference", Field.PAYMENT_REFERENCE.heading()),
                    Map.entry("document", EInvoiceRows.DOCUMENT)),
            Map.of(),
            List.of(),
            null,
            List.of(),
            "",
            "");

    private static final int MOST_BYTES = 20 << 20;
    private static final int MOST_IN_ZIP = 2_000;
    private static final long MOST_BYTES_IN_ZIP = 300L << 20;
    private static final int LOOKED_AT = 16_384;

    private EInvoiceFiles() {}

    /** Whether the file is one by what it holds: a PDF, or XML of that kind. */
    public static boolean isOne(Source source) {
        try (InputStream bytes = source.open()) {
            String start = new String(bytes.readNBytes(LOOKED_AT), StandardCharsets.UTF_8);
            return start.startsWith("%PDF-")
                    || start.startsWith("PK\u0003\u0004") && isArchive(source)
                    || Arrays.stream(Syntax.values()).anyMatch(syntax -> start.contains(syntax.namespace()))
                            && isInvoice(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The documents in a file as a table with one row each.
     *
     * @param name of the file, for the row of a single document
     */
    public static Opened open(Source source, String name) {
        try {
            List<Piece> pieces = pieces(source, name);
            return pieces.isEmpty()
                    ? refused("There is no XML and no PDF in the archive.")
                    : Table.of("e-invoices", EInvoiceRows.headings(), new EInvoiceRows(pieces));
        } catch (ZipException e) {
            return refused("The archive is damaged or was not sent whole: pack it again.");
        } catch (TooLarge e) {
            return refused(e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Opened refused(String why) {
        return new Opened.Refused(new Problem(0, "", why));
    }

    /** Documents and no workbook, told by the list at the end of an archive; nothing is unpacked. */
    private static boolean isArchive(Source source) throws IOException {
        Path path = source.path();
        if (path == null) {
            return false;
        }
        try (ZipFile zip = new ZipFile(path.toFile())) {
            return zip.getEntry("[Content_Types].xml") == null
                    && zip.stream().anyMatch(entry -> isDocument(entry.getName()));
        } catch (ZipException e) {
            return false;
        }
    }

    /** What is called .xml or .pdf; what Macs put beside files is passed over. */
    private static boolean isDocument(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return !name.startsWith("__MACOSX") && (lower.endsWith(".xml") || lower.endsWith(".pdf"));
    }

    private static boolean isInvoice(Source source) throws IOException {
        try (XmlFile file = new XmlFile(source.open())) {
            return Syntax.of(file.whole()) != null;
        } catch (BadXml e) {
            return false;
        }
    }

    private static List<Piece> pieces(Source source, String name) throws IOException {
        Piece whole;
        try (InputStream bytes = source.open()) {
            whole = new Piece(name, bytes.readNBytes((int) MOST_BYTES_IN_ZIP + 1));
        }
        if (whole.isZip()) {
            return unpacked(whole);
        } else if (whole.bytes().length > MOST_BYTES) {
            throw new TooLarge("The file is larger than 20 MB, which no invoice needs to be.");
        } else {
            return List.of(whole);
        }
    }

    private static List<Piece> unpacked(Piece archive) throws IOException {
        List<Piece> pieces = new ArrayList<>();
        long total = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive.bytes()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (!entry.isDirectory() && isDocument(name)) {
                    byte[] bytes = zip.readNBytes(MOST_BYTES + 1);
                    total += bytes.length;
                    if (bytes.length > MOST_BYTES || total > MOST_BYTES_IN_ZIP || pieces.size() == MOST_IN_ZIP) {
                        throw new TooLarge("An archive may hold %,d documents of 20 MB and 300 MB in all: pack several."
                                .formatted(MOST_IN_ZIP));
                    }
                    pieces.add(new Piece(name.substring(name.lastIndexOf('/') + 1), bytes));
                }
            }
        }
        return pieces;
    }

    /** More than is read. */
    private static final class TooLarge extends IOException {

        @Serial
        private static final long serialVersionUID = 1;

        TooLarge(String message) {
            super(message);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }
}
