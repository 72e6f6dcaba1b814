package dev.dunwell.metrics;

import static dev.dunwell.ledger.Book.day;
import static dev.dunwell.metrics.SmallBook.JUNE;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.dunwell.Screen;
import dev.dunwell.ServerTest;
import dev.dunwell.Visitor;
import dev.dunwell.access.Organisation;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.Role;
import dev.dunwell.access.Staff;
import dev.dunwell.access.Tenant;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The pages of figures as people and programs read them. */
@ServerTest
class FiguresPagesTest {

    private static final int MOST_STATEMENTS = 34;
    private static final Pattern READS_FACTS =
            Pattern.compile("\\b(invoice|invoice_version|allocation|payment|promise|open_line|open_invoice)\\b");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext house;

    @Autowired
    KeepBook keepBook;

    @Autowired
    RaiseAlerts raiseAlerts;

    @Autowired
    Alerts alerts;

    @Autowired
    MailFigures mailFigures;

    @Autowired
    Organisations organisations;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    private SmallBook book;
    private Visitor nora;

    @BeforeEach
    void a_small_book() {
        book = new SmallBook(house);
        nora = Visitor.signedIn(port, book.staff.email(Role.CREDIT_MANAGER), Staff.PASSWORD);
    }

    private void inside(Runnable work) {
        Tenant.runIn(book.staff.organisation(), work);
    }

    @Test
    void the_rows_of_a_figure_sum_to_it() {
        for (String code :
                List.of("collected", "billed", "written-off", "on-time-amount", "days-to-pay", "days-late")) {
            String file = nora.get("/figures/metrics/" + code + "/rows.csv?from=2026-06-01&to=2026-06-30")
                    .body();
            BigDecimal whole = file.lines()
                    .skip(1)
                    .map(line -> new BigDecimal(line.split(",")[5].replace("\"", "")))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            Value value = book.value(code, JUNE, Scope.ALL);
            BigDecimal expected = value.terms().isEmpty()
                    ? Objects.requireNonNull(value.number())
                    : value.terms().get(1).value();
            assertThat(whole.movePointRight(2)).as(code).isEqualByComparingTo(expected);
        }
    }

    @Test
    void pages_files_and_programs_tell_the_same() {
        String page = nora.get("/figures?asOf=2026-06-30").body();
        assertThat(page).contains("210.00", "71.4", "42.5", "best possible", "What changed since last week");
        assertThat(nora.get("/figures/metrics/dso?asOf=2026-06-30").body())
                .contains("closing receivables ÷ credit sales × days", "42.5", "450.00");
        assertThat(nora.get("/figures/metrics?asOf=2026-06-30").body()).contains("Collection effectiveness", "54.5");
        assertThat(nora.get("/figures/trends?asOf=2026-06-30").body()).contains("2026-04", "100.0");
        assertThat(nora.get("/figures/metrics/dso.csv?asOf=2026-06-30").body()).contains("\"2026-06-30\",42.5");
        assertThat(nora.get("/figures.csv?asOf=2026-06-30").body()).contains("210.00");
        assertThat(nora.get("/figures.pdf?asOf=2026-06-30").body()).startsWith("%PDF");
        Visitor program = Visitor.withKey(port, book.staff.key(Role.READ_ONLY));
        assertThat(program.get("/api/v1/metrics").body()).contains("dso-countback");
        assertThat(program.get("/api/v1/metrics/dso?asOf=2026-06-30").body()).contains("\"value\":42.5");
        assertThat(program.get("/api/v1/metrics/roll-30?asOf=2026-06-30").body())
                .contains("nothing was in the younger bucket");
        assertThat(nora.get("/figures/metrics/nothing").statusCode()).isEqualTo(404);
        assertThat(nora.get("/figures/metrics/funnel").statusCode()).isIn(200, 302);
    }

    @Test
    void every_metric_has_a_page_and_its_rows() {
        for (Metric metric : Catalogue.all()) {
            if (!(metric.source() instanceof Metric.Elsewhere)) {
                assertThat(nora.get("/figures/metrics/" + metric.code() + "?asOf=2026-06-30")
                                .statusCode())
                        .as(metric.code())
                        .isEqualTo(200);
            }
            if (metric.source() instanceof Metric.FromRows) {
                for (CaseRows.Cut cut : CaseRows.Cut.values()) {
                    assertThat(nora.get("/figures/metrics/" + metric.code() + "/rows?to=2026-06-30&by=" + cut.code())
                                    .statusCode())
                            .as(metric.code() + " by " + cut)
                            .isEqualTo(200);
                }
            }
        }
    }

    @Test
    @Tag("browser")
    void a_cfo_reads_how_it_stands_what_changed_because_of_whom_and_opens_a_figure_down_to_its_rows() {
        try (Screen screen = new Screen(port)) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                int width = scheme == ColorScheme.LIGHT ? 1440 : 390;
                Page page = screen.signedIn(book.staff.email(Role.CREDIT_MANAGER), Staff.PASSWORD, width, scheme);
                for (String path : List.of("figures", "figures/trends", "figures/metrics/dso", "figures/mail")) {
                    screen.open(page, "/" + path + "?asOf=2026-06-30");
                    screen.look(page, path.replace('/', '-') + "-" + width);
                }
                screen.open(page, "/figures?asOf=2026-06-30");
                reads(page);
                opens(page);
            }
            assertThat(screen.faults()).isEmpty();
        }
    }

    private static void reads(Page page) {
        assertThat(page.locator(".kpi .kpi-name, .kpi a.fig").allInnerTexts())
                .containsExactly(
                        "Receivables",
                        "210.00",
                        "Overdue share",
                        "71.4",
                        "Days sales outstanding",
                        "42.5",
                        "Collection effectiveness",
                        "54.5");
        assertThat(page.locator(".kpi", new Page.LocatorOptions().setHasText("Days sales outstanding"))
                        .innerText()
                        .replace('\u00a0', ' '))
                .contains("best possible 12.1 days", "late money costs 30.3 days");
        assertThat(page.locator("section[aria-labelledby=bridge-head] tbody tr").allInnerTexts())
                .containsExactly(
                        "Receivables a week before\t250.00EUR", "Written off\t−40.00EUR", "Receivables\t210.00EUR");
        assertThat(page.locator("section[aria-labelledby=whom-head] tbody").innerText())
                .contains("Acme", "−40.00");
        assertThat(page.locator("section[aria-labelledby=risk-head] tbody").innerText())
                .contains("Acme", "150.00")
                .doesNotContain("Borealis");
    }

    private static void opens(Page page) {
        page.locator(".smalls a", new Page.LocatorOptions().setHasText("140.00"))
                .click(); // what was collected
        page.locator(".big a.fig").click();
        page.locator("[data-amount]").first().waitFor();
        BigDecimal rows = page.locator("[data-amount]").allInnerTexts().stream()
                .map(text -> new BigDecimal(text.replaceAll("[^0-9.]", "")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(rows).isEqualByComparingTo("140.00");
        assertThat(page.locator("[data-total]").innerText()).isEqualTo("140.00");
    }

    @Test
    void pages_of_figures_ask_few_questions_and_read_no_facts() {
        for (String path : List.of(
                "/figures",
                "/figures/trends",
                "/figures/metrics",
                "/figures/metrics/dso",
                "/figures/metrics/collection-rate",
                "/figures/metrics/promise-kept-amount",
                "/figures/metrics/retention")) {
            nora.get(path + "?asOf=2026-06-30");
            List<String> asked = Statements.during(() -> nora.get(path + "?asOf=2026-06-30"));
            assertThat(asked).as(path).hasSizeLessThan(MOST_STATEMENTS).noneMatch(READS_FACTS.asPredicate());
        }
    }

    @Test
    void silence_is_raised_once_seen_to_with_a_name_and_ends_when_money_comes() {
        LocalDate august = day("2026-08-10");
        inside(() -> {
            keepBook.keep(august);
            raiseAlerts.raise(here(), august);
            raiseAlerts.raise(here(), august);
        });
        List<Alert> raised = running(august);
        assertThat(raised).extracting(Alert::kind).contains(Alert.Kind.SILENCE);
        Alert silence = raised.stream()
                .filter(alert -> alert.kind() == Alert.Kind.SILENCE)
                .findFirst()
                .orElseThrow();
        assertThat(silence.evidence()).contains("210.00", "since");
        assertThat(raised)
                .filteredOn(alert -> alert.kind() == Alert.Kind.SILENCE)
                .hasSize(1);
        assertThat(nora.submit("/figures/alerts", "/figures/alerts/" + silence.id() + "/acknowledge", Map.of())
                        .statusCode())
                .isEqualTo(303);
        assertThat(running(august))
                .filteredOn(alert -> alert.id() == silence.id())
                .allSatisfy(alert -> assertThat(alert.acknowledgedBy()).isNotNull());
        inside(() -> {
            book.paid(book.acme, "A-2", "150.00", "2026-08-09");
            raiseAlerts.raise(here(), august);
        });
        assertThat(running(august)).extracting(Alert::kind).doesNotContain(Alert.Kind.SILENCE);
    }

    private List<Alert> running(LocalDate today) {
        return Tenant.in(book.staff.organisation(), () -> alerts.running(today));
    }

    private Organisation here() {
        return organisations.current();
    }

    @Test
    void the_figures_come_by_mail_on_their_weekday_once_until_stopped() {
        LocalDate monday = day("2026-07-06");
        assertThat(nora.submit(
                                "/figures/mail",
                                "/figures/mail",
                                Map.of("name", "Cleo", "address", "cleo@example.com", "weekday", "MONDAY"))
                        .statusCode())
                .isEqualTo(303);
        inside(() -> transaction.executeWithoutResult(
                _ -> db.sql("update organisation set mail_mode = 'sink' where id = current_org()")
                        .update()));
        assertThat(sent(monday.minusDays(1))).isZero();
        assertThat(sent(monday)).isEqualTo(1);
        assertThat(sent(monday)).isZero();
        long id = Tenant.in(
                book.staff.organisation(),
                () -> house.getBean(FiguresMails.class).running().getFirst().id());
        nora.submit("/figures/mail", "/figures/mail/" + id + "/stop", Map.of());
        assertThat(sent(monday.plusWeeks(1))).isZero();
    }

    private int sent(LocalDate today) {
        return Tenant.in(book.staff.organisation(), () -> mailFigures.send(here(), today));
    }
}
