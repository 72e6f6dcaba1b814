package dev.dunwell.letters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.ServerTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** Letters on paper and valuable customers, as people and programs see them. */
@ServerTest
class PaperLettersTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext house;

    private Desk desk;

    @BeforeEach
    void two_customers_with_an_invoice() {
        desk = new Desk(house, port);
    }

    @Test
    void whom_only_the_post_reaches_gets_a_letter_that_is_printed_posted_and_counts_from_that_day() {
        desk.address(desk.bert, "12 Mill Lane\nBath BA1 2AB");
        desk.night("2026-03-16");
        assertThat(Desk.page(desk.nora, "/letters")).contains("bert", "Bath BA1 2AB", "Print 1 letter");
        JsonNode batch = desk.api(201, "POST", "/letter-batches", "");
        assertThat(desk.api(409, "POST", "/letter-batches", "").toString()).contains("No letter waits");
        String one = "/letter-batches/" + batch.get("id").asLong();
        var pdf = desk.program.get("/api/v1" + one + ".pdf");
        assertThat(pdf.body()).startsWith("%PDF");
        assertThat(desk.api(200, "POST", one + "/undo", "").get("state").asString())
                .isEqualTo("taken back");
        assertThat(desk.api(409, "POST", one + "/posting", "{}").toString()).contains("print it again");
        String again = "/letter-batches/"
                + desk.api(201, "POST", "/letter-batches", "").get("id").asLong();
        desk.api(200, "PUT", "/organisation/clock", "{\"today\":\"2026-03-18\"}");
        assertThat(desk.api(422, "POST", again + "/posting", "{\"on\":\"2026-03-19\"}")
                        .toString())
                .contains("not gone");
        assertThat(desk.api(200, "POST", again + "/posting", "{\"on\":\"2026-03-17\"}")
                        .get("postedOn")
                        .asString())
                .isEqualTo("2026-03-17");
        assertThat(desk.api(200, "POST", again + "/posting", "{\"on\":\"2026-03-17\"}")
                        .get("state")
                        .asString())
                .isEqualTo("posted");
        assertThat(desk.api(409, "POST", again + "/posting", "{\"on\":\"2026-03-18\"}")
                        .toString())
                .contains("that stays");
        assertThat(desk.api(409, "POST", again + "/undo", "").toString()).contains("cannot be taken back");
        JsonNode message = desk.api(200, "GET", "/messages?date=2026-03-16", "").get(1);
        assertThat(message.get("state").asString()).isEqualTo("sent");
        assertThat(Desk.page(desk.nora, "/messages/" + message.get("id").asLong()))
                .contains("Posted", "17 Mar", "As printed");
        assertThat(Desk.page(desk.nora, "/invoices/B-1/why")).contains("Tue 17 Mar");
    }

    @Test
    void a_letter_by_hand_and_a_mail_on_paper_instead() {
        assertThat(desk.submit(
                        desk.paul, desk.anna, "/letters-on-paper", Map.of("template", "inquiry", "tone", "gentle")))
                .contains("No postal address is known");
        desk.address(desk.anna, "1 High Street\nYork YO1 7HH");
        assertThat(desk.submit(
                        desk.paul, desk.anna, "/letters-on-paper", Map.of("template", "inquiry", "tone", "gentle")))
                .contains("waits under Letters on paper");
        assertThat(desk.submit(
                        desk.paul, desk.anna, "/letters-on-paper", Map.of("template", "inquiry", "tone", "gentle")))
                .contains("recall it first");
        assertThat(desk.api(200, "GET", "/letters", "")).hasSize(1);
        desk.api(
                201,
                "POST",
                "/payments",
                "{\"customer\":\"anna\",\"receivedOn\":\"2026-03-16\",\"amount\":100.00,\"currency\":\"EUR\","
                        + "\"restToOldest\":true}");
        assertThat(desk.api(409, "POST", "/letter-batches", "").toString()).contains("No letter waits");
        assertThat(desk.api(200, "GET", "/letters", "")).isEmpty();
    }

    @Test
    void a_mail_that_failed_is_printed_instead() {
        desk.address(desk.anna, "1 High Street\nYork YO1 7HH");
        desk.night("2026-03-16");
        desk.sql("update message set state = 'failed', detail = 'No such user.'");
        long message = desk.api(200, "GET", "/messages?date=2026-03-16", "")
                .get(0)
                .get("id")
                .asLong();
        String page = "/messages/" + message;
        assertThat(Desk.page(desk.paul, page)).contains("On paper instead");
        assertThat(desk.paul.submit(page, page + "/paper", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(Desk.page(desk.paul, page)).contains("sends it on paper instead of by mail", "York YO1 7HH");
        assertThat(desk.api(201, "POST", "/letter-batches", "").get("letters").asInt())
                .isEqualTo(1);
    }

    @Test
    void a_firm_letter_by_hand_to_a_valuable_customer_needs_who_may_approve_it() {
        assertThat(desk.submit(desk.paul, desk.anna, "/valued", Map.of("reason", "")))
                .contains("Say why");
        assertThat(desk.submit(desk.paul, desk.anna, "/valued", Map.of("reason", "Buys from all our houses")))
                .contains("Valuable customer", "Buys from all our houses");
        assertThat(Desk.page(desk.nora, "/invoices/A-1/why"))
                .contains("Is it a firm word to a valuable customer?", "is not firm");
        desk.address(desk.anna, "1 High Street\nYork YO1 7HH");
        assertThat(desk.submit(
                        desk.paul, desk.anna, "/letters-on-paper", Map.of("template", "firm", "tone", "neutral")))
                .contains("needs somebody who may approve it");
        assertThat(desk.submit(
                        desk.nora, desk.anna, "/letters-on-paper", Map.of("template", "firm", "tone", "neutral")))
                .contains("waits under Letters on paper");
        assertThat(desk.submit(desk.nora, desk.anna, "/valued/end", Map.of())).contains("Mark as a valuable customer");
    }

    @Test
    void programs_set_the_address_and_the_mark() {
        String bert = "/customers/bert";
        assertThat(desk.api(422, "PUT", bert + "/postal-address", "{\"lines\":\"Bath\"}")
                        .toString())
                .contains("two to six lines");
        desk.api(200, "PUT", bert + "/postal-address", "{\"lines\":\"12 Mill Lane\\nBath BA1 2AB\"}");
        desk.api(200, "PUT", bert + "/valued", "{\"reason\":\"Our oldest\"}");
        JsonNode way = desk.api(200, "GET", bert + "/post", "");
        assertThat(way.get("postalAddress").asString()).isEqualTo("12 Mill Lane\nBath BA1 2AB");
        assertThat(way.get("valuedBecause").asString()).isEqualTo("Our oldest");
        assertThat(desk.api(200, "DELETE", bert + "/valued", "")
                        .get("valuedSince")
                        .isNull())
                .isTrue();
        assertThat(desk.api(201, "POST", bert + "/letters", "{\"template\":\"final-notice\",\"tone\":\"gentle\"}")
                        .get("message")
                        .asLong())
                .isPositive();
    }
}
