package dev.dunwell.cases;

import static dev.dunwell.ledger.Book.NORA;
import static dev.dunwell.ledger.Book.day;
import static dev.dunwell.ledger.Book.eur;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.ServerTest;
import dev.dunwell.Visitor;
import dev.dunwell.access.Role;
import dev.dunwell.access.Staff;
import dev.dunwell.access.Tenant;
import dev.dunwell.ledger.Book;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.RecordInvoice;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Disputes, questions, promises, plans and flags over HTTP, without JavaScript, and for programs. */
@ServerTest
class CasesPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext house;

    @Autowired
    Book.Doors doors;

    private Staff staff;
    private Visitor nora;
    private Visitor program;
    private long customer;
    private long invoice;

    @BeforeEach
    void a_customer_owes_a_thousand() {
        staff = Staff.of(house);
        nora = Visitor.signedIn(port, staff.email(Role.CREDIT_MANAGER), Staff.PASSWORD);
        program = Visitor.withKey(port, staff.key(Role.CREDIT_MANAGER));
        customer = Tenant.in(
                        staff.organisation(),
                        () -> doors.recordCustomer().record(NORA, "ACME", "Acme Ltd", Customer.Profile.UNKNOWN))
                .id();
        var wanted = new RecordInvoice.Wanted(
                customer, "INV-1", day("2026-01-01"), day("2026-01-31"), eur("1000.00"), null, List.of());
        invoice = Tenant.in(staff.organisation(), () -> doors.recordInvoice().record(NORA, wanted))
                .id();
    }

    private String page(String path) {
        var answer = nora.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private String follow(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    @Test
    void empty_lists_say_what_they_are_for() {
        assertThat(page("/cases")).contains("Nothing waits for an answer");
        assertThat(page("/disputes")).contains("No case is like that");
        assertThat(page("/promises")).contains("No promise is awaited today");
        assertThat(page("/plans")).contains("No payment plan");
        assertThat(page("/late-payers")).contains("Nobody is proposed");
    }

    @Test
    void a_part_is_disputed_on_the_invoice_worked_on_and_split() {
        String about = "/invoices/" + invoice;
        String dispute = follow(nora.submit(
                about, about + "/disputes", Map.of("code", "damaged", "part", "250.00", "text", "Two boxes")));
        assertThat(page(dispute)).contains("Damaged", "250.00", "X12 04", "Two boxes", "the rest of the invoice");
        assertThat(page(about)).contains("Disputes and questions", "Damaged");
        follow(nora.submit(dispute, dispute + "/notes", Map.of("text", "The driver saw them")));
        assertThat(page(dispute)).contains("The driver saw them");
        var refused = nora.submit(
                dispute,
                dispute + "/split",
                Map.of("currency", "EUR", "credited", "300", "creditNumber", "CN-1", "why", "x"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Give a part of the 250.00 EUR in dispute");
        follow(nora.submit(
                dispute,
                dispute + "/split",
                Map.of("currency", "EUR", "credited", "100.00", "creditNumber", "CN-1", "why", "One was whole")));
        assertThat(page(dispute)).contains("split", "Answer to INV-1.pdf", "100.00 EUR credited. One was whole");
        assertThat(page("/disputes?state=closed")).contains("Acme Ltd", "split");
        assertThat(page("/cases.csv?state=all")).contains("\"dispute\",\"ACME\",\"Acme Ltd\",\"INV-1\",\"damaged\"");
    }

    @Test
    void a_question_is_asked_given_to_somebody_and_answered() {
        String of = "/customers/" + customer;
        String question = follow(nora.submit(of, of + "/questions", Map.of("text", "Which order?", "askedBy", "Ann")));
        assertThat(page("/questions")).contains("Which order?");
        assertThat(page(of)).contains("Which order?");
        follow(nora.submit(question, question + "/assignment", Map.of("owner", "", "dueOn", "2099-01-01")));
        assertThat(page(question)).contains("Given to nobody, by 2099-01-01.");
        assertThat(nora.submit(question, question + "/answer", Map.of("answer", ""))
                        .statusCode())
                .isEqualTo(422);
        follow(nora.submit(question, question + "/answer", Map.of("answer", "Order 4711")));
        assertThat(page(question)).contains("Order 4711", "answered");
    }

    @Test
    void a_plan_is_proposed_printed_and_accepted() {
        String form = "/plans/new?customer=" + customer;
        assertThat(page(form)).contains("INV-1", "1,000.00");
        Map<String, String> asked = Map.of(
                "customer",
                "" + customer,
                "invoice",
                "" + invoice,
                "parts",
                "0",
                "first",
                "2099-01-01",
                "every",
                "month");
        var refused = nora.submit(form, "/plans", asked);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Give a number of parts from 1 to 60.");
        String first = LocalDate.now(ZoneOffset.UTC).plusDays(7).toString();
        String plan = follow(nora.submit(
                form,
                "/plans",
                Map.of(
                        "customer",
                        "" + customer,
                        "invoice",
                        "" + invoice,
                        "parts",
                        "3",
                        "first",
                        first,
                        "every",
                        "week")));
        assertThat(page(plan)).contains("Proposed", "333.34", "333.33");
        assertThat(nora.get(plan + ".pdf").headers().firstValue("Content-Type")).hasValue("application/pdf");
        follow(nora.submit(plan, plan + "/acceptance", Map.of("by", "Ann Acme")));
        assertThat(page(plan)).contains("On track", "accepted", "Ann Acme");
        assertThat(page("/plans")).contains("Acme Ltd", "On track");
        assertThat(page("/why?invoice=INV-1")).contains("A payment plan is on track");
        follow(nora.submit(plan, plan + "/end", Map.of("reason", "They changed their mind")));
        assertThat(page(plan)).contains("Withdrawn", "They changed their mind");
    }

    @Test
    void programs_do_the_same() {
        assertThat(program.get("/api/v1/dispute-codes").body()).contains("\"x12\":\"06\",\"peppol\":\"QTY\"");
        var opened = program.json(
                "POST",
                "/api/v1/disputes",
                "{\"invoice\":\"INV-1\",\"code\":\"pricing\",\"reason\":\"Too dear\",\"amount\":10}");
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
        assertThat(program.get("/api/v1/cases?kind=dispute").body())
                .contains("\"invoice\":\"INV-1\"", "\"atStake\":10.00", "\"code\":\"pricing\"");
        var asked = program.json("POST", "/api/v1/questions", "{\"customer\":\"ACME\",\"text\":\"Which order?\"}");
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(201);
        var promised = program.json("POST", "/api/v1/promises", """
                {"customer":"ACME","amount":100,"currency":"EUR","dueOn":"%s","invoices":["INV-1"],"method":"cheque"}
                """.formatted(
                        LocalDate.now(ZoneOffset.UTC).plusDays(3)));
        assertThat(promised.statusCode()).as(promised.body()).isEqualTo(201);
        assertThat(program.get("/api/v1/promises?customer=ACME").body())
                .contains("\"invoices\":[\"INV-1\"]", "\"method\":\"cheque\"");
        assertThat(page("/promises?which=running")).contains("Acme Ltd", "INV-1");
    }

    @Test
    void only_a_credit_manager_calls_somebody_a_chronic_debtor() {
        var collector = Visitor.signedIn(port, staff.email(Role.COLLECTOR), Staff.PASSWORD);
        String of = "/customers/" + customer;
        assertThat(collector
                        .submit(of, of + "/chronic", Map.of("reason", "late"))
                        .statusCode())
                .isEqualTo(403);
        follow(nora.submit(of, of + "/chronic", Map.of("reason", "Pays when sued")));
        assertThat(collector.get(of).body()).contains("Pays when sued");
        assertThat(page("/customers")).contains("Chronic debtor");
        follow(nora.submit(of, of + "/chronic/end", Map.of("reason", "New owner")));
        assertThat(page(of)).contains("New owner");
    }

    @Test
    void a_call_leads_to_what_follows_from_its_outcome() {
        String of = "/customers/" + customer;
        Map<String, String> copy = Map.of(
                "kind", "call", "outcome", "needs_copy", "noExpectation", "Lost the invoice", "text", "Lost in a move");
        assertThat(follow(nora.submit(of, of + "/contacts-log", copy))).isEqualTo(of);
        assertThat(page("/questions")).contains("Needs a copy of the invoice. Lost in a move");
        Map<String, String> disputed =
                Map.of("kind", "call", "outcome", "disputed", "noExpectation", "Amount is disputed", "text", "");
        assertThat(follow(nora.submit(of, of + "/contacts-log", disputed))).isEqualTo(of + "?log=dispute#log");
        Map<String, String> hardship =
                Map.of("kind", "call", "outcome", "hardship", "noExpectation", "Temporary hardship", "text", "");
        assertThat(follow(nora.submit(of, of + "/contacts-log", hardship)))
                .isEqualTo("/plans/new?customer=" + customer);
    }

    @Test
    void a_hold_says_why_and_is_extended() {
        String of = "/customers/" + customer;
        String until = LocalDate.now(ZoneOffset.UTC).plusDays(3).toString();
        follow(nora.submit(
                of,
                of + "/holds",
                Map.of("kind", "hold", "until", until, "code", "credit_coming", "reason", "CN-9 is written")));
        assertThat(page(of)).contains("a credit note is coming: CN-9 is written");
        String later = LocalDate.now(ZoneOffset.UTC).plusDays(30).toString();
        long hold = Long.parseLong(page(of).replaceAll("(?s).*?/holds/(\\d+)/extension.*", "$1"));
        follow(nora.submit(of, "/holds/" + hold + "/extension", Map.of("customerId", "" + customer, "until", later)));
        assertThat(program.get("/api/v1/holds?customer=ACME").body())
                .contains("\"untilOn\":\"" + later + "\"", "\"code\":\"credit_coming\"");
    }
}
