package dev.dunwell.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfTest {

    private static final String PAGE = """
            <!doctype html><html lang="de"><head><title>Kontoauszug</title>
            <style>body { font-family: 'Noto Sans' }</style></head><body>%s</body></html>""";

    private final Pdf pdf = new Pdf();

    private static String text(byte[] file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void what_the_page_says_stands_in_the_file_with_its_fonts_inside() throws IOException {
        byte[] file = pdf.of(PAGE.formatted("<h1>Größe: 1.200,50 €</h1><p>Zażółć gęślą jaźń, Ελλάδα, Москва</p>"));
        assertThat(text(file)).contains("Größe: 1.200,50 €", "Zażółć gęślą jaźń", "Ελλάδα", "Москва");
        try (PDDocument document = Loader.loadPDF(file)) {
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                }
            }
            assertThat(document.getDocumentCatalog().getMetadata().toByteArray())
                    .asString()
                    .contains("pdfaid:part")
                    .contains("2");
            assertThat(document.getDocumentCatalog().getOutputIntents()).hasSize(1);
        }
    }

    @Test
    void nothing_outside_is_fetched() throws IOException {
        Path secret = Files.writeString(Files.createTempFile("secret", ".svg"), "<svg/>");
        var asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
        });
        server.start();
        String outside = "http://localhost:" + server.getAddress().getPort();
        byte[] file = pdf.of(PAGE.formatted("""
                <link rel="stylesheet" href="%1$s/a.css"><style>@import url(%1$s/b.css); p { background: url(%1$s/c.png) }
                @font-face { font-family: x; src: url(%1$s/d.ttf) } p { font-family: x, 'Noto Sans' }</style>
                <img src="%1$s/e.png" alt=""><img src="file://%2$s" alt=""><img src="data:image/png;base64,AAAA" alt="">
                <p>still here</p>""".formatted(outside, secret)));
        server.stop(0);
        assertThat(text(file)).contains("still here");
        assertThat(asked).hasValue(0);
    }

    @Test
    void many_at_once_do_not_disturb_each_other() {
        assertThat(IntStream.range(0, 40).parallel().mapToObj(i -> {
                    try {
                        return text(pdf.of(PAGE.formatted("Seite Nummer " + i))).strip();
                    } catch (IOException e) {
                        return e.toString();
                    }
                }))
                .containsExactlyElementsOf(IntStream.range(0, 40)
                        .mapToObj(i -> "Seite Nummer " + i)
                        .toList());
    }
}
