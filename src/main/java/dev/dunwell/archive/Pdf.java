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
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.springframework.stereotype.Component;

/**
 * Turns a page of our own into a PDF/A-2b that looks the same everywhere and in twenty years: its fonts are inside, and
 * nothing outside is ever fetched, whatever the page refers to. The page names its language and its title, and writes
 * in the font family {@value #FONT}. An {@code object} of type {@code image/squares} is drawn as a QR code.
 */
@Component
public class Pdf {

    /** The one font family there is, in weights 400 and 700. */
    public static final String FONT = "Noto Sans";

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
        PdfFonts fonts = idle.poll();
        PdfFonts used = fonts == null ? PdfFonts.parse() : fonts;
        try (var document = new PDDocument();
                var renderer = builder(html, document, used).buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            idle.add(used);
        }
    }

    private static PdfRendererBuilder builder(String html, PDDocument document, PdfFonts fonts) throws IOException {
        var builder = new PdfRendererBuilder();
        builder.withW3cDocument(new W3CDom().fromJsoup(Jsoup.parse(html)), "");
        builder.usePDDocument(document);
        builder.useFastMode();
        builder.useFont(new PDFontSupplier(fonts.regularIn(document)), FONT, 400, FontStyle.NORMAL, true);
        builder.useFont(new PDFontSupplier(fonts.boldIn(document)), FONT, 700, FontStyle.NORMAL, true);
        builder.usePdfAConformance(PdfAConformance.PDFA_2_B);
        builder.useColorProfile(COLOURS);
        builder.useUriResolver((_, _) -> null);
        for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((_, _) -> false, when);
        }
        var drawers = new DefaultObjectDrawerFactory();
        drawers.registerDrawer(SquaresDrawer.TYPE, new SquaresDrawer());
        builder.useObjectDrawerFactory(drawers);
        builder.withProducer("Dunwell");
        return builder;
    }
}
