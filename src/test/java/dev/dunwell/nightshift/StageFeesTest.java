package dev.dunwell.nightshift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Actor;
import dev.dunwell.access.AddPerson;
import dev.dunwell.access.NewOrganisation;
import dev.dunwell.access.Tenant;
import dev.dunwell.billing.FeeRules;
import dev.dunwell.billing.LateCharges;
import dev.dunwell.billing.WaiveCharge;
import dev.dunwell.demo.Founding;
import dev.dunwell.demo.Scene;
import dev.dunwell.demo.Story;
import dev.dunwell.demo.Storyteller;
import dev.dunwell.demo.TestOrganisations;
import dev.dunwell.ledger.IntegrityExtension;
import dev.dunwell.ledger.Invoices;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Scenario 8 through the night: 100.00 EUR are late, the inquiry costs 10.00 EUR and the firm reminder 15 % of the
 * invoice.
 */
@DunwellTest
@ExtendWith(IntegrityExtension.class)
class StageFeesTest {

    private static final Actor NORA = Actor.person("Nora Lindqvist");
    private static final String BEGINNING = """
            2026-01-01  organisation "Fees of stages" EUR country DE
                        terms    "Late" "net 30" fees "1: 10.00, 2: 15 %"
                        customer acme "Acme Ltd" terms "Late"
                        contact  acme "Ann Acme" email ann@acme.example
                        invoice  INV-8 acme 100.00 EUR
            """;

    @Autowired
    Storyteller storyteller;

    @Autowired
    TestOrganisations organisations;

    @Autowired
    FeeRules feeRules;

    @Autowired
    LateCharges lateCharges;

    @Autowired
    WaiveCharge waiveCharge;

    @Autowired
    Invoices invoices;

    private int organisation;
    private Scene scene = new Scene(new Founded());

    private final class Founded implements Founding {

        @Override
        public int found(NewOrganisation asked) {
            organisation = organisations.found(asked);
            return organisation;
        }

        @Override
        public void welcome(AddPerson.Added person) {}
    }

    @BeforeEach
    void an_invoice_whose_stages_cost_a_fee() {
        scene = new Scene(new Founded());
        tell(BEGINNING);
    }

    private void tell(String story) {
        storyteller.tell(scene, Story.read("fees", story));
    }

    private List<String> charges(String day) {
        return Tenant.in(organisation, () -> lateCharges.rows(null, LocalDate.parse(day))).stream()
                .map(row -> row.stage() + " " + row.state().code() + " " + row.amount())
                .toList();
    }

    @Test
    void scenario_08_the_night_claims_each_fee_once_when_it_may() {
        Tenant.runIn(organisation, () -> feeRules.change(NORA, true, LocalDate.parse("2026-01-01")));
        tell("""
                2026-01-02  night  until 2026-02-02
                2026-02-03  expect unknown INV-8/F1
                            night  until 2026-02-04
                2026-02-05  expect open INV-8 100.00 EUR
                            expect open INV-8/F1 10.00 EUR
                            night  until 2026-02-17
                2026-02-18  expect open INV-8 100.00 EUR
                            expect open INV-8/F1 10.00 EUR
                            expect open INV-8/F2 15.00 EUR
                            night  until 2026-02-20
                2026-02-21  expect unknown INV-8/F3
                """);
        assertThat(charges("2026-02-20")).containsExactly("stage-1 claimed 10.00 EUR", "stage-2 claimed 15.00 EUR");
    }

    @Test
    void otherwise_it_proposes_them_and_a_person_decides() {
        tell("2026-01-02  night until 2026-02-17");
        assertThat(charges("2026-02-17")).containsExactly("stage-1 proposed 10.00 EUR", "stage-2 proposed 15.00 EUR");
        long invoice = Tenant.in(
                organisation,
                () -> invoices.byNumber("INV-8", LocalDate.MAX).orElseThrow().id());
        Tenant.in(
                organisation,
                () -> waiveCharge.waive(NORA, invoice, "stage-1", "first time", LocalDate.parse("2026-02-17")));
        tell("""
                2026-02-17  claim  INV-8 stage-2
                            expect open INV-8/F1 15.00 EUR
                2026-02-18  night
                            expect unknown INV-8/F2
                """);
        assertThat(charges("2026-02-18")).containsExactly("stage-2 claimed 15.00 EUR", "stage-1 waived 10.00 EUR");
    }

    @Test
    void what_was_proposed_before_it_was_switched_on_stays_with_the_people() {
        tell("2026-01-02  night until 2026-02-04");
        Tenant.runIn(organisation, () -> feeRules.change(NORA, true, LocalDate.parse("2026-02-05")));
        tell("2026-02-05  night until 2026-02-17");
        assertThat(charges("2026-02-17")).containsExactly("stage-1 proposed 10.00 EUR", "stage-2 claimed 15.00 EUR");
    }

    @Test
    void mail_that_is_on_hold_costs_nothing() {
        tell("""
                2026-01-02  setting mail hold
                            night   until 2026-02-17
                """);
        assertThat(charges("2026-02-17")).isEmpty();
    }

    @Test
    void terms_without_a_fee_for_a_stage_cost_nothing_there() {
        tell("""
                2026-01-02  terms    "Second only" "net 30" fees "2: 5.00"
                            customer bee "Bee Ltd" terms "Second only"
                            contact  bee "Ben Bee" email ben@bee.example
                            invoice  INV-9 bee 100.00 EUR
                            night    until 2026-02-05
                2026-02-06  expect   unknown INV-9/F1
                """);
        assertThat(charges("2026-02-05")).containsExactly("stage-1 proposed 10.00 EUR");
    }
}
