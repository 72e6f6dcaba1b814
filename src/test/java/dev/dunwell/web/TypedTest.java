package dev.dunwell.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedTest {

    private static @Nullable BigDecimal number(String typed, String language) {
        var form = new Typed(Map.of("n", typed), Locale.forLanguageTag(language));
        BigDecimal number = form.number("n");
        form.check();
        return number;
    }

    @ParameterizedTest
    @CsvSource({
        "1.234, de, 1234",
        "'1.234,5', de, 1234.5",
        "'7,5', de, 7.5",
        "7.5, de, 7.5",
        "'1,234', en, 1234",
        "49.9012, en, 49.9012",
        "'-3,25', fr, -3.25",
        "\u221210, en, -10",
        "0, en, 0"
    })
    void a_number_is_read_as_its_writer_means_it(String typed, String language, BigDecimal meant) {
        assertThat(number(typed, language)).isEqualByComparingTo(meant);
    }

    @Test
    void what_is_no_number_is_refused_with_an_example() {
        assertThatThrownBy(() -> number("1.2.3", "de"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("7,5");
        assertThatThrownBy(() -> number("ten", "en")).isInstanceOf(BadInput.class);
        assertThat(number(" ", "en")).isNull();
    }
}
