package dev.dunwell.payments.qr;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import dev.dunwell.kernel.Money;
import java.util.Currency;
import java.util.regex.Pattern;
import net.codecrete.qrbill.generator.Bill;
import net.codecrete.qrbill.generator.QRBill;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PayCodeTest {

    private static final Transfer.Place BIEL = new Transfer.Place("Rue du Lac", "1268", "2501", "Biel", "CH");

    private static Transfer euro(String reference, boolean isCreditorReference, @Nullable Money amount) {
        return new Transfer(
                "Red Cross of Belgium",
                null,
                "BE72000000001616",
                "BPOTBEB1",
                Currency.getInstance("EUR"),
                amount,
                reference,
                isCreditorReference);
    }

    private static Transfer francs(String iban, String reference) {
        return new Transfer(
                "Robert Schneider AG",
                BIEL,
                iban,
                null,
                Currency.getInstance("CHF"),
                Money.of("1949.75", "CHF"),
                reference,
                reference.startsWith("RF"));
    }

    @Test
    void the_example_of_the_epc_guidelines_comes_out_as_printed() {
        PayCode code = EpcCode.of(euro("Urgency fund", false, Money.of("1.00", "EUR")));
        assertThat(code.payload())
                .isEqualTo(
                        "BCD\n002\n1\nSCT\nBPOTBEB1\nRed Cross of Belgium\nBE72000000001616\nEUR1.00\n\n\nUrgency fund");
    }

    @Test
    void a_creditor_reference_has_its_own_field_and_the_amount_may_be_left_to_the_payer() {
        assertThat(EpcCode.of(euro("RF18539007547034", true, null)).payload())
                .isEqualTo("BCD\n002\n1\nSCT\nBPOTBEB1\nRed Cross of Belgium\nBE72000000001616\n\n\nRF18539007547034");
    }

    @Test
    void what_is_drawn_reads_as_what_was_meant() throws Exception {
        PayCode code = EpcCode.of(euro("RF18539007547034", true, Money.of("12345.67", "EUR")));
        assertThat(read(code.svg())).isEqualTo(code.payload());
        assertThat(code.svg()).startsWith("<svg").endsWith("</svg>").doesNotContain("<script");
    }

    /** Example 1 of the Swiss Implementation Guidelines, with a structured address. */
    @Test
    void the_example_of_the_swiss_guidelines_comes_out_as_printed() {
        PayCode code = SwissCode.of(francs("CH4431999123000889012", "210000000003139471430009017"));
        assertThat(code.payload().lines().limit(11))
                .containsExactly(
                        "SPC",
                        "0200",
                        "1",
                        "CH4431999123000889012",
                        "S",
                        "Robert Schneider AG",
                        "Rue du Lac",
                        "1268",
                        "2501",
                        "Biel",
                        "CH");
        Bill read = QRBill.decodeQrCodeText(code.payload());
        assertThat(read.getReference()).isEqualTo("210000000003139471430009017");
        assertThat(read.getReferenceType()).isEqualTo("QRR");
        assertThat(read.getAmount()).isEqualByComparingTo("1949.75");
        assertThat(code.svg()).startsWith("<svg");
    }

    @Test
    void what_does_not_fit_is_refused_with_a_reason() {
        assertThat(EpcCode.of(francs("CH5800791123000889012", "RF18539007547034"))
                        .refusal())
                .isEqualTo("qr.only_euro");
        assertThat(EpcCode.of(euro("x", false, Money.of("1000000000.00", "EUR")))
                        .refusal())
                .isEqualTo("qr.amount");
        assertThat(EpcCode.of(euro("x".repeat(300), false, null)).refusal()).isEqualTo("qr.too_long");
        assertThat(SwissCode.of(euro("RF18539007547034", true, null)).refusal()).isEqualTo("qr.no_address");
        assertThat(SwissCode.of(francs("CH5800791123000889012", "210000000003139471430009017"))
                        .refusal())
                .isEqualTo("qr.not_fitting");
    }

    private static String read(String svg) throws Exception {
        var picture = new Squares(svg);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(picture)))
                .getText();
    }

    /** What the path of the drawing would look like, four pixels a square. */
    private static final class Squares extends LuminanceSource {

        private static final int SCALE = 4;
        private final byte[] light;

        Squares(String svg) {
            super(side(svg) * SCALE, side(svg) * SCALE);
            light = new byte[getWidth() * getHeight()];
            java.util.Arrays.fill(light, (byte) 255);
            Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(svg).results().forEach(at -> {
                for (int i = 0; i < SCALE * SCALE; i++) {
                    int x = Integer.parseInt(at.group(1)) * SCALE + i % SCALE;
                    int y = Integer.parseInt(at.group(2)) * SCALE + i / SCALE;
                    light[y * getWidth() + x] = 0;
                }
            });
        }

        private static int side(String svg) {
            return Integer.parseInt(svg.replaceFirst("(?s).*?viewBox=\"0 0 (\\d+).*", "$1"));
        }

        @Override
        public byte[] getRow(int y, byte[] row) {
            return java.util.Arrays.copyOfRange(light, y * getWidth(), (y + 1) * getWidth());
        }

        @Override
        public byte[] getMatrix() {
            return light.clone();
        }
    }
}
