package dev.dunwell.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.ServerTest;
import dev.dunwell.Visitor;
import dev.dunwell.access.Role;
import dev.dunwell.access.Staff;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The gateway's settings over HTTP: a secret that never comes out, and a test that tells what came of it. */
@ServerTest
class SmsSettingsTest {

    private static final String ADDRESS = "/settings/text-messages";
    private static final String SECRET = "a secret of many letters";

    @Autowired
    ApplicationContext house;

    @LocalServerPort
    int port;

    @Test
    void a_gateway_is_named_and_tried() throws IOException {
        Staff staff = Staff.of(house);
        Visitor admin = Visitor.signedIn(port, staff.email(Role.ADMINISTRATOR), Staff.PASSWORD);
        assertThat(admin.get(ADDRESS).body())
                .contains("The gateway for text messages")
                .doesNotContain("Send a test");
        try (var gateway = new FakeGateway()) {
            assertThat(admin.submit(ADDRESS, ADDRESS, Map.of("url", gateway.url(), "secret", "short"))
                            .statusCode())
                    .isEqualTo(422);
            assertThat(admin.submit(ADDRESS, ADDRESS, Map.of("url", "ftp://x", "secret", SECRET))
                            .body())
                    .contains("Give an address like");
            admin.submit(ADDRESS, ADDRESS, Map.of("url", gateway.url(), "secret", SECRET, "isOn", "on"));
            assertThat(admin.get(ADDRESS).body())
                    .contains(gateway.url(), "It was not called yet", "Send a test")
                    .doesNotContain(SECRET);
            assertThat(admin.submit(ADDRESS, ADDRESS + "/test", Map.of("number", "01632 960001"))
                            .statusCode())
                    .isEqualTo(422);
            admin.submit(ADDRESS, ADDRESS + "/test", Map.of("number", "+44 1632 960001"));
            assertThat(gateway.calls).hasSize(1);
            assertThat(gateway.calls.getFirst().text()).contains("\"to\":\"+441632960001\"", "\"test\":true");
            assertThat(admin.get(ADDRESS).body()).contains("The gateway answered 200.");
            gateway.status = 500;
            admin.submit(ADDRESS, ADDRESS + "/test", Map.of("number", "+441632960001"));
            assertThat(admin.get(ADDRESS).body()).contains("The last call failed: The gateway answered 500");
        }
        Visitor collector = Visitor.signedIn(port, staff.email(Role.COLLECTOR), Staff.PASSWORD);
        assertThat(collector.get(ADDRESS).statusCode()).isEqualTo(403);
    }

    @Test
    void their_words_are_listed_with_the_letters() {
        Visitor admin = Visitor.signedIn(port, Staff.of(house).email(Role.ADMINISTRATOR), Staff.PASSWORD);
        assertThat(admin.get("/settings/sms").body())
                .contains("One line for a telephone", "/settings/sms/inquiry/de/neutral");
        assertThat(admin.get("/settings/sms/inquiry/en/neutral").body())
                .contains(
                        "{{ vendor }}: {{ total }} for {{ invoices }}",
                        "Meridian Supplies: 1,264.50 EUR for 2 invoices");
    }
}
