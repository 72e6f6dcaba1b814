package dev.dunwell.metrics;

import static dev.dunwell.ledger.Book.NORA;
import static dev.dunwell.ledger.Book.day;
import static dev.dunwell.ledger.Book.eur;
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
import dev.dunwell.ledger.AsOf;
import dev.dunwell.ledger.Book;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.ledger.RecordInvoice;
import dev.dunwell.ledger.RecordPayment;
import dev.dunwell.ledger.Share;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A book small enough to compute every figure by hand, on 30 June 2026.
 *
 * <p>Issued 1 April 100.00 due 1 May, paid 11 May; 2 May 200.00 due 1 June, 50.00 of it paid on 1 June; 1 June 60.00
 * due 1 July, open; 5 March 40.00 due 20 March, written off on 25 June; from May a second customer: 10 June 90.00 due
 * 20 June, paid 20 June.
 */
@ServerTest
class FiguresPagesTest {

    private static final LocalDate JUNE = day("2026-06-30");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext house;

    @Autowired
    Book.Doors doors;

    @Autowired
    KeepBook keepBook;

    @Autowired
    RaiseAlerts raiseAlerts;

    @Autowired
    Alerts alerts;

    @Autowired
    Measure measure;

    @Autowired
    MailFigures mailFigures;

    @Autowired
    Organisations organisations;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    private Staff staff;
    private Visitor nora;
    private final Map<String, Invoice> invoices = new HashMap<>();
    private long acme;
    private long borealis;

    @BeforeEach
    void a_small_book() {
        staff = Staff.of(house);
        nora = Visitor.signedIn(port, staff.email(Role.CREDIT_MANAGER), Staff.PASSWORD);
        inside(() -> {
            acme = customer("ACME", "Acme");
            borealis = customer("BOR", "Borealis");
            invoice(acme, "A-1", "100.00", "2026-04-01", "2026-05-01");
            invoice(acme, "A-2", "200.00", "2026-05-02", "2026-06-01");
            invoice(acme, "A-3", "60.00", "2026-06-01", "2026-07-01");
            invoice(acme, "A-4", "40.00", "2026-03-05", "2026-03-20");
            invoice(borealis, "B-1", "90.00", "2026-06-10", "2026-06-20");
            paid(acme, "A-1", "100.00", "2026-05-11");
            paid(acme, "A-2", "50.00", "2026-06-01");
            paid(borealis, "B-1", "90.00", "2026-06-20");
            doors.writeOff().writeOff(NORA, new Share(id("A-4"), eur("40.00")), "given up", day("2026-06-25"));
            keepBook.keep(JUNE);
        });
    }

    private void inside(Runnable work) {
        Tenant.runIn(staff.organisation(), work);
    }

    private long customer(String number, String name) {
        return doors.recordCustomer()
                .record(NORA, number, name, Customer.Profile.UNKNOWN)
                .id();
    }

    private void invoice(long customer, String number, String amount, String issued, String due) {
        var wanted = new RecordInvoice.Wanted(customer, number, day(issued), day(due), eur(amount), null, List.of());
        invoices.put(number, doors.recordInvoice().record(NORA, wanted));
    }

    private long id(String number) {
        return Objects.requireNonNull(invoices.get(number)).id();
    }

    private void paid(long customer, String number, String amount, String on) {
        var use = RecordPayment.Use.named(new Share(id(number), eur(amount)));
        doors.recordPayment().record(NORA, new RecordPayment.Wanted(customer, day(on), eur(amount), null, null, use));
    }

    private Value value(String code, LocalDate asOf, Scope scope) {
        return Tenant.in(
                staff.organisation(),
                () -> measure.of(Catalogue.of(code), new Measure.Asked(scope, AsOf.today(asOf), 0, null))
                        .getFirst()
                        .latest()
                        .value());
    }

    private String june(String code) {
        BigDecimal number = value(code, JUNE, Scope.ALL).number();
        return number == null ? "not defined" : number.toPlainString();
    }

    @Test
    void every_figure_of_the_book_is_what_is_computed_by_hand() {
        assertThat(june("receivables")).isEqualTo("21000"); // 150 + 60
        assertThat(june("overdue")).isEqualTo("15000");
        assertThat(june("overdue-share")).isEqualTo("71.4");
        assertThat(june("billed")).isEqualTo("15000"); // in June: 60 + 90
        assertThat(june("collected")).isEqualTo("14000"); // 50 + 90
        assertThat(june("written-off")).isEqualTo("4000");
        assertThat(june("dso")).isEqualTo("42.5"); // 210 / 450 × 91
        assertThat(june("dso-best")).isEqualTo("12.1"); // 60 / 450 × 91
        assertThat(june("add")).isEqualTo("30.3"); // 150 / 450 × 91
        assertThat(june("dso-countback")).isEqualTo("39.3"); // 30 + 60/200 × 31
        assertThat(june("dso-true")).isEqualTo("55.9"); // 59 × 150/200 + 29 × 60/150
        assertThat(june("days-to-pay")).isEqualTo("17.1"); // (30 × 50 + 10 × 90) / 140
        assertThat(june("days-late")).isEqualTo("0.0");
        assertThat(june("days-late-open")).isEqualTo("15.0"); // 29 × 150 / (140 + 150)
        assertThat(june("cei")).isEqualTo("54.5"); // (240 + 150 − 210) / (240 + 150 − 60)
        assertThat(june("on-time-amount")).isEqualTo("48.3"); // (50 + 90) / 290
        assertThat(june("on-time-count")).isEqualTo("50.0");
        assertThat(june("write-off-rate")).isEqualTo("8.2"); // 40 / 490
        assertThat(june("turnover")).isEqualTo("4.67"); // 490 / ((0 + 210) / 2)
        assertThat(june("collection-rate")).isEqualTo("100.0"); // April's 100 were paid by June
        assertThat(june("at-risk")).isEqualTo("100.0"); // March's 40, unpaid on 18 June
        assertThat(june("roll-not-due")).isEqualTo("75.0"); // 150 of 200
        assertThat(june("roll-30")).isEqualTo("not defined");
        assertThat(june("cash-per-day")).isEqualTo("134"); // 490.00 / 365
    }

    @Test
    void what_grows_older_rolls_from_bucket_to_bucket_and_late_money_counts_its_days() {
        assertThat(on("roll-not-due", "2026-07-31")).isEqualTo("100.0"); // A-3, 30 days late: 60 of 60
        assertThat(on("roll-30", "2026-07-31")).isEqualTo("100.0"); // A-2, 60 days: 150 of 150
        assertThat(on("roll-60", "2026-08-31")).isEqualTo("40.0"); // A-3, 61 days: 60 of 150; A-2, 91, is older
        assertThat(on("roll-90", "2026-09-30")).isEqualTo("350.0"); // 91 days: 210 of A-3's 60
        assertThat(on("days-late", "2026-05-31")).isEqualTo("10.0"); // A-1, due 1 May, paid 11 May
        assertThat(on("days-to-pay", "2026-05-31")).isEqualTo("40.0"); // issued 1 April
        assertThat(on("days-late-open", "2026-05-31")).isEqualTo("27.7"); // (10 × 100 + 72 × 40) / (100 + 40)
        assertThat(on("on-time-amount", "2026-05-31")).isEqualTo("0.0"); // 100 fell due on 1 May
    }

    private String on(String code, String asOf) {
        return Objects.requireNonNull(value(code, day(asOf), Scope.ALL).number())
                .toPlainString();
    }

    @Test
    void a_figure_of_some_customers_and_of_a_past_day_comes_from_the_facts() {
        var ofAcme = new Scope(List.of("ACME"), null, null);
        assertThat(value("collected", JUNE, ofAcme).number()).isEqualByComparingTo("5000");
        assertThat(value("receivables", day("2026-05-15"), ofAcme).number()).isEqualByComparingTo("24000"); // 200 + 40
        assertThat(value("on-time-amount", JUNE, new Scope(List.of("BOR"), null, null))
                        .number())
                .isEqualByComparingTo("100.0");
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
            Value value = value(code, JUNE, Scope.ALL);
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
        Visitor program = Visitor.withKey(port, staff.key(Role.READ_ONLY));
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
    void a_cfo_opens_a_figure_down_to_its_rows_and_they_sum_to_it() {
        try (Screen screen = new Screen(port)) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                int width = scheme == ColorScheme.LIGHT ? 1440 : 390;
                Page page = screen.signedIn(staff.email(Role.CREDIT_MANAGER), Staff.PASSWORD, width, scheme);
                for (String path : List.of("figures", "figures/trends", "figures/metrics/dso", "figures/mail")) {
                    screen.open(page, "/" + path + "?asOf=2026-06-30");
                    screen.look(page, path.replace('/', '-') + "-" + width);
                }
                screen.open(page, "/figures?asOf=2026-06-30");
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
            assertThat(screen.faults()).isEmpty();
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
            paid(acme, "A-2", "150.00", "2026-08-09");
            raiseAlerts.raise(here(), august);
        });
        assertThat(running(august)).extracting(Alert::kind).doesNotContain(Alert.Kind.SILENCE);
    }

    private List<Alert> running(LocalDate today) {
        return Tenant.in(staff.organisation(), () -> alerts.running(today));
    }

    private Organisation here() {
        return organisations.current();
    }

    @Test
    void who_used_to_pay_in_time_and_does_no_longer_is_told_with_the_numbers() {
        inside(() -> {
            for (int i = 0; i < 12; i++) {
                LocalDate issued = day("2026-01-05").plusDays(i * 10L);
                invoice(
                        borealis,
                        "D-" + i,
                        "10.00",
                        issued.toString(),
                        issued.plusDays(14).toString());
                paid(borealis, "D-" + i, "10.00", issued.plusDays(10).toString());
            }
            for (int i = 12; i < 15; i++) {
                LocalDate issued = day("2026-05-20").plusDays(i);
                invoice(
                        borealis,
                        "D-" + i,
                        "10.00",
                        issued.toString(),
                        issued.plusDays(5).toString());
                paid(borealis, "D-" + i, "10.00", issued.plusDays(25).toString());
            }
            raiseAlerts.raise(here(), JUNE);
        });
        assertThat(running(JUNE))
                .filteredOn(alert -> alert.kind() == Alert.Kind.DRIFT)
                .singleElement()
                .satisfies(alert -> assertThat(alert.evidence())
                        .contains("20 days", "12 of 12")
                        .doesNotContain("null"));
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
                staff.organisation(),
                () -> house.getBean(FiguresMails.class).running().getFirst().id());
        nora.submit("/figures/mail", "/figures/mail/" + id + "/stop", Map.of());
        assertThat(sent(monday.plusWeeks(1))).isZero();
    }

    private int sent(LocalDate today) {
        return Tenant.in(staff.organisation(), () -> mailFigures.send(here(), today));
    }
}
