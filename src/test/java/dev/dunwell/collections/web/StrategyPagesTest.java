package dev.dunwell.collections.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.ServerTest;
import dev.dunwell.Visitor;
import dev.dunwell.access.Role;
import dev.dunwell.access.Staff;
import dev.dunwell.collections.Strategy;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Strategies on the screen and over the API: seen by all, changed by managers. */
@ServerTest
class StrategyPagesTest {

    private static final String LIST = "/settings/strategies";
    private static final Pattern SIX = Pattern.compile("href=\"(/settings/strategies/\\d+)\">Six stages<");

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

    @Test
    void the_list_says_who_gets_which_and_why() {
        assertThat(page(LIST))
                .contains("Six stages", "Gentle", "Quick", "Everybody else", "Usually late", "Long-standing")
                .contains("At least 50 % of at least 4 paid invoices");
    }

    @Test
    void a_strategy_is_a_ladder_from_the_issue_over_the_due_date_to_the_agency() {
        assertThat(page(six()))
                .contains("<svg class=\"scale\"", "Due date", "issue +3", "+42", "Agency proposal", "after approval")
                .contains("As shipped.", "Next version");
    }

    @Test
    void a_draft_is_refused_at_its_field_with_what_to_do_and_keeps_what_was_typed() {
        Map<String, String> form = form();
        form.put("s6.days", "2");
        form.put("s7.template", "");
        form.put("reason", "");
        HttpResponse<String> answer = nora.submit(six() + "/next", six() + "/versions", form);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("id=\"s6.days-problem\">Step 6 (Inquiry call) must come later than the steps before it")
                .contains("id=\"s7.template-problem\"", "id=\"reason-problem\"", "value=\"For everybody\"");
    }

    @Test
    void steps_are_added_moved_and_taken_away_before_anything_is_saved() {
        Map<String, String> form = form();
        form.put("add", "6");
        String added = nora.submit(six() + "/next", six() + "/drafts", form).body();
        assertThat(added).contains("name=\"steps\" value=\"12\"", "New step");
        form.remove("add");
        form.put("remove", "6");
        String removed = nora.submit(six() + "/next", six() + "/drafts", form).body();
        assertThat(removed).contains("name=\"steps\" value=\"10\"").doesNotContain("value=\"Inquiry call\"");
    }

    @Test
    void a_version_is_previewed_saved_and_compared() {
        Map<String, String> form = form();
        form.put("s5.days", "5");
        form.put("preview", "yes");
        String preview = nora.submit(six() + "/next", six() + "/drafts", form).body();
        assertThat(preview)
                .contains("What would change tonight", "Tonight nothing would change")
                .contains("Inquiry, day: 5 days after the due date instead of 3 days after the due date.");
        form.remove("preview");
        HttpResponse<String> saved = nora.submit(six() + "/next", six() + "/versions", form);
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
        assertThat(page(six())).contains("Six stages, version 2", "in force", "Softer words", "Compare");
        assertThat(page(six() + "?version=2&against=1"))
                .contains("Version 2 against version 1", "<del class=\"muted\">3 days after the due date</del>");
        assertThat(page(six() + "?version=1")).contains("Six stages, version 1", "not in force today");
    }

    @Test
    void a_tag_gets_a_strategy_and_loses_it_again() {
        String list = page(LIST);
        Matcher gentle = Pattern.compile("value=\"(\\d+)\" ?>Gentle<").matcher(list);
        assertThat(gentle.find()).as(list).isTrue();
        Map<String, String> form = Map.of("scope", "segment", "tag", "Key account", "strategyId", gentle.group(1));
        HttpResponse<String> answer = nora.submit(LIST, LIST + "/assignments", form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        String after = page(LIST);
        assertThat(after).contains("Tagged “key account”");
        Matcher end = Pattern.compile("action=\"(/settings/strategies/assignments/\\d+/end)\"")
                .matcher(after);
        assertThat(end.find()).isTrue();
        assertThat(nora.submit(LIST, LIST + "/assignments", Map.of("scope", "segment"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(nora.submit(LIST, end.group(1), Map.of()).statusCode()).isEqualTo(303);
        assertThat(page(LIST)).doesNotContain("Tagged “key account”");
    }

    @Test
    void a_customer_shows_its_strategy_with_the_reason_and_may_get_its_own() {
        api(201, "POST", "/customers", "{\"number\":\"acme\",\"name\":\"Acme Ltd\"}");
        JsonNode before = api(200, "GET", "/customers/acme/strategy", "");
        assertThat(before.get("because").asString()).startsWith("Six stages, as for everybody");
        assertThat(program.json("POST", "/api/v1/customers/acme/strategy", "{\"strategy\":\"Quick\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(program.json(
                                "POST",
                                "/api/v1/customers/acme/strategy",
                                "{\"strategy\":\"Quick\",\"reason\":\"Asked for it\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(api(200, "GET", "/customers/acme/strategy", "")
                        .get("because")
                        .asString())
                .contains("Quick, chosen for this customer", "Asked for it");
    }

    @Test
    void programs_write_versions_in_the_same_words() {
        JsonNode list = api(200, "GET", "/strategies?name=quick", "");
        JsonNode quick = list.get("items").get(0);
        String body = quick.toString()
                .replaceFirst("\"days\":14", "\"days\":15")
                .replaceFirst("\"validFrom\":\"[^\"]+\"", "\"validFrom\":\"" + LocalDate.now() + "\"")
                .replaceFirst("\"reason\":\"[^\"]+\"", "\"reason\":\"A day more\"");
        JsonNode effect = api(200, "POST", "/strategies/preview", body);
        assertThat(effect.get("changed").asInt()).isZero();
        JsonNode written = api(201, "POST", "/strategies", body);
        assertThat(written.get("version").asInt()).isEqualTo(2);
        assertThat(api(422, "POST", "/strategies", body).toString()).contains("says already");
        assertThat(api(200, "GET", "/strategies?name=Quick", "").get("items")).hasSize(2);
        assertThat(api(200, "GET", "/strategy-assignments", "").get("items").size())
                .isEqualTo(5);
    }

    @Test
    void all_see_and_only_managers_change() {
        try (var collector = Visitor.signedIn(port, staff.email(Role.COLLECTOR), Staff.PASSWORD)) {
            assertThat(collector.get(LIST).body()).contains("Six stages").doesNotContain("New strategy");
            assertThat(collector.get(six()).body()).doesNotContain("Next version");
            assertThat(collector.get(six() + "/next").statusCode()).isIn(403, 404);
        }
    }

    private Map<String, String> form() {
        Map<String, String> form = new HashMap<>(StrategyFields.of(Strategy.sixStages()));
        form.put("validFrom", LocalDate.now().plusDays(1).toString());
        form.put("reason", "Softer words");
        form.put("purpose", "For everybody");
        form.put("validFrom", LocalDate.now().toString());
        return form;
    }

    private String six() {
        Matcher link = SIX.matcher(page(LIST).replace(" class=\"name\"", ""));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private String page(String path) {
        HttpResponse<String> answer = nora.get(path);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return answer.body();
    }

    private JsonNode api(int status, String method, String path, String body) {
        HttpResponse<String> answer =
                body.isEmpty() ? program.get("/api/v1" + path) : program.json(method, "/api/v1" + path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return json.readTree(answer.body());
    }
}
