package dev.dunwell.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import dev.dunwell.Screen;
import dev.dunwell.ServerTest;
import dev.dunwell.access.Actor;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.PaymentMethod;
import dev.dunwell.payments.PayWay;
import dev.dunwell.payments.PayWays;
import dev.dunwell.payments.Provider;
import dev.dunwell.payments.debit.RecordMandate;
import dev.dunwell.payments.online.FakeStripe;
import dev.dunwell.payments.online.GatewayAccounts;
import dev.dunwell.payments.online.Keys;
import dev.dunwell.portal.Payerside;
import dev.dunwell.portal.Payhouse;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Paying on a telephone: three taps, without JavaScript, and nothing that axe minds. */
@Tag("browser")
@ServerTest
@Import(Payhouse.class)
class DoorTapsTest {

    private static final Actor NORA = new Actor(Actor.Kind.PERSON, "Nora");
    private static final Currency EUR = Currency.getInstance("EUR");

    @DynamicPropertySource
    static void gateways(DynamicPropertyRegistry settings) {
        settings.add("dunwell.payments.stripe-url", FakeStripe.ONE::url);
    }

    @LocalServerPort
    int port;

    @Autowired
    Payhouse house;

    @Autowired
    GatewayAccounts accounts;

    @Autowired
    PayWays ways;

    @Autowired
    RecordMandate recordMandate;

    @Autowired
    JdbcClient db;

    private Payhouse.Vendor meridian;

    @BeforeEach
    void everything_is_taken() {
        meridian = house.reminded();
        Money nothing = Money.zero(EUR);
        meridian.in(() -> {
            accounts.keep(NORA, Provider.STRIPE, new Keys("", "sk_test_1", "whsec", true), true);
            recordMandate.creditor(NORA, "DE98ZZZ09999999999", 14);
            ways.replace(
                    NORA,
                    List.of(
                            new PayWay(EUR, PaymentMethod.CARD, 150, nothing),
                            new PayWay(EUR, PaymentMethod.DIRECT_DEBIT, 0, nothing),
                            new PayWay(EUR, PaymentMethod.CHEQUE, 0, nothing)));
            return db.sql("""
                    insert into pay_account (currency, holder, number, bic, scheme, set_on, set_by)
                    values ('EUR', 'Meridian Supplies', 'DE02120300000000202051', 'BYLADEM1001', 'rf', '2026-01-01', 'Nora')
                    """).update();
        });
    }

    @Test
    void three_taps_pay_by_card_or_show_all_that_a_transfer_needs() {
        try (var screen = new Screen(port)) {
            Page page = screen.stranger(360, ColorScheme.LIGHT, false);
            screen.open(page, "/d/" + meridian.token());
            page.click("main button"); // one
            page.click("text=Pay what is due"); // two
            assertThat(page.textContent("main")).contains("1,250.50", "DE02 1203 0000 0000 2020 51", "RF");
            page.click("button[value=card]"); // three
            page.waitForURL("**/pay/cs_*");
            assertThat(page.url()).startsWith(FakeStripe.ONE.url() + "/pay/");
        }
    }

    /** S32: a scanner that opens what it finds in a mail, runs its scripts, moves about and follows links. */
    @Test
    void a_machine_that_runs_scripts_leaves_nothing_and_the_person_still_gets_in() {
        String told = "select (select count(*) from delivery_evidence) || ' ' || (select count(*) from audit_entry)"
                + " || ' ' || (select count(*) from payer_session)"
                + " || ' ' || (select count(*) from message where seen_at is not null)"
                + " || ' ' || (select count(*) from payer_link where opened_at is not null)";
        String before = meridian.text(told);
        try (var screen = new Screen(port)) {
            Page machine = screen.stranger(1440, ColorScheme.LIGHT, true);
            screen.open(machine, "/d/" + meridian.token());
            machine.mouse().move(200, 200);
            machine.mouse().wheel(0, 2000);
            List<String> links = machine.locator("a[href^='/']").all().stream()
                    .map(link -> link.getAttribute("href"))
                    .toList();
            links.forEach(link -> screen.open(machine, link));
            assertThat(meridian.text(told)).isEqualTo(before);
            Page ann = screen.stranger(360, ColorScheme.LIGHT, false);
            screen.open(ann, "/d/" + meridian.token());
            ann.click("main button");
            assertThat(ann.textContent("main")).contains("INV-1");
            assertThat(meridian.text(told)).isNotEqualTo(before);
        }
    }

    @Test
    void axe_minds_nothing_on_the_pages_to_pay() {
        Payerside ann = Payerside.opened(port, meridian.token()).proven(meridian);
        String visit = ann.browser().cookie("dunwell-door").orElseThrow().getValue();
        try (var screen = new Screen(port)) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                Page page = screen.stranger(scheme == ColorScheme.LIGHT ? 360 : 1440, scheme, true);
                page.context()
                        .addCookies(List.of(new Cookie("dunwell-door", visit)
                                .setDomain("localhost")
                                .setPath("/door")));
                for (String path : List.of("pay", "debit", "wishes", "paid")) {
                    screen.open(page, "/door/" + ann.place() + "/" + path);
                    screen.look(page, "door-taps-" + path + "-" + scheme.name());
                }
                screen.open(page, "/door");
                screen.look(page, "door-taps-all-" + scheme.name());
            }
            assertThat(screen.faults()).isEmpty();
        }
    }
}
