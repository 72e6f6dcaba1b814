package dev.dunwell.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.ServerTest;
import dev.dunwell.Visitor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@ServerTest
class SettingsTest {

    private static final String ADDRESS = "/settings/organisation";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext house;

    private Staff staff;
    private Visitor admin;

    @BeforeEach
    void hire() {
        staff = Staff.of(house);
        admin = Visitor.signedIn(port, staff.email(Role.ADMINISTRATOR), Staff.PASSWORD);
    }

    @Test
    void the_settings_are_changed_together_and_every_mistake_is_named() {
        Map<String, String> form = new HashMap<>(Map.of(
                "name",
                "Meridian Supplies",
                "zone",
                "Europe/Vienna",
                "locale",
                "de-AT",
                "country",
                "at",
                "replyTo",
                "ar@example.com",
                "tolerance",
                "2.50",
                "recallMinutes",
                "15",
                "nightAt",
                "21:30",
                "agingDays",
                "15, 30,60",
                "promiseGraceDays",
                "2"));
        assertThat(admin.submit(ADDRESS, ADDRESS, form).statusCode()).isEqualTo(303);
        assertThat(organisation())
                .returns("Meridian Supplies", Organisation::name)
                .returns("AT", Organisation::country)
                .returns(250L, Organisation::tolerance)
                .returns(2, Organisation::promiseGraceDays)
                .returns(List.of(15, 30, 60), Organisation::agingDays);
        assertThat(admin.get(ADDRESS).body()).contains("The settings are saved.", "value=\"21:30\"");

        form.putAll(Map.of("tolerance", "2.505", "country", "XX", "nightAt", "late", "recallMinutes", "1e3"));
        var bad = admin.submit(ADDRESS, ADDRESS, form);
        assertThat(bad.statusCode()).isEqualTo(422);
        assertThat(bad.body()).contains("Give an amount in EUR", "ISO 3166", "as 20:00", "from 0 to 1440");
        assertThat(organisation().tolerance()).isEqualTo(250);
    }

    @Test
    void mail_and_the_day_are_set_in_plain_words() {
        admin.submit(ADDRESS, ADDRESS + "/mail", Map.of("mode", "sink"));
        assertThat(admin.get(ADDRESS).body()).contains("Mail goes to the built-in mailbox, not to customers.");
        admin.submit(ADDRESS, ADDRESS + "/clock", Map.of("today", "2013-05-01"));
        assertThat(admin.get(ADDRESS).body()).contains("Simulated day: Wednesday 1 May 2013");
        admin.submit(ADDRESS, ADDRESS + "/clock", Map.of("today", ""));
        assertThat(admin.get(ADDRESS).body()).contains("The real day is back.").doesNotContain("Simulated day:");
    }

    @Test
    void an_organisation_whose_mail_goes_out_lives_on_real_days() {
        admin.submit(ADDRESS, ADDRESS + "/mail", Map.of("mode", "live"));
        var program = Visitor.withKey(port, staff.key(Role.ADMINISTRATOR));
        var refused = program.json("PUT", "/api/v1/organisation/clock", "{\"today\":\"2013-05-01\"}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("mail-is-live", "Put mail on hold");
        assertThat(admin.get(ADDRESS).body()).doesNotContain("Simulated day");
        assertThat(program.json("PUT", "/api/v1/organisation/clock", "{\"today\":null}")
                        .statusCode())
                .isEqualTo(200);

        admin.submit(ADDRESS, ADDRESS + "/mail", Map.of("mode", "sink"));
        admin.submit(ADDRESS, ADDRESS + "/clock", Map.of("today", "2013-05-01"));
        var late = program.json("PUT", "/api/v1/organisation/mail", "{\"mode\":\"live\"}");
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("day-is-simulated", "Return to the real day first");
        assertThat(organisation().mailMode()).isEqualTo(Organisation.MailMode.SINK);
    }

    @Test
    void every_act_is_in_the_audit_with_who_did_it() {
        admin.submit(ADDRESS, ADDRESS + "/mail", Map.of("mode", "live"));
        var manager = Visitor.signedIn(port, staff.email(Role.CREDIT_MANAGER), Staff.PASSWORD);
        assertThat(manager.get("/settings/audit").body())
                .contains("The chain is whole", "organisation.mail-set", "organisation.founded", "person.signed-in");
        assertThat(manager.get(ADDRESS).body()).contains("An administrator can change this.");
    }

    @Test
    void every_page_of_the_settings_opens() {
        for (String page : new String[] {"organisation", "people", "keys", "audit"}) {
            assertThat(admin.get("/settings/" + page).statusCode()).as(page).isEqualTo(200);
        }
        assertThat(admin.get("/settings").headers().firstValue("Location")).hasValue(ADDRESS);
    }

    private Organisation organisation() {
        return Tenant.in(
                staff.organisation(), () -> house.getBean(Organisations.class).current());
    }
}
