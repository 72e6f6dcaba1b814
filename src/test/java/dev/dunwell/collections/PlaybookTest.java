package dev.dunwell.collections;

import static dev.dunwell.collections.StrategyTest.mail;
import static dev.dunwell.collections.StrategyTest.strategy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.collections.Assignment.Scope;
import dev.dunwell.kernel.BusinessCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whose strategy decides, why it is that one, and what becomes of an item that is under way when it changes. */
class PlaybookTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);
    private static final Conduct NINE_OF_TWELVE_LATE = new Conduct(LocalDate.of(2024, 1, 8), 12, 9, 1);

    private final List<Assignment> assigned = new ArrayList<>(List.of(
            assignment(1, Scope.CUSTOMER, "", 7L, 30, "They asked for letters only"),
            assignment(2, Scope.SEGMENT, "key account", null, 20, ""),
            assignment(3, Scope.CONDUCT, "usually_late", null, 40, ""),
            assignment(4, Scope.ORGANISATION, "", null, 10, "")));

    /** Scenario 18: the customer's own, then that of its group, then the organisation's. */
    @Test
    void the_customers_own_comes_first_then_its_groups_then_the_organisations() {
        Traits keyAccount = new Traits(List.of("north", "Key account"), Conduct.UNKNOWN);
        assertThat(chosen(7, keyAccount)).isEqualTo("Own");
        assigned.removeFirst();
        assertThat(chosen(7, keyAccount)).isEqualTo("Group");
        assigned.removeFirst();
        assertThat(chosen(7, keyAccount)).isEqualTo("All");
    }

    @Test
    void how_they_pay_counts_after_the_group_and_before_the_organisation() {
        assertThat(chosen(8, new Traits(List.of("Key account"), NINE_OF_TWELVE_LATE)))
                .isEqualTo("Group");
        assertThat(chosen(8, new Traits(List.of(), NINE_OF_TWELVE_LATE))).isEqualTo("Late");
        assertThat(chosen(8, new Traits(List.of(), new Conduct(null, 12, 1, 1))))
                .isEqualTo("All");
    }

    @Test
    void each_choice_says_why() {
        assertThat(playbook().choose(7, Traits.UNKNOWN).sentence())
                .isEqualTo("Own, chosen for this customer by Nora on Mon 1 Jan 1900: They asked for letters only.");
        assertThat(playbook()
                        .choose(8, new Traits(List.of("KEY ACCOUNT"), Conduct.UNKNOWN))
                        .sentence())
                .isEqualTo("Group, for customers tagged “key account”.");
        assertThat(playbook()
                        .choose(8, new Traits(List.of(), NINE_OF_TWELVE_LATE))
                        .sentence())
                .isEqualTo("Late, because 9 of 12 invoices of the last year were paid late.");
        assertThat(playbook().choose(8, Traits.UNKNOWN).sentence())
                .isEqualTo("All, as for everybody: nothing more particular applies.");
        assertThat(Playbook.shipped(TODAY).choose(8, Traits.UNKNOWN).sentence())
                .isEqualTo("Six stages, as shipped: no strategy is set up.");
    }

    @Test
    void the_first_tag_that_has_a_strategy_decides() {
        assigned.add(assignment(5, Scope.SEGMENT, "north", null, 30, ""));
        assertThat(chosen(8, new Traits(List.of("north", "key account"), Conduct.UNKNOWN)))
                .isEqualTo("Own");
        assertThat(chosen(8, new Traits(List.of("key account", "north"), Conduct.UNKNOWN)))
                .isEqualTo("Group");
    }

    @Test
    void a_version_decides_from_its_day_on_and_not_before() {
        StrategyVersion next = version(11, 10, 2, TODAY.plusDays(1), strategy(mail(1, Stage.INQUIRY, 9)));
        List<StrategyVersion> all = new ArrayList<>(versions());
        all.add(next);
        assertThat(new Playbook(all, assigned, null, TODAY)
                        .choose(8, Traits.UNKNOWN)
                        .version()
                        .id())
                .isEqualTo(100);
        assertThat(new Playbook(all, assigned, null, TODAY.plusDays(1))
                        .choose(8, Traits.UNKNOWN)
                        .version()
                        .id())
                .isEqualTo(11);
    }

    @Test
    void an_item_under_way_hears_nothing_twice_and_never_falls_back() {
        Strategy six = Strategy.sixStages();
        assertThat(Shipped.QUICK.placeOf(six, 5)).as("the inquiry was read").isEqualTo(5);
        assertThat(Shipped.QUICK.placeOf(six, 7)).isEqualTo(7);
        assertThat(Shipped.GENTLE.placeOf(six, 5))
                .as("the inquiry comes after the call there")
                .isEqualTo(6);
        assertThat(six.placeOf(Shipped.GENTLE, 5))
                .as("they were called, which follows the letter here")
                .isEqualTo(6);
        assertThat(six.placeOf(six, 0)).isZero();
        Strategy short3 = strategy(mail(1, Stage.INQUIRY, 3), mail(2, Stage.FIRM, 15));
        assertThat(short3.placeOf(six, 8)).as("both firm letters were sent").isEqualTo(2);
        assertThat(six.placeOf(short3, 2))
                .as("one firm letter was sent, one is left")
                .isEqualTo(7);
        assertThat(short3.placeOf(six, 10)).as("beyond its end").isEqualTo(2);
    }

    @Test
    void a_proposal_is_still_made_when_the_notice_was_sent_under_another_strategy() {
        Strategy noCall = strategy(
                mail(1, Stage.INQUIRY, 3),
                mail(2, Stage.FIRM, 15),
                mail(3, Stage.FINAL, 40),
                new Step(4, Stage.FINAL, "Agency", Channel.PROPOSAL, "", Step.Anchor.DUE, 60, false));
        assertThat(noCall.placeOf(Strategy.sixStages(), 10)).isEqualTo(3);
        assertThat(noCall.placeOf(Strategy.sixStages(), 11)).isEqualTo(4);
        assertThat(noCall.placeOf(Strategy.sixStages(), 9))
                .as("only the call was made")
                .isEqualTo(2);
    }

    @Test
    void the_judge_goes_on_where_the_item_stands_in_the_strategy_of_its_customer() {
        Item item = Item.open().taken(5, 3).progress(new Progress(0, false, null));
        Judge judge = Judge.of(playbook(), BusinessCalendar.everyDay(), Item.DUE.plusDays(15), false);
        var dossier = new Dossier(
                8,
                "8",
                "Castellano",
                null,
                null,
                item.now().party(),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(new OpenCase(1, item.now(), null)),
                null,
                Traits.UNKNOWN);
        Verdict verdict = judge.decide(dossier).getFirst();
        assertThat(verdict.strategy().name()).isEqualTo("All");
        assertThat(verdict.decision().step())
                .as("the firm one, not the inquiry once more")
                .isEqualTo(2);
    }

    private String chosen(long customer, Traits traits) {
        return playbook().choose(customer, traits).version().name();
    }

    private Playbook playbook() {
        return new Playbook(versions(), assigned, null, TODAY);
    }

    private static List<StrategyVersion> versions() {
        return List.of(
                version(100, 10, 1, ALWAYS, named("All")),
                version(200, 20, 1, ALWAYS, named("Group")),
                version(300, 30, 1, ALWAYS, named("Own")),
                version(400, 40, 1, ALWAYS, named("Late")));
    }

    private static Strategy named(String name) {
        return new Strategy(name, 1, List.of(mail(1, Stage.INQUIRY, 3), mail(2, Stage.FIRM, 15)), 3, 7);
    }

    private static StrategyVersion version(long id, long strategy, int number, LocalDate from, Strategy ladder) {
        Strategy numbered = new Strategy(ladder.name(), number, ladder.steps(), 3, 7);
        return new StrategyVersion(id, strategy, numbered, "", from, "Nora", "Because", Instant.EPOCH);
    }

    private static Assignment assignment(
            long id, Scope scope, String subject, @Nullable Long customer, long strategy, String reason) {
        return new Assignment(id, scope, subject, customer, strategy, ALWAYS, "Nora", reason);
    }
}
