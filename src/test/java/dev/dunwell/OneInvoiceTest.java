package dev.dunwell;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.dunwell.access.Role;
import dev.dunwell.access.Staff;
import dev.dunwell.access.Tenant;
import dev.dunwell.demo.Employer;
import dev.dunwell.demo.Scene;
import dev.dunwell.demo.Story;
import dev.dunwell.demo.Storyteller;
import dev.dunwell.ledger.Invoices;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * One invoice goes through all six stages to an agency, night by night, while a collector and a credit manager look at
 * it on two screens; each sees at once what the other does. At the end stands a pack that proves all of it.
 */
@Tag("browser")
@ServerTest
class OneInvoiceTest {

    private static final String STORY = """
            2026-02-11  organisation "Walk" EUR country DE
                        customer C-1 "Brightwater Foods Ltd"
                        contact  C-1 "James Okafor" email james@brightwater.example phone "+44 117 000 0127"
                        invoice  MS-2071 C-1 4800.00 EUR due 2026-03-13
            """;

    @Autowired
    ApplicationContext house;

    @LocalServerPort
    int port;

    private Staff staff;
    private Visitor clock;
    private Screen screen;
    private Page nora;
    private Page paul;
    private String invoice;
    private LocalDate today = LocalDate.of(2026, 2, 11);

    @BeforeEach
    void an_invoice_and_two_people() {
        staff = Staff.of(house);
        house.getBean(Storyteller.class).tell(new Scene(new Employer(staff)), Story.read("walk", STORY));
        clock = Visitor.withKey(port, staff.key(Role.ADMINISTRATOR));
        Long id = Tenant.in(
                staff.organisation(),
                () -> house.getBean(Invoices.class).ids(List.of("MS-2071")).get("MS-2071"));
        invoice = "/invoices/" + Objects.requireNonNull(id);
        screen = new Screen(port);
        nora = screen.signedIn(staff.email(Role.COLLECTOR), Staff.PASSWORD, 1440, ColorScheme.LIGHT);
        paul = screen.signedIn(staff.email(Role.CREDIT_MANAGER), Staff.PASSWORD, 1440, ColorScheme.LIGHT);
    }

    @AfterEach
    void close() {
        if (screen != null) {
            screen.close();
            clock.close();
        }
    }

    @Test
    void from_the_invoice_to_the_agency() throws IOException {
        it_is_sent_only_when_it_is_complete();
        it_arrived();
        they_are_reminded_before_it_is_due();
        they_are_asked_why_it_is_late();
        they_are_pressed();
        the_manager_calls_and_gives_a_last_deadline();
        it_is_placed_by_two();
        the_pack_proves_it();
        assertThat(screen.faults()).isEmpty();
    }

    private void it_is_sent_only_when_it_is_complete() {
        screen.open(paul, invoice);
        screen.open(nora, invoice);
        form(nora, "Note that it was sent", "sendings");
        nora.fill("form[action$=sendings] [name=sentHow]", "By post, to James Okafor");
        nora.click("form[action$=sendings] button");
        assertThat(nora.waitForSelector("#stages [role=alert]").innerText()).contains("Settings, Letterhead");

        screen.open(paul, "/settings/letterhead");
        paul.fill("[name=paymentDetails]", "Hausbank, IBAN DE02 1203 0000 0000 2020 51");
        paul.click("main button:text-is('Save')");
        paul.waitForSelector("#messages .good");
        screen.open(paul, invoice);

        nora.click("form[action$=sendings] button");
        said(nora, "Noted that it was sent.");
    }

    private void it_arrived() {
        nights("2026-02-16");
        form(nora, "Note how it arrived", "deliveries");
        nora.selectOption("form[action$=deliveries] [name=grade]", "5");
        nora.fill("form[action$=deliveries] [name=arrivedOn]", "2026-02-16");
        nora.selectOption("form[action$=deliveries] [name=knownFrom]", "call");
        nora.fill("form[action$=deliveries] [name=provenBy]", "James Okafor has it before him");
        nora.click("form[action$=deliveries] button");
        said(nora, "Delivery noted.");
        current(paul, "2 Delivery confirmed");
    }

    private void they_are_reminded_before_it_is_due() {
        nights("2026-03-05");
        day("2026-03-06");
        screen.open(paul, "/run");
        assertThat(paul.innerText("#main")).contains("Brightwater Foods Ltd", "MS-2071");
        paul.click("button:has-text('Run the night now')");
        said(paul, "The night has run: 1 customer was written to, 0 items were held.");
        current(nora, "3 Friendly reminder");
        screen.open(paul, invoice);
    }

    private void they_are_asked_why_it_is_late() {
        nights("2026-03-20");
        current(nora, "4 Inquiry");
        screen.open(nora, "/today?accounts=team");
        nora.click("tr.pick .name:text-is('Brightwater Foods Ltd')");
        nora.waitForURL("**/customers/**");
        nora.selectOption("#log [name=outcome]", "reached");
        nora.fill("#log [name=expected]", "4800.00");
        nora.fill("#log [name=expectedOn]", "2026-04-02");
        nora.fill("#log [name=text]", "It slipped through; it goes with the run of 2 April.");
        nora.click("#log button.go");
        said(nora, "Call written down.");

        screen.open(nora, invoice);
        form(nora, "Close the inquiry", "inquiry");
        nora.selectOption("form[action$=inquiry] [name=lateReason]", "forgot");
        nora.fill("form[action$=inquiry] [name=agreedFor]", "2026-04-02");
        nora.fill("form[action$=inquiry] [name=agreed]", "They pay in the run of 2 April");
        nora.selectOption("form[action$=inquiry] [name=agreedBy]", "they");
        nora.click("form[action$=inquiry] button");
        said(nora, "Inquiry closed.");
        paul.waitForSelector("#stages >> text=They pay in the run of 2 April");
        screen.look(paul, "walk-inquiry");
    }

    private void they_are_pressed() {
        nights("2026-03-31");
        nora.waitForSelector("#next-step:has-text('They agreed to act by Thu 2 Apr.')");
        nights("2026-04-07");
        current(nora, "5 Firm reminder");
        current(paul, "5 Firm reminder");
        form(paul, "Answer a question before pressure", "answers");
        paul.selectOption("form[action$=answers] [name=question]", "goods");
        paul.fill("form[action$=answers] [name=shownBy]", "Delivery note 4711, signed");
        paul.click("form[action$=answers] button");
        said(paul, "Answer noted.");
        nora.waitForSelector("#stages li:has-text('Vouched for')");
    }

    private void the_manager_calls_and_gives_a_last_deadline() {
        nights("2026-04-22");
        paul.waitForSelector("#next-step:has-text('Manager call')");
        paul.click("#next-step >> text=Log the call");
        paul.waitForURL("**/customers/**");
        paul.selectOption("#log [name=outcome]", "no_answer");
        paul.fill("#log [name=text]", "Tried twice, nobody calls back.");
        paul.click("#log button.go");
        said(paul, "Call written down.");
        current(nora, "6 Final notice");

        nights("2026-04-26");
        day("2026-04-27");
        screen.open(paul, "/approvals");
        paul.check("[aria-label='Choose the mail to Brightwater Foods Ltd']");
        paul.click("button[value=approve]");
        paul.waitForSelector("#messages .good");
        screen.open(paul, "/run");
        paul.click("button:has-text('Run the night now')");
        paul.waitForURL("**/run/last");
        nora.waitForSelector("#next-step:has-text('Final notice on Mon 27 Apr')");
        screen.look(nora, "walk-final-notice");
    }

    private void it_is_placed_by_two() {
        nights("2026-05-08");
        nora.waitForSelector("#next-step:has-text('the deadline of the final notice was Thu 7 May')");
        screen.open(paul, "/agencies");
        paul.click("summary:has-text('Add an agency')");
        paul.fill("[name=name]", "Inkasso Nord");
        paul.fill("[name=least]", "100.00");
        paul.fill("[name=fixed]", "25.00");
        paul.fill("[name=percents]", "0: 15, 90: 20");
        paul.click("form[action='/agencies'] button");
        said(paul, "The agency is written down.");
        screen.open(paul, "/agencies");

        nora.click("#next-step >> text=Hand it to an agency");
        nora.waitForURL("**/agencies**");
        nora.check("[aria-label='Choose MS-2071']");
        nora.fill("[name=reason]", "No answer to any letter or call.");
        nora.click("button:text-is('Ask for the placing')");
        said(nora, "Asked. It goes when a second person has said yes.");
        screen.open(nora, invoice);

        paul.waitForSelector("#agencies >> text=No answer to any letter or call.");
        screen.look(paul, "walk-agencies");
        paul.click("form[action$=approval] button");
        said(paul, "Placed, with its evidence. We no longer write or call about it.");
        nora.waitForSelector("#invoice-facts section:has-text('Inkasso Nord: placed')");
        nora.waitForSelector("#next-step:has-text('An agency has it since Fri 8 May.')");
    }

    private void the_pack_proves_it() throws IOException {
        String sealed = paper(paul.waitForDownload(() -> paul.click("a:has-text('Evidence, PDF')")));
        assertThat(sealed).contains("MS-2071", "Brightwater Foods Ltd", "It slipped through", "Mail “final notice”");
        Path zip = paul.waitForDownload(() -> paul.click("a:text-is('ZIP')")).path();
        screen.open(nora, "/verify");
        nora.setInputFiles("#file", zip);
        nora.click("button:text-is('Check')");
        assertThat(nora.waitForSelector("#main [role=status]").innerText()).contains("Whole", "invoice MS-2071");
        String head = nora.innerText("#main code");
        assertThat(sealed.replaceAll("\\s", "")).contains(head);

        screen.open(nora, invoice);
        assertThat(nora.innerText("#evidence")).contains("Invoice MS-2071", "PDF", "ZIP");
        screen.look(nora, "walk-placed");
        screen.open(nora, invoice + "/chronology");
        assertThat(nora.innerText("#main"))
                .containsSubsequence(
                        "issued, due Fri 13 Mar",
                        "Delivery check",
                        "James Okafor has it before him",
                        "Friendly reminder",
                        "Second friendly reminder",
                        "Inquiry to james@brightwater.example",
                        "It slipped through",
                        "Inquiry closed: Forgot.",
                        "Firm reminder",
                        "Delivery note 4711, signed",
                        "Second firm reminder",
                        "Manager call, called",
                        "Final notice",
                        "deadline Thu 7 May",
                        "Placed with Inkasso Nord");
        screen.look(nora, "walk-chronology");
    }

    private static String paper(Download pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.path().toFile())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    /** The nights up to this day, while both look on. */
    private void nights(String until) {
        while (today.isBefore(LocalDate.parse(until))) {
            day(today.plusDays(1).toString());
            var night = clock.json("POST", "/api/v1/nights", "{\"date\": \"" + today + "\"}");
            assertThat(night.statusCode()).as(night.body()).isEqualTo(200);
            assertThat(JsonPath.<String>read(night.body(), "$.date")).isEqualTo(today.toString());
        }
    }

    private void day(String day) {
        var set = clock.json("PUT", "/api/v1/organisation/clock", "{\"today\": \"" + day + "\"}");
        assertThat(set.statusCode()).as(set.body()).isEqualTo(200);
        today = LocalDate.parse(day);
    }

    private static void current(Page page, String stage) {
        page.waitForSelector("#stages li[aria-current=step]:has-text('" + stage + "')");
    }

    private static void said(Page page, String words) {
        page.waitForSelector("#messages >> text=" + words);
    }

    private static void form(Page page, String summary, String action) {
        page.click("#stages summary:text-is('" + summary + "')");
        page.waitForSelector("#stages form[action$=" + action + "]");
    }
}
