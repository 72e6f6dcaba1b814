package dev.dunwell.collections.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.ServerTest;
import dev.dunwell.Visitor;
import dev.dunwell.access.Role;
import dev.dunwell.access.Staff;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A collector's day over HTTP, without JavaScript. */
@ServerTest
class DayPagesTest {

    @Autowired
    ApplicationContext house;

    @LocalServerPort
    int port;

    private MeridianDay day;
    private Visitor nora;

    @BeforeEach
    void morning() {
        day = MeridianDay.in(house);
        nora = signedIn(Role.COLLECTOR);
    }

    private Visitor signedIn(Role role) {
        return Visitor.signedIn(port, day.email(role), Staff.PASSWORD);
    }

    @Test
    void today_lists_who_needs_somebody_level_by_level_with_the_reason() {
        String today = nora.get("/today").body();

        assertThat(today)
                .contains("Today, Monday 23 November 2026")
                .containsSubsequence(
                        "Broken promise", "Halvorsen Bygg AS", "8,400.00 EUR promised for Fri 20 Nov did not arrive.")
                .containsSubsequence(
                        "Promised for today", "Aldgate Interiors Ltd", "Stopped by the gate", "Northgate Tooling Inc.")
                .contains("Promises this week", "Castellano");
        assertThat(nora.get("/").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/today"));
    }

    @Test
    void the_worklist_is_also_a_file() {
        HttpResponse<String> csv = nora.get("/worklist.csv");

        assertThat(csv.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(name -> assertThat(name).contains("worklist-2026-11-23.csv"));
        assertThat(csv.body()).contains("\"halvorsen\",\"Halvorsen Bygg AS\"").contains("\"EUR\",18260.00,18260.00");
    }

    @Test
    void a_row_put_aside_leads_to_the_next_one() {
        long halvorsen = day.customer("halvorsen");

        HttpResponse<String> answer =
                submit("/today", "/worklist/done", halvorsen, Map.of("from", "today", "inList", "true"));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location"))
                .hasValue("/today?accounts=team#c-" + day.customer("aldgate"));
        assertThat(nora.get("/today?accounts=team").body())
                .contains("Put aside for today")
                .doesNotContain("Halvorsen Bygg AS");
    }

    @Test
    void the_customer_page_says_what_happens_next_and_where_one_is_in_the_list() {
        String page = nora.get("/customers/" + day.customer("halvorsen") + "?from=today")
                .body();

        assertThat(page)
                .containsPattern("Broken promise, 1 of \\d+")
                .contains("Call Ingrid Moe (+47 22 00 11 22).")
                .contains("8,400.00 EUR promised for Fri 20 Nov did not arrive.")
                .contains("Log a call", "rel=\"next\"")
                .contains("/customers/" + day.customer("aldgate") + "?from=today");
    }

    @Test
    void a_call_with_a_promise_is_kept_and_the_next_row_follows() {
        long halvorsen = day.customer("halvorsen");
        String page = "/customers/" + halvorsen + "?from=today";

        HttpResponse<String> answer = submit(
                page,
                "/customers/" + halvorsen + "/contacts-log",
                halvorsen,
                Map.of(
                        "kind",
                        "call",
                        "from",
                        "today",
                        "outcome",
                        "promised",
                        "expected",
                        "8,400.00",
                        "currency",
                        "EUR",
                        "expectedOn",
                        "2026-11-30",
                        "text",
                        "Cheque was lost"));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location"))
                .hasValue("/customers/" + day.customer("aldgate") + "?from=today");
        assertThat(nora.get("/customers/" + day.customer("aldgate") + "?from=today")
                        .body())
                .contains("Call written down.");
        assertThat(nora.get("/customers/" + halvorsen).body())
                .contains("Nothing is sent: a promise of 8,400.00 EUR runs until")
                .contains("Promise</span> 8,400.00");
        assertThat(nora.get("/today").body()).doesNotContain("Halvorsen Bygg AS");
    }

    @Test
    void a_refused_form_says_what_is_wrong_at_each_field_and_keeps_what_was_typed() {
        long halvorsen = day.customer("halvorsen");
        String action = "/customers/" + halvorsen + "/contacts-log";

        HttpResponse<String> nothing = submit(
                "/customers/" + halvorsen,
                action,
                halvorsen,
                Map.of("kind", "call", "outcome", "reached", "text", "Will look into it <b>"));
        HttpResponse<String> noAmount = submit(
                "/customers/" + halvorsen,
                action,
                halvorsen,
                Map.of(
                        "kind",
                        "call",
                        "outcome",
                        "promised",
                        "expected",
                        "8,4",
                        "currency",
                        "EUR",
                        "expectedOn",
                        "2026-11-30"));

        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.body())
                .contains("<!doctype html>", "Something is overdue: give the payment now expected")
                .contains("Will look into it &lt;b")
                .contains("<option value=\"reached\" selected>");
        assertThat(noAmount.statusCode()).isEqualTo(303);
    }

    @Test
    void htmx_gets_the_form_alone_and_goes_on_by_a_header() {
        long halvorsen = day.customer("halvorsen");
        String token = nora.token("/customers/" + halvorsen);
        String[] htmx = {"X-CSRF-TOKEN", token, "HX-Request", "true"};

        HttpResponse<String> refused =
                nora.post("/customers/" + halvorsen + "/promises", Map.of("amount", "12x", "currency", "EUR"), htmx);
        HttpResponse<String> done = nora.post(
                "/customers/" + halvorsen + "/promises",
                Map.of("amount", "100", "currency", "EUR", "dueOn", "2026-11-30"),
                htmx);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .doesNotContain("<!doctype")
                .contains(
                        "This is no amount: write it as 1,200.00.",
                        "Give the day they promised it for.",
                        "value=\"12x\"");
        assertThat(done.body()).isEmpty();
        assertThat(done.statusCode()).isEqualTo(204);
        assertThat(done.headers().firstValue("HX-Redirect")).hasValue("/customers/" + halvorsen);
    }

    @Test
    void a_hold_and_a_dispute_are_opened_and_ended_on_the_page() {
        long tillman = day.customer("tillman");
        String page = "/customers/" + tillman;
        submit(page, page + "/holds", tillman, Map.of("until", "2026-12-04", "reason", "New contact from December"));
        submit(
                page,
                page + "/disputes",
                tillman,
                Map.of("invoice", "" + day.invoice("MS-20530"), "code", "price", "text", "5 % too much"));

        assertThat(nora.get(page).body()).contains("New contact from December", "5 % too much");

        submit(
                page,
                "/holds/" + day.count("select max(id) from hold where customer_id = ?", tillman) + "/end",
                tillman,
                Map.of());
        submit(page, "/disputes/" + day.count("select max(id) from dispute") + "/settle", tillman, Map.of());
        assertThat(nora.get(page).body()).contains("No promise, hold or dispute runs.");
    }

    @Test
    void a_form_reaches_no_invoice_of_another_customer() {
        long tillman = day.customer("tillman");

        HttpResponse<String> answer = submit(
                "/customers/" + tillman,
                "/customers/" + tillman + "/holds",
                tillman,
                Map.of("until", "2026-12-04", "reason", "x", "invoice", "" + day.invoice("MS-20301")));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Choose one of the open invoices");
    }

    @Test
    void a_customer_in_manual_mode_gets_nothing_by_itself() {
        long tillman = day.customer("tillman");

        submit("/customers/" + tillman, "/customers/" + tillman + "/mode", tillman, Map.of("mode", "manual"));

        assertThat(nora.get("/customers/" + tillman).body()).contains("a person decides each contact");
    }

    @Test
    void why_answers_every_question_of_the_gate() {
        String why = nora.get("/invoices/MS-20480/why?date=2026-11-23").body();

        assertThat(why)
                .contains("Why is nothing sent for MS-20480 on Mon 23 Nov?")
                .contains("Is there an open promise?", "Yes, stops")
                .contains("Steps of this invoice", "/invoices/MS-20480/why?date=2026-11-20");
        assertThat(nora.get("/why?invoice=MS-20480").body()).contains("Yes, stops");
        assertThat(nora.get("/invoices/MS-1/why").statusCode()).isEqualTo(404);
    }

    @Test
    void the_run_shows_what_is_sent_and_held_and_lets_a_manager_approve() {
        try (Visitor manager = signedIn(Role.CREDIT_MANAGER)) {
            long northgate = day.customer("northgate");
            String run = manager.get("/run").body();

            assertThat(run)
                    .contains("Will be sent", "Will be held", "Approval pending", "Approve", "Run the night now");
            assertThat(manager.get("/run/letters/" + northgate).body()).contains("MS-20502", "paul@northgate.example");

            manager.submit("/run", "/run/approvals", Map.of("customerId", "" + northgate));
            assertThat(manager.get("/run").body()).contains("Approved").doesNotContain("Approval pending");

            HttpResponse<String> ran = manager.submit("/run", "/run/nights", Map.of());
            assertThat(ran.headers().firstValue("Location")).hasValue("/run/last");
            assertThat(manager.get("/run/last").body()).contains("The night has run", "Mon 23 Nov");
            assertThat(manager.get("/run").body()).contains("This night has run");
        }
    }

    @Test
    void who_only_reads_sees_no_button() {
        try (Visitor reader = signedIn(Role.READ_ONLY)) {
            String page = reader.get("/customers/" + day.customer("halvorsen") + "?from=today")
                    .body();

            assertThat(page).contains("Halvorsen Bygg AS").doesNotContain("Log a call", "Withdraw", "/worklist/done");
            assertThat(reader.get("/today").body()).doesNotContain("/worklist/done");
            assertThat(reader.get("/run").body()).doesNotContain("Run the night now");
        }
    }

    private HttpResponse<String> submit(String page, String action, long customerId, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("customerId", "" + customerId);
        return nora.submit(page, action, all);
    }
}
