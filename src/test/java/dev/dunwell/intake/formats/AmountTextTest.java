package dev.dunwell.intake.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTextTest {

    private final AmountText amount = new AmountText();

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", quoteCharacter = '~', textBlock = """
            12            | 12         | 12
            0             | 0          | 0
            12.5          | 12.5       | -
            12,5          | -          | 12.5
            1234.56       | 1234.56    | -
            1,234.56      | 1234.56    | -
            1.234,56      | -          | 1234.56
            1,234         | 1234       | 1.234
            1.234         | 1.234      | 1234
            12,345,678    | 12345678   | -
            1.234.567     | -          | 1234567
            1,23,456.78   | 123456.78  | -
            0.123         | 0.123      | -
            0,500         | -          | 0.500
            1234,567      | -          | 1234.567
            .50           | 0.50       | -
            ,5            | -          | 0.5
            1 234,50      | -          | 1234.50
            1\u00a0234,50 | -          | 1234.50
            1\u202f234.50 | 1234.50    | -
            12 345 678    | 12345678   | 12345678
            1'234'567.85  | 1234567.85 | -
            1’234.5       | 1234.5     | -
            -12.50        | -12.50     | -
            −12.50        | -12.50     | -
            12.50-        | -12.50     | -
            (12.50)       | -12.50     | -
            +3            | 3          | 3
            $13.50        | 13.50      | -
            -$13.50       | -13.50     | -
            € 12,50       | -          | 12.50
            12,50 €       | -          | 12.50
            EUR 1.000     | 1.000      | 1000
            99.90 USD     | 99.90      | -
            999999999999999.99 | 999999999999999.99 | -
            """)
    void an_amount_means_what_its_decimal_sign_makes_of_it(
            String text, @Nullable BigDecimal withPoint, @Nullable BigDecimal withComma) {
        assertThat(amount.read(text.replace("\\u00a0", "\u00a0").replace("\\u202f", "\u202f")))
                .isTrue();
        assertThat(meaning(DecimalSign.POINT)).isEqualTo(withPoint);
        assertThat(meaning(DecimalSign.COMMA)).isEqualTo(withComma);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "abc",
                "1E5",
                "1e5",
                "5%",
                "1-2",
                "12..5",
                "1,,2",
                "n/a",
                "(12.50",
                "12,-",
                "1.2.3.4",
                "12x",
                "12,34,5",
                "1'23",
                "1234567890123456789",
                "0x1F",
                "NaN",
                "∞",
                "1 2 3",
                "..",
                ",",
                "$",
                "١٢"
            })
    void what_is_no_amount_is_not_taken_for_one(String text) {
        assertThat(amount.read(text)).isFalse();
    }

    private @Nullable BigDecimal meaning(DecimalSign sign) {
        int decimals = amount.decimals(sign);
        return decimals < 0 ? null : BigDecimal.valueOf(amount.value(), decimals);
    }
}
