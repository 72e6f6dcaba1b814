package dev.dunwell.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.Visitor;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A payer with a browser: opens a link and sends the forms of its pages. */
public final class Payerside {

    private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([0-9a-f]+)\"");
    private static final Pattern PLACE = Pattern.compile("/door/([0-9a-f]{12})/");

    private final Visitor browser;

    private Payerside(Visitor browser) {
        this.browser = browser;
    }

    /** Presses the button behind a link. */
    public static Payerside opened(int port, String token) {
        var browser = new Visitor(port);
        HttpResponse<String> answer = browser.post("/d/" + token, Map.of());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return new Payerside(browser);
    }

    public Visitor browser() {
        return browser;
    }

    /** The page of all open items. */
    public String page() {
        return browser.get("/door").body();
    }

    public String formToken() {
        return found(FORM, page());
    }

    public String place() {
        return found(PLACE, page());
    }

    public HttpResponse<String> get(String path) {
        return browser.get(path.contains("{place}") ? path.replace("{place}", place()) : path);
    }

    /** Sends a form; {@code {place}} stands for the first place of the page. */
    public HttpResponse<String> say(String path, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("form", formToken());
        return browser.post(path.contains("{place}") ? path.replace("{place}", place()) : path, all);
    }

    /** Types the code that a vendor's installation mailed. */
    public Payerside proven(Payhouse.Vendor vendor) {
        assertThat(say("/door/proof/codes", Map.of()).statusCode()).isEqualTo(200);
        String code = vendor.mail().replaceAll("(?s).*Your code is (\\d{8}).*", "$1");
        assertThat(say("/door/proof", Map.of("code", code)).statusCode()).isEqualTo(303);
        return this;
    }

    private static String found(Pattern pattern, String html) {
        Matcher matcher = pattern.matcher(html);
        assertThat(matcher.find()).as(html).isTrue();
        return matcher.group(1);
    }
}
