package dev.dunwell.briefs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.ServerTest;
import dev.dunwell.Visitor;
import dev.dunwell.access.Actor;
import dev.dunwell.access.Role;
import dev.dunwell.access.Staff;
import dev.dunwell.access.Tenant;
import dev.dunwell.ledger.Book;
import dev.dunwell.ledger.Customer;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class PinsTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext house;

    @Autowired
    Book.Doors doors;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    private Staff staff;
    private String url = "";

    @BeforeEach
    void a_customer() {
        staff = Staff.of(house);
        Customer acme = Tenant.in(
                staff.organisation(),
                () -> doors.recordCustomer()
                        .record(Actor.person("Nora Lindqvist"), "C-1", "Castellano", Customer.Profile.UNKNOWN));
        url = "/customers/" + acme.id();
    }

    private Visitor as(Role role) {
        return Visitor.signedIn(port, staff.email(role), Staff.PASSWORD);
    }

    @Test
    void a_pinned_fact_stands_on_every_page_from_which_one_calls_until_it_is_taken_off() {
        try (var collector = as(Role.COLLECTOR)) {
            collector.submit(url, url + "/pins", Map.of("fact", "Never before ten.", "contact", ""));
            for (String page : new String[] {url, url + "/brief", url + "/log?kind=call"}) {
                assertThat(collector.get(page).body()).as(page).containsOnlyOnce("Never before ten.<br>");
            }
            String body = collector.get(url).body();
            String pin = body.replaceAll("(?s).*/pins/(\\d+)/unpin.*", "$1");
            collector.submit(url, "/pins/" + pin + "/unpin", Map.of());
            assertThat(collector.get(url).body()).doesNotContain("Never before ten.");
        }
    }

    @Test
    void an_empty_one_and_an_eleventh_are_refused_with_what_to_do() {
        try (var collector = as(Role.COLLECTOR)) {
            var empty = collector.submit(url, url + "/pins", Map.of("fact", " ", "contact", ""));
            assertThat(empty.statusCode()).isEqualTo(422);
            assertThat(empty.body()).contains("Say it in 1 to 200 characters");
            for (int i = 1; i <= 10; i++) {
                collector.submit(url, url + "/pins", Map.of("fact", "Fact " + i, "contact", ""));
            }
            assertThat(collector
                            .submit(url, url + "/pins", Map.of("fact", "Fact 11", "contact", ""))
                            .body())
                    .contains("Take off what is no longer needed.");
        }
    }

    @Test
    void who_only_reads_sees_them_and_pins_nothing() {
        try (var program = Visitor.withKey(port, staff.key(Role.COLLECTOR));
                var reader = as(Role.READ_ONLY)) {
            assertThat(program.json("POST", "/api/v1/customers/C-1/pins", "{\"fact\":\"Speaks French.\"}")
                            .statusCode())
                    .isEqualTo(201);
            assertThat(program.get("/api/v1/customers/C-1/pins").body()).contains("Speaks French.");
            assertThat(reader.get(url).body()).contains("Speaks French.").doesNotContain("Pin a fact");
        }
    }

    @Test
    void the_brief_tells_when_calls_were_answered_by_their_own_clock() {
        Tenant.runIn(
                staff.organisation(),
                () -> transaction.executeWithoutResult(_ -> {
                    db.sql(
                                    "insert into place (customer_id, zone, author) select id, 'America/New_York', 'test' from customer")
                            .update();
                    db.sql("""
                    insert into interaction (customer_id, kind, direction, outcome, happened_on, author, recorded_at)
                    select c.id, 'call', 'out', t.outcome, date '2026-11-18' + t.day, 'Nora', timestamptz '2026-11-18 10:30-05' + make_interval(days => t.day, hours => t.later)
                    from customer c
                    cross join (values (0, 0, 'reached'), (1, 0, 'reached'), (2, 0, 'no_answer'), (0, 4, 'voicemail'), (1, 4, 'reached')) t(day, later, outcome)
                    """).update();
                }));
        try (var collector = as(Role.COLLECTOR)) {
            assertThat(collector.get(url + "/brief").body())
                    .contains("best called from 10 to 12 h by their clock: 2 of 3 calls answered");
        }
    }
}
