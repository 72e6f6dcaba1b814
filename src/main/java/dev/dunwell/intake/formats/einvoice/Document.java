package dev.dunwell.intake.formats.einvoice;

import dev.dunwell.intake.formats.xml.BadXml;
import dev.dunwell.intake.formats.xml.Element;
import dev.dunwell.intake.formats.xml.XmlFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/**
 * One piece understood.
 *
 * @param invoice null where it is none
 * @param fault why it is refused, with the rules it breaks; null when it is good
 * @param remarks the rules it does not keep that are no reason to refuse it, by their names
 */
record Document(
        String name, @Nullable EInvoice invoice, @Nullable String fault, String remarks) {

    private static final int MOST_RULES_TOLD = 8;

    static Document of(Piece piece) {
        try {
            byte[] xml = piece.isPdf() ? PdfAttachments.invoice(piece.bytes()) : piece.bytes();
            return xml == null
                    ? refused(
                            piece,
                            "The PDF holds no XML: it is a picture of an invoice. Ask for the file with the XML in it, or enter it.")
                    : of(piece, xml);
        } catch (InvalidPasswordException e) {
            return refused(piece, "The PDF is locked with a password: bring it without one.");
        } catch (IOException e) {
            return refused(piece, "The PDF is damaged or was not sent whole: bring it again.");
        } catch (BadXml e) {
            return refused(piece, e.reason());
        }
    }

    private static Document of(Piece piece, byte[] xml) {
        Element root;
        try (XmlFile file = new XmlFile(new ByteArrayInputStream(xml))) {
            root = file.whole();
        }
        Syntax syntax = Syntax.of(root);
        if (syntax == null) {
            return refused(
                    piece,
                    "<%s> is no invoice of EN 16931: those are UBL 2.1 and CII, alone or in a PDF (Factur-X, ZUGFeRD)."
                            .formatted(root.name()));
        }
        EInvoice invoice = EInvoice.of(root, syntax);
        List<Rulebook.Failure> failures = Rulebook.failures(xml, invoice);
        List<Rulebook.Failure> fatal =
                failures.stream().filter(Rulebook.Failure::fatal).toList();
        String remarks = failures.stream()
                .filter(failure -> !failure.fatal())
                .map(Rulebook.Failure::rule)
                .distinct()
                .limit(MOST_RULES_TOLD)
                .collect(Collectors.joining(", "));
        return new Document(piece.name(), invoice, fatal.isEmpty() ? null : told(fatal), remarks);
    }

    private static String told(List<Rulebook.Failure> fatal) {
        Map<String, String> rules = fatal.stream()
                .collect(Collectors.toMap(
                        Rulebook.Failure::rule, Rulebook.Failure::text, (a, _) -> a, LinkedHashMap::new));
        String first = rules.entrySet().stream()
                .limit(MOST_RULES_TOLD)
                .map(rule -> rule.getKey() + ": " + rule.getValue())
                .collect(Collectors.joining(" "));
        int more = rules.size() - MOST_RULES_TOLD;
        return "It breaks EN 16931. " + first + (more > 0 ? " And %d rules more.".formatted(more) : "")
                + " Correct it in the system that wrote it.";
    }

    private static Document refused(Piece piece, String why) {
        return new Document(piece.name(), null, why, "");
    }
}
