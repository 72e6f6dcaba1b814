package dev.dunwell.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Organisation;
import dev.dunwell.access.Tenant;
import dev.dunwell.collections.Action;
import dev.dunwell.collections.Simulate;
import dev.dunwell.collections.Simulate.Rival;
import dev.dunwell.collections.Simulated;
import dev.dunwell.collections.Strategies;
import dev.dunwell.ledger.AsOf;
import dev.dunwell.ledger.OpenItems;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a simulation says of a night is what that night then does, in random business as on quiet days. */
@DunwellTest
class SimulationTest {

    private static final LocalDate BEGINNING = LocalDate.of(2026, 1, 5);
    private static final int BUSY = 24;
    private static final int QUIET = 9;

    @Autowired
    Storyteller storyteller;

    @Autowired
    TestOrganisations organisations;

    @Autowired
    Simulate simulate;

    @Autowired
    OpenItems openItems;

    @Autowired
    Strategies strategies;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void a_simulated_night_is_what_that_night_does() {
        var scene = new Scene(organisations);
        var business = new RandomBusiness(20261123, 30);
        tell(scene, BEGINNING, List.of("organisation \"simulated\" EUR country DE", "setting replyTo us@example.com"));
        tell(scene, BEGINNING, business.beginning());
        LocalDate day = BEGINNING;
        for (; day.isBefore(BEGINNING.plusDays(BUSY)); day = day.plusDays(1)) {
            tell(scene, day, business.day(day, known(scene.organisation(), day)));
            Simulated foretold = simulated(scene.organisation(), day, 1).getFirst();
            tell(scene, day, List.of("night"));
            assertThat(said(foretold, day)).as("letters of " + day).isEqualTo(sent(scene.organisation(), day));
            assertThat(foretold.stops().stream()
                            .collect(Collectors.toMap(stop -> stop.code().name(), Simulated.Stop::items)))
                    .as("held on " + day)
                    .isEqualTo(decided(scene.organisation(), "hold"));
            assertThat(foretold.calls()).isEqualTo(calls(scene.organisation()));
        }
        assertThat(messages(scene.organisation())).isGreaterThan(15);
        quietDays(scene, day);
    }

    private void quietDays(Scene scene, LocalDate first) {
        tell(scene, first, List.of("customer last \"Last\""));
        List<Simulated> foretold = simulated(scene.organisation(), first, QUIET);
        tell(scene, first, List.of("night until " + first.plusDays(QUIET - 1)));
        assertThat(foretold.getFirst().messages()).isPositive();
        first.datesUntil(first.plusDays(QUIET))
                .forEach(day -> assertThat(said(foretold.getFirst(), day))
                        .as("letters of the quiet " + day)
                        .isEqualTo(sent(scene.organisation(), day)));
    }

    private List<Simulated> simulated(Organisation organisation, LocalDate from, int days) {
        return Tenant.in(
                organisation.id(),
                () -> simulate.simulate(
                        organisation,
                        from,
                        new Simulate.Wanted(from, days, false, Map.of()),
                        List.of(new Rival(null))));
    }

    /** The invoices of each letter. */
    private static Map<String, Set<String>> said(Simulated simulated, LocalDate day) {
        Map<String, Set<String>> said = new TreeMap<>();
        simulated.lines().stream()
                .filter(line -> line.on().equals(day) && line.action() == Action.SEND)
                .forEach(line -> said.put(String.valueOf(line.customerId()), Set.copyOf(line.invoices())));
        return said;
    }

    private Map<String, Set<String>> sent(Organisation organisation, LocalDate day) {
        Map<String, Set<String>> sent = new TreeMap<>();
        inside(
                organisation,
                () -> db.sql("""
                select m.customer_id, array_agg(i.number) as numbers
                from message m
                join step_taken t on t.org_id = m.org_id and t.message_id = m.id and t.taken_on = :day
                join invoice i on i.org_id = t.org_id and i.id = t.invoice_id
                where m.window_on = :day
                group by m.customer_id
                """).param("day", day).query(row -> {
                    sent.put(row.getString("customer_id"), Set.of((String[])
                            row.getArray("numbers").getArray()));
                }));
        return sent;
    }

    private Map<String, Integer> decided(Organisation organisation, String action) {
        Map<String, Integer> decided = new TreeMap<>();
        inside(
                organisation,
                () -> db.sql("select code, count(*) as n from decision where superseded_on is null and action = :action"
                                + " group by code")
                        .param("action", action)
                        .query(row -> {
                            decided.put(row.getString("code").toUpperCase(java.util.Locale.ROOT), row.getInt("n"));
                        }));
        return decided;
    }

    private int calls(Organisation organisation) {
        List<Integer> calls = new ArrayList<>();
        inside(organisation, () -> calls.add(db.sql("""
                select count(distinct i.customer_id)
                from decision d
                join invoice i on i.org_id = d.org_id and i.id = d.invoice_id
                where d.superseded_on is null and d.action = 'call'
                """).query(Integer.class).single()));
        return calls.getFirst();
    }

    private int messages(Organisation organisation) {
        List<Integer> count = new ArrayList<>();
        inside(
                organisation,
                () -> count.add(db.sql("select count(*) from message")
                        .query(Integer.class)
                        .single()));
        return count.getFirst();
    }

    private void inside(Organisation organisation, Runnable work) {
        Tenant.runIn(organisation.id(), () -> transaction.executeWithoutResult(_ -> work.run()));
    }

    private RandomBusiness.Known known(Organisation organisation, LocalDate day) {
        return Tenant.in(
                organisation.id(),
                () -> new RandomBusiness.Known(
                        openItems.page(null, AsOf.today(day), null, 10_000).rows(),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        Set.of()));
    }

    private void tell(Scene scene, LocalDate day, List<String> lines) {
        String story = lines.stream().map(line -> day + "  " + line + "\n").collect(Collectors.joining());
        storyteller.tell(scene, Story.read("random", story));
    }
}
