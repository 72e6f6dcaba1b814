package dev.dunwell.collections;

import static dev.dunwell.collections.Action.HOLD;
import static dev.dunwell.collections.Action.SEND;
import static dev.dunwell.collections.Action.WAIT;
import static dev.dunwell.collections.Stage.FINAL;
import static dev.dunwell.collections.Stage.FIRM;
import static dev.dunwell.collections.Stage.FRIENDLY;
import static dev.dunwell.collections.Stage.INQUIRY;
import static dev.dunwell.collections.StrategyTest.mail;
import static dev.dunwell.collections.StrategyTest.strategy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.access.Organisation;
import dev.dunwell.kernel.BusinessCalendar;
import dev.dunwell.messaging.Tone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Cases that other systems test, or that their users suffered from, with the answer ours gives. */
class ScenariosTest {

    private final Policy levels5And20And40 = on(mail(1, INQUIRY, 5), mail(2, FIRM, 20), mail(3, FINAL, 40));
    private final Policy sixStages = Policy.of(Strategy.sixStages(), BusinessCalendar.everyDay());

    private final Item unpaid = Item.open().amounts("100.00", "0", "0");
    private final Item paid = Item.open().amounts("0.00", "0", "0");

    @Test
    void one_day_before_the_first_level_nobody_is_reminded() {
        assertThat(action(levels5And20And40, unpaid, 4)).isEqualTo(WAIT);
        assertThat(action(levels5And20And40, paid, 4)).isEqualTo(HOLD);
    }

    @Test
    void on_the_day_of_the_first_level_only_the_unpaid_invoice_is_reminded() {
        Decision decision = levels5And20And40.decide(unpaid.now(), unpaid.day(5));
        assertThat(decision.action()).isEqualTo(SEND);
        assertThat(decision.step()).isEqualTo(1);
        assertThat(action(levels5And20And40, paid, 5)).isEqualTo(HOLD);
    }

    @Test
    void a_paid_invoice_is_never_reminded_however_old() {
        assertThat(action(levels5And20And40, paid, 50)).isEqualTo(HOLD);
        assertThat(action(levels5And20And40, paid.taken(1, 5), 50)).isEqualTo(HOLD);
    }

    @Test
    void an_invoice_due_today_is_not_in_the_run() {
        Policy tenDays = on(mail(1, INQUIRY, 10));
        assertThat(action(tenDays, unpaid, 0)).isEqualTo(WAIT);
        assertThat(action(sixStages, unpaid.taken(4, -2), 0)).isEqualTo(WAIT);
    }

    /** Scenario 11. */
    @Test
    void the_first_level_must_come_before_the_second() {
        Policy sequential = on(mail(1, INQUIRY, 10), mail(2, FIRM, 20), mail(3, FINAL, 30));
        assertThat(sequential.decide(unpaid.now(), unpaid.day(25)).step()).isEqualTo(1);
    }

    @Test
    void a_grace_date_in_the_past_lets_pass_and_today_or_later_does_not() {
        LocalDate run = LocalDate.of(2012, 2, 1);
        Item item = Item.due(run.minusDays(5));
        assertThat(sixStages.decide(item.now(), run).action()).as("none").isEqualTo(SEND);
        assertThat(sixStages.decide(item.held(4, "grace").now(), run).action())
                .as("until the day before")
                .isEqualTo(SEND);
        assertThat(sixStages.decide(item.held(5, "grace").now(), run).action())
                .as("until today")
                .isEqualTo(HOLD);
        assertThat(sixStages.decide(item.held(6, "grace").now(), run).action())
                .as("until tomorrow")
                .isEqualTo(HOLD);
    }

    /** Scenario 30. */
    @Test
    void a_reminder_14_days_before_the_due_date_comes_14_days_before() {
        Item item = Item.dates(LocalDate.of(2024, 3, 1), LocalDate.of(2024, 3, 31));
        Policy early = on(mail(1, FRIENDLY, -14));
        assertThat(early.decide(item.now(), LocalDate.of(2024, 3, 1)).nextOn()).isEqualTo("2024-03-17");
        assertThat(early.decide(item.now(), LocalDate.of(2024, 3, 17)).action()).isEqualTo(SEND);
    }

    /**
     * Scenario 29: 5 and 10 days after the invoice's date, then after the due date and every two weeks from there. The
     * peer counts its third reminder from the invoice's date too; above the friendly ones ours counts from the due
     * date.
     */
    @Test
    void reminders_follow_the_invoice_and_then_repeat_every_two_weeks() {
        Item item = Item.dates(LocalDate.of(2024, 3, 1), LocalDate.of(2024, 3, 15));
        Step first = new Step(1, FRIENDLY, "First", Channel.MAIL, "friendly", Step.Anchor.ISSUE, 5, false);
        Step second = new Step(2, FRIENDLY, "Second", Channel.MAIL, "friendly", Step.Anchor.ISSUE, 10, false);
        Step third = mail(3, INQUIRY, 1).withEntry(new Entry(0, Entry.Delivery.ANY, false, 0, 14));
        Ladder ladder = new Ladder(strategy(first, second, third), BusinessCalendar.everyDay());
        assertThat(ladder.ahead(item.now(), LocalDate.of(2024, 3, 1)))
                .extracting(due -> due.on().toString())
                .startsWith("2024-03-06", "2024-03-11", "2024-03-16", "2024-03-30", "2024-04-13")
                .hasSizeLessThan(20);
        Policy policy = on(first, second, third);
        Item reminded = item.taken(3, 1);
        assertThat(policy.decide(reminded.now(), LocalDate.of(2024, 3, 29)).nextOn())
                .isEqualTo("2024-03-30");
        assertThat(policy.decide(reminded.now(), LocalDate.of(2024, 3, 30)).action())
                .isEqualTo(SEND);
        assertThat(policy.decide(reminded.now(), LocalDate.of(2024, 4, 2)).action())
                .as("a missed night is caught up")
                .isEqualTo(SEND);
    }

    /** Scenario 29: nine in the morning, local time, is seven by the world's clock. */
    @Test
    void a_night_begins_at_the_hour_of_the_organisations_own_clock() {
        var organisation = new Organisation(
                1,
                "Meridian",
                Currency.getInstance("EUR"),
                ZoneId.of("Africa/Johannesburg"),
                Locale.UK,
                null,
                Organisation.MailMode.LIVE,
                null,
                10,
                LocalTime.of(9, 0),
                0,
                1,
                List.of(30),
                null);
        assertThat(organisation.isNightHour(Instant.parse("2024-03-06T06:00:00Z")))
                .isFalse();
        assertThat(organisation.isNightHour(Instant.parse("2024-03-06T07:00:00Z")))
                .isTrue();
    }

    @Test
    void what_repeats_gives_way_to_the_next_step() {
        Step weekly = mail(1, INQUIRY, 1).withEntry(new Entry(0, Entry.Delivery.ANY, false, 0, 7));
        Policy policy = on(weekly, mail(2, FIRM, 15));
        assertThat(policy.decide(unpaid.taken(1, 1).now(), unpaid.day(8)).step())
                .isEqualTo(1);
        assertThat(policy.decide(unpaid.taken(1, 8).now(), unpaid.day(15)).step())
                .isEqualTo(2);
    }

    @Test
    void working_days_are_counted_in_the_organisations_calendar() {
        Step inFiveWorkingDays = new Step(
                1,
                INQUIRY,
                "Inquiry",
                Channel.MAIL,
                "inquiry",
                Tone.NEUTRAL,
                Step.Anchor.DUE,
                5,
                Step.Days.BUSINESS,
                Step.Release.AUTOMATIC,
                Entry.ALWAYS);
        Ladder ladder = new Ladder(strategy(inFiveWorkingDays), BusinessCalendar.of("DE"));
        Item dueBeforeEaster = Item.due(LocalDate.of(2026, 4, 2));
        assertThat(ladder.planned(inFiveWorkingDays, dueBeforeEaster.now()).on())
                .as("after Good Friday, the weekend and Easter Monday")
                .isEqualTo("2026-04-13");
    }

    @Test
    void a_step_keeps_its_own_distance_from_the_one_before() {
        Step later = mail(2, FIRM, 15).withEntry(new Entry(0, Entry.Delivery.ANY, false, 20, 0));
        Policy policy = on(mail(1, INQUIRY, 3), later);
        assertThat(policy.decide(unpaid.taken(1, 3).now(), unpaid.day(15)).nextOn())
                .isEqualTo(unpaid.day(23));
    }

    @Test
    void a_step_is_for_its_minimum_for_what_is_known_of_delivery_and_for_silence() {
        Step inquiry = mail(2, INQUIRY, 3);
        Step check = new Step(1, Stage.DELIVERED, "Check", Channel.MAIL, "check", Step.Anchor.ISSUE, 3, false);
        Policy picky = on(
                check.withEntry(new Entry(0, Entry.Delivery.UNCONFIRMED, false, 0, 0)),
                inquiry.withEntry(new Entry(100_000, Entry.Delivery.CONFIRMED, true, 0, 0)));
        Item delivered = unpaid.amounts("1000.00", "0", "0").progress(new Progress(0, true, null));
        assertThat(code(picky, delivered, -27)).isEqualTo(ReasonCode.DELIVERY_CONDITION);
        assertThat(code(picky, unpaid, -27)).isEqualTo(ReasonCode.STEP_DUE);
        assertThat(code(picky, delivered, 3)).as("exactly the minimum").isEqualTo(ReasonCode.STEP_DUE);
        assertThat(code(picky, delivered.amounts("999.99", "0", "0"), 3)).isEqualTo(ReasonCode.BELOW_MINIMUM);
        assertThat(code(picky, delivered.progress(Progress.NONE), 3)).isEqualTo(ReasonCode.DELIVERY_CONDITION);
        Item checked = delivered.taken(1, -27);
        assertThat(code(picky, checked.progress(new Progress(0, true, unpaid.day(-27))), 3))
                .as("answered on the day of the last step")
                .isEqualTo(ReasonCode.ANSWERED);
        assertThat(code(picky, checked.progress(new Progress(0, true, unpaid.day(-28))), 3))
                .isEqualTo(ReasonCode.STEP_DUE);
    }

    @Test
    void what_the_house_cannot_send_or_must_not_is_left_to_a_person() {
        Step notice = new Step(1, INQUIRY, "Notice", Channel.PORTAL, "inquiry", Step.Anchor.DUE, 3, false);
        assertThat(code(on(notice), unpaid, 3)).isEqualTo(ReasonCode.PORTAL_DUE);
        assertThat(code(on(mail(1, INQUIRY, 3).withRelease(Step.Release.MANUAL)), unpaid, 3))
                .isEqualTo(ReasonCode.MANUAL_STEP);
        assertThat(action(on(notice), unpaid, 3)).isEqualTo(Action.CALL);
    }

    @Test
    void a_step_on_paper_goes_by_itself_where_the_post_knows_the_way() {
        Step letter = new Step(1, INQUIRY, "Letter", Channel.LETTER, "inquiry", Step.Anchor.DUE, 3, false);
        assertThat(code(on(letter), unpaid, 3)).isEqualTo(ReasonCode.NO_CONTACT);
        Item known = unpaid.regarded(new Regard(new Regard.Postal("", "12 Mill Lane\nBath"), null));
        assertThat(action(on(letter), known, 3)).isEqualTo(SEND);
    }

    @Test
    void an_open_cent_stays_open_but_within_tolerance_nobody_writes_about_it() {
        Item cent = Item.open().amounts("0.01", "0", "0");
        assertThat(action(sixStages, cent, 3)).isEqualTo(SEND);
        assertThat(action(sixStages, cent.amounts("0.01", "0", "1.00"), 3)).isEqualTo(HOLD);
    }

    @Test
    void running_again_on_the_same_day_sends_nothing_twice() {
        assertThat(action(sixStages, unpaid, 3)).isEqualTo(SEND);
        assertThat(action(sixStages, unpaid.taken(5, 3), 3)).isEqualTo(WAIT);
    }

    @Test
    void a_mail_written_by_hand_yesterday_counts_as_a_contact() {
        assertThat(sixStages.decide(unpaid.contacted(2).now(), unpaid.day(3)).code())
                .isEqualTo(ReasonCode.COOL_DOWN);
    }

    @Test
    void a_missed_day_is_caught_up() {
        assertThat(action(sixStages, unpaid.taken(4, -2), 4)).isEqualTo(SEND);
        assertThat(action(sixStages, unpaid.taken(4, -2), 6)).isEqualTo(SEND);
    }

    @Test
    void sixty_days_after_never_means_sixty_days_before() {
        Policy sixty = on(mail(1, INQUIRY, 60));
        assertThat(action(sixty, unpaid, -60)).isEqualTo(WAIT);
        assertThat(action(sixty, unpaid, 59)).isEqualTo(WAIT);
        assertThat(action(sixty, unpaid, 60)).isEqualTo(SEND);
    }

    @Test
    void no_step_lands_on_a_weekend() {
        Policy weekdays = Policy.of(Strategy.sixStages(), BusinessCalendar.of("DE"));
        for (int shift = 0; shift < 7; shift++) {
            Item item = Item.due(Item.DUE.plusDays(shift));
            assertThat(weekdays.explain(item.now(), item.now().issuedOn()).plan())
                    .filteredOn(planned -> planned.state() == Explanation.State.PLANNED)
                    .isNotEmpty()
                    .allSatisfy(planned -> assertThat(BusinessCalendar.of("DE").isQuiet(planned.on()))
                            .isFalse());
        }
    }

    @Test
    void a_disputed_invoice_is_left_alone_and_the_rest_is_reminded() {
        assertThat(action(sixStages, unpaid.disputed(1), 3)).isEqualTo(HOLD);
        assertThat(action(sixStages, unpaid, 3))
                .as("another of the same customer")
                .isEqualTo(SEND);
    }

    @Test
    void an_open_credit_that_pays_it_all_stops_the_reminder() {
        assertThat(action(sixStages, unpaid.amounts("100.00", "100.00", "0"), 3))
                .isEqualTo(HOLD);
        assertThat(action(sixStages, unpaid.amounts("100.00", "99.99", "0"), 3)).isEqualTo(SEND);
    }

    private static Policy on(Step... steps) {
        return Policy.of(strategy(steps), BusinessCalendar.everyDay());
    }

    private static ReasonCode code(Policy policy, Item item, int fromDue) {
        return policy.decide(item.now(), item.day(fromDue)).code();
    }

    private static Action action(Policy policy, Item item, int fromDue) {
        return policy.decide(item.now(), item.day(fromDue)).action();
    }
}
