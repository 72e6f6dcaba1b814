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

/** What the gate asks for is written down on pages, and what it answered is read on others. Without JavaScript. */
@ServerTest
class GatePagesTest {

    private static final Map<String, String> LIMITS = Map.ofEntries(
            Map.entry("fatigueDays", "7"),
            Map.entry("bundleDays", "0"),
            Map.entry("debitDays", "3"),
            Map.entry("entryCount", "0"),
            Map.entry("entryTotal", "0"),
            Map.entry("entryDays", "0"),
            Map.entry("brakeFactor", "3"),
            Map.entry("brakeFloor", "50"));

    @Autowired
    ApplicationContext house;

    @LocalServerPort
    int port;

    private MeridianDay day;
    private Visitor manager;

    @BeforeEach
    void morning() {
        day = MeridianDay.in(house);
        manager = signedIn(Role.CREDIT_MANAGER);
    }

    private Visitor signedIn(Role role) {
        return Visitor.signedIn(port, day.email(role), Staff.PASSWORD);
    }

    @Test
    void a_condition_is_noted_read_and_lifted() {
        long tillman = day.customer("tillman");
        String page = "/customers/" + tillman;
        String forms = page + "/reaching";

        HttpResponse<String> empty = manager.submit(forms, page + "/conditions", Map.of("kind", "insolvent"));
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("Say why; others will read it.");

        Map<String, String> form = Map.of("kind", "insolvent", "reason", "Court of Hamburg, 67 IN 12/26");
        assertThat(manager.submit(forms, page + "/conditions", form).statusCode())
                .isEqualTo(303);
        assertThat(manager.get(page).body()).contains("Insolvent", "Court of Hamburg, 67 IN 12/26");
        assertThat(manager.get(page + "/reach").body()).contains("Reaching them");

        long id = day.count("select max(id) from condition");
        Map<String, String> back = Map.of("why", "The plan was confirmed", "customerId", "" + tillman);
        assertThat(manager.submit(forms, "/conditions/" + id + "/lift", back).statusCode())
                .isEqualTo(303);
        assertThat(manager.get(page + "/reach").body()).doesNotContain("Insolvent");
    }

    @Test
    void an_opt_out_and_a_place_are_kept() {
        String page = "/customers/" + day.customer("tillman");
        manager.submit(page + "/reaching", page + "/opt-outs", Map.of("channel", "sms", "askedBy", "Mr Tillman"));
        manager.submit(page + "/reaching", page + "/places", Map.of("country", "es", "zone", "Europe/Madrid"));
        assertThat(manager.get(page + "/reach").body())
                .contains("No text messages", "Mr Tillman", "They are in ES, Europe/Madrid");
        assertThat(manager.submit(page + "/reaching", page + "/places", Map.of("zone", "Mars"))
                        .body())
                .contains("Give the time zone by its name");
        try (Visitor nora = signedIn(Role.READ_ONLY)) {
            assertThat(nora.get(page + "/reaching").statusCode()).isIn(403, 404);
            assertThat(nora.get(page + "/reach").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void what_is_asked_of_mail_is_set_and_every_mistake_is_named() {
        Map<String, String> form = new HashMap<>(LIMITS);
        form.put("fatiguePoints", "many");
        form.put("hoursFrom", "08:00");
        HttpResponse<String> wrong = manager.submit("/settings/contact", "/settings/contact", form);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Give a whole number.", "Give both, the beginning and the end, or neither.");

        form.put("fatiguePoints", "8");
        form.put("hoursUntil", "18:00");
        form.put("entryTotal", "12.50");
        assertThat(manager.submit("/settings/contact", "/settings/contact", form)
                        .statusCode())
                .isEqualTo(303);
        assertThat(manager.get("/settings/contact").body()).contains("value=\"8\"", "value=\"18:00\"", "12.50");
    }

    @Test
    void stale_bank_data_stands_on_every_page_until_somebody_looks() {
        Map<String, String> form = new HashMap<>(LIMITS);
        form.put("bankDays", "0");
        manager.submit("/settings/contact", "/settings/contact", form);
        assertThat(manager.get("/today").body()).contains("demands wait until");
        manager.submit("/settings/contact", "/settings/contact/bank-data", Map.of("note", "The account, nothing new"));
        assertThat(manager.get("/today").body()).doesNotContain("demands wait until");
    }

    @Test
    void the_button_stops_all_mail_and_every_page_says_so() {
        try (Visitor collector = signedIn(Role.COLLECTOR)) {
            HttpResponse<String> pressed = collector.submit("/mail-stop", "/mail-stop", Map.of("reason", "Wrong text"));
            assertThat(pressed.statusCode()).isEqualTo(303);
            assertThat(collector.get("/customers").body()).contains("All mail is stopped by", "Wrong text");
            assertThat(collector.submit("/today", "/mail-stop/end", Map.of()).statusCode())
                    .as("a manager lets it go")
                    .isIn(403, 404);
        }
        assertThat(manager.submit("/mail-stop", "/mail-stop/end", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(manager.get("/customers").body()).doesNotContain("All mail is stopped");
        assertThat(manager.get("/mail-stop").body()).contains("Nothing is stopped.", "released by");
    }

    @Test
    void why_of_the_past_says_what_it_rests_on() {
        assertThat(manager.get("/invoices/MS-20480/why?date=2026-11-20").body())
                .contains("Why was nothing sent for MS-20480 on Fri 20 Nov?", "facts dated until that day")
                .contains("The first question answered with yes stops the step");
        assertThat(manager.get("/customers/" + day.customer("castellano") + "/why")
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).contains("/why"));
        assertThat(manager.get("/run").body()).contains("/why?date=2026-11-23");
        assertThat(manager.get("/today").body()).contains("/customers/" + day.customer("halvorsen") + "/why");
    }
}
