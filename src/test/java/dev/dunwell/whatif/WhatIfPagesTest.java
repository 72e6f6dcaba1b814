package dev.dunwell.whatif;

import static dev.dunwell.ledger.Book.NORA;
import static dev.dunwell.ledger.Book.day;
import static dev.dunwell.ledger.Book.eur;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.ServerTest;
import dev.dunwell.Visitor;
import dev.dunwell.access.Role;
import dev.dunwell.access.Staff;
import dev.dunwell.access.Tenant;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Invoice;
import dev.dunwell.ledger.RecordCustomer;
import dev.dunwell.ledger.RecordInvoice;
import dev.dunwell.ledger.RecordPayment;
import dev.dunwell.ledger.Share;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Two dozen customers who pay after 45 days, and what a credit manager asks of them. */
@ServerTest
class WhatIfPagesTest {

    private static final LocalDate TODAY = day("2026-03-01");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext house;

    @Autowired
    Trials trials;

    private Staff staff;
    private Visitor manager = new Visitor(0);

    @BeforeEach
    void two_dozen_customers_who_pay_after_45_days() {
        staff = Staff.of(house);
        manager = Visitor.signedIn(port, staff.email(Role.CREDIT_MANAGER), Staff.PASSWORD);
        inside(() -> {
            for (int c = 0; c < 24; c++) {
                Customer customer = house.getBean(RecordCustomer.class)
                        .record(NORA, "C" + c, "Customer " + c, Customer.Profile.UNKNOWN);
                bill(customer, "A-" + c, day("2025-06-02"), 45);
                bill(customer, "B-" + c, day("2026-02-01"), 0);
            }
            return 0;
        });
        Visitor.withKey(port, staff.key(Role.ADMINISTRATOR))
                .json("PUT", "/api/v1/organisation/clock", "{\"today\":\"2026-03-01\"}");
    }

    @Test
    void a_scenario_is_computed_kept_once_and_removed() {
        assertThat(manager.get("/what-if?capital=10&price=1&uptake=50&days=10&loss=0")
                        .body())
                // 24 of 365.00 after 45 days: half of it 35 days sooner at 10 %, less one percent
                .contains("Capital saved", "42.00", "Deadweight", "Nothing is left at");
        Map<String, String> form = Map.of(
                "kind",
                "discount",
                "currency",
                "EUR",
                "tag",
                "",
                "price",
                "1",
                "uptake",
                "50",
                "days",
                "10",
                "capital",
                "10",
                "name",
                "One percent");
        manager.submit("/what-if", "/what-if/scenarios", form);
        assertThat(manager.get("/what-if").body()).contains("One percent");
        assertThat(manager.submit("/what-if", "/what-if/scenarios", form).body())
                .contains("There is a scenario of this name");
        Visitor program = Visitor.withKey(port, staff.key(Role.READ_ONLY));
        assertThat(program.get("/api/v1/scenarios").body()).contains("\"name\":\"One percent\"", "\"netThen\":");
        assertThat(program.get("/api/v1/what-if?capital=10&price=1&uptake=50&days=10&loss=0")
                        .body())
                .contains("\"breakEvenPrice\":", "\"amount\":42.00");
        assertThat(manager.get("/what-if?price=200").body()).contains("Give a percentage from 0 to 100");
        long id = inside(() -> house.getBean(Scenarios.class).all()).getFirst().id();
        manager.submit("/what-if", "/what-if/scenarios/" + id + "/removal", Map.of());
        assertThat(manager.get("/what-if").body()).doesNotContain("One percent");
    }

    @Test
    void a_trial_draws_two_groups_that_anybody_can_draw_again_and_measures_them() {
        long strategy = shipped();
        manager.submit(
                "/trials",
                "/trials",
                Map.of(
                        "what",
                        "strategy-" + strategy,
                        "heldPercent",
                        "50",
                        "trialName",
                        "Gentle",
                        "reason",
                        "We want to know."));
        Trial trial = inside(() -> trials.all()).getFirst();
        assertThat(trial.treated() + trial.held()).isEqualTo(24);
        assertThat(trial.held()).isBetween(4, 20);
        inside(() -> {
            for (int c = 0; c < 24; c++) {
                Customer customer = house.getBean(dev.dunwell.ledger.Customers.class)
                        .byNumber("C" + c)
                        .orElseThrow();
                boolean isTreated = customer.profile().tags().contains(trial.mark());
                bill(customer, "D-" + c, TODAY, isTreated ? 20 + c % 3 : 40 + c % 3);
            }
            return 0;
        });
        Trials.Came came = Objects.requireNonNull(inside(
                () -> trials.came(List.of(trial.id()), TODAY.plusDays(60)).get(trial.id())));
        Effect since = Objects.requireNonNull(came.since());
        assertThat(since.difference()).isBetween(new java.math.BigDecimal("-21"), new java.math.BigDecimal("-19"));
        assertThat(since.isCertain()).isTrue();
        assertThat(Objects.requireNonNull(came.before()).isCertain()).isFalse();
        manager.submit("/trials", "/trials/" + trial.id() + "/end", Map.of());
        assertThat(manager.get("/trials").body()).contains("Gentle", "ended", trial.draw());
        assertThat(manager.get("/customers").body()).doesNotContain(trial.mark());
        assertThat(Visitor.withKey(port, staff.key(Role.READ_ONLY))
                        .get("/api/v1/trials/" + trial.id())
                        .body())
                .contains("\"name\":\"Gentle\"", "\"held\":");
    }

    @Test
    void two_strategies_live_through_the_same_nights() {
        String page = manager.get("/simulator?from=2026-03-01&days=40&other=chosen&people=yes&pays=never")
                .body();
        assertThat(page).contains("Night by night", "Who would hear what", "Letters", "No address");
        assertThat(manager.get("/simulator.csv?days=40&people=yes&pays=never").body())
                .contains("\"strategy\",\"night\",\"customer\"");
        assertThat(manager.get("/simulator?days=99").body()).contains("Give 1 to 60 nights");
    }

    private long shipped() {
        manager.submit("/settings/strategies", "/settings/strategies/shipped", Map.of());
        return inside(() ->
                        house.getBean(dev.dunwell.collections.Strategies.class).all())
                .getFirst()
                .strategyId();
    }

    /** Issued, due after 30 days and paid after so many; 0 for not. */
    private void bill(Customer customer, String number, LocalDate issuedOn, int days) {
        var wanted = new RecordInvoice.Wanted(
                customer.id(), number, issuedOn, issuedOn.plusDays(30), eur("365.00"), null, List.of());
        Invoice invoice = house.getBean(RecordInvoice.class).record(NORA, wanted);
        if (days > 0) {
            var use = RecordPayment.Use.named(new Share(invoice.id(), eur("365.00")));
            house.getBean(RecordPayment.class)
                    .record(
                            NORA,
                            new RecordPayment.Wanted(
                                    customer.id(), issuedOn.plusDays(days), eur("365.00"), null, null, use));
        }
    }

    private <T> T inside(ScopedValue.CallableOp<T, RuntimeException> work) {
        return Tenant.in(staff.organisation(), work);
    }
}
