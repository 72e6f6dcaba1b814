package dev.dunwell.intake.formats.einvoice;

import dev.dunwell.intake.formats.xml.BadXml;
import dev.dunwell.intake.formats.xml.Element;
import dev.dunwell.intake.formats.xml.XmlFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds an e-invoice of our own against the official rules before it leaves, and reads it as its receiver will. */
public final class EInvoiceCheck {

    private EInvoiceCheck() {}

    /** A rule that is not kept, in its publisher's words: {@code BR-CO-15: …}. */
    public record Broken(String rule, String text) {}

    /** The rules of EN 16931, and of Peppol where it claims them, that a document breaks; none when it may leave. */
    public static List<Broken> broken(byte[] xml) {
        EInvoice invoice = read(xml);
        return invoice == null
                ? List.of(new Broken("XML", "It is no invoice of EN 16931."))
                : Rulebook.strictly(xml, invoice).stream()
                        .filter(Rulebook.Failure::fatal)
                        .map(failure -> new Broken(failure.rule(), failure.text()))
                        .toList();
    }

    /** What a receiver reads in it, whether XML or a PDF with XML inside; empty when nothing. */
    public static Map<Field, String> fields(byte[] file) {
        try {
            boolean isPdf = file.length > 4 && file[0] == '%' && file[1] == 'P';
            byte[] xml = isPdf ? PdfAttachments.invoice(file) : file;
            EInvoice invoice = xml == null ? null : read(xml);
            return invoice == null ? Map.of() : invoice.fields();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable EInvoice read(byte[] xml) {
        try (XmlFile file = new XmlFile(new ByteArrayInputStream(xml))) {
            Element root = file.whole();
            Syntax syntax = Syntax.of(root);
            return syntax == null ? null : EInvoice.of(root, syntax);
        } catch (BadXml e) {
            return null;
        }
    }
}
