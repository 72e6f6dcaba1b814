package dev.dunwell.conversations.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.dunwell.Screen;
import dev.dunwell.ServerTest;
import dev.dunwell.access.Actor;
import dev.dunwell.access.Role;
import dev.dunwell.access.SetClock;
import dev.dunwell.access.Staff;
import dev.dunwell.access.Tenant;
import dev.dunwell.conversations.ReceiveMail;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** An open inbox in a real browser: what comes appears, and so does the day above the page. */
@Tag("browser")
@ServerTest
class LiveInboxTest {

    private static final String MAIL = """
            From: "Ann Acme" <ann@acme.example>
            To: ar@nordwind.example
            Subject: Re: your invoice
            Message-ID: <live@acme.example>

            We look into it.
            """;

    @Autowired
    ApplicationContext house;

    @Autowired
    ReceiveMail receiveMail;

    @Autowired
    SetClock setClock;

    @LocalServerPort
    int port;

    @Test
    void a_mail_that_comes_appears_without_reload_and_so_does_a_new_day() {
        Staff staff = Staff.of(house);
        try (var screen = new Screen(port)) {
            Page nora = screen.signedIn(staff.email(Role.COLLECTOR), Staff.PASSWORD, 1440, ColorScheme.LIGHT);
            screen.open(nora, "/inbox");
            nora.fill("[data-search]", "half a wo");
            Tenant.runIn(
                    staff.organisation(),
                    () -> receiveMail.receive(
                            MAIL.getBytes(StandardCharsets.UTF_8), Instant.parse("2026-11-20T09:00:00Z")));
            nora.waitForSelector("#inbox >> text=We look into it.");
            assertThat(nora.locator("#inbox-head").innerText()).contains("1 mail is unread");
            Tenant.runIn(staff.organisation(), () -> setClock.set(LocalDate.of(2026, 12, 1), Actor.automation("test")));
            nora.waitForSelector("#notices >> text=Simulated day");
            assertThat(nora.inputValue("[data-search]")).isEqualTo("half a wo");
            assertThat(screen.faults()).isEmpty();
        }
    }
}
