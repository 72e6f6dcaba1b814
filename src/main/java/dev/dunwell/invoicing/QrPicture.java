package dev.dunwell.invoicing;

import io.nayuki.qrcodegen.QrCode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** A payment's QR code as a small picture for paper. */
final class QrPicture {

    private static final int QUIET = 4;
    private static final int PIXELS = 4;
    private static final int WHITE = 0xFFFFFF;

    private QrPicture() {}

    /** With error correction level M, as EPC069-12 asks for; as the address of a picture that needs no fetching. */
    static String of(String payload) {
        QrCode code = QrCode.encodeText(payload, QrCode.Ecc.MEDIUM);
        int side = (code.size + 2 * QUIET) * PIXELS;
        var picture = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                boolean isDark = code.getModule(x / PIXELS - QUIET, y / PIXELS - QUIET);
                picture.setRGB(x, y, isDark ? 0 : WHITE);
            }
        }
        return address(png(picture));
    }

    static String address(byte[] png) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }

    private static byte[] png(BufferedImage picture) {
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(picture, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
