package dev.dunwell.payments.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SchemeTest {

    /** From the standards and the handbooks of the banks. */
    @ParameterizedTest
    @CsvSource({
        "RF,     539007547034,               RF18539007547034",
        "RF,     2348231,                    RF712348231",
        "QRR,    21000000000313947143000901, 210000000003139471430009017",
        "OGM,    0909337554,                 090933755493",
        "KID_10, 234567,                     2345676",
        "KID_11, 12345678,                   123456785",
        "VIITE,  123456,                     1234561",
        "OCR,    123456789,                  1234567897",
        "SI_12,  123456789012,               SI121234567890120"
    })
    void a_published_example_is_written_and_read(Scheme scheme, String body, String text) {
        assertThat(scheme.write(body)).isEqualTo(text);
        assertThat(scheme.read(text)).contains(body);
    }

    @ParameterizedTest
    @CsvSource({
        "RF,    RF18539007547034,            RF18 5390 0754 7034",
        "QRR,   210000000003139471430009017, 21 00000 00003 13947 14300 09017",
        "OGM,   090933755493,                +++090/9337/55493+++",
        "VIITE, 1234561,                     12 34561",
        "SI_12, SI121234567890120,           SI12 1234567890120"
    })
    void it_is_printed_as_people_know_it_and_read_from_there(Scheme scheme, String text, String printed) {
        assertThat(scheme.printed(text)).isEqualTo(printed);
        assertThat(scheme.read(printed)).isEqualTo(scheme.read(text)).isPresent();
    }

    @ParameterizedTest
    @EnumSource(Scheme.class)
    void one_wrong_digit_is_always_found(Scheme scheme) {
        var random = new Random(7);
        for (int i = 0; i < 500; i++) {
            String body = String.valueOf(1_000_000_000L + random.nextInt(999_999_999));
            String right = scheme.write(body);
            assertThat(scheme.read(right).orElseThrow()).endsWith(body);
            int at = random.nextInt(right.length());
            if (Character.isDigit(right.charAt(at))) {
                char other = (char) ('0' + (right.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
                String wrong = right.substring(0, at) + other + right.substring(at + 1);
                if (scheme != Scheme.SI_12) { // 10 and 0 share a digit there
                    assertThat(scheme.read(wrong)).as(wrong).isEmpty();
                }
            }
        }
    }

    @Test
    void a_check_digit_of_ten_is_a_hyphen_in_norway() {
        assertThat(Scheme.KID_11.write("23")).isEqualTo("23-");
        assertThat(Scheme.KID_11.read("23-")).contains("23");
    }

    @Test
    void what_has_no_room_is_refused() {
        assertThatThrownBy(() -> Scheme.OGM.write("12345678901")).hasMessageContaining("no room");
        assertThatThrownBy(() -> Scheme.RF.write("12-3")).hasMessageContaining("cannot carry");
    }
}
