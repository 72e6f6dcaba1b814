package dev.dunwell.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LintTextTest {

    private static final TextKey FINAL = TextKey.letter("final-notice", "en", Tone.NEUTRAL);
    private static final TextKey FIRM = TextKey.letter("firm", "en", Tone.NEUTRAL);
    private static final String GOOD = """
            Subject: {{ total }} by {{ deadline }}

            {{ greeting }}

            Please pay by {{ deadline }}.

            {{ items }}

            {{ pay }}

            {{ signature }}
            """;

    @Test
    void a_whole_text_has_no_fault() {
        assertThat(LintText.of(FINAL, GOOD)).isEmpty();
    }

    @Test
    void a_name_that_nothing_fills_in_blocks_and_says_its_line() {
        assertThat(LintText.of(FINAL, GOOD.replace("{{ pay }}", "{{ pay }} {{ totl }}")))
                .containsExactly(
                        Finding.error(9, "Nothing fills in “totl”: take one of the placeholders listed here."));
        assertThat(blocking(FINAL, GOOD.replace("{{ greeting }}", "{% if totl == 1 %}x{% endif %}{{ greeting }}")))
                .hasSize(1);
        assertThat(LintText.of(
                        FINAL,
                        GOOD.replace(
                                "{{ greeting }}",
                                "{% for g in groups %}{{ g.currency | downcase }}{% endfor %}{{ greeting }}")))
                .isEmpty();
    }

    @Test
    void amount_deadline_and_way_to_pay_must_stand_in_it() {
        assertThat(blocking(FINAL, GOOD.replace("{{ items }}", "").replace("{{ total }}", "Money")))
                .containsExactly(
                        "It does not say how much is open: put {{ items }}, the table of invoices, or {{ total }}.");
        assertThat(blocking(FINAL, GOOD.replace("{{ deadline }}", "soon")))
                .containsExactly("A final notice without a day to answer by is unfair: put {{ deadline }}.");
        assertThat(blocking(FINAL, GOOD.replace("{{ pay }}", "")))
                .containsExactly("It asks for money and does not say how to pay: put {{ pay }}.");
        assertThat(blocking(FIRM, GOOD.replace("{{ deadline }}", "soon"))).isEmpty();
    }

    @Test
    void the_table_and_the_signature_are_asked_for() {
        List<Finding> findings =
                LintText.of(FINAL, GOOD.replace("{{ items }}", "").replace("{{ signature }}", "Bye"));
        assertThat(findings).hasSize(2).noneMatch(Finding::blocks);
    }

    @Test
    void what_cannot_be_filled_in_blocks_with_its_reason() {
        assertThat(blocking(FINAL, GOOD.replace("Subject:", "Title:")).getFirst())
                .contains("begins with a line 'Subject: …'");
        assertThat(blocking(FINAL, GOOD + "{% if count == 1 %}")).hasSize(1);
        assertThat(blocking(FINAL, GOOD + "{% include 'x' %}").getFirst()).contains("not for letters");
    }

    @Test
    void long_texts_and_long_sentences_are_asked_about_and_a_book_is_refused() {
        String sentence = "word ".repeat(41).strip() + ". ";
        assertThat(LintText.of(FINAL, GOOD.replace("Please pay", sentence + "Please pay")))
                .singleElement()
                .satisfies(f -> assertThat(f.message()).startsWith("A sentence of 41 words is read twice"));
        assertThat(LintText.of(FINAL, GOOD.replace("Please pay", "Short words here. ".repeat(60) + "Please pay")))
                .singleElement()
                .satisfies(f -> assertThat(f.blocks()).isFalse());
        assertThat(blocking(FINAL, GOOD.replace("Please pay", "Short words here. ".repeat(140) + "Please pay")))
                .hasSize(1);
    }

    private static List<String> blocking(TextKey key, String source) {
        return LintText.of(key, source).stream()
                .filter(Finding::blocks)
                .map(Finding::message)
                .toList();
    }
}
