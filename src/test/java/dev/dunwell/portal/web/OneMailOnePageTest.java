package dev.dunwell.portal.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.dunwell.portal.ThreeVendors.CANARIES;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import dev.dunwell.Screen;
import dev.dunwell.ServerTest;
import dev.dunwell.access.Actor;
import dev.dunwell.access.Staff;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.PaymentMethod;
import dev.dunwell.payments.PayWay;
import dev.dunwell.payments.PayWays;
import dev.dunwell.payments.Provider;
import dev.dunwell.payments.online.FakeStripe;
import dev.dunwell.payments.online.GatewayAccounts;
import dev.dunwell.payments.online.Keys;
import dev.dunwell.portal.Payhouse;
import dev.dunwell.portal.ThreeVendors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Ann owes three vendors. She gets one mail and has one page: pays two items of the first by card, disputes one of the
 * second, asks the third, and promises the rest. Each vendor's open worklist shows its own within seconds.
 */
@Tag("browser")
@ServerTest
@Import({Payhouse.class, ThreeVendors.class})
class OneMailOnePageTest {

    private static final double SECONDS_3 = 3_000;
    private static final Actor NORA = new Actor(Actor.Kind.PERSON, "Nora");
    private static final Currency EUR = Currency.getInstance("EUR");

    @DynamicPropertySource
    static void gateways(DynamicPropertyRegistry settings) {
        settings.add("dunwell.payments.stripe-url", FakeStripe.ONE::url);
    }

    @LocalServerPort
    int port;

    @Autowired
    GatewayAccounts accounts;

    @Autowired
    PayWays ways;

    @Autowired
    ThreeVendors three;

    @Test
    void one_mail_one_page_and_each_vendor_sees_its_own_within_seconds() {
        ThreeVendors.World world = three.begun();
        assertThat(three.deliver(world)).isOne();
        assertThat(three.mail(world)).contains(CANARIES);
        takesCards(world.vendors().getFirst());
        try (var screen = new Screen(port)) {
            List<Page> desks = new ArrayList<>();
            for (int vendor = 0; vendor < CANARIES.size(); vendor++) {
                Page desk = screen.signedIn(world.email(vendor), Staff.PASSWORD, 1440, ColorScheme.LIGHT);
                screen.open(desk, "/today?accounts=team");
                desks.add(desk);
            }
            theMailFits(screen, three.html(world));
            Page ann = provenOnOnePage(screen, world);
            screen.look(ann, "one-page-1440");

            List<Long> alpha = world.vendors().get(0).invoices();
            List<Long> bravo = world.vendors().get(1).invoices();
            List<Long> charlie = world.vendors().get(2).invoices();
            String a = place(ann, alpha.getFirst());
            String b = place(ann, bravo.getFirst());
            String c = place(ann, charlie.getFirst());

            isSeen(desks, 0, () -> {
                screen.open(ann, a + "/pay?invoice=" + alpha.get(0) + "&invoice=" + alpha.get(1));
                ann.click("button[value=card]");
                ann.waitForURL("**/pay/cs_*");
                FakeStripe.Session session = Objects.requireNonNull(
                        FakeStripe.ONE.sessions.get(ann.url().replaceAll(".*/", "")));
                session.pay();
                screen.open(ann, session.back);
                assertThat(Objects.requireNonNull(ann.textContent("main"))).contains("Paid. Thank you");
            });
            isSeen(desks, 1, () -> {
                screen.open(ann, b + "/invoices/" + bravo.get(0));
                ann.fill("#reason", "Two of the boxes were empty.");
                ann.click("#dispute button.go");
            });
            isSeen(desks, 2, () -> {
                screen.open(ann, c + "/invoices/" + charlie.get(0));
                ann.fill("#q", "Which order is this?");
                ann.click("#ask button.go");
            });
            promise(screen, ann, a, alpha.get(2));
            promise(screen, ann, b, bravo.get(1));
            promise(screen, ann, b, bravo.get(2));
            promise(screen, ann, c, charlie.get(1));
            screen.open(ann, "/door");
            assertThat(Objects.requireNonNull(ann.textContent("main"))).contains(CANARIES);

            for (int vendor = 0; vendor < CANARIES.size(); vendor++) {
                String seen = desks.get(vendor).content();
                assertThat(seen).contains(CANARIES.get(vendor));
                for (String other : CANARIES) {
                    if (!other.equals(CANARIES.get(vendor))) {
                        assertThat(seen).doesNotContain(other);
                    }
                }
            }
            for (String path : List.of("/settings/door", "/relations/joint?from=2026-03-01")) {
                for (int width : new int[] {1440, 390}) {
                    desks.getFirst().setViewportSize(width, 900);
                    screen.open(desks.getFirst(), path);
                    screen.look(desks.getFirst(), path.replaceAll("\\W+", "-").substring(1) + "-" + width);
                }
            }
            assertThat(world.vendors().get(0).count("payment")).isOne();
            assertThat(world.vendors().get(0).count("invoice where open_amount = 0"))
                    .isEqualTo(2);
            assertThat(world.vendors().get(1).count("dispute")).isOne();
            assertThat(world.vendors().get(2).count("question")).isOne();
            assertThat(screen.faults()).isEmpty();
        }
    }

    private void takesCards(Payhouse.Vendor vendor) {
        vendor.in(() -> {
            accounts.keep(NORA, Provider.STRIPE, new Keys("", "sk_test_1", "whsec", true), true);
            ways.replace(NORA, List.of(new PayWay(EUR, PaymentMethod.CARD, 0, Money.zero(EUR))));
            return true;
        });
    }

    /** A picture of it as a mail program shows it, on a desk and on a phone. */
    private static void theMailFits(Screen screen, String html) {
        for (int width : new int[] {1440, 390}) {
            Page mail = screen.stranger(width, ColorScheme.LIGHT, false);
            mail.setContent(html);
            mail.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target/look/joint-mail-" + width + ".png"))
                    .setFullPage(true));
            mail.context().close();
        }
    }

    /** Through the link in the first part of the mail, with a code, and all vendors on one page. */
    private Page provenOnOnePage(Screen screen, ThreeVendors.World world) {
        Page ann = screen.stranger(1440, ColorScheme.LIGHT, true);
        screen.open(ann, "/d/" + three.tokens(world).getFirst());
        ann.click("main button");
        ann.waitForURL("**/door");
        screen.open(ann, "/door/proof");
        ann.click("main button.go");
        String code = world.vendors().getFirst().mail().replaceAll("(?s).*Your code is (\\d{8}).*", "$1");
        ann.fill("#code", code);
        ann.click("main button.go");
        ann.waitForURL("**/door?done=proven");
        return ann;
    }

    /** The desk of that vendor changes while it lies open; those of the others do not. */
    private static void isSeen(List<Page> desks, int vendor, Runnable act) {
        List<String> before =
                desks.stream().map(desk -> list(desk).textContent()).toList();
        act.run();
        assertThat(list(desks.get(vendor)))
                .not()
                .hasText(before.get(vendor), new LocatorAssertions.HasTextOptions().setTimeout(SECONDS_3));
        for (int other = 0; other < desks.size(); other++) {
            if (other != vendor) {
                assertThat(list(desks.get(other)).textContent()).isEqualTo(before.get(other));
            }
        }
    }

    private static Locator list(Page desk) {
        return desk.locator("#main");
    }

    private static void promise(Screen screen, Page ann, String place, long invoice) {
        screen.open(ann, place + "/invoices/" + invoice);
        ann.fill("#when", "2026-03-27");
        ann.click("#day button.go");
        ann.waitForURL("**/door?done=*");
    }

    private static String place(Page page, long invoice) {
        Matcher place = Pattern.compile("(/door/[0-9a-f]{12})/invoices/" + invoice + "\"")
                .matcher(page.content());
        assertThat(place.find()).isTrue();
        return place.group(1);
    }
}
