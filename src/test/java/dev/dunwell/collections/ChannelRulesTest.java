package dev.dunwell.collections;

import static dev.dunwell.collections.Item.DUE;
import static dev.dunwell.collections.ReasonCode.BANK_STALE;
import static dev.dunwell.collections.ReasonCode.DUPLICATE;
import static dev.dunwell.collections.ReasonCode.FATIGUE;
import static dev.dunwell.collections.ReasonCode.NO_CONTACT;
import static dev.dunwell.collections.ReasonCode.OPTED_OUT;
import static dev.dunwell.collections.ReasonCode.PORTAL_DUE;
import static dev.dunwell.collections.ReasonCode.QUIET_DAY;
import static dev.dunwell.collections.ReasonCode.SMS_DUE;
import static dev.dunwell.collections.ReasonCode.STEP_DUE;
import static dev.dunwell.collections.Stage.INQUIRY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.collections.Reach.Heard;
import dev.dunwell.collections.Reach.Mobile;
import dev.dunwell.collections.Reach.OptedOut;
import dev.dunwell.kernel.BusinessCalendar;
import dev.dunwell.messaging.Way;
import dev.dunwell.reach.BankData;
import dev.dunwell.reach.Limits;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Steps by telephone and behind the payer's door pass the same gate as a mail, each where it makes sense. */
class ChannelRulesTest {

    private static final Mobile ANA = new Mobile("Ana Ruiz", "+34600000001", false);
    private static final LocalDate DAY = DUE.plusDays(3);
    private static final Limits THREE =
            new Limits(null, new Limits.Fatigue(3, 7), null, 0, 3, Limits.NONE.entry(), Limits.NONE.brake());

    private final Item open = Item.open();

    @Test
    void what_has_no_way_out_is_a_persons_to_do() {
        House mailOnly = new House(Limits.NONE, BankData.NOT_ASKED);
        assertThat(code(Channel.SMS, mailOnly, reach(ANA), DAY)).isEqualTo(SMS_DUE);
        assertThat(code(Channel.PORTAL, mailOnly, reach(null), DAY)).isEqualTo(PORTAL_DUE);
        assertThat(code(Channel.SMS, house(Limits.NONE), reach(ANA), DAY)).isEqualTo(STEP_DUE);
        assertThat(code(Channel.PORTAL, house(Limits.NONE), reach(null), DAY)).isEqualTo(STEP_DUE);
    }

    @Test
    void a_text_message_needs_a_number_and_a_notice_needs_nothing() {
        assertThat(code(Channel.SMS, house(Limits.NONE), reach(null), DAY)).isEqualTo(NO_CONTACT);
        assertThat(code(Channel.SMS, house(Limits.NONE), reach(new Mobile("Ana", "+34600000001", true)), DAY))
                .as("nobody who has one wants any, whoever said so")
                .isEqualTo(NO_CONTACT);
        Item nobody = open.contacts(null, "ana@castellano.example");
        assertThat(decide(Channel.PORTAL, house(Limits.NONE), nobody, DAY).code())
                .isEqualTo(STEP_DUE);
    }

    @Test
    void who_wants_no_text_messages_gets_none_and_mail_is_another_matter() {
        Reach customer = optedOut(new OptedOut("sms", null, DAY, "the owner"), ANA);
        assertThat(code(Channel.SMS, house(Limits.NONE), customer, DAY)).isEqualTo(OPTED_OUT);
        Reach ana = optedOut(
                new OptedOut("sms", "ana@castellano.example", DAY, "Ana"),
                new Mobile("Ana Ruiz", "+34600000001", true));
        assertThat(code(Channel.SMS, house(Limits.NONE), ana, DAY)).isEqualTo(OPTED_OUT);
        Reach another = optedOut(new OptedOut("sms", "ana@castellano.example", DAY, "Ana"), ANA);
        assertThat(code(Channel.SMS, house(Limits.NONE), another, DAY))
                .as("somebody else there gets them")
                .isEqualTo(STEP_DUE);
        Reach noMail = optedOut(new OptedOut("mail", null, DAY, "the owner"), ANA);
        assertThat(code(Channel.SMS, house(Limits.NONE), noMail, DAY)).isEqualTo(STEP_DUE);
    }

    @Test
    void both_weigh_one_point() {
        for (Channel channel : Set.of(Channel.SMS, Channel.PORTAL)) {
            Reach two = new Reach(
                    List.of(),
                    List.of(),
                    List.of(new Heard(DAY.minusDays(1), 2)),
                    Map.of(),
                    Map.of(),
                    false,
                    ANA,
                    null,
                    null);
            Reach three = new Reach(
                    List.of(),
                    List.of(),
                    List.of(new Heard(DAY.minusDays(1), 3)),
                    Map.of(),
                    Map.of(),
                    false,
                    ANA,
                    null,
                    null);
            assertThat(code(channel, house(THREE), two, DAY)).isEqualTo(STEP_DUE);
            assertThat(code(channel, house(THREE), three, DAY)).isEqualTo(FATIGUE);
        }
    }

    @Test
    void a_telephone_is_quiet_on_a_holiday_and_a_notice_wakes_nobody() {
        LocalDate assumption = LocalDate.of(2025, 8, 15);
        BusinessCalendar german = BusinessCalendar.of("DE");
        Item item = Item.due(assumption.minusDays(3));
        Reach spain = new Reach(
                List.of(),
                List.of(),
                List.of(),
                Map.of("", new Reach.Where(null, "ES")),
                Map.of(),
                false,
                ANA,
                null,
                null);
        Item there = item.party(item.now().party().with(spain));
        assertThat(decide(Channel.SMS, house(Limits.NONE), there, assumption, german)
                        .code())
                .isEqualTo(QUIET_DAY);
        assertThat(decide(Channel.PORTAL, house(Limits.NONE), there, assumption, german)
                        .code())
                .isEqualTo(STEP_DUE);
    }

    @Test
    void stale_bank_data_and_a_message_of_today_stop_both() {
        House stale = new House(Limits.NONE, new BankData(DUE, DUE.plusDays(2)), EnumSet.allOf(Way.class));
        for (Channel channel : Set.of(Channel.SMS, Channel.PORTAL)) {
            assertThat(code(channel, stale, reach(ANA), DAY)).isEqualTo(BANK_STALE);
            assertThat(code(channel, house(Limits.NONE), reach(ANA).writtenTo(), DAY))
                    .isEqualTo(DUPLICATE);
        }
    }

    private static House house(Limits limits) {
        return new House(limits, BankData.NOT_ASKED, EnumSet.allOf(Way.class));
    }

    private static Reach reach(@Nullable Mobile mobile) {
        return new Reach(List.of(), List.of(), List.of(), Map.of(), Map.of(), false, mobile, null, null);
    }

    private static Reach optedOut(OptedOut said, Mobile mobile) {
        return new Reach(List.of(), List.of(said), List.of(), Map.of(), Map.of(), false, mobile, null, null);
    }

    private ReasonCode code(Channel channel, House house, Reach reach, LocalDate today) {
        return decide(channel, house, open.party(open.now().party().with(reach)), today)
                .code();
    }

    private static Decision decide(Channel channel, House house, Item item, LocalDate today) {
        return decide(channel, house, item, today, BusinessCalendar.everyDay());
    }

    private static Decision decide(
            Channel channel, House house, Item item, LocalDate today, BusinessCalendar calendar) {
        Step step = new Step(1, INQUIRY, "Inquiry", channel, "inquiry", Step.Anchor.DUE, 3, false);
        Strategy strategy = new Strategy("One step", 1, List.of(step), 0, 7);
        return Policy.of(strategy, calendar, house).decide(item.now(), today);
    }
}
