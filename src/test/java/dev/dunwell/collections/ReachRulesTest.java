package dev.dunwell.collections;

import static dev.dunwell.collections.Item.DUE;
import static dev.dunwell.collections.ReasonCode.BANK_STALE;
import static dev.dunwell.collections.ReasonCode.BELOW_ENTRY;
import static dev.dunwell.collections.ReasonCode.COOL_DOWN;
import static dev.dunwell.collections.ReasonCode.DEBIT_PENDING;
import static dev.dunwell.collections.ReasonCode.DUPLICATE;
import static dev.dunwell.collections.ReasonCode.FATIGUE;
import static dev.dunwell.collections.ReasonCode.OPTED_OUT;
import static dev.dunwell.collections.ReasonCode.PLACED;
import static dev.dunwell.collections.ReasonCode.QUIET_DAY;
import static dev.dunwell.collections.ReasonCode.SPECIAL_CONDITION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.collections.Reach.Heard;
import dev.dunwell.collections.Reach.Noted;
import dev.dunwell.collections.Reach.OptedOut;
import dev.dunwell.collections.Reach.Where;
import dev.dunwell.kernel.BusinessCalendar;
import dev.dunwell.reach.BankData;
import dev.dunwell.reach.Condition.Kind;
import dev.dunwell.reach.Limits;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each reason not to reach a customer, at its edges. On day 3 after the due date the inquiry is due. */
class ReachRulesTest {

    private static final BusinessCalendar EVERY_DAY = BusinessCalendar.everyDay();
    private static final Strategy SIX_STAGES = Strategy.sixStages();
    private static final Limits ASKED =
            new Limits(1, new Limits.Fatigue(5, 7), null, 0, 3, new Limits.Entry(0, 0, 0), new Limits.Brake(3, 50));

    private final Item open = Item.open();

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"LEGAL", "INSOLVENT", "DECEASED"})
    void who_must_not_be_chased_is_not_whatever_else_is_so(Kind kind) {
        Item item =
                condition(open, new Noted(kind, day(-5), null, "court letter")).promised("100", 9);
        assertThat(stop(House.QUIET, item, 3)).isEqualTo(SPECIAL_CONDITION);
        assertThat(stop(House.QUIET, item.taken(5, 3), 7)).as("no call either").isEqualTo(SPECIAL_CONDITION);
        assertThat(stop(House.QUIET, item, -20)).as("nor before it is due").isEqualTo(SPECIAL_CONDITION);
        assertThat(decide(House.QUIET, item, 3).reason())
                .isEqualTo(kind.title() + " since Fri 29 May; a person decides.");
        assertThat(decide(House.QUIET, item, 3).nextOn()).as("weekly").isEqualTo(day(9));
    }

    @Test
    void what_an_agency_has_is_left_to_it_the_customer_or_the_item() {
        Noted placed = new Noted(Kind.PLACED, day(-5), null, "Meyer");
        assertThat(stop(House.QUIET, condition(open, placed), 3)).isEqualTo(PLACED);
        Situation marked = open.now().with(Marks.of(day(-5), null, null));
        assertThat(stop(House.QUIET, new Item(marked), 3)).isEqualTo(PLACED);
        assertThat(decide(House.QUIET, new Item(marked), 3).reason()).isEqualTo("An agency has it since Fri 29 May.");
    }

    @Test
    void a_debit_with_a_day_stops_through_its_days_of_grace() {
        Item debited = condition(open, new Noted(Kind.DIRECT_DEBIT, day(-5), day(4), "mandate"));
        assertThat(stop(House.QUIET, debited, 3)).isEqualTo(DEBIT_PENDING);
        assertThat(stop(House.QUIET, debited, 7)).as("the third day after it").isEqualTo(DEBIT_PENDING);
        assertThat(stop(House.QUIET, debited, 8)).isNull();
        assertThat(decide(House.QUIET, debited, 3).nextOn()).isEqualTo(day(8));
        assertThat(decide(House.QUIET, debited, 3).reason())
                .isEqualTo("A direct debit on Sun 7 Jun brings it; missed after Wed 10 Jun.");
    }

    @Test
    void a_debit_without_a_day_is_on_the_due_date_and_the_items_own_counts_first() {
        Item standing = condition(open, new Noted(Kind.DIRECT_DEBIT, day(-50), null, "mandate"));
        assertThat(stop(House.QUIET, standing, 3)).isEqualTo(DEBIT_PENDING);
        assertThat(stop(House.QUIET, standing, 4)).isNull();
        Item own = new Item(standing.now().with(Marks.of(null, day(-5), day(10))));
        assertThat(stop(House.QUIET, own, 13)).isEqualTo(DEBIT_PENDING);
        assertThat(stop(House.QUIET, own, 14)).isNull();
    }

    @Test
    void stale_bank_data_stops_demands_and_nothing_before_the_due_date() {
        House stale = new House(ASKED, new BankData(day(1), day(2)));
        House fresh = new House(ASKED, new BankData(day(2), day(2)));
        House never = new House(ASKED, new BankData(null, day(2)));
        assertThat(stop(stale, open, 3)).isEqualTo(BANK_STALE);
        assertThat(stop(never, open, 3)).isEqualTo(BANK_STALE);
        assertThat(stop(fresh, open, 3)).isNull();
        assertThat(stop(stale, open.taken(5, 3), 7)).as("a call demands too").isEqualTo(BANK_STALE);
        assertThat(decide(stale, open.taken(2, -27), -7).action()).isEqualTo(Action.SEND);
        assertThat(decide(stale, open, 3).reason())
                .isEqualTo("Bank data is of Thu 4 Jun; what was paid since is not known.");
    }

    @ParameterizedTest(name = "on {0}, seen {1}, {2} working days: stale {3}")
    @CsvSource({
        "2026-06-09, 2026-06-08, 1, false",
        "2026-06-08, 2026-06-05, 1, false", // Monday, and Friday's is there
        "2026-06-08, 2026-06-04, 1, true",
        "2026-06-07, 2026-06-05, 1, false", // Sunday
        "2026-06-09, 2026-06-08, 0, true",
        "2026-06-09, 2026-06-09, 0, false",
        "2026-06-09, 2026-06-04, 3, false",
        "2026-06-09, 2026-06-03, 3, true",
    })
    void freshness_counts_working_days(LocalDate today, LocalDate seen, int days, boolean isStale) {
        assertThat(BankData.of(seen, days, today, BusinessCalendar.of("DE")).isStale())
                .isEqualTo(isStale);
        assertThat(BankData.of(seen, null, today, BusinessCalendar.of("DE")).isStale())
                .isFalse();
    }

    @Test
    void whoever_opted_out_is_not_written_to_through_that_channel() {
        OptedOut ana = new OptedOut("mail", "ANA@castellano.example", day(-9), "Ana, by phone");
        assertThat(stop(House.QUIET, optedOut(ana), 3)).isEqualTo(OPTED_OUT);
        assertThat(stop(House.QUIET, optedOut(new OptedOut("mail", "bo@castellano.example", day(-9), "Bo")), 3))
                .as("somebody else")
                .isNull();
        assertThat(stop(House.QUIET, optedOut(new OptedOut("mail", null, day(-9), "the owner")), 3))
                .as("all of them")
                .isEqualTo(OPTED_OUT);
        assertThat(stop(House.QUIET, optedOut(ana).taken(5, 3), 7))
                .as("may be called")
                .isNull();
        assertThat(stop(
                        House.QUIET,
                        optedOut(new OptedOut("call", null, day(-9), "the owner"))
                                .taken(5, 3),
                        7))
                .isEqualTo(OPTED_OUT);
        assertThat(decide(House.QUIET, optedOut(ana), 3).reason())
                .isEqualTo("ANA@castellano.example wants no e-mail since Mon 25 May; choose another way.");
    }

    @Test
    void the_budget_counts_each_contact_by_its_weight_within_its_days() {
        House five = new House(ASKED, BankData.NOT_ASKED);
        assertThat(Limits.Fatigue.weight("call")).isEqualTo(3);
        assertThat(Limits.Fatigue.weight("mail")).isEqualTo(2);
        assertThat(Limits.Fatigue.weight("attempt")).isEqualTo(1);
        assertThat(stop(five, heard(new Heard(day(-2), 3)), 3))
                .as("3 and the mail's 2 are 5")
                .isNull();
        assertThat(stop(five, heard(new Heard(day(-2), 3), new Heard(day(0), 1)), 3))
                .isEqualTo(FATIGUE);
        assertThat(stop(five, heard(new Heard(day(-4), 3), new Heard(day(0), 1)), 3))
                .as("the eighth day back does not count")
                .isNull();
        assertThat(decide(five, heard(new Heard(day(-2), 3), new Heard(day(0), 1)), 3)
                        .nextOn())
                .as("the call of day -2 is out of the seven days from day 5 on")
                .isEqualTo(day(5));
        Item called = heard(new Heard(day(3), 3)).taken(5, 1);
        assertThat(stop(five, called, 7)).as("a call weighs 3, which is 6").isEqualTo(FATIGUE);
    }

    @Test
    void one_message_a_day_also_when_no_cool_down_is_asked() {
        Strategy eager = new Strategy("Eager", 1, SIX_STAGES.steps(), 0, 7);
        Party written = open.now().party().contactedOn(day(3));
        Item item = open.party(written.with(written.reach().writtenTo()));
        assertThat(Policy.of(eager, EVERY_DAY).decide(item.now(), day(3)).code())
                .isEqualTo(DUPLICATE);
        assertThat(Policy.of(SIX_STAGES, EVERY_DAY).decide(item.now(), day(3)).code())
                .isEqualTo(COOL_DOWN);
    }

    @Test
    void holidays_are_the_recipients_then_the_customers_then_our_own() {
        LocalDate assumption = LocalDate.of(2025, 8, 15);
        Item item = Item.due(assumption.minusDays(3));
        Policy german = Policy.of(SIX_STAGES, BusinessCalendar.of("DE"));
        assertThat(german.decide(item.now(), assumption).action()).isEqualTo(Action.SEND);
        Item spanish = places(item, Map.of("", new Where(null, "ES")));
        assertThat(german.decide(spanish.now(), assumption).code()).isEqualTo(QUIET_DAY);
        assertThat(german.decide(spanish.now(), assumption).nextOn()).isEqualTo("2025-08-18");
        Item anaInLondon =
                places(item, Map.of("", new Where(null, "ES"), "ana@castellano.example", new Where(null, "GB")));
        assertThat(german.decide(anaInLondon.now(), assumption).action()).isEqualTo(Action.SEND);
    }

    /** Scenario 25: by count, total and age, each alone; mapped to the entry thresholds of an organisation. */
    @ParameterizedTest(
            name = "scenario 25: {0} overdue of {1}, oldest {2} days; entry from {3}, {4}, {5} days: asked {6}")
    @CsvSource({
        "0,      0,  0, 1,     0,  0, false",
        "1, 100.00,  0, 1,     0,  0, true",
        "2, 200.00,  0, 1,     0,  0, true",
        "1,   0.01,  0, 0, 10000,  0, false",
        "1, 100.00,  0, 0, 10000,  0, true",
        "2, 200.00,  0, 0, 10000,  0, true",
        "1, 100.00,  9, 0,     0, 10, false",
        "1, 100.00, 10, 0,     0, 10, true",
        "1, 100.00, 20, 0,     0, 10, true",
    })
    void scenario_25_entry_by_count_total_and_age(
            int count, String total, int age, int atCount, long atTotal, int atDays, boolean isAsked) {
        LocalDate today = day(30);
        House house = new House(
                new Limits(null, null, null, 0, 3, new Limits.Entry(atCount, atTotal, atDays), new Limits.Brake(3, 50)),
                BankData.NOT_ASKED);
        Arrears arrears = new Arrears(count, Item.eur(total), today.minusDays(age));
        Party party = open.now().party();
        Item item = open.party(party.with(party.reach().withArrears(Map.of("EUR", arrears))));
        Decision decision = policy(house).decide(item.now(), today);
        assertThat(decision.code() != BELOW_ENTRY).isEqualTo(isAsked);
        assertThat(decision.action() == Action.SEND).isEqualTo(isAsked);
    }

    /** Scenario 26: what is given is summed, and its earliest day found; an item without a rest is never given. */
    @Test
    void scenario_26_the_sum_and_the_earliest_of_what_is_unpaid() {
        Arrears all = Arrears.of(Item.eur("0"), DUE)
                .plus(Arrears.of(Item.eur("10"), DUE.plusDays(1)))
                .plus(Arrears.of(Item.eur("100.0"), DUE.plusDays(2)));
        assertThat(all.total()).isEqualTo(Item.eur("110.0"));
        assertThat(all.oldestDueOn()).isEqualTo(DUE);
    }

    private static LocalDate day(int fromDue) {
        return DUE.plusDays(fromDue);
    }

    private static Item condition(Item item, Noted noted) {
        return reach(item, new Reach(List.of(noted), List.of(), List.of(), Map.of(), Map.of(), false));
    }

    private Item optedOut(OptedOut said) {
        return reach(open, new Reach(List.of(), List.of(said), List.of(), Map.of(), Map.of(), false));
    }

    private Item heard(Heard... heard) {
        return reach(open, new Reach(List.of(), List.of(), List.of(heard), Map.of(), Map.of(), false));
    }

    private static Item places(Item item, Map<String, Where> places) {
        return reach(item, new Reach(List.of(), List.of(), List.of(), places, Map.of(), false));
    }

    private static Item reach(Item item, Reach reach) {
        return item.party(item.now().party().with(reach));
    }

    private static Policy policy(House house) {
        return Policy.of(SIX_STAGES, EVERY_DAY, house);
    }

    private static Decision decide(House house, Item item, int fromDue) {
        return policy(house).decide(item.now(), item.day(fromDue));
    }

    private static @Nullable ReasonCode stop(House house, Item item, int fromDue) {
        Decision decision = decide(house, item, fromDue);
        return decision.action() == Action.HOLD ? decision.code() : null;
    }
}
