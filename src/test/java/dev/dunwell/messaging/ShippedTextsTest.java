package dev.dunwell.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text that ships, read as strictly as one that a person would save. */
class ShippedTextsTest {

    private final Letters letters = new Letters();

    static Stream<TextKey> every() {
        return Stream.of(TextKey.Kind.values()).flatMap(kind -> TextKey.all(kind).stream());
    }

    static Stream<TextKey> letters() {
        return TextKey.all(TextKey.Kind.LETTER).stream();
    }

    @ParameterizedTest
    @MethodSource("every")
    void none_has_a_fault(TextKey key) {
        ShippedTexts.of(key)
                .ifPresent(text -> assertThat(LintText.of(key, text.source())).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("letters")
    void every_letter_says_how_much_to_whom_and_how_to_pay(TextKey key) {
        var stationery = new Stationery("Meridian Bank\nIBAN GB33 BUKB 2020 1555 5555 55", Map.of());
        for (int invoices = 1; invoices <= 2; invoices++) {
            Letter letter = letters.render(key, SampleFacts.of(key.language(), invoices), stationery);
            assertThat(letter.subject()).isNotBlank().doesNotContain("{", "}", "%");
            assertThat(letter.text())
                    .contains(
                            "MS-20538",
                            "Nora Lindqvist",
                            "Meridian Supplies",
                            "Ana Castellano",
                            "nora@meridian.example")
                    .contains(Wording.of(key.language()).amount(dev.dunwell.kernel.Money.of("1200", "EUR")))
                    .doesNotContain("{", "}", "%", "**", "\n\n\n");
            if (!key.name().equals("delivery-check")) {
                assertThat(letter.text()).contains("\nMeridian Bank\nIBAN GB33 BUKB 2020 1555 5555 55\n");
            }
            if (key.name().equals("final-notice")) {
                assertThat(letter.text())
                        .contains((String) SampleFacts.of(key.language(), 1).get("deadline"));
            }
        }
    }

    @Test
    void every_stage_has_its_letter_and_its_usual_script_in_every_language() {
        assertThat(letters()).allSatisfy(key -> assertThat(ShippedTexts.of(key)).isPresent());
        assertThat(TextKey.all(TextKey.Kind.SCRIPT))
                .filteredOn(key -> key.variant().equals("usual"))
                .hasSize(20)
                .allSatisfy(key -> assertThat(ShippedTexts.of(key)).isPresent());
    }

    @Test
    void no_two_tones_say_the_same() {
        assertThat(letters().map(key -> ShippedTexts.of(key).orElseThrow().source()))
                .doesNotHaveDuplicates();
    }
}
