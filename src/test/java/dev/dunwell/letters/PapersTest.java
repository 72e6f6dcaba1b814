package dev.dunwell.letters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.archive.Pdf;
import dev.dunwell.invoicing.Judges;
import dev.dunwell.messaging.Wording;
import dev.dunwell.statements.Brand;
import dev.dunwell.statements.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** What goes out on paper, in each language: valid for the archive, and as pictures in target/look for eyes. */
class PapersTest {

    private static final Path PICTURES = Path.of("target/look");

    private final Pdf pdf = new Pdf();
    private final Papers papers = new Papers(Brand.PLAIN);

    @Test
    void papers_are_for_the_archive_in_every_language() throws Exception {
        for (String language : Wording.LANGUAGES) {
            for (Map.Entry<String, String> paper : all(language).entrySet()) {
                byte[] file = pdf.of(paper.getValue());
                String name = "paper-" + paper.getKey() + "-" + language;
                assertThat(Judges.veraPdf(file, PDFAFlavour.PDFA_2_B)).as(name).isEmpty();
                assertThat(pictures(file, name)).as(name).isEqualTo(1);
                assertThat(text(file)).as(name).doesNotContain("#");
            }
        }
    }

    private Map<String, String> all(String language) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("invoice", papers.invoice(language, 3));
        all.put("credit-note", papers.creditNote(language));
        all.put("quote", papers.quote(language));
        all.put("reminder", papers.letter("friendly", language));
        all.put("final-notice", papers.letter("final-notice", language));
        var small = new SmallPapers(papers.letterhead);
        all.put("receipt", small.receipt(language));
        all.put("interest", small.interest(language));
        all.put("compensation", small.compensation(language));
        all.put("statement", papers.statement(Statement.Kind.ACTIVITY, language));
        all.put("open-items", papers.statement(Statement.Kind.OUTSTANDING, language));
        all.put("confirmation", papers.statement(Statement.Kind.CONFIRMATION, language));
        return all;
    }

    @Test
    void a_long_invoice_goes_on_under_its_headings_and_keeps_sums_and_payment_together() throws Exception {
        byte[] file = pdf.withInvoice(papers.invoice("de", 40), null);
        assertThat(Judges.veraPdf(file, PDFAFlavour.PDFA_3_B)).isEmpty();
        assertThat(pictures(file, "paper-invoice-long-de")).isEqualTo(3);
    }

    /** A letter that the font does not have would be a number sign. */
    private static String text(byte[] file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** Keeps a picture of each page. */
    private static int pictures(byte[] file, String name) throws IOException {
        Files.createDirectories(PICTURES);
        try (PDDocument document = Loader.loadPDF(file)) {
            int pages = document.getNumberOfPages();
            for (int page = 0; page < pages; page++) {
                String number = pages == 1 ? "" : "-" + (page + 1);
                ImageIO.write(
                        new PDFRenderer(document).renderImageWithDPI(page, 80),
                        "png",
                        PICTURES.resolve(name + number + ".png").toFile());
            }
            return pages;
        }
    }
}
