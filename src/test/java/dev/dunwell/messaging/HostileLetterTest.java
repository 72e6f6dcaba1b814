package dev.dunwell.messaging;

import static dev.dunwell.messaging.SampleLetter.model;
import static dev.dunwell.messaging.SampleLetter.modelWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names typed by strangers and templates written by anybody cannot do more than be read. */
class HostileLetterTest {

    private final Letters letters = new Letters();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href=//evil>Pay</a>",
                "</table><style>td{display:none}</style>",
                "&#x6A;avascript:alert(1)",
                "\"><img src=x onerror=alert(1)>",
                "**bold** and \\ and \\**",
                "{{7*7}} {% include '/etc/passwd' %} ${7*7} #{7*7} [[..]] <#assign x=1> $!{x} T(java.lang.Runtime)",
                "${'$'}{page}"
            })
    void a_name_is_shown_as_it_was_typed_and_makes_nothing(String name) {
        Letter plain = letters.render("delivery-check", "en", model());
        for (String key : List.of("contact", "vendor", "sender", "reply_to", "date")) {
            Letter letter = letters.render("inquiry", "en", modelWith(key, name));
            assertThat(letter.text()).contains(name).doesNotContain("49");
            Document html = Jsoup.parse(letter.html());
            assertThat(html.text()).contains(name).doesNotContain("49");
            assertThat(elements(html)).isSubsetOf(elements(Jsoup.parse(plain.html())));
            assertThat(html.select("[onerror], [href], [src]")).isEmpty();
        }
    }

    @Test
    void a_name_cannot_break_the_line_reverse_the_writing_or_place_a_table() {
        String name = "Ann\r\nBcc: x@evil\u2028\u202Egnp\u202C\u2066\uE000\u0000!";
        Letter letter = letters.render("delivery-check", "en", modelWith("vendor", name));
        assertThat(letter.subject()).isEqualTo("2 invoices from Ann Bcc: x@evil gnp !: did everything arrive?");
        assertThat(letter.text()).contains("\nAnn Bcc: x@evil gnp !\n");
        assertThat(letter.html()).doesNotContain("\u202E", "\u2028", "\uE000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% include '/etc/passwd' %}",
                "{% include customer %}",
                "{% include_relative '../application.properties' %}",
                "{% layout '/etc/passwd' %}",
                "{% render '/etc/passwd' %}",
                "{{7*7}}",
                "{{ customer.class }}",
                "{{ customer.class.classLoader }}",
                "{{ groups.class }}",
                "{{ no_such_word }}",
                "{{ customer | append: customer }}",
                "{{ customer | replace: 'a', 'aaaaaaaaaaaaaaaa' }}",
                "{{ 'now' | date: '%Y' }}",
                "{% assign a = customer %}",
                "{% capture a %}{{ customer }}{% endcapture %}",
                "{% for i in (1..1000000000) %}x{% endfor %}",
                "{% for a in (1..90) %}{% for b in (1..90) %}{% for c in (1..90) %}x{% endfor %}{% endfor %}{% endfor"
                        + " %}",
                "{% for i in (1..9000) %}twelve chars{% endfor %}",
                "{{ customer",
                "{% if count == 1 %}"
            })
    void a_template_can_only_fill_in_what_it_was_given(String body) {
        assertThatThrownBy(() -> filledIn(body))
                .isInstanceOf(LetterRefused.class)
                .hasMessageStartingWith("The template cannot be filled in: ")
                .hasMessageNotContaining("root:");
    }

    @Test
    void a_huge_template_is_refused_before_it_is_read() {
        assertThatThrownBy(() -> filledIn("x".repeat(1_000_000))).hasMessageContaining("at most 20000 characters");
        assertThatThrownBy(() -> filledIn("{{ customer }}".repeat(50_000))).hasMessageContaining("shorten it");
        assertThatThrownBy(() -> filledIn("{% if count == 2 %}x{% endif %}".repeat(10_000)))
                .hasMessageContaining("shorten it");
        assertThatThrownBy(() -> filledIn("{{count}}".repeat(501))).hasMessageContaining("500 places to fill in");
    }

    @Test
    void deep_nesting_does_no_harm() {
        String deep = "{% if count == 2 %}".repeat(240) + "x" + "{% endif %}".repeat(240);
        assertThat(filledIn(deep).blocks()).hasSize(1);
    }

    @Test
    void html_and_script_links_in_a_template_are_just_text() {
        String body =
                "<a href='javascript:x'>Pay</a> [Pay](data:x) //evil {{ customer }}@evil ${7*7} #{7*7} *{x} __${x}__";
        LetterPage page = filledIn(body);
        assertThat(page.blocks())
                .containsExactly(new LetterPage.Paragraph(List.of(
                        List.of(new LetterPage.Span(body.replace("{{ customer }}", "Brightwater Foods Ltd"), false)))));
    }

    @Test
    void a_template_without_a_subject_is_refused() {
        assertThatThrownBy(() -> LetterTemplate.of("Dear all,\n\nhello")).hasMessageContaining("'Subject: …'");
        assertThatThrownBy(() -> LetterTemplate.of("Subject:\n\nhello")).isInstanceOf(LetterRefused.class);
    }

    private static LetterPage filledIn(String body) {
        Map<String, Object> model = model();
        return LetterTemplate.of("Subject: x\n\n" + body)
                .filledIn(LetterFacts.of(model), Wording.of("en"), Stationery.SHIPPED);
    }

    private static List<String> elements(Document html) {
        return html.getAllElements().stream().map(Element::tagName).distinct().toList();
    }
}
