package dev.dunwell.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The fonts of our documents, parsed; for one document after the other, never for two at once. */
record PdfFonts(TrueTypeFont regular, TrueTypeFont bold) {

    static PdfFonts parse() {
        return new PdfFonts(parse("NotoSans-Regular"), parse("NotoSans-Bold"));
    }

    PDFont regularIn(PDDocument document) throws IOException {
        return PDType0Font.load(document, regular, true);
    }

    PDFont boldIn(PDDocument document) throws IOException {
        return PDType0Font.load(document, bold, true);
    }

    private static TrueTypeFont parse(String name) {
        String path = "/fonts/" + name + ".ttf";
        try (InputStream in = PdfFonts.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("there is no font " + path);
            }
            return new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
