package dev.dunwell.collections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.AddPerson;
import dev.dunwell.access.NewOrganisation;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.Tenant;
import dev.dunwell.demo.Founding;
import dev.dunwell.demo.Scene;
import dev.dunwell.demo.Story;
import dev.dunwell.demo.Storyteller;
import dev.dunwell.demo.TestOrganisations;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DunwellTest
class SettlePromisesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 16);
    private static final int OTHERS = 10_000;

    @Autowired
    Storyteller storyteller;

    @Autowired
    TestOrganisations organisations;

    @Autowired
    Organisations house;

    @Autowired
    SettlePromises settlePromises;

    @Autowired
    JdbcClient db;

    @Autowired
    PlatformTransactionManager transactions;

    private int organisation;
    private Scene scene;

    @BeforeEach
    void many_promises_are_due_and_nobody_has_judged_them() {
        scene = new Scene(new Founding() {
            @Override
            public int found(NewOrganisation asked) {
                organisation = organisations.found(asked);
                return organisation;
            }

            @Override
            public void welcome(AddPerson.Added person) {}
        });
        tell("""
                2026-03-16  organisation "Promises" EUR
                            customer acme "Acme Ltd"
                            invoice  INV-1 acme 1000.00 EUR due 2026-03-16
                            promise  acme 1000.00 EUR due 2026-03-20
                """);
        in(() -> {
            db.sql(
                            "insert into customer (number, name) select 'C-' || n, 'Customer ' || n from generate_series(1, ?) n")
                    .param(OTHERS)
                    .update();
            db.sql("""
                    insert into promise (customer_id, currency, amount, made_on, due_on, grace_days, author)
                    select id, 'EUR', 100, date '2026-02-01', date '2026-02-02', 0, 'test' from customer where number like 'C-%'
                    """).update();
        });
    }

    @Test
    void money_of_one_customer_judges_nobody_elses_promise() {
        long start = System.nanoTime();
        tell("2026-03-16  payment INV-1 1000.00 EUR");
        System.out.println("A payment beside " + OTHERS + " promises took "
                + Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms");
        assertThat(states()).isEqualTo(Map.of("open", OTHERS, "kept", 1));
    }

    @Test
    void the_night_judges_all() {
        in(() -> settlePromises.run(house.current(), TODAY));
        assertThat(states()).isEqualTo(Map.of("broken", OTHERS, "open", 1));
    }

    private void tell(String story) {
        storyteller.tell(scene, Story.read("promises", story));
    }

    private Map<String, Integer> states() {
        Map<String, Integer> states = new TreeMap<>();
        in(() -> db.sql("select state, count(*) as promises from promise group by state")
                .query(row -> {
                    states.put(row.getString("state"), row.getInt("promises"));
                }));
        return states;
    }

    private void in(Runnable work) {
        Tenant.runIn(organisation, () -> new TransactionTemplate(transactions).executeWithoutResult(_ -> work.run()));
    }
}
