package dev.dunwell.payments.qr;

import io.nayuki.qrcodegen.QrCode;
import java.util.StringJoiner;

/** The squares of a QR code as text, for paper: a row of 0 and 1 for each line, parted by points. */
public final class Squares {

    private Squares() {}

    /** With error correction level M, as for transfers everywhere. */
    public static String of(String payload) {
        QrCode code = QrCode.encodeText(payload, QrCode.Ecc.MEDIUM);
        var rows = new StringJoiner(".");
        for (int y = 0; y < code.size; y++) {
            var row = new StringBuilder();
            for (int x = 0; x < code.size; x++) {
                row.append(code.getModule(x, y) ? '1' : '0');
            }
            rows.add(row);
        }
        return rows.toString();
    }
}
