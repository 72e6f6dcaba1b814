package dev.dunwell.web;

import dev.dunwell.desk.SearchView;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * A site of the web module alone, with invented pages that do what real ones may do. They answer only in its own
 * profile, so that the whole application, which scans these packages too, never serves them.
 */
@ComponentScan
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class
})
class SampleSite {

    static Frame frame(Notice... notices) {
        var reader = new Reader(
                "Nora Lindqvist",
                "Meridian Supplies",
                "Collector",
                Locale.ENGLISH,
                ZoneId.of("Europe/Madrid"),
                true,
                true);
        return Frame.of(reader, LocalDate.of(2026, 11, 23), List.of(Place.values()), List.of(notices));
    }

    @Controller
    @Profile("sample-site")
    static class Pages {

        @ModelAttribute("frame")
        Frame frame() {
            return SampleSite.frame(new Notice(
                    "Mail is on hold: nothing leaves. Look at what tonight would send, then let it go.",
                    "Open the run",
                    "/run"));
        }

        @GetMapping("/search")
        String search(@RequestParam(defaultValue = "") String q, Model model) {
            var hit = new SearchView.Hit("Customer", "Castellano Marítima S.L.", "C-1184, Vigo", "/customers/1184");
            model.addAttribute("view", new SearchView(q, q.equals("vigo") ? List.of(hit) : List.of()));
            return "desk/search";
        }

        @GetMapping("/sign-in")
        String signIn(@RequestParam Map<String, String> values, Model model) {
            model.addAttribute("values", values);
            model.addAttribute("error", values.get("error"));
            return "access/sign-in";
        }

        @GetMapping("/set-up")
        String setUp(Model model) {
            model.addAttribute("problems", Map.of("currency", "EURO is not a currency: give its three letters."));
            model.addAttribute("values", Map.of("currency", "EURO", "organisation", "Meridian Supplies"));
            return "access/set-up";
        }

        @GetMapping(path = "/customers/{id}", produces = "text/html;charset=UTF-8")
        @ResponseBody
        String customer(@PathVariable int id, HttpServletRequest request, HttpServletResponse response) {
            var html = new StringOutput();
            var panels = Panels.of(request, response);
            html.writeContent("before");
            panels.at("/panel/" + id + "?q=a%20b").writeTo(html);
            panels.at("/none").writeTo(html);
            panels.at("/missing").writeTo(html);
            panels.at("/broken").writeTo(html);
            html.writeContent("after");
            return html.toString();
        }

        @GetMapping("/panel/{id}")
        @ResponseBody
        String panel(@PathVariable int id, @RequestParam String q, HttpServletRequest request) {
            return "panel of %d, %s, q=%s, fragment %s"
                    .formatted(id, request.getMethod(), q, Visit.isFragment(request));
        }

        @GetMapping("/missing")
        String missing() {
            throw new NotFound("customer");
        }

        @GetMapping({"/refused", "/api/v1/refused"})
        String refused() {
            throw Refusal.conflict("already-paid", "Already paid on Fri 20 Nov.");
        }

        @GetMapping("/api/v1/bad")
        String bad() {
            throw BadInput.in("dueOn", "Use a date such as 2026-11-23.");
        }

        @GetMapping({"/broken", "/api/v1/broken"})
        String broken() {
            throw new IllegalStateException("secret: select 1 from dev.dunwell");
        }

        @PostMapping("/refused")
        String post() {
            return refused();
        }

        @PostMapping("/expired")
        void expired(HttpServletResponse response) {
            response.setHeader("HX-Redirect", "/sign-in");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        }

        @GetMapping("/number/{n}")
        @ResponseBody
        String number(@PathVariable int n) {
            return "" + n;
        }
    }
}
