package dev.dunwell.collections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.kernel.BusinessCalendar;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What tonight's own mail changes, and what it does not: a night may be cut short and decide again. */
class JudgeTest {

    private static final Judge JUDGE =
            Judge.of(Playbook.shipped(Item.DUE), BusinessCalendar.everyDay(), Item.DUE.plusDays(8), false);
    private static final LocalDate TODAY = Item.DUE.plusDays(8);

    private final Item callIsDue = Item.open().taken(5, 1);
    private final Item noticeWaits = Item.due(TODAY.minusDays(50)).taken(9, 40);
    private final Item mailIsDue = Item.due(TODAY.minusDays(3)).taken(4, -2);

    @Test
    void a_call_and_an_approval_stand_though_tonights_mail_is_written() {
        List<Decision> before = decided(null);
        List<Decision> after = decided(new Dossier.LastContact(TODAY, "mail out", ""));
        assertThat(before.get(0).code()).isEqualTo(ReasonCode.CALL_DUE);
        assertThat(before.get(1).code()).isEqualTo(ReasonCode.APPROVAL_PENDING);
        assertThat(after.subList(0, 2)).isEqualTo(before.subList(0, 2));
    }

    @Test
    void no_second_message_goes_tonight() {
        assertThat(decided(null).getLast().action()).isEqualTo(Action.SEND);
        Decision after = decided(new Dossier.LastContact(TODAY, "mail out", "")).getLast();
        assertThat(after.code()).isEqualTo(ReasonCode.COOL_DOWN);
        assertThat(after.nextOn()).isEqualTo(TODAY.plusDays(3));
    }

    private List<Decision> decided(Dossier.@Nullable LastContact last) {
        List<OpenCase> items = List.of(
                new OpenCase(1, callIsDue.now(), null),
                new OpenCase(2, noticeWaits.now(), null),
                new OpenCase(3, mailIsDue.now(), null));
        Party party = Item.open().now().party();
        var dossier = new Dossier(
                1,
                "1",
                "Castellano",
                null,
                null,
                party,
                null,
                null,
                null,
                last,
                null,
                List.of(),
                items,
                null,
                Traits.UNKNOWN);
        return JUDGE.decide(dossier).stream().map(Verdict::decision).toList();
    }
}
