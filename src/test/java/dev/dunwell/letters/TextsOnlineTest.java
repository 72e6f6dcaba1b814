package dev.dunwell.letters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.ServerTest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Own words and call scripts, as people and programs see them. */
@ServerTest
class TextsOnlineTest {

    private static final String FRIENDLY = "/settings/letters/friendly/en/neutral";
    private static final String OWN = """
            Subject: Our own words about {{ total }}

            {{ greeting }}

            Our own words.

            {{ items }}

            {{ pay }}

            {{ signature }}
            """;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext house;

    @Autowired
    JsonMapper json;

    private Desk desk;

    @BeforeEach
    void two_customers_with_an_invoice() {
        desk = new Desk(house, port);
    }

    @Test
    void own_words_are_saved_in_versions_sent_and_taken_back() {
        assertThat(Desk.page(desk.nora, "/settings/letters")).contains("Final notice", "French", "as shipped");
        assertThat(Desk.page(desk.nora, FRIENDLY))
                .contains("As shipped, version 0.", "{{ total }}", "A made-up customer", "anna");
        assertThat(save(Map.of("source", OWN, "from", "0", "reason", "")).body())
                .contains("Say why");
        assertThat(save(Map.of("source", OWN, "from", "0", "reason", "Shorter")).statusCode())
                .isEqualTo(303);
        assertThat(Desk.page(desk.nora, FRIENDLY)).contains("Version 1 by", "Shorter", "Our own words");
        assertThat(Desk.page(desk.nora, FRIENDLY + "?compare=1"))
                .contains("What version 1 changed", "<ins>Our own words.</ins>", "<del>");
        assertThat(save(Map.of("source", OWN + "x", "from", "0", "reason", "Late"))
                        .body())
                .contains("Version 1 was saved by", "meanwhile");
        desk.night("2026-03-16");
        JsonNode mail = desk.api(200, "GET", "/messages?date=2026-03-16", "").get(0);
        JsonNode whole = desk.api(200, "GET", "/messages/" + mail.get("id").asLong(), "");
        assertThat(whole.get("text").asString()).contains("Our own words.", "Ann Smith");
        assertThat(Desk.page(desk.nora, "/messages/" + mail.get("id").asLong())).contains("version 1");
        assertThat(save(Map.of("backTo", "0", "from", "1", "reason", "The old one was better"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(Desk.page(desk.nora, FRIENDLY)).contains("Version 2 by", "the shipped text", "back to");
        assertThat(Desk.page(desk.nora, "/settings/letters")).contains("as shipped");
    }

    @Test
    void what_would_do_harm_is_not_saved_and_what_might_is_asked_about() {
        String threat = OWN.replace("Our own words.", "Otherwise we take legal action.");
        HttpResponse<String> refused = save(Map.of("source", threat, "from", "0", "reason", "Harder"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Must be changed", "legal action", "Harder");
        String pressing = OWN.replace("Our own words.", "Pay immediately.");
        assertThat(save(Map.of("source", pressing, "from", "0", "reason", "Quicker"))
                        .body())
                .contains("I have read the warnings");
        assertThat(save(Map.of("source", pressing, "from", "0", "reason", "Quicker", "insists", "yes"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(desk.paul
                        .post(
                                FRIENDLY,
                                Map.of("source", OWN, "from", "1", "reason", "x"),
                                "X-CSRF-TOKEN",
                                desk.paul.token("/settings/letters"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(desk.nora.get("/settings/letters/no-such/en/neutral").statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_text_is_tried_on_a_customer_while_it_is_written() {
        var trial = desk.nora.submit(FRIENDLY, FRIENDLY + "/trial", Map.of("source", OWN, "customer", desk.anna));
        assertThat(trial.body()).contains("To Ann Smith, ann@anna.example.", "A-1", "Our own words");
        assertThat(desk.nora
                        .submit(FRIENDLY, FRIENDLY + "/trial", Map.of("source", OWN + "{{ nobody }}"))
                        .body())
                .contains("Nothing fills in “nobody”");
    }

    @Test
    void programs_read_check_and_change_texts() {
        assertThat(desk.api(200, "GET", "/texts/letters", "")).hasSize(84);
        String body = json.writeValueAsString(Map.of("source", OWN, "from", 0, "reason", "By program"));
        String one = "/texts/letters/firm/de/firm";
        assertThat(desk.api(200, "POST", one + "/lint", json.writeValueAsString(Map.of("source", "Subject: x\n\ny")))
                        .size())
                .isGreaterThan(1);
        assertThat(desk.api(200, "PUT", one, body).get("text").get("version").asInt())
                .isEqualTo(1);
        assertThat(desk.api(409, "PUT", one, body).toString()).contains("meanwhile");
        assertThat(desk.api(200, "GET", one, "").get("history")).hasSize(1);
    }

    @Test
    void the_script_of_the_call_stands_beside_it() {
        assertThat(Desk.page(desk.paul, "/customers/" + desk.anna + "/log?kind=call"))
                .contains(
                        "What to say: Reminder call",
                        "less than 90 days",
                        "no script for this situation yet",
                        "The text");
        assertThat(Desk.page(desk.paul, "/customers/" + desk.anna)).contains("What to say:", "Letters by post");
        assertThat(Desk.page(desk.nora, "/settings/scripts?variant=new"))
                .contains("none, the usual one", "Inquiry call");
        assertThat(Desk.page(desk.nora, "/settings/scripts/courtesy-call/de/new"))
                .contains("None yet");
    }

    @Test
    void the_script_names_the_person_also_where_mail_to_them_comes_back() {
        desk.sql("update contact set bounced_on = date '2026-03-10'");
        desk.api(200, "PUT", "/organisation/clock", "{\"today\":\"2026-04-20\"}");
        assertThat(Desk.page(desk.paul, "/customers/" + desk.anna + "/log?kind=call"))
                .contains("Ann Smith, this is")
                .doesNotContain("Hello , this is");
    }

    private HttpResponse<String> save(Map<String, String> form) {
        return desk.nora.submit(FRIENDLY, FRIENDLY, form);
    }
}
