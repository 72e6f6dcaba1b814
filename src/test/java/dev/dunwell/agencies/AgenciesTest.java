package dev.dunwell.agencies;

import static dev.dunwell.ledger.Book.day;
import static dev.dunwell.ledger.Book.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dunwell.ServerTest;
import dev.dunwell.Visitor;
import dev.dunwell.access.Actor;
import dev.dunwell.access.AddPerson;
import dev.dunwell.access.Caller;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.Role;
import dev.dunwell.access.Route;
import dev.dunwell.access.Routes;
import dev.dunwell.access.Staff;
import dev.dunwell.access.Tenant;
import dev.dunwell.ledger.Book;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.RecordInvoice;
import dev.dunwell.ledger.RecordPayment;
import dev.dunwell.timeline.Entry;
import dev.dunwell.timeline.Kind;
import dev.dunwell.timeline.Timeline;
import dev.dunwell.web.Refusal;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An invoice goes to an agency, its people work on it, money comes, it is taken back; and the wall holds all the while.
 */
@ServerTest
class AgenciesTest {

    private static final LocalDate TODAY = day("2026-11-20");
    private static final Actor ROBERT = Actor.person("Robert Asker");

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

    @Autowired
    Organisations organisations;

    private Staff staff;
    private Customer acme;
    private long invoice;
    private long secret;
    private long nord;
    private Visitor jan;

    @BeforeEach
    void two_invoices_and_two_agencies() {
        staff = Staff.of(house);
        acme = in(() -> doors.recordCustomer().record(ROBERT, "C-1", "Castellano", Customer.Profile.UNKNOWN));
        Customer other =
                in(() -> doors.recordCustomer().record(ROBERT, "C-2", "Halvorsen Bygg", Customer.Profile.UNKNOWN));
        invoice = bill(acme, "2026/17");
        secret = bill(other, "2026/99");
        nord = agency("Inkasso Nord");
        jan = signedIn(nord, "Jan Nord", "jan@%d.example".formatted(staff.organisation()));
    }

    private <T> T in(ScopedValue.CallableOp<T, RuntimeException> work) {
        return Tenant.in(staff.organisation(), work);
    }

    private Caller caller(Actor actor, Role role) {
        return in(() -> new Caller(organisations.current(), actor, role, staff.id(role), TODAY));
    }

    private Caller robert() {
        return caller(ROBERT, Role.CREDIT_MANAGER);
    }

    private Caller nora() {
        return caller(Actor.person("Nora Lindqvist"), Role.CREDIT_MANAGER);
    }

    private long bill(Customer customer, String number) {
        var wanted = new RecordInvoice.Wanted(
                customer.id(), number, day("2026-06-01"), day("2026-07-01"), eur("4000.00"), null, List.of());
        long id = in(() -> doors.recordInvoice().record(ROBERT, wanted)).id();
        in(() -> transaction.execute(_ -> {
            db.sql("update decision set superseded_on = decided_on where invoice_id = ? and superseded_on is null")
                    .param(id)
                    .update();
            return db.sql("""
                    insert into decision (invoice_id, decided_on, action, stage, step, code, reason, next_on)
                    values (?, '2026-11-22', 'call', 6, 11, 'PROPOSAL_DUE', 'The final notice has run out.', '2026-11-23')
                    """).param(id).update();
        }));
        return id;
    }

    private long agency(String name) {
        var terms = new FeeTerms(eur("100.00"), eur("25.00"), FeeTerms.read("0: 15, 90: 20"));
        var wanted = new RecordAgency.Wanted(null, name, "Jan", "", "", 30, terms);
        return in(() -> house.getBean(RecordAgency.class).record(robert(), wanted));
    }

    private Visitor signedIn(long agency, String name, String email) {
        AddPerson.Added added = in(() -> house.getBean(LetAgencyIn.class).let(robert(), agency, name, email));
        String first = Objects.requireNonNull(added.firstPassword()).text();
        var visitor = Visitor.signedIn(port, email, first);
        visitor.submit("/password", "/password", Map.of("old", first, "chosen", Staff.PASSWORD));
        return visitor;
    }

    private long placed(long invoiceId, long agencyId) {
        in(() -> {
            house.getBean(AskForPlacement.class).ask(robert(), agencyId, List.of(invoiceId), "Nothing helped.");
            return true;
        });
        long id = in(() -> house.getBean(Placements.class).ofInvoice(invoiceId))
                .getFirst()
                .id();
        in(() -> house.getBean(PlaceAccount.class).place(nora(), id));
        return id;
    }

    @Test
    void a_program_asks_and_a_manager_lets_it_go() {
        try (var asks = Visitor.withKey(port, staff.key(Role.COLLECTOR));
                var decides = Visitor.withKey(port, staff.key(Role.CREDIT_MANAGER))) {
            assertThat(asks.get("/api/v1/agencies").body())
                    .contains("\"name\":\"Inkasso Nord\"", "\"fromDays\":90", "\"percent\":20");
            assertThat(asks.get("/api/v1/placements/proposals").body())
                    .contains("\"invoice\":\"2026/17\"", "\"open\":4000.00");
            String wanted = "{\"agency\":%d,\"invoices\":[%d],\"reason\":\"Nothing helped.\"}".formatted(nord, invoice);
            var asked = asks.json("POST", "/api/v1/placements", wanted);
            assertThat(asked.statusCode()).as(asked.body()).isEqualTo(201);
            assertThat(asked.body()).contains("\"state\":\"asked\"", "\"amount\":4000.00");
            long id = in(() -> house.getBean(Placements.class).ofInvoice(invoice))
                    .getFirst()
                    .id();
            assertThat(asks.json("POST", "/api/v1/placements/" + id + "/approval", "{}")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(decides.json("POST", "/api/v1/placements/" + id + "/approval", "{}")
                            .body())
                    .contains("\"state\":\"placed\"");
            assertThat(decides.json("POST", "/api/v1/placements/" + id + "/recall", "{\"why\":\"They pay.\"}")
                            .body())
                    .contains("\"state\":\"recalled\"");
            assertThat(decides.get("/api/v1/placements?agency=" + nord).body()).contains("\"id\":" + id);
        }
    }

    @Test
    void its_people_see_what_is_placed_with_them_and_the_client_what_they_did() {
        long id = placed(invoice, nord);

        assertThat(jan.get("/placed").body()).contains("Castellano", "2026/17").doesNotContain("Halvorsen");
        assertThat(jan.get("/placed/" + id + "/evidence.pdf").statusCode()).isEqualTo(200);
        var told = Map.of("kind", "promise", "body", "They will pay half.", "amount", "2000", "dueOn", "2100-01-01");
        jan.submit("/placed/" + id, "/placed/" + id + "/log", told);

        List<Entry> story = in(() -> house.getBean(Timeline.class).whole(acme.id(), invoice, day("2100-01-01")));
        assertThat(story).extracting(Entry::kind).contains(Kind.PLACEMENT, Kind.AGENCY);
        assertThat(story)
                .filteredOn(entry -> entry.kind() == Kind.AGENCY)
                .singleElement()
                .satisfies(entry -> assertThat(entry.author()).isEqualTo("Jan Nord, Inkasso Nord"));
    }

    @Test
    void the_wall_stands_at_every_route() {
        long id = placed(invoice, nord);
        long elsewhere = placed(secret, agency("Inkasso Süd"));

        for (Route route : Routes.declared().all()) {
            boolean isPage =
                    route.openTo() == Route.OpenTo.ROLES && !route.pattern().startsWith("/api/");
            if (isPage && !route.isFor(Role.AGENCY)) {
                String path = route.pattern().replaceAll("\\{[^}]*}", String.valueOf(invoice));
                int status = jan.send(
                                route.method(), path, BodyPublishers.noBody(), "X-CSRF-TOKEN", jan.token("/password"))
                        .statusCode();
                assertThat(status).as(route.name()).isEqualTo(403);
            }
        }
        for (String of : List.of("", "/evidence.pdf", "/evidence.zip")) {
            assertThat(jan.get("/placed/" + id + of).statusCode()).as(of).isEqualTo(200);
            assertThat(jan.get("/placed/" + elsewhere + of).statusCode()).as(of).isEqualTo(404);
        }
        var note = Map.of("kind", "note", "body", "May I?");
        assertThat(jan.submit("/placed/" + id, "/placed/" + elsewhere + "/log", note)
                        .statusCode())
                .isEqualTo(404);
        assertThat(jan.get("/").headers().firstValue("Location").orElse("")).endsWith("/placed");
    }

    @Test
    void whoever_asked_does_not_decide_alone() {
        in(() -> {
            house.getBean(AskForPlacement.class).ask(robert(), nord, List.of(invoice), "Nothing helped.");
            return true;
        });
        long id = in(() -> house.getBean(Placements.class).asked()).getFirst().id();

        assertThatThrownBy(() -> in(() -> house.getBean(PlaceAccount.class).place(robert(), id)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("somebody else");
        assertThatThrownBy(() -> in(() -> {
                    house.getBean(AskForPlacement.class).ask(robert(), nord, List.of(invoice), "Again.");
                    return true;
                }))
                .hasMessageContaining("already");
    }

    @Test
    void money_that_comes_costs_the_fee_and_the_debt_knows_nothing_of_it() {
        long id = placed(invoice, nord);
        var paid =
                new RecordPayment.Wanted(acme.id(), TODAY, eur("1000.03"), null, null, RecordPayment.Use.OLDEST_FIRST);
        in(() -> doors.recordPayment().record(ROBERT, paid));

        Agencies.Score score =
                in(() -> house.getBean(Agencies.class).scorecard()).getFirst();
        assertThat(score.recovered()).isEqualTo(eur("1000.03"));
        // 20 % of 1,000.03 is 200.006, and 25.00 fixed
        assertThat(score.cost()).isEqualTo(eur("225.01"));
        assertThat(score.share()).isEqualByComparingTo("25.0");
        assertThat(jan.get("/placed/" + id).body()).contains("2,999.97");
    }

    @Test
    void what_is_taken_back_is_gone_for_the_agency_and_ours_again() {
        long id = placed(invoice, nord);
        in(() -> {
            house.getBean(RecordComplaint.class).record(nora(), id, "Called at midnight.");
            house.getBean(RecallPlacement.class).recall(nora(), id, "They complained.");
            return true;
        });

        assertThat(jan.get("/placed").body()).doesNotContain("2026/17");
        assertThat(jan.get("/placed/" + id + "/evidence.zip").statusCode()).isEqualTo(404);
        assertThat(in(() -> house.getBean(Agencies.class).scorecard())
                        .getFirst()
                        .complaints())
                .isEqualTo(1);
        var manager = Visitor.signedIn(port, staff.email(Role.CREDIT_MANAGER), Staff.PASSWORD);
        assertThat(manager.get("/agencies").body()).contains("Inkasso Nord", "Scorecard");
        assertThat(manager.get("/agencies/" + nord).body()).contains("recalled", "Jan Nord");
        assertThat(manager.get("/placements/" + id).body()).contains("They complained.", "Called at midnight.");
        assertThat(manager.get("/invoices/" + invoice).body()).contains("Inkasso Nord", "Make an evidence pack");
    }
}
