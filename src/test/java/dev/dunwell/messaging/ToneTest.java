package dev.dunwell.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.kernel.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ToneTest {

    @Test
    void no_letter_of_ours_threatens() throws IOException {
        for (String language : Wording.LANGUAGES) {
            for (String template : Letters.TEMPLATES) {
                assertThat(Tone.faults(language, source(language, template)))
                        .as("%s/%s", language, template)
                        .isEmpty();
            }
        }
    }

    @Test
    void a_threat_is_shown_with_its_line_and_a_better_way() {
        assertThat(Tone.faults("en", "Subject: x\n\nPay, or we take\tlegal  action"))
                .containsExactly(new Problem(
                        3, "", "'legal  action' sounds like a threat: say what you ask for and offer help."));
        assertThat(Tone.faults("de-AT", "Sonst folgt das INKASSO.")).hasSize(1);
        assertThat(Tone.faults("es", "Le exigimos el pago.")).hasSize(1);
    }

    @Test
    void a_raised_voice_is_a_fault_but_not_a_comparison() {
        assertThat(Tone.faults("en", "Pay!")).hasSize(1);
        assertThat(Tone.faults("en", "{% if count != 1 %}x{% endif %}")).isEmpty();
    }

    @Test
    void only_whole_words_count() {
        assertThat(Tone.faults("en", "a courteous note, with no courtesy lost")).isEmpty();
        assertThat(Tone.faults("es", "sin embargo, le agradecemos")).isEmpty();
    }

    private static String source(String language, String template) throws IOException {
        String path = "/letters/" + language + "/" + template + ".md";
        try (InputStream in = Objects.requireNonNull(ToneTest.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
