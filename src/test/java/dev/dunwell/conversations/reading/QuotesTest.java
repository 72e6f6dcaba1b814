package dev.dunwell.conversations.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What somebody says now, without what the mail repeats. */
class QuotesTest {

    private static void answerIs(String answer, String mail) {
        assertThat(Quotes.fold(mail).answer()).isEqualTo(answer);
    }

    @Test
    void what_stands_above_the_first_mark_is_the_answer() {
        for (String mark : List.of(
                "On Tue, 3 Nov 2026 at 09:12, Nordwind AR <ar@nordwind.example> wrote:",
                "Am Di., 3. Nov. 2026 um 09:12 Uhr schrieb Nordwind <ar@nordwind.example>:",
                "Le mar. 3 nov. 2026 à 09:12, Nordwind <ar@nordwind.example> a écrit :",
                "El mar, 3 nov 2026 a las 9:12, Nordwind (<ar@nordwind.example>) escribió:",
                "-----Ursprüngliche Nachricht-----",
                "-------- Message d'origine --------",
                "-----Mensaje original-----")) {
            answerIs(
                    "We paid it on Friday.",
                    "We paid it on Friday.\n\n" + mark + "\nDear customer,\ninvoice 4711 is open.\n");
        }
    }

    @Test
    void the_head_that_outlook_copies_begins_the_quote() {
        answerIs("Bitte die Rechnung noch einmal schicken.", """
                Bitte die Rechnung noch einmal schicken.

                Von: Nordwind AR <ar@nordwind.example>
                Gesendet: Dienstag, 3. November 2026 09:12
                An: Buchhaltung
                Betreff: Rechnung 4711

                Guten Tag,
                """);
    }

    @Test
    void a_quote_that_is_answered_line_by_line_stays() {
        Said said = Quotes.fold("""
                Hello,

                > When will you pay 4711?
                On Friday.

                > And 4712?
                That one is wrong, please see attached.
                """);
        assertThat(said.answer()).contains("> When will you pay 4711?", "On Friday.", "That one is wrong");
    }

    @Test
    void an_answer_under_the_quote_is_found() {
        answerIs("It was paid yesterday.", """
                On 3 Nov 2026, at 09:12, AR <ar@nordwind.example> wrote:
                > Invoice 4711 is open.
                > Kind regards

                It was paid yesterday.
                """);
    }

    @Test
    void signatures_and_telephones_are_folded() {
        Said said = Quotes.fold("OK, next week.\n\n-- \nPaula Ruiz\nAccounts payable\n");
        assertThat(said.answer()).isEqualTo("OK, next week.");
        assertThat(said.signature()).contains("Paula Ruiz");
        answerIs("Erledigt.", "Erledigt.\n\nVon meinem iPhone gesendet\n");
        answerIs("Fait.", "Fait.\n\nEnvoyé de mon iPhone\n");
        answerIs("Hecho.", "Hecho.\n\nEnviado desde mi iPhone\n");
    }

    @Test
    void words_that_only_look_like_a_mark_are_kept() {
        String text = "On Monday we wrote to you: the amount is wrong.\nFrom our side nothing is open.";
        answerIs(text, text);
    }

    @Test
    void a_mail_of_quotes_alone_is_shown_whole() {
        answerIs("> Only this.", "> Only this.");
    }

    @Test
    void a_long_mail_made_to_be_slow_is_read_in_a_moment() {
        String nasty = ("on 1 <a@b\n" + "> x\ny\n").repeat(30_000);
        long before = System.nanoTime();
        Quotes.fold(nasty);
        assertThat(System.nanoTime() - before).isLessThan(5_000_000_000L);
    }
}
