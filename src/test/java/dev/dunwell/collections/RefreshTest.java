package dev.dunwell.collections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Tenant;
import dev.dunwell.demo.Scene;
import dev.dunwell.demo.Story;
import dev.dunwell.demo.Storyteller;
import dev.dunwell.demo.TestOrganisations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DunwellTest
class RefreshTest {

    @Autowired
    Storyteller storyteller;

    @Autowired
    TestOrganisations organisations;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    private Scene scene;

    @BeforeEach
    void an_invoice_is_late() {
        scene = new Scene(organisations);
        tell("""
                2026-03-16  organisation "Refreshed" EUR
                            customer acme "Acme Ltd"
                            invoice  INV-1 acme 1000.00 EUR due 2026-03-01
                """);
    }

    private void tell(String story) {
        storyteller.tell(scene, Story.read("refresh", story));
    }

    /** Of the invoice: what was decided for it last. */
    private String decided() {
        return db.sql("select code from decision where superseded_on is null order by id desc limit 1")
                .query((row, _) -> row.getString("code"))
                .single();
    }

    @Test
    void acts_of_one_transaction_are_decided_together_before_it_ends() {
        Tenant.runIn(scene.organisation().id(), () -> {
            String first = transaction.execute(_ -> decided());
            transaction.executeWithoutResult(_ -> {
                tell("2026-03-16  hold acme until 2026-03-20 \"asked\"");
                tell("2026-03-16  promise acme 1000.00 EUR due 2026-03-20");
                assertThat(decided()).as("inside").isEqualTo(first);
            });
            assertThat(transaction.execute(_ -> decided())).as("afterwards").isNotEqualTo(first);
        });
    }

    @Test
    void what_is_rolled_back_leaves_nothing_to_the_next() {
        Tenant.runIn(scene.organisation().id(), () -> {
            String first = transaction.execute(_ -> decided());
            transaction.executeWithoutResult(status -> {
                tell("2026-03-16  hold acme until 2026-03-20 \"asked\"");
                status.setRollbackOnly();
            });
            tell("2026-03-16  note acme \"seen\"");
            assertThat(transaction.execute(_ -> decided())).isEqualTo(first);
        });
    }
}
