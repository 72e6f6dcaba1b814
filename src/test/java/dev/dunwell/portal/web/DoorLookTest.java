package dev.dunwell.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.dunwell.Screen;
import dev.dunwell.ServerTest;
import dev.dunwell.portal.Payhouse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The payer's pages in a real browser: looked at, read by axe, and used without JavaScript. */
@Tag("look")
@ServerTest
@Import(Payhouse.class)
class DoorLookTest {

    private static final Pattern PLACE = Pattern.compile("/door/([0-9a-f]{12})/");

    @LocalServerPort
    int port;

    @Autowired
    Payhouse house;

    @Autowired
    JdbcClient db;

    private Payhouse.Vendor meridian;

    @BeforeEach
    void a_reminder_has_left() {
        meridian = house.vendor("""
                2026-02-11  organisation "Meridian Supplies" EUR country DE
                            customer acme "Castellano Marítima S.L."
                            contact  acme "Ana Ruiz" email ana@castellano.example
                            invoice  MS-20418 acme 4860.00 EUR due 2026-03-01
                            invoice  MS-20455 acme 1200.00 EUR due 2026-03-13
                            invoice  MS-20480 acme 6720.00 USD due 2026-03-10
                            invoice  MS-20561 acme 1940.00 EUR due 2026-04-12
                2026-02-12  night until 2026-03-20
                """);
        meridian.in(() -> db.sql("""
                insert into pay_account (currency, holder, number, bic, bank, scheme, set_on, set_by)
                values ('EUR', 'Meridian Supplies', 'DE02120300000000202051', 'BYLADEM1001', 'Deutsche Kreditbank', 'RF',
                  '2026-01-01', 'Nora')
                """).update());
    }

    private static String place(Page page) {
        Matcher place = PLACE.matcher(page.content());
        assertThat(place.find()).isTrue();
        return place.group(1);
    }

    @Test
    void every_page_can_be_seen_and_read() {
        try (var screen = new Screen(port)) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (int width : new int[] {1440, 360}) {
                    String suffix = "-%s-%d".formatted(scheme.name().toLowerCase(Locale.ROOT), width);
                    Page page = screen.stranger(width, scheme, true);
                    screen.open(page, "/genuine");
                    screen.look(page, "door-genuine" + suffix);
                    screen.open(page, "/d/" + meridian.token());
                    screen.look(page, "door-link" + suffix);
                    page.click("main button");
                    page.waitForURL("**/door");
                    screen.look(page, "door-open" + suffix);
                    paths(place(page)).forEach((name, path) -> {
                        screen.open(page, path);
                        screen.look(page, "door-" + name + suffix);
                    });
                    page.context().close();
                }
            }
            assertThat(screen.faults()).isEmpty();
        }
    }

    private Map<String, String> paths(String place) {
        String at = "/door/" + place;
        Map<String, String> paths = new LinkedHashMap<>();
        paths.put("item", at + "/invoices/" + meridian.invoices().getFirst());
        paths.put("pay", at + "/pay");
        paths.put("paid", at + "/paid");
        paths.put("days", at + "/days");
        paths.put("parts", at + "/parts");
        paths.put("question", at + "/question");
        paths.put("person", at + "/person");
        paths.put("proof", "/door/proof");
        return paths;
    }

    @Test
    void without_javascript_a_phone_pays_in_three_taps_and_everything_can_be_said() {
        try (var screen = new Screen(port)) {
            Page page = screen.stranger(360, ColorScheme.LIGHT, false);
            screen.open(page, "/d/" + meridian.token());
            page.click("main button");
            page.click("text=Pay what is due");
            assertThat(page.textContent("main")).contains("6,060.00", "DE02 1203 0000 0000 2020 51", "RF");
            page.click("text=I have paid this");
            page.click("form.card button.go");
            assertThat(page.textContent("main")).contains("They look for the money now", "You told us on");
            assertThat(meridian.count("remittance")).isPositive();
        }
    }
}
