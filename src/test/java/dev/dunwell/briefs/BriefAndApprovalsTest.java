package dev.dunwell.briefs;

import static dev.dunwell.ledger.Book.day;
import static dev.dunwell.ledger.Book.eur;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.ServerTest;
import dev.dunwell.Visitor;
import dev.dunwell.access.Actor;
import dev.dunwell.access.Role;
import dev.dunwell.access.Staff;
import dev.dunwell.access.Tenant;
import dev.dunwell.ledger.Book;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.RecordInvoice;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class BriefAndApprovalsTest {

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
    private Customer acme;
    private Visitor manager;

    @BeforeEach
    void a_mail_that_waits_for_a_yes() {
        staff = Staff.of(house);
        var nora = Actor.person("Nora Lindqvist");
        acme = in(() -> doors.recordCustomer().record(nora, "C-1", "Castellano", Customer.Profile.UNKNOWN));
        var bill = new RecordInvoice.Wanted(
                acme.id(), "2026/17", day("2026-06-01"), day("2026-07-01"), eur("4000.00"), null, List.of());
        long invoice = in(() -> doors.recordInvoice().record(nora, bill)).id();
        in(() -> transaction.execute(_ -> {
            db.sql("update decision set superseded_on = decided_on where invoice_id = ? and superseded_on is null")
                    .param(invoice)
                    .update();
            return db.sql("""
                    insert into decision (invoice_id, decided_on, action, stage, step, code, reason, next_on)
                    values (?, '2026-11-22', 'hold', 6, 10, 'APPROVAL_PENDING', 'The final notice waits for a yes.', '2026-11-23')
                    """).param(invoice).update();
        }));
        manager = Visitor.signedIn(port, staff.email(Role.CREDIT_MANAGER), Staff.PASSWORD);
    }

    private <T> T in(ScopedValue.CallableOp<T, RuntimeException> work) {
        return Tenant.in(staff.organisation(), work);
    }

    private long count(String sql) {
        return in(() -> {
            Long counted =
                    transaction.execute(_ -> db.sql(sql).query(Long.class).single());
            return counted == null ? 0 : counted;
        });
    }

    @Test
    void what_waits_is_listed_with_its_reason_and_approved_by_a_manager_only() {
        assertThat(manager.get("/approvals").body()).contains("Castellano", "The final notice waits for a yes.");

        var chosen = Map.of("customer", String.valueOf(acme.id()), "act", "approve");
        try (var collector = Visitor.signedIn(port, staff.email(Role.COLLECTOR), Staff.PASSWORD)) {
            collector.submit("/approvals", "/approvals", chosen);
            assertThat(collector.get("/approvals").body())
                    .contains("A credit manager decides about the mail to Castellano.")
                    .doesNotContain("type=\"checkbox\"");
        }
        assertThat(count("select count(*) from approval")).isZero();
        assertThat(manager.submit("/approvals", "/approvals", chosen).statusCode())
                .isEqualTo(303);
        assertThat(count("select count(*) from approval")).isEqualTo(1);
    }

    private void rule(String upTo) {
        assertThat(manager.submit("/approvals", "/approvals/rule", Map.of("collectorUpTo", upTo))
                        .statusCode())
                .isEqualTo(303);
    }

    private void lookedAfterBy(Role role) {
        in(() -> transaction.execute(_ ->
                db.sql("update customer set owner_id = ?").param(staff.id(role)).update()));
    }

    private long approvedByCollector() {
        var chosen = Map.of("customer", String.valueOf(acme.id()), "act", "approve");
        try (var collector = Visitor.signedIn(port, staff.email(Role.COLLECTOR), Staff.PASSWORD)) {
            collector.submit("/approvals", "/approvals", chosen);
        }
        return count("select count(*) from approval");
    }

    @Test
    void a_collector_decides_for_own_customers_up_to_an_amount() {
        lookedAfterBy(Role.COLLECTOR);
        rule("3,999.99");
        assertThat(approvedByCollector()).as("a cent above").isZero();
        rule("4,000.00");
        lookedAfterBy(Role.CREDIT_MANAGER);
        assertThat(approvedByCollector()).as("somebody else's customer").isZero();
        lookedAfterBy(Role.COLLECTOR);
        assertThat(approvedByCollector()).isEqualTo(1);
    }

    @Test
    void the_rule_is_taken_back_by_leaving_it_empty() {
        lookedAfterBy(Role.COLLECTOR);
        rule("5,000.00");
        rule("");
        assertThat(approvedByCollector()).isZero();
        assertThat(count("select count(*) from audit_entry where act = 'approval-rule.changed'"))
                .isEqualTo(2);
    }

    @Test
    void a_program_sees_what_waits_and_decides() {
        try (var program = Visitor.withKey(port, staff.key(Role.ADMINISTRATOR));
                var collector = Visitor.withKey(port, staff.key(Role.COLLECTOR))) {
            assertThat(program.get("/api/v1/approvals").body())
                    .contains("\"customer\":\"C-1\"", "\"amount\":4000.00")
                    .doesNotContain("\"refusal\":\"");
            String yes = "{\"customers\":[\"C-1\"],\"answer\":\"approve\"}";
            assertThat(collector.json("POST", "/api/v1/approvals", yes).statusCode())
                    .isEqualTo(422);
            assertThat(program.json("PUT", "/api/v1/approvals/rule", "{\"collectorUpTo\":0.001}")
                            .statusCode())
                    .isEqualTo(422);
            assertThat(program.json("POST", "/api/v1/approvals", yes).statusCode())
                    .isEqualTo(204);
        }
        assertThat(count("select count(*) from approval")).isEqualTo(1);
    }

    @Test
    void a_no_needs_a_reason_and_holds_or_leaves_it_to_a_person() {
        String id = String.valueOf(acme.id());
        var silent = Map.of("customer", id, "act", "hold", "why", " ");
        assertThat(manager.submit("/approvals", "/approvals", silent).statusCode())
                .isEqualTo(422);
        assertThat(count("select count(*) from hold")).isZero();

        manager.submit("/approvals", "/approvals", Map.of("customer", id, "act", "hold", "why", "They are moving."));
        assertThat(count("select count(*) from hold where ended_on is null")).isEqualTo(1);

        manager.submit("/approvals", "/approvals", Map.of("customer", id, "act", "manual", "why", "I call them."));
        assertThat(count("select count(*) from customer where contact_mode = 'manual'"))
                .isEqualTo(1);
    }

    @Test
    void the_brief_tells_what_to_know_and_what_to_ask_for() {
        String brief = manager.get("/customers/" + acme.id() + "/brief").body();

        assertThat(brief)
                .contains(
                        "Before the call",
                        "Castellano",
                        "4,000.00",
                        "Ask for the whole overdue amount",
                        "Log the call");
        try (var program = Visitor.withKey(port, staff.key(Role.COLLECTOR))) {
            assertThat(program.get("/api/v1/customers/C-1/brief").body())
                    .contains("\"open\":4000.00", "\"ask\":\"Ask for the whole overdue amount");
        }
        assertThat(manager.get("/customers/" + acme.id()).body()).contains("/brief", "Make an evidence pack");
    }
}
