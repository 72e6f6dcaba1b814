package dev.dunwell.portal.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.ServerTest;
import dev.dunwell.Visitor;
import dev.dunwell.portal.Payerside;
import dev.dunwell.portal.Payhouse;
import java.net.HttpCookie;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The way in over HTTP, as people, machines and attackers use it. */
@ServerTest
@Import(Payhouse.class)
class DoorTest {

    @LocalServerPort
    int port;

    @Autowired
    Payhouse house;

    @Autowired
    JdbcClient db;

    private Payhouse.Vendor meridian;

    @BeforeEach
    void a_reminder_has_left() {
        meridian = house.reminded();
    }

    private Payerside opened() {
        return Payerside.opened(port, meridian.token());
    }

    @Test
    void every_demand_carries_a_link_and_a_code() {
        assertThat(meridian.mail())
                .contains("See all that is open, ask, dispute or name a day:\nhttp://localhost:")
                .containsPattern("Is this genuine\\? Enter the code [2-9A-Z]{4}-[2-9A-Z]{4} at localhost:\\d+/genuine");
    }

    @Test
    void the_button_opens_what_is_open_and_the_address_is_clean() {
        Payerside payer = opened();
        assertThat(payer.page())
                .contains("Acme Ltd", "Meridian Supplies", "INV-1", "INV-2", "1,250.50", "7 days overdue");
    }

    /** S32. */
    @Test
    void machines_that_fetch_a_link_leave_nothing_and_the_person_still_gets_in() {
        String path = "/d/" + meridian.token();
        int evidence = meridian.count("delivery_evidence where grade = 4");
        int audit = meridian.count("audit_entry");
        for (int i = 0; i < 3; i++) {
            var machine = new Visitor(port);
            assertThat(machine.send("HEAD", path, BodyPublishers.noBody()).statusCode())
                    .isEqualTo(200);
            HttpResponse<String> page = machine.get(path);
            assertThat(page.body()).contains("Meridian Supplies").doesNotContain("Acme", "INV-1", "<script");
            assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        }
        assertThat(meridian.count("payer_session")).isZero();
        assertThat(meridian.count("payer_link where opened_at is not null")).isZero();
        assertThat(meridian.count("audit_entry")).isEqualTo(audit);
        assertThat(meridian.count("delivery_evidence where grade = 4")).isEqualTo(evidence);

        opened();
        assertThat(meridian.count("delivery_evidence where grade = 4 and source = 'portal'"))
                .isPositive();
        assertThat(meridian.count(
                        "audit_entry where act = 'door.opened' and actor_kind = 'payer' and actor = 'Ann Acme'"))
                .isEqualTo(1);
    }

    /** S33. */
    @Test
    void what_opens_a_door_is_written_down_nowhere_but_in_the_mail_itself() {
        String token = meridian.token();
        opened();
        List<String> tables = meridian.in(this::tables);
        for (String table : tables) {
            assertThat(meridian.count(table + " t where t::text like '%" + token + "%'"))
                    .as(table)
                    .isZero();
        }
    }

    private List<String> tables() {
        return db.sql("""
                select c.relname
                from pg_class c
                where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> 'sink_mail'
                  and has_table_privilege(c.oid, 'select')
                """).query((row, _) -> row.getString(1)).list();
    }

    /** S35. */
    @Test
    void doors_that_are_closed_look_the_same_whatever_the_cause() {
        String good = meridian.token();
        String unknown = "A".repeat(43);
        meridian.in(() -> db.sql(
                        "update payer_link set revoked_at = now(), revoked_by = 'Nora' where org_id = current_org()")
                .update());
        var anybody = new Visitor(port);
        HttpResponse<String> revoked = anybody.get("/d/" + good);
        HttpResponse<String> never = anybody.get("/d/" + unknown);
        HttpResponse<String> malformed = anybody.get("/d/xyz");
        assertThat(List.of(revoked.statusCode(), never.statusCode(), malformed.statusCode()))
                .containsOnly(404);
        assertThat(List.of(never.body(), malformed.body())).containsOnly(revoked.body());
        assertThat(revoked.body()).contains("This link opens nothing").doesNotContain("Meridian", "Acme");
        assertThat(anybody.post("/d/" + good, Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void a_link_ends_with_the_address_it_was_sent_to() {
        Payerside payer = opened();
        meridian.in(() -> db.sql("update contact set email = 'new@acme.example' where org_id = current_org()")
                .update());
        assertThat(payer.get("/door").statusCode()).isEqualTo(404);
        assertThat(new Visitor(port).get("/d/" + meridian.token()).statusCode()).isEqualTo(404);
    }

    /** S37. Every address is tried without a visit that has it, with one, and as somebody of the house. */
    @Test
    void a_visit_opens_nothing_of_others_and_nothing_of_the_house() {
        var other = house.vendor("""
                2026-02-11  organisation "Orrin Packaging" EUR country DE
                            customer beta "Beta Ltd"
                            contact  beta "Bob Beta" email bob@beta.example
                            invoice  OP-1 beta 77.00 EUR due 2026-03-13
                """);
        Payerside payer = opened();
        String place = payer.place();
        long foreign = other.invoices().getFirst();
        assertThat(payer.get("/door/" + place + "/invoices/" + foreign).statusCode())
                .isEqualTo(404);
        assertThat(payer.get("/door/" + place + "/invoices/" + foreign + "/copy")
                        .statusCode())
                .isEqualTo(404);
        assertThat(payer.get("/door/0123456789ab/invoices/" + foreign).statusCode())
                .isEqualTo(404);
        for (String path : List.of("/today", "/customers/1", "/settings/people")) {
            assertThat(payer.get(path).statusCode()).as(path).isEqualTo(302);
        }
        assertThat(payer.get("/api/v1/invoices").statusCode()).isEqualTo(401);
    }

    /** S38, S78, S80. */
    @Test
    void nothing_leads_out_of_the_payers_pages() {
        Payerside payer = opened();
        for (String path : List.of("/d/" + meridian.token(), "/door", "/genuine")) {
            HttpResponse<String> page = payer.get(path);
            assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(page.headers().firstValue("X-Robots-Tag").orElse("")).contains("noindex");
            assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'")
                    .doesNotContain("unsafe");
            assertThat(page.body()).doesNotContainPattern("(?:src|href|action)=\"(?:https?:)?//");
        }
        assertThat(payer.page()).doesNotContain(meridian.token());
    }

    @Test
    void the_cookie_is_for_the_payers_pages_alone() {
        var payer = new Visitor(port);
        String cookie = payer.post("/d/" + meridian.token(), Map.of())
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
        assertThat(cookie).startsWith("dunwell-door=").contains("Path=/door", "HttpOnly", "SameSite=Strict");
    }

    /** S30 for payers: a form without the token of its page does nothing. */
    @Test
    void a_form_of_another_site_does_nothing() {
        Payerside payer = opened();
        String place = payer.place();
        String form = payer.formToken();
        String path = "/door/" + place + "/question";
        assertThat(payer.browser().post(path, Map.of("text", "x")).statusCode()).isEqualTo(403);
        assertThat(payer.browser()
                        .post(path, Map.of("text", "x", "form", "0".repeat(32)))
                        .statusCode())
                .isEqualTo(403);
        assertThat(payer.browser()
                        .post(path, Map.of("text", "x", "form", form), "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(meridian.count("question")).isZero();
    }

    @Test
    void a_page_full_of_items_is_small() {
        var invoices = new StringBuilder("2026-03-21  invoice X-0 acme 5.00 EUR due 2026-04-01\n");
        for (int i = 1; i < 120; i++) {
            invoices.append("            invoice X-").append(i).append(" acme 5.00 EUR due 2026-04-01\n");
        }
        meridian.tell(invoices.toString());
        Payerside payer = opened();
        assertThat(payer.page().getBytes(UTF_8).length).isLessThan(50_000);
        assertThat(payer.get("/door?from=100").body()).contains("X-99").doesNotContain(">INV-1<");
    }

    @Test
    void the_page_speaks_the_payers_language() {
        Payerside payer = opened();
        payer.say("/door/language", Map.of("language", "de"));
        assertThat(payer.page()).contains("lang=\"de\"", "Offene Posten", "1.250,50", "7 Tage überfällig");
    }

    @Test
    void closing_ends_the_visit_at_once() {
        Payerside payer = opened();
        Optional<String> stolen = payer.browser().cookie("dunwell-door").map(HttpCookie::getValue);
        payer.say("/door/leave", Map.of());
        var thief = new Visitor(port);
        thief.plant("dunwell-door", stolen.orElseThrow());
        assertThat(thief.get("/door").statusCode()).isEqualTo(404);
    }
}
