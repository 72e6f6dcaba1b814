package dev.dunwell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import dev.dunwell.demo.LoadDemo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** A collector's morning in a real browser on the demo book: with the mouse, by keyboard alone, and read by axe. */
@Tag("browser")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = DunwellTest.FreshDatabase.class)
@TestPropertySource(properties = "test.world=morning")
class CollectorsMorningTest {

    private static final List<String> PAGES = List.of(
            "/today",
            "/customers",
            "/run",
            "/run/last",
            "/messages",
            "/imports",
            "/aging",
            "/settings",
            "/search?q=vega");

    @LocalServerPort
    int port;

    @Autowired
    LoadDemo loadDemo;

    private Playwright playwright;
    private Browser browser;

    @BeforeEach
    void a_browser_and_the_demo_book() {
        assumeTrue(Files.exists(chromium()), () -> "no Chromium at " + chromium());
        loadDemo.load();
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment()));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    @AfterEach
    void close() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @Test
    void with_the_mouse_a_call_with_a_promise_leads_to_the_next_row() {
        Page page = signedIn(browser.newContext());
        String customer = page.locator("tr.pick .name").first().textContent();
        page.locator("tr.pick .name").first().click();
        assertThat(page.locator("h1").textContent()).isEqualTo(customer);
        assertThat(page.locator("#main").textContent()).contains("did not arrive");

        String first = page.url();
        page.selectOption("#log [name=outcome]", "promised");
        page.fill("#log [name=expected]", "1000.00");
        page.fill("#log [name=expectedOn]", "2026-11-30");
        page.fill("#log [name=text]", "Pays a first part on Monday.");
        page.locator("#log button.go").click();
        page.waitForURL(url -> !url.equals(first));
        assertThat(page.locator("h1").textContent()).isNotEqualTo(customer);

        page.navigate(first);
        assertThat(page.locator("#main").textContent()).contains("1,000.00").contains("Pays a first part on Monday.");
    }

    @Test
    void by_keyboard_alone_a_call_is_logged_and_the_next_row_opens() {
        Page page = browser.newContext().newPage();
        page.navigate(url("/sign-in"));
        page.locator("[name=username]").focus();
        page.keyboard().type("nora@meridian.example");
        page.keyboard().press("Tab");
        page.keyboard().type("meridian-supplies-demo");
        page.keyboard().press("Enter");
        page.waitForURL("**/today");

        page.keyboard().press("j");
        page.keyboard().press("Enter");
        page.waitForURL("**/customers/**");
        String first = page.url();
        page.keyboard().press("c");
        page.waitForSelector("#log [name=contact]:focus");
        page.keyboard().press("Tab");
        // By arrow: a select forgets typed letters after a second, and how fast they arrive is the machine's affair.
        for (int option = 0;
                option < 20 && !"no_answer".equals(page.evaluate("document.activeElement.value"));
                option++) {
            page.keyboard().press("ArrowDown");
        }
        assertThat(page.evaluate("document.activeElement.name + ' ' + document.activeElement.value"))
                .isEqualTo("outcome no_answer");
        tabTo(page, "document.activeElement.name === 'text'");
        page.keyboard().type("Nobody picked up.");
        tabTo(page, "document.activeElement.type === 'submit'");
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.equals(first));
        assertThat(page.url()).contains("/customers/");
    }

    private static void tabTo(Page page, String isThere) {
        for (int field = 0; field < 12; field++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(page.evaluate(isThere))) {
                return;
            }
        }
        throw new AssertionError("twelve fields on, not reached: " + isThere);
    }

    @Test
    void axe_finds_nothing_on_any_page_light_or_dark() {
        List<String> faults = new ArrayList<>();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page page = signedIn(browser.newContext(new Browser.NewContextOptions().setColorScheme(scheme)));
            List<String> paths = new ArrayList<>(PAGES);
            paths.add(page.locator("tr.pick .name").first().getAttribute("href"));
            for (String path : paths) {
                page.navigate(url(path));
                faults.addAll(read(page, path + " " + scheme));
            }
        }
        assertThat(faults).isEmpty();
    }

    private Page signedIn(BrowserContext context) {
        Page page = context.newPage();
        page.navigate(url("/sign-in"));
        page.fill("[name=username]", "nora@meridian.example");
        page.fill("[name=password]", "meridian-supplies-demo");
        page.locator("button[type=submit]").click();
        page.waitForURL("**/today");
        return page;
    }

    private static List<String> read(Page page, String where) {
        List<String> faults = new ArrayList<>();
        assertThat(page.title()).as(where).doesNotContain("Not found");
        for (Rule rule : new AxeBuilder(page).analyze().getViolations()) {
            rule.getNodes().forEach(node -> faults.add(where + ": " + rule.getId() + " at " + node.getHtml()));
        }
        return faults;
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }

    private static Path chromium() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::exists)
                .findFirst()
                .orElse(Path.of(System.getProperty("dunwell.chromium", "/usr/bin/chromium")));
    }

    private static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        Stream.of("/usr/bin/node", "/usr/local/bin/node", "/opt/homebrew/bin/node")
                .filter(node -> Files.exists(Path.of(node)))
                .findFirst()
                .ifPresent(node -> environment.putIfAbsent("PLAYWRIGHT_NODEJS_PATH", node));
        return environment;
    }
}
