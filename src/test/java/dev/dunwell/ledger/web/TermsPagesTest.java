package dev.dunwell.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.ServerTest;
import dev.dunwell.Visitor;
import dev.dunwell.access.Role;
import dev.dunwell.access.Staff;
import dev.dunwell.ledger.IntegrityExtension;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServerTest
@ExtendWith(IntegrityExtension.class)
class TermsPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext house;

    @Autowired
    JsonMapper json;

    private Staff staff;
    private Visitor nora;
    private Visitor program;

    @BeforeEach
    void a_credit_manager_and_her_key() {
        staff = Staff.of(house);
        nora = Visitor.signedIn(port, staff.email(Role.CREDIT_MANAGER), Staff.PASSWORD);
        program = Visitor.withKey(port, staff.key(Role.CREDIT_MANAGER));
    }

    private static Map<String, String> wholesale() {
        return new HashMap<>(Map.of(
                "name", "Wholesale",
                "validFrom", "2026-01-01",
                "due", "net 30",
                "discounts", "2/10",
                "method-bank_transfer", "yes",
                "method-cheque", "yes",
                "late", "contract",
                "interestPercent", "1.5",
                "interestPer", "month",
                "dayCount", "month_pro_rata"));
    }

    private String write(Map<String, String> form) {
        HttpResponse<String> answer = nora.submit("/settings/terms/new", "/settings/terms", form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private String page(String path) {
        HttpResponse<String> answer = nora.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private JsonNode api(int status, String method, String path, String body) {
        HttpResponse<String> answer =
                body.isEmpty() ? program.get("/api/v1" + path) : program.json(method, "/api/v1" + path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return json.readTree(answer.body());
    }

    private void acme(String terms) {
        api(201, "POST", "/customers", "{\"number\":\"acme\",\"name\":\"Acme Ltd\",\"terms\":\"" + terms + "\"}");
    }

    @Test
    void the_list_is_empty_until_terms_are_written_down() {
        assertThat(page("/settings/terms")).contains("No terms yet", "New terms");
        write(wholesale());
        assertThat(page("/settings/terms")).contains("Wholesale", "2/10", "1.5 % a month, per month, pro rata");
    }

    @Test
    void a_sheet_shows_what_it_costs_not_to_take_the_discount() {
        String sheet = page(write(wholesale()));
        assertThat(sheet).contains("Wholesale, version 1", "in force", "37.24", "44.59", "Bank transfer, Cheque");
        assertThat(sheet).contains("Nobody buys under these terms", "No acceptance is on record");
    }

    @Test
    void a_next_version_shows_what_it_changed_and_the_old_one_stays() {
        String first = write(wholesale());
        Map<String, String> next = wholesale();
        next.put("due", "end of month + 30");
        next.put("validFrom", "2026-06-01");
        HttpResponse<String> answer = nora.submit(first + "/next", first + "/versions", next);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        String sheet = page(answer.headers().firstValue("Location").orElseThrow());
        assertThat(sheet).contains("Wholesale, version 2", "net 30", "end of month + 30");
        assertThat(page(first)).contains("Wholesale, version 1", "net 30");
    }

    @Test
    void ambiguous_terms_are_refused_with_every_problem_and_what_was_typed_stays() {
        Map<String, String> bad = wholesale();
        bad.put("due", "thirty days");
        bad.put("discounts", "2/10, 3/20");
        bad.remove("method-bank_transfer");
        bad.remove("method-cheque");
        bad.put("late", "both");
        bad.put("regime", "none");
        HttpResponse<String> answer = nora.submit("/settings/terms/new", "/settings/terms", bad);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains(
                        "thirty days", "Write terms as", "let the discount fall", "at least one way", "whose statute");
    }

    @Test
    void who_may_only_read_writes_nothing() {
        String sheet = write(wholesale());
        try (var reader = Visitor.signedIn(port, staff.email(Role.READ_ONLY), Staff.PASSWORD)) {
            assertThat(reader.get(sheet).statusCode()).isEqualTo(200);
            assertThat(reader.get(sheet).body()).doesNotContain("Next version");
            assertThat(reader.get("/settings/terms").body()).doesNotContain("New terms");
            assertThat(reader.get("/settings/terms/new").statusCode()).isIn(403, 404);
            assertThat(reader.get("/settings/late-payment").body()).doesNotContain("Add a rate");
        }
    }

    @Test
    void an_invoice_shows_the_version_it_was_issued_under_with_the_discount_to_the_day() {
        write(wholesale());
        acme("Wholesale");
        api(
                201,
                "POST",
                "/invoices",
                "{\"customer\":\"acme\",\"number\":\"I-1\",\"issuedOn\":\"2026-02-28\",\"amount\":\"1000.00\",\"currency\":\"EUR\"}");
        JsonNode terms = api(200, "GET", "/invoices/I-1/terms", "");
        assertThat(terms.get("name").asString() + " " + terms.get("version").asInt())
                .isEqualTo("Wholesale 1");
        String found =
                nora.get("/search?q=I-1").headers().firstValue("Location").orElse("");
        String invoice = found.isEmpty() ? link(page("/search?q=I-1"), "/invoices/") : found;
        assertThat(page(invoice)).contains("Wholesale, version 1", "980.00", "10 Mar", "20.00");
    }

    private static String link(String html, String begin) {
        Matcher link = Pattern.compile("href=\"(" + begin + "\\d+)\"").matcher(html);
        assertThat(link.find()).as(html).isTrue();
        return link.group(1);
    }

    @Test
    void an_acceptance_is_written_down_with_its_proof_and_shown() {
        write(wholesale());
        acme("Wholesale");
        String customer = link(page("/customers"), "/customers/");
        assertThat(page(customer)).contains("No acceptance of this version is on record");
        JsonNode accepted = api(
                201,
                "POST",
                "/acceptances",
                "{\"customer\":\"acme\",\"terms\":\"Wholesale\",\"acceptedBy\":\"Ada King\",\"acceptedOn\":\"2026-01-05\",\"evidence\":\"order 4711, page 2\"}");
        assertThat(accepted.get("terms").asString()).isEqualTo("Wholesale, version 1");
        assertThat(page(customer)).contains("accepted by Ada King", "order 4711, page 2");
        assertThat(page("/settings/terms")).contains("Wholesale");
        assertThat(api(200, "GET", "/acceptances?customer=acme", "").get("items"))
                .hasSize(1);
        api(
                422,
                "POST",
                "/acceptances",
                "{\"customer\":\"acme\",\"terms\":\"Wholesale\",\"acceptedBy\":\"Ada\",\"acceptedOn\":\"2999-01-05\",\"evidence\":\"x\"}");
    }

    @Test
    void a_customer_changes_terms_and_is_a_consumer_or_a_business() {
        write(wholesale());
        acme("net 30");
        String customer = link(page("/customers"), "/customers/");
        nora.submit(customer, customer + "/terms", Map.of("terms", "Wholesale", "consumer", "yes"));
        JsonNode known = api(200, "GET", "/customers/acme", "");
        assertThat(known.get("terms").asString()).isEqualTo("Wholesale");
        assertThat(known.get("consumer").asBoolean()).isTrue();
        assertThat(page(customer)).contains("consumer");
        nora.submit(customer, customer + "/terms", Map.of("terms", "Nonsense"));
        assertThat(api(200, "GET", "/customers/acme", "").get("terms").asString())
                .isEqualTo("Wholesale");
        api(422, "PATCH", "/customers/acme", "{\"terms\":\"Nonsense\"}");
    }

    @Test
    void a_program_writes_terms_and_reads_every_version() {
        String body =
                "{\"name\":\"Export\",\"validFrom\":\"2026-01-01\",\"due\":\"net 60\",\"methods\":[\"bank_transfer\"],"
                        + "\"late\":\"statute\",\"regime\":\"de\"}";
        assertThat(api(201, "POST", "/terms", body).get("version").asInt()).isEqualTo(1);
        api(201, "POST", "/terms", body.replace("net 60", "net 45"));
        assertThat(api(200, "GET", "/terms?name=Export", "").get("items")).hasSize(2);
        assertThat(api(200, "GET", "/terms", "").get("items").get(0).get("due").asString())
                .isEqualTo("net 45");
        JsonNode refused = api(422, "POST", "/terms", "{\"name\":\"Bad\",\"validFrom\":\"2026-01-01\"}");
        assertThat(refused.toString()).contains("due", "methods", "late");
    }
}
