package dev.dunwell.copies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.messaging.Enclosure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncloseCopiesTest {

    private static Enclosure copy(String number, long size, String hash) {
        return new Enclosure(number, number + ".pdf", "application/pdf", size, hash);
    }

    @Test
    void what_fits_goes_along_and_the_rest_is_named() {
        var enclosed = EncloseCopies.fitting(List.of(copy("A", 60, "a"), copy("B", 50, "b"), copy("C", 40, "c")), 100);
        assertThat(enclosed.files()).extracting(Enclosure::title).containsExactly("A", "C");
        assertThat(enclosed.attached()).containsExactly("A", "C");
        assertThat(enclosed.onRequest()).containsExactly("B");
    }

    @Test
    void exactly_as_much_as_may_goes_along() {
        assertThat(EncloseCopies.fitting(List.of(copy("A", 100, "a")), 100).files())
                .hasSize(1);
        assertThat(EncloseCopies.fitting(List.of(copy("A", 101, "a")), 100).onRequest())
                .containsExactly("A");
    }

    @Test
    void a_file_that_two_invoices_share_goes_once() {
        var enclosed = EncloseCopies.fitting(List.of(copy("A", 60, "same"), copy("B", 60, "same")), 100);
        assertThat(enclosed.files()).hasSize(1);
        assertThat(enclosed.attached()).containsExactly("A", "B");
        assertThat(enclosed.onRequest()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Rechnung 7.PDF, application/pdf, Rechnung 7.pdf",
        "../../etc/passwd, application/pdf, passwd.pdf",
        "'C:\\a\\b.xml', application/xml, b.xml",
        "'', application/pdf, invoice.pdf",
        "virus.exe, application/pdf, virus.exe.pdf",
    })
    void a_name_is_plain_and_ends_as_its_type_does(String name, String type, String plain) {
        assertThat(KeepCopy.plain(name, type)).isEqualTo(plain);
    }

    @Test
    void a_name_begins_no_line_of_the_mails_head() {
        assertThat(KeepCopy.plain("a\r\nBcc: all@evil.example\u202E.pdf", "application/pdf"))
                .doesNotContain("\r", "\n", "\u202E");
    }
}
