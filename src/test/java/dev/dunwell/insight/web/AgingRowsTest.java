package dev.dunwell.insight.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.ServerTest;
import dev.dunwell.Visitor;
import dev.dunwell.access.Role;
import dev.dunwell.access.Staff;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Every figure of the aging leads to its rows, and they sum to it. */
@ServerTest
class AgingRowsTest {

    private static final Pattern FIGURE = Pattern.compile("<a href=\"(/invoices\\?[^\"]*)\">([0-9,.]+)");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext house;

    private Visitor nora = new Visitor(0);
    private Visitor program = new Visitor(0);

    @BeforeEach
    void three_customers_two_currencies_and_an_invoice_in_instalments() {
        Staff staff = Staff.of(house);
        nora = Visitor.signedIn(port, staff.email(Role.READ_ONLY), Staff.PASSWORD);
        program = Visitor.withKey(port, staff.key(Role.ADMINISTRATOR));
        send("PUT", "/organisation/clock", "{\"today\":\"2026-03-16\"}");
        for (String customer : List.of("1", "2", "Smith, Jones Ltd")) {
            send("POST", "/customers", "{\"number\":\"%s\",\"name\":\"Customer %s\"}".formatted(customer, customer));
        }
        invoice("1", "A-1", "1100.00", "EUR", "2026-01-31", "");
        invoice("1", "A-2", "250.50", "EUR", "2026-03-16", "");
        invoice("1", "A-3", "70000", "JPY", "2026-02-20", "");
        invoice("2", "B-1", "85.00", "EUR", "2026-03-01", "");
        invoice("2", "B-2", "40.00", "EUR", "2025-11-01", "");
        invoice(
                "Smith, Jones Ltd",
                "C-1",
                "300.00",
                "EUR",
                "2026-05-01",
                ",\"instalments\":[{\"dueOn\":\"2026-02-01\",\"amount\":150.00},{\"dueOn\":\"2026-03-10\",\"amount\":100.00},"
                        + "{\"dueOn\":\"2026-05-01\",\"amount\":50.00}]");
        pay("Smith, Jones Ltd", "C-1", "160.00");
    }

    @Test
    void by_any_basis_and_buckets_the_rows_of_a_figure_sum_to_it() {
        for (String report : List.of(
                "?asOf=2026-03-16",
                "?asOf=2026-03-16&basis=issued",
                "?asOf=2026-03-16&buckets=10,20",
                "?asOf=2026-02-28&buckets=7",
                "?asOf=2026-03-16&currency=JPY",
                "?asOf=2026-03-16&customer=1")) {
            assertThat(figuresOf(report)).as(report).isGreaterThan(3);
        }
    }

    @Test
    void as_known_at_a_moment_they_sum_to_it_too() {
        String before = Instant.now().toString();
        pay("1", "A-1", "1000.00");
        assertThat(nora.get("/aging?asOf=2026-03-16").body())
                .contains(">100.00<")
                .doesNotContain(">1,100.00<");
        assertThat(nora.get("/aging?asOf=2026-03-16&knownAt=" + before).body()).contains(">1,100.00<");
        assertThat(figuresOf("?asOf=2026-03-16&knownAt=" + before)).isGreaterThan(3);
    }

    @Test
    void an_instalment_that_is_open_is_a_row_of_its_own() {
        assertThat(nora.get("/invoices?customer=Smith, Jones Ltd;".replace(" ", "%20"))
                        .body())
                .contains(">C-1/2<", ">C-1/3<", "2 rows, open", "140.00")
                .doesNotContain(">C-1/1<", ">C-1<");
    }

    @Test
    void scenario_40_the_report_shows_what_is_open_of_each_instalment() {
        String file = nora.get("/invoices.csv?customer=Smith,%20Jones%20Ltd;").body();
        assertThat(file.lines().skip(1).map(line -> line.substring(line.indexOf("EUR"))))
                .containsExactly("EUR\",100.00,90.00,\"no\"", "EUR\",50.00,50.00,\"no\"");
    }

    @Test
    void scenario_52_a_filter_to_customers_1_and_3_gives_exactly_their_rows() {
        assertThat(nora.get("/aging.csv?asOf=2026-03-16&customer=2;Smith,%20Jones%20Ltd")
                        .body()
                        .lines())
                .hasSize(3)
                .noneMatch(line -> line.startsWith("\"1\""));
        assertThat(nora.get("/aging.csv?asOf=2026-03-16&customer=9").body().lines())
                .hasSize(1);
        assertThat(program.get("/api/v1/aging?asOf=2026-03-16&customer=2,1").body())
                .contains("\"amount\":1475.50")
                .doesNotContain("1615.50");
    }

    /** @return how many there were */
    private int figuresOf(String report) {
        String page = nora.get("/aging" + report).body();
        var figures = FIGURE.matcher(page).results().toList();
        for (var figure : figures) {
            String url = figure.group(1).replace("&amp;", "&").replace("/invoices?", "/invoices.csv?");
            assertThat(sum(nora.get(url).body()))
                    .as(report + ": " + url)
                    .isEqualByComparingTo(figure.group(2).replace(",", ""));
        }
        return figures.size();
    }

    /** Of what is open, the column before the last. */
    private static BigDecimal sum(String csv) {
        return csv.lines()
                .skip(1)
                .map(line -> line.split(","))
                .map(cells -> new BigDecimal(cells[cells.length - 2]))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void invoice(String customer, String number, String amount, String currency, String dueOn, String more) {
        send(
                "POST",
                "/invoices",
                "{\"customer\":\"%s\",\"number\":\"%s\",\"issuedOn\":\"2025-10-01\",\"dueOn\":\"%s\",\"amount\":%s,\"currency\":\"%s\"%s}"
                        .formatted(customer, number, dueOn, amount, currency, more));
    }

    private void pay(String customer, String invoice, String amount) {
        send(
                "POST",
                "/payments",
                "{\"customer\":\"%s\",\"receivedOn\":\"2026-02-15\",\"amount\":%s,\"currency\":\"EUR\",\"allocations\":[{\"invoice\":\"%s\",\"amount\":%s}]}"
                        .formatted(customer, amount, invoice, amount));
    }

    private void send(String method, String path, String body) {
        var answer = program.json(method, "/api/v1" + path, body);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    }
}
