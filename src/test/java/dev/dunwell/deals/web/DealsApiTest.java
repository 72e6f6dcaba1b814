package dev.dunwell.deals.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.ServerTest;
import dev.dunwell.Visitor;
import dev.dunwell.access.Role;
import dev.dunwell.access.Staff;
import dev.dunwell.demo.Employer;
import dev.dunwell.demo.Scene;
import dev.dunwell.demo.Story;
import dev.dunwell.demo.Storyteller;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A deal as a program makes it: from the product to the completed order, with what it may not do. */
@ServerTest
class DealsApiTest {

    private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext house;

    private Visitor clerk;
    private Visitor reader;

    @BeforeEach
    void a_company_with_terms() {
        Staff staff = Staff.of(house);
        house.getBean(Storyteller.class).tell(new Scene(new Employer(staff)), Story.read("deal", """
                2026-03-02  organisation "Works" EUR locale de country DE
                            customer C-1 "Brightwater Foods Ltd" terms "2/10 net 30"
                            contact  C-1 "James Okafor" email james@brightwater.example
                """));
        clerk = Visitor.withKey(port, staff.key(Role.CLERK));
        reader = Visitor.withKey(port, staff.key(Role.READ_ONLY));
    }

    @AfterEach
    void close() {
        clerk.close();
        reader.close();
    }

    private static String ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
        return answer.body();
    }

    private String post(String path, String body) {
        return ok(clerk.json("POST", "/api/v1" + path, body));
    }

    private static long id(String json) {
        Matcher matcher = ID.matcher(json);
        assertThat(matcher.find()).as(json).isTrue();
        return Long.parseLong(matcher.group(1));
    }

    private String draft() {
        String wanted = "{\"customer\": \"C-1\", \"title\": \"Hall 3\", \"terms\": \"2/10 net 30\"}";
        return "/quotes/" + id(post("/quotes", wanted));
    }

    private static void refused(HttpResponse<String> answer, int status, String why) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(why);
    }

    @Test
    void a_deal_goes_from_the_product_to_the_completed_order() {
        long press = id(
                post("/products", "{\"number\": \"P-1\", \"name\": \"Press\", \"tax\": \"S19\", \"price\": 1000.50}"));
        post("/products/" + press + "/prices", "{\"price\": \"990.25\", \"currency\": null}");
        String quote = draft();
        assertThat(post(quote + "/lines", "{\"product\": %d, \"quantity\": 2}".formatted(press)))
                .contains("\"net\":1980.50", "\"gross\":2356.80", "\"state\":\"draft\"");
        String parted = post(
                quote + "/parts",
                "{\"kind\": \"deposit\", \"title\": \"Ordered\", \"percent\": 30, \"plannedOn\": \"2026-03-10\"}");
        assertThat(parted).contains("\"amount\":594.15");
        assertThat(post(quote + "/sending", "{\"by\": \"hand\"}")).contains("\"state\":\"sent\"", "\"paper\":\"");
        assertThat(ok(clerk.get("/api/v1" + quote + ".pdf"))).startsWith("%PDF");
        assertThat(post(quote + "/answer", "{\"answer\": \"accepted\", \"by\": \"James\", \"evidence\": \"Signed\"}"))
                .contains("\"accepted\":true", "\"evidence\":\"Signed\"");
        long order = id(post(quote + "/order", "{\"reference\": \"PO-1\", \"issue\": \"approve\"}"));
        String taken = ok(clerk.get("/api/v1/orders/" + order));
        assertThat(taken).contains("\"reference\":\"PO-1\"", "\"kind\":\"deposit\"", "\"amount\":594.15");
        assertThat(post("/orders/" + order + "/completion", "{}")).contains("\"left\":1980.50");
        post("/products/" + press + "/withdrawal", "{}");
        assertThat(ok(clerk.get("/api/v1/products"))).contains("\"withdrawnOn\":\"");
    }

    @Test
    void what_cannot_be_is_refused_with_its_reason_and_readers_change_nothing() {
        String quote = draft();
        refused(clerk.json("POST", "/api/v1" + quote + "/sending", "{\"by\": \"hand\"}"), 422, "It comes to");
        refused(clerk.json("POST", "/api/v1" + quote + "/sending", "{}"), 422, "Say mail or hand");
        refused(clerk.json("POST", "/api/v1" + quote + "/lines", "{\"description\": null}"), 422, "Choose a product");
        refused(clerk.json("POST", "/api/v1/quotes", "{\"customer\": \"X\"}"), 422, "There are no terms");
        refused(clerk.json("POST", "/api/v1" + quote + "/answer", "{\"answer\": \"maybe\"}"), 422, "accepted or");
        refused(clerk.json("POST", "/api/v1" + quote + "/replacement", "{}"), 409, "It is a draft");
        refused(clerk.json("POST", "/api/v1" + quote + "/order", "{}"), 409, "has not accepted it");
        refused(clerk.json("DELETE", "/api/v1" + quote + "/lines/4711", ""), 404, "");
        refused(clerk.json("POST", "/api/v1/products", "{\"number\": \"P\", \"name\": \"P\"}"), 422, "Give the");
        for (String path : new String[] {quote + "/lines", quote + "/sending", "/quotes", "/orders", "/products"}) {
            assertThat(reader.json("POST", "/api/v1" + path, "{}").statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(ok(reader.get("/api/v1" + quote))).contains("\"state\":\"draft\"");
    }

    @Test
    void another_takes_the_place_of_one_that_was_sent() {
        String quote = draft();
        post(quote + "/lines", "{\"description\": \"Press\", \"price\": \"10.00\", \"tax\": \"S19\"}");
        post(quote + "/sending", "{\"by\": \"mail\"}");
        String later = "/quotes/" + id(post(quote + "/replacement", "{\"validUntil\": \"2026-05-01\"}"));
        refused(clerk.json("POST", "/api/v1" + quote + "/replacement", "{}"), 409, "another in its place");
        assertThat(ok(clerk.get("/api/v1" + quote))).contains("\"state\":\"sent\"");
        post(later + "/sending", "{\"by\": \"mail\"}");
        assertThat(ok(clerk.get("/api/v1" + quote))).contains("\"state\":\"replaced\"");
        refused(
                clerk.json(
                        "POST",
                        "/api/v1" + quote + "/answer",
                        "{\"answer\": \"accepted\", \"by\": \"J\", \"evidence\": \"x\"}"),
                409,
                "sent in its place");
    }
}
