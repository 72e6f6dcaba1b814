package dev.dunwell.collections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Actor;
import dev.dunwell.access.AddPerson;
import dev.dunwell.access.NewOrganisation;
import dev.dunwell.access.SetClock;
import dev.dunwell.access.Tenant;
import dev.dunwell.demo.Founding;
import dev.dunwell.demo.Scene;
import dev.dunwell.demo.Story;
import dev.dunwell.demo.Storyteller;
import dev.dunwell.demo.TestOrganisations;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DunwellTest
class LastLookTest {

    private static final LocalDate NIGHT = LocalDate.of(2026, 3, 16);
    private static final String BEGINNING = """
            2026-02-11  organisation "Last look" EUR country DE
                        customer acme "Acme Ltd"
                        contact  acme "Ann Acme" email ann@acme.example
                        invoice  INV-1 acme 1000.00 EUR due 2026-03-13
            2026-03-16  night cut-short
            """;

    @Autowired
    Storyteller storyteller;

    @Autowired
    TestOrganisations organisations;

    @Autowired
    SetClock setClock;

    @Autowired
    LastLook lastLook;

    @Autowired
    JdbcClient db;

    @Autowired
    PlatformTransactionManager transactions;

    private int organisation;
    private Scene scene;

    @BeforeEach
    void a_message_is_planned() {
        scene = new Scene(new Founding() {
            @Override
            public int found(NewOrganisation asked) {
                organisation = organisations.found(asked);
                return organisation;
            }

            @Override
            public void welcome(AddPerson.Added person) {}
        });
        storyteller.tell(scene, Story.read("last-look", BEGINNING));
    }

    @Test
    void what_is_so_stops_nothing() {
        assertThat(reasonsOn(NIGHT)).isEmpty();
        assertThat(reasonsOn(NIGHT.plusDays(1))).isEmpty();
    }

    @Test
    void a_payment_counts_from_its_day() {
        later("payment INV-1 1000.00 EUR");
        assertThat(reasonsOn(NIGHT)).isEmpty();
        assertThat(reasonsOn(NIGHT.plusDays(1))).isEmpty();
        assertThat(reasonsOn(NIGHT.plusDays(2))).singleElement().asString().startsWith("INV-1 was paid");
    }

    @Test
    void a_part_of_the_money_counts_from_its_day() {
        later("payment INV-1 10.00 EUR");
        assertThat(reasonsOn(NIGHT.plusDays(1))).isEmpty();
        assertThat(reasonsOn(NIGHT.plusDays(2))).singleElement().asString().startsWith("Money came in");
    }

    @Test
    void a_promise_counts_from_its_day_until_it_is_judged() {
        later("promise acme 1000.00 EUR due 2026-03-20");
        assertThat(reasonsOn(NIGHT.plusDays(1))).isEmpty();
        assertThat(reasonsOn(NIGHT.plusDays(2))).singleElement().asString().startsWith("A promise");
        assertThat(reasonsOn(LocalDate.of(2026, 4, 1))).isEmpty();
    }

    @Test
    void a_hold_counts_from_its_day_to_its_end() {
        later("hold acme until 2026-03-20 \"They look for it\"");
        assertThat(reasonsOn(NIGHT.plusDays(1))).isEmpty();
        assertThat(reasonsOn(NIGHT.plusDays(2))).singleElement().asString().startsWith("A hold");
        assertThat(reasonsOn(LocalDate.of(2026, 3, 21))).isEmpty();
    }

    @Test
    void a_dispute_counts_from_its_day() {
        later("dispute INV-1 \"Wrong price\"");
        assertThat(reasonsOn(NIGHT.plusDays(1))).isEmpty();
        assertThat(reasonsOn(NIGHT.plusDays(2))).singleElement().asString().startsWith("INV-1 was disputed");
    }

    /** Every other thing the gate asks about, said two days after the night: it counts from that day. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            credit-note N-1 acme 10.00 EUR         | Credit came in
            payment acme 10.00 EUR                 | Credit came in
            question INV-1 "Which order?"          | A question was asked
            plan INV-1 on 2026-03-20 500.00 EUR on 2026-04-20 500.00 EUR | A payment plan was agreed
            condition acme insolvent "IN 12/26"    | It was noted
            condition INV-1 placed "Meyer"         | It was noted
            condition INV-1 direct_debit "mandate" debit 2026-03-20 | It was noted
            opt-out acme mail "Ann, by phone"      | ann@acme.example opted out
            bounce acme ann@acme.example           | Mail to ann@acme.example bounced
            mode acme manual                       | The customer was set to manual
            mode acme approve                      | The customer was set to approve
            call acme reached "hm" expects-nothing "waits" | Somebody spoke with the customer
            write-off INV-1 999.00 EUR "small"     | Money came in
            """)
    void what_the_gate_asks_about_is_asked_again(String line, String reason) {
        later(line);
        assertThat(reasonsOn(NIGHT.plusDays(2))).singleElement().asString().startsWith(reason);
    }

    @Test
    void a_night_run_ahead_of_the_clock_is_not_taken_for_paid() {
        assertThat(reasonsOn(LocalDate.of(2026, 2, 1))).isEmpty();
    }

    @Test
    void a_message_that_leaves_late_is_looked_at_on_the_day_it_leaves() {
        later("promise acme 1000.00 EUR due 2026-03-20");
        later("deliver");
        List<String> outcome = Tenant.in(
                organisation,
                () -> List.copyOf(new TransactionTemplate(transactions)
                        .execute(_ -> db.sql("select state || ', ' || detail as outcome from message")
                                .query((row, _) -> String.valueOf(row.getString("outcome")))
                                .list())));
        assertThat(outcome).containsExactly("withdrawn, A promise was made after the message was written.");
    }

    @Test
    void a_night_of_the_past_can_be_replayed_into_the_built_in_mailbox() {
        later("payment INV-1 1000.00 EUR");
        assertThat(reasonsOn(null)).isEmpty();
    }

    /** Said two days after the night. */
    private void later(String line) {
        storyteller.tell(scene, Story.read("last-look", "2026-03-18  " + line));
    }

    private List<String> reasonsOn(@Nullable LocalDate today) {
        return Tenant.in(organisation, () -> {
            setClock.set(today, Actor.automation("test"));
            Map<Long, String> reasons = new TransactionTemplate(transactions).execute(_ -> lastLook.stop(messages()));
            return List.copyOf(reasons.values());
        });
    }

    private List<Long> messages() {
        List<Long> messages = db.sql("select id from message where window_on = ?")
                .param(NIGHT)
                .query((row, _) -> row.getLong("id"))
                .list();
        assertThat(messages).hasSize(1);
        return messages;
    }
}
