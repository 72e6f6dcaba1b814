package dev.dunwell.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MannersTest {

    @Test
    void a_threat_is_shown_with_its_line_its_why_and_a_better_way() {
        assertThat(Manners.faults("en", "Subject: x\n\nPay, or we take\tlegal  action"))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.blocks()).isTrue();
                    assertThat(fault.line()).isEqualTo(3);
                    assertThat(fault.message()).startsWith("“legal  action”: names what is done to them");
                });
        assertThat(Manners.faults("de-AT", "Sonst folgt das INKASSO.")).hasSize(1);
        assertThat(Manners.faults("es", "Le exigimos el pago.")).isNotEmpty();
        assertThat(Manners.faults("fr", "Sinon, mise en demeure.")).hasSize(1);
    }

    @Test
    void what_only_presses_is_asked_about() {
        assertThat(Manners.faults("en", "Pay immediately"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.blocks()).isFalse());
    }

    @Test
    void a_raised_voice_is_a_fault_but_not_a_comparison() {
        assertThat(Manners.faults("en", "Pay!")).hasSize(1);
        assertThat(Manners.faults("en", "{% if count != 1 %}x{% endif %}")).isEmpty();
    }

    @Test
    void only_whole_words_count() {
        assertThat(Manners.faults("en", "a courteous note, with no courtesy lost"))
                .isEmpty();
        assertThat(Manners.faults("es", "sin embargo, le agradecemos")).isEmpty();
        assertThat(Manners.faults("fr", "la courtoisie du tribun")).isEmpty();
    }
}
