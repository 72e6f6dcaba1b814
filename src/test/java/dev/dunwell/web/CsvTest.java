package dev.dunwell.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.kernel.Money;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @Test
    void numbers_stay_numbers_and_everything_else_is_quoted() throws IOException {
        var file = new ByteArrayOutputStream();
        try (Csv csv = Csv.to(file, "Customer", "Open", "Days", "Due", "Rate", "Note")) {
            csv.row(
                    "Marítima \"S.L.\"",
                    Money.of("-100", "EUR"),
                    -7,
                    LocalDate.of(2026, 11, 23),
                    new BigDecimal("1E+3"),
                    null);
        }
        assertThat(file.toString(StandardCharsets.UTF_8))
                .isEqualTo("\uFEFF\"Customer\",\"Open\",\"Days\",\"Due\",\"Rate\",\"Note\"\r\n"
                        + "\"Marítima \"\"S.L.\"\"\",-100.00,-7,\"2026-11-23\",1000,\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1", "+34 986 11 22 33", "-100.00", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1+1", "\"=1+1\"",
                "'=1", "''=1", ";=1+1", "a;\"=1+1", "a\t=1", "a\n@b", "|=cmd", "\u00a0=1", "\tplain", "'\tplain"
            })
    void text_that_would_run_is_guarded_and_comes_back_as_it_was(String text) {
        String guarded = Csv.guarded(text);
        assertThat(guarded)
                .isNotEqualTo(text)
                .doesNotContainPattern("^[=+\\-@＝\t\r\n]")
                .doesNotContain(";=", "\t=", "|=");
        assertThat(Csv.unguarded(guarded)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Castellano Marítima S.L.", "MS-20418", "a=b", "ana@maritima.example", "O'Neill", "'t Hof"})
    void ordinary_text_is_left_alone(String text) {
        assertThat(Csv.guarded(text)).isEqualTo(text);
        assertThat(Csv.unguarded(text)).isEqualTo(text);
    }
}
