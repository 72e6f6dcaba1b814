package dev.dunwell.intake.formats.einvoice;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.jspecify.annotations.Nullable;

/**
 * The XML inside a PDF (Factur-X, ZUGFeRD, PDF/A-3). Nothing of the PDF is shown or run: its attachments are copied
 * out.
 */
final class PdfAttachments {

    /** What the standards call the invoice among the attachments. */
    private static final List<String> NAMES =
            List.of("factur-x.xml", "zugferd-invoice.xml", "xrechnung.xml", "cii.xml", "ubl.xml");

    private static final int MOST_BYTES = 20 << 20;
    private static final int DEEPEST = 20;

    private PdfAttachments() {}

    /** The invoice; null where there is no XML in it. A PDF that cannot be read throws. */
    static byte @Nullable [] invoice(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(new RandomAccessReadBuffer(pdf))) {
            Map<String, PDComplexFileSpecification> files = new HashMap<>();
            PDEmbeddedFilesNameTreeNode tree =
                    new PDDocumentNameDictionary(document.getDocumentCatalog()).getEmbeddedFiles();
            if (tree != null) {
                gather(tree, files, 0);
            }
            List<String> names = new ArrayList<>(files.keySet());
            names.removeIf(name -> !name.endsWith(".xml"));
            names.sort(Comparator.comparingInt(PdfAttachments::rank));
            return names.isEmpty() ? null : bytes(files.get(names.getFirst()));
        }
    }

    private static int rank(String name) {
        int rank = NAMES.indexOf(name);
        return rank < 0 ? NAMES.size() : rank;
    }

    private static void gather(
            PDNameTreeNode<PDComplexFileSpecification> node, Map<String, PDComplexFileSpecification> files, int depth)
            throws IOException {
        if (depth > DEEPEST) {
            throw new IOException("its list of attachments is nested too deep");
        }
        Map<String, PDComplexFileSpecification> here = node.getNames();
        if (here != null) {
            here.values().forEach(file -> files.put(name(file), file));
        }
        if (node.getKids() != null) {
            for (PDNameTreeNode<PDComplexFileSpecification> kid : node.getKids()) {
                gather(kid, files, depth + 1);
            }
        }
    }

    private static String name(PDComplexFileSpecification file) {
        String name = file.getFileUnicode() == null ? file.getFilename() : file.getFileUnicode();
        return name == null ? "" : name.toLowerCase(Locale.ROOT);
    }

    private static byte @Nullable [] bytes(@Nullable PDComplexFileSpecification file) throws IOException {
        PDEmbeddedFile embedded = file == null ? null : file.getEmbeddedFile();
        if (file != null && embedded == null) {
            embedded = file.getEmbeddedFileUnicode();
        }
        if (embedded == null) {
            return null;
        }
        try (var stream = embedded.createInputStream()) {
            byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException("its attachment is larger than 20 MB");
            }
            return bytes;
        }
    }
}
