package dev.dunwell.archive;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * What a telephone reads when it is held over a printed page. It looks for all codes that there are: the reader for one
 * takes print that looks like a corner of a code for the code, and gives up.
 */
public final class Telephone {

    private static final int DPI = 300;

    private Telephone() {}

    /** The texts of the codes on the first page, in no order. */
    public static List<String> reads(byte[] pdf) throws IOException, ReaderException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, DPI);
            int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
            var light = new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels);
            var picture = new BinaryBitmap(new HybridBinarizer(light));
            return Arrays.stream(
                            new QRCodeMultiReader().decodeMultiple(picture, Map.of(DecodeHintType.TRY_HARDER, true)))
                    .map(Result::getText)
                    .toList();
        }
    }
}
