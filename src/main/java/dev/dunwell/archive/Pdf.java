package dev.dunwell.archive;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Level;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Turns a page of our own into a PDF/A that looks the same everywhere and in twenty years: its fonts are inside, and
 * nothing outside is ever fetched, whatever the page refers to. Pictures stand in it as {@code data:image/png}. The
 * page names its language and its title, and writes in the font family {@value #FONT}. An {@code object} of type
 * {@code image/squares} is drawn as a QR code.
 */
@Component
public class Pdf {

    /** The one font family there is, in weights 400 and 700. */
    public static final String FONT = "Noto Sans";

    /** The font has no minus of its own; its dash is as wide. */
    private static final char MINUS = '\u2212';

    private static final char DASH = '\u2013';

    private static final byte[] COLOURS =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    static {
        // it tells of every font of every document
        XRLog.listRegisteredLoggers().forEach(name -> XRLog.setLevel(name, Level.WARNING));
    }

    // a parsed font is used by one document at a time, and parsing one takes longer than a page
    private final Queue<PdfFonts> idle = new ConcurrentLinkedQueue<>();

    /**
     * @param html a whole document; scripts do nothing, images and styles from elsewhere are left out
     * @return the bytes of the file
     */
    public byte[] of(String html) {
        return of(html, PdfAConformance.PDFA_2_B, _ -> {});
    }

    /**
     * The same as a PDF/A-3b with an e-invoice inside, as Factur-X and ZUGFeRD have it.
     *
     * @param xml null for a PDF/A-3b with nothing inside
     */
    public byte[] withInvoice(String html, byte @Nullable [] xml) {
        return of(html, PdfAConformance.PDFA_3_B, document -> {
            if (xml != null) {
                FacturX.put(xml, document);
            }
        });
    }

    /** The pages of several files in one, in their order: for the printer, no longer for the archive. */
    public static byte[] joined(List<byte[]> files) {
        List<PDDocument> read = new ArrayList<>();
        try (var all = new PDDocument()) {
            for (byte[] file : files) {
                PDDocument each = Loader.loadPDF(file);
                read.add(each);
                for (PDPage page : each.getPages()) {
                    all.importPage(page);
                }
            }
            var bytes = new ByteArrayOutputStream();
            all.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            read.forEach(IOUtils::closeQuietly);
        }
    }

    /** What is done to a document when its pages are there. */
    private interface Finish {
        void to(PDDocument document) throws IOException;
    }

    private byte[] of(String html, PdfAConformance conformance, Finish finish) {
        PdfFonts fonts = idle.poll();
        PdfFonts used = fonts == null ? PdfFonts.parse() : fonts;
        try (var document = new PDDocument();
                var renderer = builder(html, document, used, conformance).buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            finish.to(document);
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            idle.add(used);
        }
    }

    private static PdfRendererBuilder builder(
            String html, PDDocument document, PdfFonts fonts, PdfAConformance conformance) throws IOException {
        var builder = new PdfRendererBuilder();
        builder.withW3cDocument(new W3CDom().fromJsoup(Jsoup.parse(html.replace(MINUS, DASH))), "");
        builder.usePDDocument(document);
        builder.useFastMode();
        builder.useFont(new PDFontSupplier(fonts.regularIn(document)), FONT, 400, FontStyle.NORMAL, true);
        builder.useFont(new PDFontSupplier(fonts.boldIn(document)), FONT, 700, FontStyle.NORMAL, true);
        builder.usePdfAConformance(conformance);
        builder.useColorProfile(COLOURS);
        builder.useUriResolver((_, uri) -> isPicture(uri) ? uri : null);
        for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((uri, _) -> isPicture(uri), when);
        }
        var drawers = new DefaultObjectDrawerFactory();
        drawers.registerDrawer(SquaresDrawer.TYPE, new SquaresDrawer());
        builder.useObjectDrawerFactory(drawers);
        builder.withProducer("Dunwell");
        return builder;
    }

    private static boolean isPicture(@Nullable String uri) {
        return uri != null && uri.startsWith("data:image/png;base64,");
    }
}
