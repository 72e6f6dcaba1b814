package dev.dunwell;

import static dev.dunwell.ledger.Book.NORA;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import dev.dunwell.access.Role;
import dev.dunwell.access.SetClock;
import dev.dunwell.access.Staff;
import dev.dunwell.access.Tenant;
import dev.dunwell.jobs.DueJobs;
import dev.dunwell.ledger.IntegrityExtension;
import dev.dunwell.ledger.Invoices;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/**
 * An accountant's month end in a real browser: a file comes in, a payment is short, interest is claimed, the month is
 * told and closed.
 */
@Tag("browser")
@ServerTest
@Import(DueJobs.class)
@ExtendWith(IntegrityExtension.class)
class MonthEndTest {

    private static final String FILE = """
            Customer No,Customer Name,Invoice No,Invoice Date,Due Date,Amount,Currency
            C-1,Aldgate Foods,F-0,2026-08-20,2026-09-19,365.00,EUR
            C-1,Aldgate Foods,F-1,2026-10-02,2026-11-01,1000.00,EUR
            C-1,Aldgate Foods,F-2,2026-10-12,2026-11-11,250.00,EUR
            C-2,Bergmann GmbH,F-3,2026-10-20,2026-11-19,480.00,EUR
            """;
    private static final List<String> REPORTS = List.of(
            "/aging?asOf=2026-10-31",
            "/aging?asOf=2026-10-31&knownAt=2026-10-01",
            "/open-items?asOf=2026-10-31",
            "/receivables?from=2026-10-01&asOf=2026-10-31",
            "/late-charges",
            "/statements",
            "/journal?from=2026-10-01&to=2026-10-31",
            "/journal/exports",
            "/settings/periods",
            "/settings/accounting",
            "/settings/letterhead");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext house;

    @Autowired
    DueJobs jobs;

    private Staff staff;

    @BeforeEach
    void a_customer_buys_at_two_percent_off_within_ten_days_and_owes_twelve_percent_when_late() {
        staff = Staff.of(house);
        today("2026-10-31");
        var program = Visitor.withKey(port, staff.key(Role.CREDIT_MANAGER));
        send(program, "/terms", """
                {"name": "Trade", "validFrom": "2020-01-01", "due": "net 30", "discounts": "2/10", "discountGraceDays": 0,
                 "methods": ["bank_transfer"], "late": "contract", "interestPercent": 12, "interestPer": "year",
                 "dayCount": "actual_365"}""");
        send(program, "/customers", "{\"number\": \"C-1\", \"name\": \"Aldgate Foods\", \"terms\": \"Trade\"}");
    }

    private static void send(Visitor program, String path, String body) {
        var answer = program.json("POST", "/api/v1" + path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private void today(String day) {
        Tenant.in(staff.organisation(), () -> house.getBean(SetClock.class).set(LocalDate.parse(day), NORA));
    }

    @Test
    void october_is_brought_in_settled_told_and_closed() throws IOException {
        try (var screen = new Screen(port)) {
            Page page = screen.signedIn(staff.email(Role.CREDIT_MANAGER), Staff.PASSWORD, 1440, ColorScheme.LIGHT);
            bring(screen, page);
            payShort(screen, page);
            claimInterest(screen, page);
            tell(screen, page);
            close(screen, page);
            assertThat(screen.faults()).isEmpty();
        }
    }

    private void bring(Screen screen, Page page) {
        screen.open(page, "/imports");
        page.setInputFiles("#file", new FilePayload("october.csv", "text/csv", FILE.getBytes(StandardCharsets.UTF_8)));
        page.click("button:has-text('Read it')");
        page.waitForURL("**/imports/*");
        work();
        page.reload();
        page.click("button:has-text('Take it into the book')");
        work();
        page.reload();
        assertThat(page.textContent("#main")).contains("Undo this import");
    }

    private void payShort(Screen screen, Page page) {
        screen.open(page, "/open-items?asOf=2026-10-31");
        assertThat(page.textContent("#main")).contains("2,095.00");
        page.click("a:text-is('F-1')");
        page.fill("[name=amount]", "980.00");
        page.fill("[name=receivedOn]", "2026-10-10");
        page.click("button:has-text('Save payment')");
        page.waitForSelector("text=980.00 EUR settled.");
        assertThat(page.textContent("#main")).contains("discount"); // 2 % within ten days: earned, and booked at once
    }

    /** 365.00 EUR were due on 19 September: 42 days at 12 % a year are 5.04 EUR. */
    private void claimInterest(Screen screen, Page page) {
        screen.open(page, "/late-charges");
        assertThat(page.textContent("#main")).contains("Aldgate Foods", "F-0", "5.04");
        page.click("a:text-is('F-0')");
        page.waitForURL("**/invoices/*#charges");
        assertThat(page.textContent("#charges")).contains("12 % a year", "42", "5.04");
        page.click("button:has-text('Claim 5.04')");
        page.waitForSelector("text=5.04 EUR claimed as F-0/I1.");
        assertThat(page.textContent("#charges")).contains("Nothing has accrued since the last decision.");
        screen.open(page, "/late-charges?state=claimed");
        page.click("a:text-is('F-0/I1')");
        assertThat(page.textContent("#main")).contains("5.04", "arose from F-0");
    }

    private void tell(Screen screen, Page page) throws IOException {
        screen.open(page, "/customers/" + customer() + "/statement?from=2026-10-01&to=2026-10-31");
        page.click("button:has-text('Make the PDF')");
        page.waitForSelector("text=Made and kept");
        Download first = page.waitForDownload(() -> page.click("a[href$='.pdf']"));
        Download again = page.waitForDownload(() -> page.click("a[href$='.pdf']"));
        assertThat(Files.readAllBytes(first.path())).isEqualTo(Files.readAllBytes(again.path()));
        try (PDDocument pdf = Loader.loadPDF(Files.readAllBytes(first.path()))) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("Aldgate Foods", "F-1", "980.00", "F-0/I1", "5.04", "Closing balance");
        }
        screen.open(page, "/journal/exports");
        page.click("button:has-text('Export what is new')");
        page.waitForSelector("text=Exported. The files are kept");
    }

    private void close(Screen screen, Page page) {
        today("2026-11-02");
        screen.open(page, "/settings/periods");
        page.fill("[name=until]", "2026-10-31");
        page.click("button:text-is('Close')");
        page.waitForSelector("text=Nothing takes effect on 2026-10-31 or before any more.");
        screen.open(page, "/open-items?asOf=2026-10-31");
        page.click("a:text-is('F-3')");
        page.fill("[name=amount]", "480.00");
        page.fill("[name=receivedOn]", "2026-10-31");
        page.click("button:has-text('Save payment')");
        page.waitForSelector("text=October 2026 is closed since");
        page.fill("[name=receivedOn]", "2026-11-02");
        page.click("button:has-text('Save payment')");
        page.waitForSelector("text=480.00 EUR settled.");
        screen.open(page, "/receivables?from=2026-10-01&asOf=2026-10-31");
        assertThat(page.textContent("#main")).contains("1,735.04", "980.00");
    }

    @Test
    void axe_finds_nothing_on_any_report_wide_or_narrow_light_or_dark() {
        try (var screen = new Screen(port)) {
            Page first = screen.signedIn(staff.email(Role.CREDIT_MANAGER), Staff.PASSWORD, 1440, ColorScheme.LIGHT);
            bring(screen, first);
            String statement = "/customers/" + customer() + "/statement?from=2026-10-01&to=2026-10-31";
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (int width : new int[] {1440, 390}) {
                    Page page = screen.signedIn(staff.email(Role.CREDIT_MANAGER), Staff.PASSWORD, width, scheme);
                    for (String path : REPORTS) {
                        look(screen, page, path, scheme, width);
                    }
                    look(screen, page, statement, scheme, width);
                    page.context().close();
                }
            }
            assertThat(screen.faults()).isEmpty();
        }
    }

    private static void look(Screen screen, Page page, String path, ColorScheme scheme, int width) {
        screen.open(page, path);
        String name =
                path.replaceAll("\\?.*", "").replaceAll("[^a-z]+", "-") + (path.contains("knownAt") ? "-known" : "");
        screen.look(page, "report%s-%s-%d".formatted(name, scheme.name().toLowerCase(Locale.ROOT), width));
    }

    private long customer() {
        return Tenant.in(
                staff.organisation(),
                () -> house.getBean(Invoices.class)
                        .byNumber("F-1", LocalDate.MAX)
                        .orElseThrow()
                        .customerId());
    }

    private void work() {
        jobs.run(Instant.now().plus(Duration.ofSeconds(1)));
    }
}
