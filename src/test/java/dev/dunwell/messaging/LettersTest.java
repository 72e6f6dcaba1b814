package dev.dunwell.messaging;

import static dev.dunwell.messaging.SampleLetter.group;
import static dev.dunwell.messaging.SampleLetter.item;
import static dev.dunwell.messaging.SampleLetter.model;
import static dev.dunwell.messaging.SampleLetter.modelOfOne;
import static dev.dunwell.messaging.SampleLetter.modelWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class LettersTest {

    private final Letters letters = new Letters();

    @Test
    void every_letter_is_written_in_every_language_for_one_and_for_more_items() {
        for (String language : Wording.LANGUAGES) {
            for (String template : Letters.TEMPLATES) {
                for (Map<String, Object> model : List.of(model(), modelOfOne(), modelWith("contact", ""))) {
                    Letter letter = letters.render(template, language, model);
                    assertThat(letter.language()).isEqualTo(language);
                    assertThat(letter.subject()).isNotBlank().doesNotContain("{", "}", "%", "\n");
                    assertThat(letter.text())
                            .contains("MS-20538", "3,264.00 GBP", "Nora Lindqvist", "Meridian Supplies")
                            .doesNotContain("{", "}", "%", "**", "  \n", "\n\n\n", Prose.ITEMS);
                    Document html = Jsoup.parse(letter.html());
                    assertThat(html.select("html").attr("lang")).isEqualTo(language);
                    assertThat(html.select("strong").text()).contains("Nora Lindqvist");
                    assertThat(html.select("h1").text())
                            .isEqualTo(letter.subject().replace('\u00a0', ' '));
                    assertThat(html.select("a, img, script, link, iframe, form, style:contains(url)"))
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void text_and_html_say_the_same() {
        Letter letter = letters.render("inquiry", "en", model());
        Document html = Jsoup.parse(letter.html());
        assertThat(letter.text()).startsWith("Brightwater Foods Ltd, 12 December 2026\n\nDear James Okafor,\n\n");
        for (String paragraph : letter.text().split("\n\n", -1)) {
            String words = paragraph.replaceAll("\\s+", " ").strip();
            assertThat(html.text()).contains(words);
        }
    }

    @Test
    void the_amounts_stand_in_a_right_aligned_column() {
        assertThat(letters.render("firm", "en", model()).text()).contains("""
            Invoice    Issued        Due           Days overdue         Amount
            MS-20538   31 Oct 2026   30 Nov 2026             12   3,264.00 GBP
            MS-20541   31 Oct 2026   9 Dec 2026               3   1,118.40 GBP
            Total                                                 4,382.40 GBP
            """);
    }

    @Test
    void before_the_due_date_nobody_reads_about_days_overdue() {
        Map<String, Object> model = model();
        var items = List.of(item("MS-1", "19 Dec 2026", "10.00 EUR", ""));
        model.put("groups", List.of(group("EUR", items, List.of(), "10.00 EUR", "10.00 EUR")));
        Letter letter = letters.render("friendly", "en", model);
        assertThat(letter.subject()).isEqualTo("Invoice MS-1 falls due on 19 Dec 2026: 10.00 EUR");
        assertThat(letter.text()).doesNotContain("overdue", "Total");
        assertThat(letter.html()).doesNotContain("overdue", "Total");
    }

    @Test
    void currencies_stand_apart_and_a_credit_note_is_deducted_in_sight() {
        Map<String, Object> model = model();
        var euros = List.of(item("MS-1", "19 Nov 2026", "110.00 EUR", "23"));
        var dollars = List.of(item("MS-2", "20 Nov 2026", "5.00 USD", "22"));
        List<Map<String, Object>> credits = List.of(Map.of("number", "CN-7", "amount", "10.00 EUR"));
        model.put(
                "groups",
                List.of(
                        group("EUR", euros, credits, "110.00 EUR", "100.00 EUR"),
                        group("USD", dollars, List.of(), "5.00 USD", "5.00 USD")));
        Letter letter = letters.render("firm", "en", model);
        assertThat(letter.subject()).isEqualTo("Payment outstanding: 2 invoices, 100.00 EUR and 5.00 USD");
        assertThat(letter.text()).contains("""
            MS-1               31 Oct 2026   19 Nov 2026             23   110.00 EUR
            Total                                                         110.00 EUR
            Credit note CN-7                                              −10.00 EUR
            To pay                                                        100.00 EUR
            """);
        assertThat(Jsoup.parse(letter.html()).text()).contains("Credit note CN-7 −10.00 EUR To pay 100.00 EUR");
    }

    @Test
    void a_final_notice_names_its_deadline_or_is_not_written() {
        Letter letter = letters.render("final-notice", "de", modelWith("deadline", "22. Dezember 2026"));
        assertThat(letter.text()).contains("Bitte zahlen Sie bis zum 22. Dezember 2026.");
        assertThatThrownBy(() -> letters.render("final-notice", "en", modelWith("deadline", " ")))
                .isInstanceOf(LetterRefused.class)
                .hasMessageContaining("needs a deadline");
        Map<String, Object> without = model();
        without.remove("deadline");
        assertThatThrownBy(() -> letters.render("final-notice", "en", without)).isInstanceOf(LetterRefused.class);
        assertThat(letters.render("firm", "en", without).subject()).isNotBlank();
    }

    @Test
    void an_unknown_language_gets_english() {
        assertThat(letters.render("friendly", "pt-BR", model()).language()).isEqualTo("en");
    }

    @Test
    void a_letter_without_what_it_needs_is_refused_with_a_reason() {
        Map<String, Object> empty = model();
        empty.put("groups", List.of());
        Map<String, Object> object = model();
        object.put("invoice_object", new Object());
        Map<String, Object> noDue = model();
        noDue.put("groups", List.of(Map.of("currency", "EUR", "items", List.of(Map.of("number", "1", "issued", "x")))));
        assertThatThrownBy(() -> letters.render("friendly", "en", empty)).hasMessageContaining("no item");
        assertThatThrownBy(() -> letters.render("friendly", "en", object)).hasMessageContaining("text only");
        assertThatThrownBy(() -> letters.render("friendly", "en", noDue)).hasMessageContaining("no 'due'");
        assertThatThrownBy(() -> letters.render("friendly", "en", modelWith("sender", "")))
                .hasMessage("The letter has no 'sender': give it one.");
        assertThatThrownBy(() -> letters.render("../application", "en", model()))
                .isInstanceOf(LetterRefused.class)
                .hasMessageContaining("no letter");
    }
}
