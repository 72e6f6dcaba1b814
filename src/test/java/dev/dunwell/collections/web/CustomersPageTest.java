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
class CustomersPageTest {

    private static final Pattern ROW = Pattern.compile("<a class=\"name\" href=\"/customers/\\d+\">([^<]+)</a>");
    private static final Pattern NEXT = Pattern.compile("href=\"([^\"]+)\" rel=\"next\"");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext house;

    private Visitor nora = new Visitor(0);
    private Visitor program = new Visitor(0);

    @BeforeEach
    void a_book_of_five() {
        var staff = Staff.of(house);
        nora = Visitor.signedIn(port, staff.email(Role.COLLECTOR), Staff.PASSWORD);
        program = Visitor.withKey(port, staff.key(Role.ADMINISTRATOR));
        send("PUT", "/organisation/clock", "{\"today\":\"2026-03-16\"}");
        customer("anna", "[\"key\"]", "automatic");
        customer("bert", "[]", "manual");
        customer("cleo", "[\"key\",\"rail/road\"]", "automatic");
        customer("dora", "[]", "automatic");
        customer("emil", "[]", "automatic");
        invoice("anna", "A-1", "100.00", "EUR", "2026-03-10");
        invoice("anna", "A-2", "7", "JPY", "2026-03-10");
        invoice("bert", "B-1", "900.00", "EUR", "2026-04-10");
        invoice("cleo", "C-1", "300.00", "EUR", "2026-02-10");
        send("POST", "/contacts", "{\"customer\":\"anna\",\"name\":\"Ann\",\"email\":\"ann@anna.example\"}");
    }

    @Test
    void it_is_put_in_order_by_what_is_owed_and_who_owes_nothing_comes_last() {
        assertThat(names("/customers")).containsExactly("anna", "bert", "cleo", "dora", "emil");
        assertThat(names("/customers?sort=open")).containsExactly("bert", "cleo", "anna", "dora", "emil");
        assertThat(names("/customers?sort=overdue")).containsExactly("cleo", "anna", "bert", "dora", "emil");
        assertThat(names("/customers?sort=oldest")).containsExactly("cleo", "anna", "bert", "dora", "emil");
        assertThat(page("/customers?sort=overdue")).contains("aria-sort=\"descending\"", "100.00", "7");
        assertThat(nora.get("/customers?sort=luck").statusCode()).isEqualTo(422);
    }

    @Test
    void filters_narrow_it_down_together() {
        assertThat(names("/customers?overdue=true")).containsExactly("anna", "cleo");
        assertThat(names("/customers?manual=true")).containsExactly("bert");
        assertThat(names("/customers?noContact=true")).containsExactly("bert", "cleo", "dora", "emil");
        assertThat(names("/customers?tag=key")).containsExactly("anna", "cleo");
        assertThat(names("/customers?tag=rail%2Froad")).containsExactly("cleo");
        assertThat(names("/customers?tag=key&noContact=true&sort=open")).containsExactly("cleo");
        assertThat(names("/customers?mine=true")).isEmpty();
        assertThat(page("/customers?mine=true")).contains("No customer is like that");
        assertThat(page("/customers?q=zzz")).contains("No customer called");
    }

    @Test
    void its_pages_follow_each_other_in_every_order() {
        for (int i = 0; i < 120; i++) {
            customer("more-%03d".formatted(i), "[]", "automatic");
        }
        invoice("more-007", "M-1", "5.00", "EUR", "2026-03-01");
        for (String order : new String[] {"name", "open", "overdue", "oldest"}) {
            List<String> all = new ArrayList<>();
            for (String url = "/customers?sort=" + order; !url.isEmpty(); ) {
                String page = page(url);
                all.addAll(rows(page));
                Matcher next = NEXT.matcher(page);
                url = next.find() ? next.group(1).replace("&amp;", "&") : "";
            }
            assertThat(all).as(order).hasSize(125).doesNotHaveDuplicates();
        }
    }

    @Test
    void the_file_has_a_line_for_each_customer_and_currency() {
        assertThat(page("/customers.csv").lines())
                .hasSize(7)
                .anySatisfy(line -> assertThat(line)
                        .isEqualTo("\"anna\",\"anna\",\"key\",,\"automatic\",\"EUR\",100.00,100.00,\"2026-03-10\""))
                .anySatisfy(line -> assertThat(line).contains("\"JPY\",7,7"))
                .anySatisfy(line -> assertThat(line).startsWith("\"dora\""));
        assertThat(page("/customers.csv?manual=true").lines()).hasSize(2);
    }

    private void customer(String number, String tags, String mode) {
        send(
                "POST",
                "/customers",
                "{\"number\":\"%s\",\"name\":\"%s\",\"tags\":%s,\"contactMode\":\"%s\"}"
                        .formatted(number, number, tags, mode));
    }

    private void invoice(String customer, String number, String amount, String currency, String dueOn) {
        send(
                "POST",
                "/invoices",
                "{\"customer\":\"%s\",\"number\":\"%s\",\"issuedOn\":\"2026-01-01\",\"dueOn\":\"%s\",\"amount\":%s,\"currency\":\"%s\"}"
                        .formatted(customer, number, dueOn, amount, currency));
    }

    private void send(String method, String path, String body) {
        var answer = program.json(method, "/api/v1" + path, body);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    }

    private List<String> names(String url) {
        return rows(page(url));
    }

    private static List<String> rows(String page) {
        return ROW.matcher(page).results().map(row -> row.group(1)).toList();
    }

    private String page(String url) {
        var answer = nora.get(url);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }
}
