package dev.dunwell.collections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.AddPerson;
import dev.dunwell.access.NewOrganisation;
import dev.dunwell.access.Tenant;
import dev.dunwell.demo.Founding;
import dev.dunwell.demo.Scene;
import dev.dunwell.demo.Story;
import dev.dunwell.demo.Storyteller;
import dev.dunwell.demo.TestOrganisations;
import java.util.Objects;
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
    private int organisation;

    @BeforeEach
    void an_invoice_is_late() {
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
                2026-02-01  organisation "Refreshed" EUR
                            customer acme "Acme Ltd"
                            invoice  INV-1 acme 1000.00 EUR due 2026-03-01
                2026-03-16  note acme "seen"
                """);
    }

    private void tell(String story) {
        storyteller.tell(scene, Story.read("refresh", story));
    }

    /** Of the invoice: what was decided for it last, as this transaction sees it. */
    private String decided() {
        return Objects.requireNonNull(transaction.execute(
                _ -> db.sql("select code from decision where superseded_on is null order by id desc limit 1")
                        .query((row, _) -> row.getString("code"))
                        .single()));
    }

    @Test
    void acts_of_one_transaction_are_decided_together_before_it_ends() {
        Tenant.runIn(organisation, () -> {
            String first = decided();
            transaction.executeWithoutResult(_ -> {
                tell("2026-03-16  hold acme until 2026-03-20 \"asked\"");
                tell("2026-03-16  promise acme 1000.00 EUR due 2026-03-20");
                assertThat(decided()).as("inside").isEqualTo(first);
            });
            assertThat(decided()).as("afterwards").isNotEqualTo(first);
        });
    }

    @Test
    void what_is_rolled_back_leaves_nothing_to_the_next() {
        Tenant.runIn(organisation, () -> {
            String first = decided();
            transaction.executeWithoutResult(status -> {
                tell("2026-03-16  hold acme until 2026-03-20 \"asked\"");
                status.setRollbackOnly();
            });
            tell("2026-03-16  note acme \"seen\"");
            assertThat(decided()).isEqualTo(first);
        });
    }
}
