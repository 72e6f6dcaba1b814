package dev.dunwell.collections.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.dunwell.Screen;
import dev.dunwell.ServerTest;
import dev.dunwell.access.Role;
import dev.dunwell.access.Staff;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The day's pages in a real browser: looked at, read by axe, and worked with the keyboard alone. */
@Tag("look")
@ServerTest
class DayLookTest {

    @Autowired
    ApplicationContext house;

    @LocalServerPort
    int port;

    private MeridianDay day;

    @BeforeEach
    void morning() {
        day = MeridianDay.in(house);
    }

    private Map<String, String> pages() {
        long castellano = day.customer("castellano");
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("today", "/today");
        pages.put("today-mine", "/today?accounts=mine");
        pages.put("customer", "/customers/" + castellano);
        pages.put("customer-in-list", "/customers/" + day.customer("halvorsen") + "?from=today&log=promise");
        pages.put("log", "/customers/" + castellano + "/log?kind=dispute");
        pages.put("why", "/invoices/MS-20480/why");
        pages.put("run", "/run");
        pages.put("run-last", "/run/last");
        pages.put("relations", "/customers/" + castellano + "/relations");
        pages.put("credit", "/customers/" + castellano + "/credit-limits");
        pages.put("limits", "/credit");
        pages.put("duplicates", "/customers/duplicates");
        pages.put("compare", "/customers/duplicates/" + castellano + "/" + day.customer("northgate"));
        pages.put("integrity", "/settings/integrity");
        pages.put("reaching", "/customers/" + castellano + "/reaching");
        pages.put("contact-limits", "/settings/contact");
        pages.put("mail-stop", "/mail-stop");
        pages.put("letter", "/run/letters/" + day.customer("northgate"));
        return pages;
    }

    @Test
    void every_page_of_the_day_can_be_seen_and_read() {
        try (var screen = new Screen(port)) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (int width : new int[] {1440, 390}) {
                    Page page = screen.signedIn(day.email(Role.CREDIT_MANAGER), Staff.PASSWORD, width, scheme);
                    pages().forEach((name, path) -> {
                        screen.open(page, path);
                        screen.look(
                                page,
                                "day-%s-%s-%d".formatted(name, scheme.name().toLowerCase(Locale.ROOT), width));
                    });
                    page.context().close();
                }
            }
            assertThat(screen.faults()).isEmpty();
        }
    }

    @Test
    void a_morning_goes_by_keyboard_alone() {
        try (var screen = new Screen(port)) {
            Page page = screen.signedIn(day.email(Role.COLLECTOR), Staff.PASSWORD, 1440, ColorScheme.LIGHT);
            page.keyboard().press("j");
            page.keyboard().press("c");
            page.waitForURL("**/customers/" + day.customer("halvorsen") + "?from=today&log=call#log");
            assertThat(page.evaluate("document.activeElement.name")).isEqualTo("contact");

            page.keyboard().press("Tab");
            page.keyboard().type("Promised");
            page.keyboard().press("Tab");
            page.keyboard().type("8,4x");
            page.keyboard().press("Enter");
            page.waitForSelector("#log >> text=This is no amount");
            assertThat(page.inputValue("[name=expected]")).isEqualTo("8,4x");

            page.fill("[name=expected]", "8,400.00");
            page.fill("[name=expectedOn]", "2026-11-30");
            page.focus("[name=expected]");
            page.keyboard().press("Enter");
            page.waitForURL("**/customers/" + day.customer("aldgate") + "?from=today");
            assertThat(page.locator("#messages").textContent()).contains("Call written down.");

            page.keyboard().press("e");
            page.waitForURL("**/customers/*?from=today");
            assertThat(page.locator("h1").textContent()).doesNotContain("Aldgate");
            page.keyboard().press("h");
            page.waitForSelector("#log >> text=Until, this day included");
            assertThat(page.evaluate("document.activeElement.name")).isEqualTo("until");
            assertThat(screen.faults()).isEmpty();
        }
    }
}
