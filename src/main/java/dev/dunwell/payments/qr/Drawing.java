package dev.dunwell.payments.qr;

import io.nayuki.qrcodegen.QrCode;

/** A QR code as an {@code svg} element: one path of squares on white, so that it also reads in a dark page. */
final class Drawing {

    /** White around the code (ISO/IEC 18004: four modules). */
    private static final int QUIET = 4;

    private Drawing() {}

    /** With error correction level M, as EPC069-12 asks for. */
    static String of(String payload) {
        QrCode code = QrCode.encodeText(payload, QrCode.Ecc.MEDIUM);
        int side = code.size + 2 * QUIET;
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="200" height="200" shape-rendering="crispEdges">\
                <path fill="#fff" d="M0 0h%dv%dH0z"/><path fill="#000" d="%s"/></svg>""".formatted(side, side, side, side, path);
    }
}
