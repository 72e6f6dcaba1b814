package dev.dunwell.stages.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.dunwell.Screen;
import dev.dunwell.ServerTest;
import dev.dunwell.Visitor;
import dev.dunwell.access.Role;
import dev.dunwell.access.Staff;
import dev.dunwell.access.Tenant;
import dev.dunwell.demo.Employer;
import dev.dunwell.demo.Scene;
import dev.dunwell.demo.Story;
import dev.dunwell.demo.Storyteller;
import dev.dunwell.ledger.Invoices;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The stages of an invoice over HTTP, without JavaScript: its page, the chronology, the report, the API. */
@ServerTest
class StagesPagesTest {

    private static final String STORY = """
            2026-02-11  organisation "Stages" EUR country DE
                        customer acme "Acme Ltd"
                        contact  acme "Ann Acme" email ann@acme.example
                        invoice  INV-1 acme 1000.00 EUR due 2026-03-13
            2026-02-12  night until 2026-03-20
            2026-03-23  call acme reached "They forgot." expects 1000.00 EUR on 2026-04-02
                        night until 2026-03-30
            """;

    @Autowired
    ApplicationContext house;

    @LocalServerPort
    int port;

    private Staff staff;
    private Visitor nora;
    private String page;

    @BeforeEach
    void an_inquiry_was_answered_and_is_not_closed() {
        staff = Staff.of(house);
        house.getBean(Storyteller.class).tell(new Scene(new Employer(staff)), Story.read("stages", STORY));
        nora = Visitor.signedIn(port, staff.email(Role.COLLECTOR), Staff.PASSWORD);
        Long id = Tenant.in(
                staff.organisation(),
                () -> house.getBean(Invoices.class).ids(List.of("INV-1")).get("INV-1"));
        page = "/invoices/" + Objects.requireNonNull(id);
    }

    @Test
    void the_invoice_shows_its_stages_and_what_is_asked_before_pressure() {
        assertThat(nora.get(page).body())
                .contains("The six stages", "Was the invoice received?", "Close the inquiry", "Chronology")
                .contains("They answered on Mon 23 Mar; close the inquiry with the reason first.")
                .containsSubsequence("1 Invoice sent", "4 Inquiry", "6 Final notice");
    }

    @Test
    void an_inquiry_is_closed_on_the_page_and_what_was_typed_outlives_a_refusal() {
        Map<String, String> form = Map.of(
                "form", "inquiry", "lateReason", "forgot", "agreed", "They pay in the next run", "agreedBy", "they");
        HttpResponse<String> refused = nora.submit(page, page + "/inquiry", form);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Give the day by which it is to be done.", "They pay in the next run");

        var complete = new HashMap<>(form);
        complete.put("agreedFor", "2026-04-02");
        assertThat(nora.submit(page, page + "/inquiry", complete).statusCode()).isEqualTo(303);
        assertThat(nora.get(page).body()).contains("They pay in the next run", "They agreed to act by Thu 2 Apr.");
        assertThat(nora.get(page + "/chronology").body())
                .containsSubsequence(
                        "Invoice over 1,000.00\u00a0EUR issued",
                        "Delivery check to ann@acme.example, accepted by the mail server",
                        "They forgot.",
                        "Inquiry closed: Forgot. Agreed that they act by Thu 2 Apr: They pay in the next run.");
    }

    @Test
    void the_report_opens_into_its_steps_and_is_a_file() {
        String report = nora.get("/compliance").body();
        assertThat(report).contains("Was every step taken?", "By stage", "By collector", "By month");
        assertThat(nora.get("/compliance?kind=taken&stage=3#steps").body()).contains("INV-1", "Friendly reminder");
        HttpResponse<String> csv = nora.get("/compliance.csv?kind=taken");
        assertThat(csv.body()).contains("\"INV-1\"", "\"Delivery check\"", "\"taken\"");
        assertThat(nora.get("/compliance?from=2026-04-01&to=2026-03-01").statusCode())
                .isEqualTo(422);
    }

    @Test
    void programs_see_and_do_the_same() {
        Visitor program = Visitor.withKey(port, staff.key(Role.COLLECTOR));
        assertThat(program.get("/api/v1/invoices/INV-1/stages").body())
                .contains("\"station\":\"inquiring\"", "\"received\":\"accepted\"");
        assertThat(program.get("/api/v1/late-reasons").body()).contains("\"code\":\"lost_invoice\"", "\"received\"");
        HttpResponse<String> skipped =
                program.json("POST", "/api/v1/invoices/INV-1/skips", "{\"because\":\"They asked us not to\"}");
        assertThat(skipped.body()).contains("Firm reminder");
        HttpResponse<String> closed =
                program.json("POST", "/api/v1/invoices/INV-1/inquiry-closings", "{\"reason\":\"no_answer\"}");
        assertThat(closed.statusCode()).isEqualTo(201);
        assertThat(program.get("/api/v1/compliance").body()).contains("\"cut\":\"all\"", "\"percent\"");
    }

    @Test
    @Tag("look")
    void the_pages_can_be_seen_and_read() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("invoice", page);
        pages.put("chronology", page + "/chronology");
        pages.put("compliance", "/compliance?kind=taken");
        try (var screen = new Screen(port)) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (int width : new int[] {1440, 390}) {
                    Page seen = screen.signedIn(staff.email(Role.CREDIT_MANAGER), Staff.PASSWORD, width, scheme);
                    pages.forEach((name, path) -> {
                        screen.open(seen, path);
                        seen.evaluate("document.querySelectorAll('#stages details').forEach(each => each.open = true)");
                        screen.look(
                                seen,
                                "stages-%s-%s-%d".formatted(name, scheme.name().toLowerCase(Locale.ROOT), width));
                    });
                    seen.context().close();
                }
            }
            assertThat(screen.faults()).isEmpty();
        }
    }
}
