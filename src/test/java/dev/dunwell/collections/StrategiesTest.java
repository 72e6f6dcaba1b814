package dev.dunwell.collections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Actor;
import dev.dunwell.access.AddPerson;
import dev.dunwell.access.NewOrganisation;
import dev.dunwell.access.Organisation;
import dev.dunwell.access.Organisations;
import dev.dunwell.access.Tenant;
import dev.dunwell.collections.Assignment.Scope;
import dev.dunwell.demo.Founding;
import dev.dunwell.demo.Scene;
import dev.dunwell.demo.Story;
import dev.dunwell.demo.Storyteller;
import dev.dunwell.demo.TestOrganisations;
import dev.dunwell.ledger.Customers;
import dev.dunwell.web.BadInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Strategies in the database: chosen, changed under way, looked at before and after. */
@DunwellTest
class StrategiesTest {

    private static final Actor NORA = Actor.person("Nora Lindqvist");
    private static final String BEGINNING = """
            2026-02-02  organisation "Strategies" EUR country DE
                        customer acme "Acme Ltd"
                        contact  acme "Ann Acme" email ann@acme.example
                        invoice  INV-1 acme 1000.00 EUR due 2026-03-02
                        customer bolt "Bolt"
                        contact  bolt "Bo Bolt" email bo@bolt.example
                        invoice  INV-2 bolt 500.00 EUR due 2026-03-02
            """;

    @Autowired
    Storyteller storyteller;

    @Autowired
    TestOrganisations founding;

    @Autowired
    Organisations organisations;

    @Autowired
    Strategies strategies;

    @Autowired
    RecordStrategy recordStrategy;

    @Autowired
    AssignStrategy assignStrategy;

    @Autowired
    Assignments assignments;

    @Autowired
    WhichStrategy which;

    @Autowired
    PreviewStrategy preview;

    @Autowired
    Why why;

    @Autowired
    Customers customers;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    private int organisation;
    private Scene scene;

    @BeforeEach
    void two_customers_with_an_invoice_each() {
        scene = new Scene(new Founding() {
            @Override
            public int found(NewOrganisation asked) {
                organisation = founding.found(asked);
                return organisation;
            }

            @Override
            public void welcome(AddPerson.Added person) {}
        });
        tell(BEGINNING);
    }

    @Test
    void an_organisation_begins_with_three_strategies_and_six_stages_for_everybody() {
        List<StrategyVersion> all = Tenant.in(organisation, strategies::all);
        assertThat(all)
                .extracting(StrategyVersion::title)
                .containsExactly("Gentle, version 1", "Quick, version 1", "Six stages, version 1");
        assertThat(all.getLast().ladder()).isEqualTo(Strategy.sixStages());
        assertThat(sentence("acme")).isEqualTo("Six stages, as for everybody: nothing more particular applies.");
    }

    @Test
    void who_usually_pays_late_is_asked_the_day_after_and_the_page_says_why() {
        paidLate("acme", 4);
        tell("2026-03-03  night");
        assertThat(sentence("acme")).isEqualTo("Quick, because 4 of 4 invoices of the last year were paid late.");
        assertThat(decision("INV-1")).isEqualTo("send Inquiry on Tue 3 Mar, 1 day after the due date.");
        assertThat(decision("INV-2")).startsWith("wait Inquiry follows on Thu 5 Mar");
        assertThat(strategy("INV-1", "2026-03-03").sentence()).startsWith("Quick, because 4 of 4");
    }

    @Test
    void a_choice_for_a_customer_counts_at_once_and_ends_again() {
        tell("2026-03-03  night");
        assign(Scope.CUSTOMER, "", "acme", "Quick", "They asked to hear at once");
        assertThat(decision("INV-1")).startsWith("send Inquiry on Tue 3 Mar");
        assertThat(sentence("acme"))
                .contains("chosen for this customer by Nora Lindqvist on Tue 3 Mar 2026: They asked");
        endOf(Scope.CUSTOMER);
        assertThat(decision("INV-1")).startsWith("wait Inquiry follows");
    }

    /** Scenario 18: policy of the customer, of its group, of the organisation. */
    @Test
    void the_customers_own_then_its_groups_then_the_organisations() {
        tell("2026-02-03  customer crow \"Crow\" tags \"North\"");
        assign(Scope.SEGMENT, "north", null, "Gentle", "They go far back");
        assign(Scope.CUSTOMER, "", "crow", "Quick", "They asked to hear at once");
        assertThat(sentence("crow")).startsWith("Quick, chosen for this customer");
        endOf(Scope.CUSTOMER);
        assertThat(sentence("crow")).isEqualTo("Gentle, for customers tagged “north”: They go far back.");
        endOf(Scope.SEGMENT);
        assertThat(sentence("crow")).startsWith("Six stages, as for everybody");
    }

    @Test
    void a_choice_for_one_customer_needs_a_reason_and_everybody_needs_a_strategy() {
        assertThatThrownBy(() -> assign(Scope.CUSTOMER, "", "acme", "Quick", " "))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("Say why");
        assertThatThrownBy(() -> assign(Scope.SEGMENT, "", null, "Quick", ""))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("Say which tag");
    }

    @Test
    void a_new_version_under_way_repeats_nothing_and_old_days_stay_explained() {
        tell("2026-03-05  night");
        assertThat(templates("acme")).endsWith("inquiry");
        StrategyVersion second = next("Six stages", steps -> {
            List<Step> more = new ArrayList<>(steps);
            more.removeIf(step -> step.number() == 3);
            return more;
        });
        assertThat(second.title()).isEqualTo("Six stages, version 2");
        tell("2026-03-06  night until 2026-03-31");
        assertThat(templates("acme")).containsOnlyOnce("inquiry", "firm");
        assertThat(taken("INV-1")).contains("5 of version 1", "6 of version 2");
        assertThat(strategy("INV-1", "2026-03-04").version().number()).isEqualTo(1);
        assertThat(strategy("INV-1", "2026-03-31").version().number()).isEqualTo(2);
    }

    @Test
    void what_repeats_is_sent_again_and_counted() {
        next(
                "Six stages",
                steps -> steps.stream()
                        .filter(step -> step.number() <= 5)
                        .map(step -> step.number() == 5
                                ? step.withEntry(new Entry(0, Entry.Delivery.ANY, false, 0, 14))
                                : step)
                        .toList());
        tell("2026-03-05  night until 2026-04-06");
        assertThat(templates("acme")).containsExactly("inquiry", "inquiry", "inquiry");
        assertThat(taken("INV-1")).containsExactly("5 of version 2", "5 of version 2", "5 of version 2");
    }

    @Test
    void a_preview_says_what_then_happens_and_writes_nothing() {
        tell("2026-03-03  note acme \"nothing\"");
        long before = count("select count(*) from decision");
        Strategy.Draft draft = Shipped.QUICK.draft();
        Organisation here = here();
        LocalDate today = LocalDate.of(2026, 3, 3);
        PreviewStrategy.Effect effect =
                Tenant.in(organisation, () -> preview.ofVersion(here, today, id("Six stages"), draft));
        assertThat(effect.changed()).isEqualTo(2);
        assertThat(effect.customers()).isEqualTo(2);
        assertThat(effect.lines())
                .containsExactly(
                        new PreviewStrategy.Line(4, "Inquiry, e-mail", 0, 2),
                        new PreviewStrategy.Line(8, "Waiting for its day", 2, 0));
        assertThat(effect.examples())
                .first()
                .extracting(PreviewStrategy.Example::then)
                .asString()
                .startsWith("Inquiry on");
        assertThat(count("select count(*) from decision")).isEqualTo(before);
        assertThat(decision("INV-1")).startsWith("wait");
        next("Six stages", _ -> Shipped.QUICK.steps());
        assertThat(decision("INV-1")).startsWith("send");
        assertThat(decision("INV-2")).startsWith("send");
    }

    @Test
    void a_version_is_refused_with_every_problem_when_it_has_no_reason_begins_in_the_past_or_changes_nothing() {
        Strategy.Draft six = Strategy.sixStages().draft();
        LocalDate yesterday = LocalDate.of(2026, 2, 1);
        assertThatThrownBy(() -> record("Six stages", six, yesterday, ""))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("Say why")
                .hasMessageContaining("What was decided stays as it was");
        assertThatThrownBy(() -> record("Six stages", six, LocalDate.of(2026, 2, 2), "Because"))
                .hasMessageContaining("This is what version 1 says already");
        var unknown = new Strategy.Draft("Other", List.of(StrategyTest.mail(1, Stage.INQUIRY, 3)), 3, 7);
        assertThatThrownBy(() -> record(null, unknown, LocalDate.of(2026, 2, 2), "Because"))
                .hasMessageContaining("“letter”, which does not exist: choose one of delivery-check");
    }

    @Test
    void nobody_sees_the_strategies_of_another_organisation() {
        int other = organisation;
        two_customers_with_an_invoice_each();
        StrategyVersion theirs = Tenant.in(other, strategies::all).getFirst();
        assertThat(Tenant.in(organisation, () -> strategies.byId(theirs.id()))).isEmpty();
    }

    private void paidLate(String customer, int invoices) {
        for (int i = 1; i <= invoices; i++) {
            tell("2026-02-02  invoice OLD-%d %s 10.00 EUR issued 2025-10-01 due 2025-11-0%d".formatted(i, customer, i));
            tell("2026-02-02  payment OLD-%d 10.00 EUR".formatted(i));
        }
    }

    private StrategyVersion next(String name, UnaryOperator<List<Step>> change) {
        StrategyVersion last =
                Tenant.in(organisation, () -> strategies.named(name)).getFirst();
        List<Step> changed = change.apply(last.ladder().steps());
        List<Step> steps = new ArrayList<>();
        changed.forEach(step -> steps.add(step.withNumber(steps.size() + 1)));
        return record(name, new Strategy.Draft(name, steps, 3, 7), today(), "Because");
    }

    private StrategyVersion record(
            @Nullable String name, Strategy.Draft draft, @Nullable LocalDate from, String reason) {
        return Tenant.in(organisation, () -> {
            Long id = name == null ? null : id(name);
            String purpose =
                    name == null ? "" : strategies.named(name).getFirst().purpose();
            var wanted = new RecordStrategy.Wanted(id, draft, purpose, from, reason);
            return recordStrategy.record(NORA, wanted, today());
        });
    }

    private void assign(Scope scope, String subject, @Nullable String customer, String strategy, String reason) {
        inside(() -> assignStrategy.assign(
                NORA,
                new AssignStrategy.Wanted(
                        scope, subject, customer == null ? null : customer(customer), id(strategy), reason),
                today()));
    }

    private void endOf(Scope scope) {
        inside(() -> assignments.on(today()).stream()
                .filter(each -> each.scope() == scope)
                .forEach(each -> assignStrategy.end(NORA, each.id(), today())));
    }

    private String sentence(String customer) {
        return Tenant.in(
                organisation,
                () -> which.of(here(), today(), customer(customer)).choice().sentence());
    }

    private Choice strategy(String invoice, String day) {
        Why.Answer answer = Tenant.in(organisation, () -> why.about(here(), invoice, LocalDate.parse(day)));
        return Objects.requireNonNull(answer.strategy());
    }

    private String decision(String invoice) {
        return list("""
                select d.action || ' ' || d.reason as text
                from decision d join invoice i on i.id = d.invoice_id
                where d.superseded_on is null and i.number = '%s'
                """.formatted(invoice)).getFirst();
    }

    private List<String> templates(String customer) {
        return list("""
                select m.template as text from message m join customer c on c.id = m.customer_id
                where c.number = '%s' and m.template not in ('friendly', 'friendly-again', 'delivery-check')
                order by m.window_on
                """.formatted(customer));
    }

    private List<String> taken(String invoice) {
        return list("""
                select t.step || ' of version ' || v.version as text
                from step_taken t
                join strategy_version v on v.id = t.strategy_version_id
                join invoice i on i.id = t.invoice_id
                where i.number = '%s' and t.stage >= 4
                order by t.taken_on
                """.formatted(invoice));
    }

    private List<String> list(String sql) {
        return Tenant.in(
                organisation,
                () -> List.copyOf(transaction.execute(_ ->
                        db.sql(sql).query((row, _) -> row.getString("text")).list())));
    }

    private long count(String sql) {
        return Tenant.in(
                organisation,
                () -> transaction.execute(_ -> db.sql(sql).query(Long.class).single()));
    }

    private long id(String strategy) {
        return strategies.named(strategy).getFirst().strategyId();
    }

    private long customer(String number) {
        return customers.byNumber(number).orElseThrow().id();
    }

    private Organisation here() {
        return Tenant.in(organisation, organisations::current);
    }

    private LocalDate today() {
        return Objects.requireNonNull(here().simulatedToday());
    }

    private void inside(Runnable work) {
        Tenant.runIn(organisation, work::run);
    }

    private void tell(String lines) {
        storyteller.tell(scene, Story.read("strategies", lines));
    }
}
