package dev.dunwell.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.ServerTest;
import dev.dunwell.Visitor;
import dev.dunwell.access.Role;
import dev.dunwell.access.Staff;
import dev.dunwell.ledger.IntegrityExtension;
import java.net.http.HttpResponse;
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
class LedgerApiTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext house;

    @Autowired
    JsonMapper json;

    private Visitor program = new Visitor(0);
    private Staff staff;

    @BeforeEach
    void a_program_with_a_key_of_the_clerk() {
        staff = Staff.of(house);
        program = Visitor.withKey(port, staff.key(Role.CREDIT_MANAGER));
    }

    private JsonNode post(int status, String path, String body) {
        return answer(status, program.json("POST", "/api/v1" + path, body));
    }

    private JsonNode get(String path) {
        return answer(200, program.get("/api/v1" + path));
    }

    private JsonNode answer(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return json.readTree(answer.body());
    }

    private void acme() {
        post(201, "/customers", "{\"number\":\"acme\",\"name\":\"Acme Ltd\",\"terms\":\"net 30\",\"language\":\"en\"}");
        post(
                201,
                "/invoices",
                "{\"customer\":\"acme\",\"number\":\"I-1\",\"issuedOn\":\"2026-01-01\",\"amount\":\"1200.50\",\"currency\":\"EUR\"}");
    }

    @Test
    void an_invoice_goes_in_and_comes_out_with_exact_amounts() {
        acme();
        JsonNode invoice = get("/invoices/I-1").get("invoice");
        assertThat(invoice.get("amount").asString()).isEqualTo("1200.50");
        assertThat(invoice.get("open").asString()).isEqualTo("1200.50");
        assertThat(invoice.get("dueOn").asString()).isEqualTo("2026-01-31");
        JsonNode items = get("/open-items?customer=acme&asOf=2026-02-10").get("items");
        assertThat(items.get(0).get("invoice").asString()).isEqualTo("I-1");
        assertThat(items.get(0).get("daysOverdue").asInt()).isEqualTo(10);
    }

    @Test
    void a_payment_is_taken_once_and_settles_what_it_names() {
        acme();
        String payment =
                "{\"customer\":\"acme\",\"receivedOn\":\"2026-02-01\",\"amount\":\"1300\",\"currency\":\"EUR\",\"sourceKey\":\"bank-1\","
                        + "\"allocations\":[{\"invoice\":\"I-1\",\"amount\":\"1000.50\"}]}";
        JsonNode taken = post(201, "/payments", payment);
        assertThat(taken.get("unapplied").asString()).isEqualTo("299.50");
        assertThat(post(200, "/payments", payment)).isEqualTo(taken);
        assertThat(get("/open-credits?customer=acme")
                        .get("items")
                        .get(0)
                        .get("open")
                        .asString())
                .isEqualTo("299.50");
        long id = taken.get("id").asLong();
        post(
                422,
                "/payments/" + id + "/allocations",
                "{\"allocations\":[{\"invoice\":\"I-1\",\"amount\":\"299.50\"}]}");
        post(201, "/payments/" + id + "/allocations", "{\"allocations\":[{\"invoice\":\"I-1\",\"amount\":\"200\"}]}");
        assertThat(get("/invoices?customer=acme&open=true").get("items")).isEmpty();
        long allocation =
                get("/payments/" + id).get("allocations").get(0).get("id").asLong();
        assertThat(post(201, "/allocations/" + allocation + "/reversal", "{}")
                        .get("amount")
                        .asString())
                .isEqualTo("-1000.50");
        assertThat(get("/invoices/I-1").get("invoice").get("open").asString()).isEqualTo("1000.50");
    }

    @Test
    void a_credit_note_settles_and_the_rest_stays() {
        acme();
        post(
                201,
                "/credit-notes",
                "{\"customer\":\"acme\",\"number\":\"C-1\",\"issuedOn\":\"2026-02-01\",\"amount\":\"2000\",\"currency\":\"EUR\"}");
        JsonNode whole = post(
                201,
                "/credit-notes/C-1/allocations",
                "{\"allocations\":[{\"invoice\":\"I-1\",\"amount\":\"1200.50\"}]}");
        assertThat(whole.get("creditNote").get("unapplied").asString()).isEqualTo("799.50");
        JsonNode then = get("/invoices/I-1?asOf=2026-01-31").get("invoice");
        assertThat(then.get("open").asString()).isEqualTo("1200.50");
    }

    @Test
    void a_patch_changes_what_it_names_and_nothing_else() {
        acme();
        JsonNode customer =
                answer(200, program.json("PATCH", "/api/v1/customers/acme", "{\"language\":null,\"tags\":[\"big\"]}"));
        assertThat(customer.get("terms").asString()).isEqualTo("net 30");
        assertThat(customer.path("language").isNull()).isTrue();
        assertThat(get("/customers/acme").get("tags").get(0).asString()).isEqualTo("big");
        JsonNode invoice = answer(200, program.json("PATCH", "/api/v1/invoices/I-1", "{\"amount\":\"1000\"}"));
        assertThat(invoice.get("open").asString()).isEqualTo("1000.00");
        assertThat(get("/invoices/I-1").get("earlier").get(0).get("amount").asString())
                .isEqualTo("1200.50");
    }

    @Test
    void contacts_are_recorded_changed_and_verified() {
        acme();
        long id = post(201, "/contacts", "{\"customer\":\"acme\",\"name\":\"Ana Ruiz\",\"email\":\"ana@acme.example\"}")
                .get("id")
                .asLong();
        post(422, "/contacts", "{\"customer\":\"acme\",\"name\":\"Bo\",\"email\":\"<a@b>c@d\"}");
        post(409, "/contacts", "{\"customer\":\"acme\",\"name\":\"ana ruiz\",\"email\":\"ANA@acme.example\"}");
        post(200, "/contacts/" + id + "/verification", "{}");
        JsonNode changed =
                answer(200, program.json("PATCH", "/api/v1/contacts/" + id, "{\"email\":\"ana.ruiz@acme.example\"}"));
        assertThat(changed.path("verifiedOn").isNull()).isTrue();
        assertThat(get("/contacts?customer=acme").get("items")).hasSize(1);
    }

    @Test
    void what_is_wrong_is_named_field_by_field() {
        JsonNode problem = post(422, "/invoices", "{\"customer\":\"acme\",\"amount\":\"1.005\",\"currency\":\"EUR\"}");
        assertThat(problem.get("problems"))
                .extracting(p -> p.get("column").asString())
                .containsExactlyInAnyOrder("amount", "number", "issuedOn");
        post(
                404,
                "/invoices",
                "{\"customer\":\"none\",\"number\":\"1\",\"issuedOn\":\"2026-01-01\",\"dueOn\":\"2026-01-01\",\"amount\":\"1\",\"currency\":\"EUR\"}");
    }

    @Test
    void aging_reads_as_numbers() {
        acme();
        JsonNode aging = get("/aging?asOf=2026-02-10&basis=due");
        assertThat(aging.get("totals").get(0).get("amount").decimalValue()).isEqualByComparingTo("1200.50");
        assertThat(aging.get("buckets").get(1).get("name").asString()).isEqualTo("1-30");
        assertThat(aging.get("buckets").get(1).get("count").asInt()).isEqualTo(1);
        assertThat(program.get("/api/v1/aging.csv?asOf=2026-02-10").body())
                .contains("acme")
                .contains("1200.50");
        assertThat(program.get("/api/v1/aging?basis=weekly").statusCode()).isEqualTo(422);
    }

    @Test
    void the_timeline_tells_the_newest_first() {
        acme();
        post(
                201,
                "/payments",
                "{\"customer\":\"acme\",\"receivedOn\":\"2026-02-01\",\"amount\":\"5\",\"currency\":\"EUR\",\"reference\":\"part 1\"}");
        JsonNode items = get("/customers/acme/timeline").get("items");
        assertThat(items)
                .extracting(i -> i.get("text").asString())
                .containsExactly("5.00\u00a0EUR received, “part 1”.", "Invoice I-1 over 1,200.50\u00a0EUR.");
        String next = get("/customers/acme/timeline?limit=1").get("next").asString();
        assertThat(get("/customers/acme/timeline?limit=1&cursor=" + next)
                        .get("items")
                        .get(0)
                        .get("kind")
                        .asString())
                .isEqualTo("invoice");
        assertThat(get("/customers/acme/timeline?kind=calls").get("items")).isEmpty();
    }

    @Test
    void lists_come_in_pages() {
        for (int i = 0; i < 5; i++) {
            post(201, "/customers", "{\"number\":\"c%d\",\"name\":\"Same name\"}".formatted(i));
        }
        JsonNode first = get("/customers?limit=3");
        JsonNode second = get("/customers?limit=3&cursor=" + first.get("next").asString());
        assertThat(second.get("items"))
                .extracting(c -> c.get("number").asString())
                .containsExactly("c3", "c4");
        assertThat(second.get("next").isNull()).isTrue();
        assertThat(program.get("/api/v1/customers?limit=201").statusCode()).isEqualTo(422);
    }

    @Test
    void money_is_identified_moved_paid_back_and_reversed() {
        acme();
        post(201, "/customers", "{\"number\":\"borealis\",\"name\":\"Borealis\"}");
        long id = post(201, "/payments", "{\"receivedOn\":\"2026-02-01\",\"amount\":\"100\",\"currency\":\"EUR\"}")
                .get("id")
                .asLong();
        assertThat(get("/cash?asOf=2026-02-02").get("items").get(0).get("state").asString())
                .isEqualTo("unidentified");
        post(200, "/payments/" + id + "/identification", "{\"customer\":\"acme\",\"on\":\"2026-02-01\"}");
        post(
                201,
                "/payments/" + id + "/transfers",
                "{\"customer\":\"borealis\",\"amount\":\"30\",\"reason\":\"theirs\",\"on\":\"2026-02-02\"}");
        long refund = post(
                        201,
                        "/payments/" + id + "/refunds",
                        "{\"amount\":\"20.00\",\"reason\":\"asked\",\"on\":\"2026-02-03\"}")
                .get("id")
                .asLong();
        post(422, "/payments/" + id + "/reversal", "{\"reason\":\"bounced\"}");
        post(201, "/withdrawals/refund/" + refund + "/reversal", "{}");
        assertThat(get("/cash?asOf=2026-02-02").get("items")).hasSize(2);
        assertThat(get("/payments/" + id + "/withdrawals")).hasSize(3);
    }

    @Test
    void what_is_kept_back_is_decided_and_what_is_due_in_parts_is_listed_in_parts() {
        acme();
        long id = post(
                        201,
                        "/invoices/I-1/deductions",
                        "{\"amount\":\"200.50\",\"code\":\"damaged\",\"on\":\"2026-02-01\"}")
                .get("id")
                .asLong();
        assertThat(get("/deductions?open=true").get("items")).hasSize(1);
        post(
                200,
                "/deductions/" + id + "/decision",
                "{\"decision\":\"charge_back\",\"number\":\"CB-1\",\"on\":\"2026-02-10\"}");
        assertThat(get("/invoices/CB-1?asOf=2026-02-10")
                        .get("invoice")
                        .get("origin")
                        .asString())
                .isEqualTo("I-1");
        post(
                201,
                "/invoices",
                "{\"customer\":\"acme\",\"number\":\"I-2\",\"issuedOn\":\"2026-01-01\",\"amount\":\"100\",\"currency\":\"EUR\","
                        + "\"kind\":\"opening_balance\",\"instalments\":[{\"dueOn\":\"2026-02-01\",\"amount\":\"30\"},"
                        + "{\"dueOn\":\"2026-03-01\",\"amount\":\"70\"}]}");
        JsonNode items = get("/open-items?customer=acme&asOf=2026-01-15").get("items");
        assertThat(items).hasSize(3);
        assertThat(get("/invoices/I-2?asOf=2026-01-15")
                        .get("invoice")
                        .get("kind")
                        .asString())
                .isEqualTo("opening_balance");
    }
}
