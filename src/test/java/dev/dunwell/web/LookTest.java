package dev.dunwell.web;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/**
 * Takes a picture of every page, wide and narrow, light and dark, into target/look, and lets axe read each one. Needs a
 * Chromium and a node on the machine: {@code mvn test -Dtest=LookTest -DexcludedTags=}.
 */
@Tag("look")
@ActiveProfiles("sample-site")
@SpringBootTest(classes = SampleSite.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class LookTest {

    private static final Path PICTURES = Path.of("target/look");
    private static final Map<String, String> PAGES = Map.of(
            "sign-in", "/sign-in",
            "sign-in-refused", "/sign-in?error=E-mail+or+password+is+wrong.&username=nora@meridian.example",
            "set-up", "/set-up",
            "search", "/search?q=vigo",
            "search-empty", "/search?q=xyz",
            "not-found", "/none",
            "broken", "/broken");

    @LocalServerPort
    int port;

    @BeforeEach
    void needs_a_browser() {
        assumeTrue(Files.exists(chromium()), () -> "no Chromium at " + chromium());
    }

    @Test
    void every_page_can_be_seen_and_read() throws Exception {
        var faults = new ArrayList<String>();
        try (Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment()));
                Browser browser = playwright.chromium().launch(options())) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (int width : new int[] {1440, 390}) {
                    faults.addAll(look(browser, scheme, width));
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void keys_theme_and_messages_work() {
        try (Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment()));
                Browser browser = playwright.chromium().launch(options())) {
            Page page = browser.newPage();
            page.navigate("http://localhost:" + port + "/search?q=vigo");
            page.keyboard().press("j");
            assertThat(page.locator("tr.pick[aria-current=true]").count()).isEqualTo(1);
            page.keyboard().press("Control+k");
            assertThat(page.evaluate("document.activeElement.name")).isEqualTo("q");
            page.keyboard().press("Escape");
            page.keyboard().press("?");
            assertThat(page.locator("dialog[open]").count()).isEqualTo(1);
            page.keyboard().press("Escape");

            page.locator("[data-theme-switch]").click();
            page.reload();
            assertThat(page.getAttribute("html", "data-bs-theme")).isEqualTo("dark");
            page.locator(".who summary").click();
            assertThat(page.locator("text=Sign out").isVisible()).isTrue();

            page.evaluate("htmx.ajax('POST', '/refused', '#main')");
            page.waitForSelector("#messages >> text=Already paid on Fri 20 Nov.");
            page.evaluate("htmx.ajax('POST', '/expired', '#main')");
            page.waitForSelector("#messages >> text=What you typed is still here");
            assertThat(page.locator("h1").textContent()).isEqualTo("Search");
        }
    }

    private List<String> look(Browser browser, ColorScheme scheme, int width) {
        var faults = new ArrayList<String>();
        var view = new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(width, 1100);
        try (BrowserContext context = browser.newContext(view)) {
            Page page = context.newPage();
            page.onConsoleMessage(message -> {
                if (!message.text().contains("the server responded with a status of")) {
                    faults.add(page.url() + " says " + message.text());
                }
            });
            PAGES.forEach((name, path) -> {
                page.navigate("http://localhost:" + port + path);
                String picture = "%s-%s-%d.png".formatted(name, scheme.name().toLowerCase(Locale.ROOT), width);
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(PICTURES.resolve(picture))
                        .setFullPage(true));
                faults.addAll(read(page, picture));
            });
        }
        return faults;
    }

    /** What axe finds, and whether the page is wider than the screen. */
    private static List<String> read(Page page, String picture) {
        var faults = new ArrayList<String>();
        for (Rule rule : new AxeBuilder(page).analyze().getViolations()) {
            rule.getNodes().forEach(node -> faults.add(picture + ": " + rule.getId() + " at " + node.getHtml()));
        }
        if ((Boolean) page.evaluate("document.documentElement.scrollWidth > innerWidth")) {
            faults.add(picture + ": wider than the screen");
        }
        return faults;
    }

    private static BrowserType.LaunchOptions options() {
        return new BrowserType.LaunchOptions()
                .setExecutablePath(chromium())
                .setHeadless(true)
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"));
    }

    private static Path chromium() {
        return Path.of(System.getProperty("dunwell.chromium", "/usr/bin/chromium"));
    }

    private static Map<String, String> environment() {
        var environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        Stream.of("/usr/bin/node", "/usr/local/bin/node", "/opt/homebrew/bin/node")
                .filter(node -> Files.exists(Path.of(node)))
                .findFirst()
                .ifPresent(node -> environment.putIfAbsent("PLAYWRIGHT_NODEJS_PATH", node));
        return environment;
    }
}
