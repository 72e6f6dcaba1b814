package dev.dunwell.collections.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.ServerTest;
import dev.dunwell.Visitor;
import dev.dunwell.access.Role;
import dev.dunwell.access.Staff;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@ServerTest
class InvoicesPageTest {

    private static final Pattern ROW = Pattern.compile("<a class=\"name[^\"]*\" href=\"/invoices/\\d+\">([^<]+)</a>");
    private static final Pattern NEXT = Pattern.compile("href=\"([^\"]+)\" rel=\"next\"");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext house;

    private Visitor nora = new Visitor(0);
    private Visitor program = new Visitor(0);

    @BeforeEach
    void four_invoices() {
        var staff = Staff.of(house);
        nora = Visitor.signedIn(port, staff.email(Role.COLLECTOR), Staff.PASSWORD);
        program = Visitor.withKey(port, staff.key(Role.ADMINISTRATOR));
        send("PUT", "/organisation/clock", "{\"today\":\"2026-03-16\"}");
        send("POST", "/customers", "{\"number\":\"acme\",\"name\":\"Acme\"}");
        invoice("A/1", "100.00", "EUR", "2026-02-10");
        invoice("A-2", "700", "JPY", "2026-03-10");
        invoice("A-3", "300.00", "EUR", "2026-04-10");
        invoice("A-4", "50.00", "EUR", "2026-03-01");
        send(
                "POST",
                "/payments",
                "{\"customer\":\"acme\",\"receivedOn\":\"2026-03-05\",\"amount\":50.00,\"currency\":\"EUR\",\"allocations\":[{\"invoice\":\"A-4\",\"amount\":50.00}]}");
    }

    @Test
    void it_shows_what_is_open_and_on_demand_everything() {
        assertThat(rows("/invoices")).containsExactly("A/1", "A-2", "A-3");
        assertThat(rows("/invoices?state=overdue")).containsExactly("A/1", "A-2");
        assertThat(rows("/invoices?state=settled")).containsExactly("A-4");
        assertThat(rows("/invoices?state=disputed")).isEmpty();
        assertThat(rows("/invoices?state=all")).containsExactly("A/1", "A-4", "A-2", "A-3");
        assertThat(page("/invoices?state=disputed")).contains("No invoice is like that");
    }

    @Test
    void it_knows_what_was_open_on_an_earlier_day() {
        assertThat(rows("/invoices?asOf=2026-03-04")).containsExactly("A/1", "A-4", "A-2", "A-3");
        assertThat(rows("/invoices?asOf=2026-03-04&state=overdue")).containsExactly("A/1", "A-4");
        assertThat(rows("/invoices?asOf=2025-12-31&state=all")).isEmpty();
    }

    @Test
    void currency_and_days_narrow_it_down() {
        assertThat(rows("/invoices?currency=eur")).containsExactly("A/1", "A-3");
        assertThat(rows("/invoices?dueFrom=2026-03-10&dueTo=2026-04-10")).containsExactly("A-2", "A-3");
        assertThat(rows("/invoices?issuedTo=2025-12-31")).isEmpty();
        assertThat(nora.get("/invoices?dueFrom=soon").statusCode()).isEqualTo(422);
        assertThat(nora.get("/invoices?state=lost").statusCode()).isEqualTo(422);
    }

    @Test
    void its_pages_follow_each_other_in_every_order() {
        for (int i = 0; i < 60; i++) {
            invoice("M-%03d".formatted(i), "10.00", "EUR", "2026-03-%02d".formatted(1 + i % 28));
        }
        for (String order : new String[] {"number", "customer", "issued", "due", "open"}) {
            List<String> all = new ArrayList<>();
            for (String url = "/invoices?state=all&sort=" + order; !url.isEmpty(); ) {
                String page = page(url);
                all.addAll(read(page));
                Matcher next = NEXT.matcher(page);
                url = next.find() ? next.group(1).replace("&amp;", "&") : "";
            }
            assertThat(all).as(order).hasSize(64).doesNotHaveDuplicates();
        }
    }

    @Test
    void the_same_rows_come_as_a_file() {
        assertThat(page("/invoices.csv?state=overdue").lines())
                .hasSize(3)
                .anySatisfy(
                        line -> assertThat(line)
                                .isEqualTo(
                                        "\"A/1\",\"acme\",\"Acme\",\"2026-01-01\",\"2026-02-10\",34,\"EUR\",100.00,100.00,\"no\""));
    }

    private void invoice(String number, String amount, String currency, String dueOn) {
        send(
                "POST",
                "/invoices",
                "{\"customer\":\"acme\",\"number\":\"%s\",\"issuedOn\":\"2026-01-01\",\"dueOn\":\"%s\",\"amount\":%s,\"currency\":\"%s\"}"
                        .formatted(number, dueOn, amount, currency));
    }

    private void send(String method, String path, String body) {
        var answer = program.json(method, "/api/v1" + path, body);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    }

    private List<String> rows(String url) {
        return read(page(url));
    }

    private static List<String> read(String page) {
        return ROW.matcher(page).results().map(row -> row.group(1)).toList();
    }

    private String page(String url) {
        var answer = nora.get(url);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }
}
