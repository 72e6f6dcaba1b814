package dev.dunwell;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A real browser: opens pages, takes pictures into target/look and lets axe read them. Needs Chromium and node. */
public final class Screen implements AutoCloseable {

    private static final Path PICTURES = Path.of("target/look");

    private final Playwright playwright;
    private final Browser browser;
    private final String server;
    private final List<String> faults = new ArrayList<>();

    public Screen(int port) {
        assumeTrue(Files.exists(chromium()), () -> "no Chromium at " + chromium());
        server = "http://localhost:" + port;
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment()));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setHeadless(true)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run")));
    }

    /** A page of somebody who has signed in, on a screen of this width. */
    public Page signedIn(String email, String password, int width, ColorScheme scheme) {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(width, 1100));
        Page page = watched(context.newPage());
        page.navigate(server + "/sign-in");
        page.fill("[name=username]", email);
        page.fill("[name=password]", password);
        page.click("main button");
        page.waitForURL("**/today");
        return page;
    }

    /** A page of somebody who has not signed in, with scripts or without. */
    public Page stranger(int width, ColorScheme scheme, boolean withScripts) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setColorScheme(scheme)
                .setJavaScriptEnabled(withScripts)
                .setViewportSize(width, 900));
        return watched(context.newPage());
    }

    private Page watched(Page page) {
        page.onConsoleMessage(message -> {
            if (!message.text().contains("the server responded with a status of")) {
                faults.add(page.url() + " says " + message.text());
            }
        });
        return page;
    }

    public void open(Page page, String path) {
        page.navigate(server + path);
        page.waitForLoadState(LoadState.LOAD);
        // Not until the network is idle: a live page keeps a stream open.
        page.waitForSelector(
                "[hx-trigger=load], .htmx-request",
                new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
    }

    /** Takes a picture and notes what axe finds, and a page that is wider than its screen. */
    public void look(Page page, String picture) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(picture + ".png"))
                .setFullPage(true));
        // A letter or a paper stands in a frame in which no script may run, axe's neither: it would wait there for
        // ever.
        for (Rule rule : new AxeBuilder(page).exclude("iframe").analyze().getViolations()) {
            rule.getNodes().forEach(node -> faults.add(picture + ": " + rule.getId() + " at " + node.getHtml()));
        }
        if ((Boolean) page.evaluate("document.documentElement.scrollWidth > innerWidth")) {
            faults.add(picture + ": wider than the screen");
        }
    }

    /** What was noted so far; empty when all is well. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
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
