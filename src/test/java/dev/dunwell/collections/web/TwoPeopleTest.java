package dev.dunwell.collections.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.dunwell.Screen;
import dev.dunwell.ServerTest;
import dev.dunwell.access.Role;
import dev.dunwell.access.Staff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Two people at work on the same book in two real browsers: what one does, the other sees without reload. */
@Tag("browser")
@ServerTest
class TwoPeopleTest {

    @Autowired
    ApplicationContext house;

    @LocalServerPort
    int port;

    private Screen screen;
    private Page nora;
    private Page paul;
    private String halvorsen;

    @BeforeEach
    void both_sign_in() {
        MeridianDay day = MeridianDay.in(house);
        halvorsen = "/customers/" + day.customer("halvorsen");
        screen = new Screen(port);
        nora = screen.signedIn(day.email(Role.COLLECTOR), Staff.PASSWORD, 1440, ColorScheme.LIGHT);
        paul = screen.signedIn(day.email(Role.CREDIT_MANAGER), Staff.PASSWORD, 1440, ColorScheme.LIGHT);
    }

    @AfterEach
    void close() {
        if (screen != null) {
            screen.close();
        }
    }

    @Test
    void what_one_writes_down_appears_at_the_other_who_loses_nothing_typed() {
        screen.open(nora, halvorsen + "?from=today&log=note");
        screen.open(paul, halvorsen + "?from=today&log=note");
        assertThat(paul.locator("#claim").innerText()).contains("Collector", "works on it since");
        paul.fill("#log [name=text]", "I am in the middle of a");
        paul.evaluate("document.activeElement.setSelectionRange(5, 5)");

        nora.fill("#log [name=text]", "The cheque was lost in the post.");
        nora.click("#log button.go");

        paul.waitForSelector("#customer-facts >> text=The cheque was lost in the post.");
        assertThat(paul.inputValue("#log [name=text]")).isEqualTo("I am in the middle of a");
        assertThat(paul.evaluate("document.activeElement.name + document.activeElement.selectionStart"))
                .isEqualTo("text5");
        assertThat(paul.locator("#log .live-note").innerText()).contains("Changed by Collector");
        assertThat(paul.locator("#live").innerText()).contains("Changed by Collector");
        screen.look(paul, "live-changed");
        assertThat(screen.faults()).isEmpty();
    }

    @Test
    void a_row_that_one_puts_aside_leaves_the_list_of_the_other() {
        screen.open(paul, "/today?accounts=team");
        assertThat(paul.locator("#worklist").innerText()).contains("Halvorsen Bygg AS");
        paul.keyboard().press("j");

        screen.open(nora, "/today?accounts=team");
        nora.locator("tr.pick:has-text('Halvorsen Bygg AS') button[data-key=e]").click();

        paul.waitForSelector("#worklist:not(:has-text('Halvorsen Bygg AS'))");
        assertThat(screen.faults()).isEmpty();
    }

    @Test
    void where_no_stream_gets_through_the_page_asks_now_and_then() {
        paul.context().route("**/live?*", route -> route.abort());
        paul.clock().install();
        screen.open(paul, "/today?accounts=team");
        screen.open(nora, "/today?accounts=team");
        nora.locator("tr.pick:has-text('Halvorsen Bygg AS') button[data-key=e]").click();
        nora.waitForSelector("#messages >> text=Put aside for today");

        paul.clock().runFor(61_000);
        paul.waitForSelector("#worklist:not(:has-text('Halvorsen Bygg AS'))");
    }
}
