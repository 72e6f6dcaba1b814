package dev.dunwell.collections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.kernel.BusinessCalendar;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/**
 * How a letter may speak to whom, and who is reached by post. On day 15 after the due date the firm reminder is due.
 */
class WordingRulesTest {

    private final Policy policy = Policy.of(Strategy.sixStages(), BusinessCalendar.everyDay());
    private final Item open = Item.open();
    private final Item firmDue = open.taken(6, 7);

    @Test
    void a_firm_word_to_a_valuable_customer_waits_for_approval_and_says_why() {
        Decision decision = decide(valued(firmDue), 15);
        assertThat(decision.code()).isEqualTo(ReasonCode.APPROVAL_PENDING);
        assertThat(decision.reason())
                .isEqualTo("Firm reminder waits for approval: Nora marked the customer as valuable on Mon 1 Jun,"
                        + " our oldest.");
        assertThat(decide(valued(firmDue.approved()), 15).action()).isEqualTo(Action.SEND);
        assertThat(decide(firmDue, 15).action()).isEqualTo(Action.SEND);
    }

    @Test
    void a_word_that_is_not_firm_goes_to_a_valuable_customer_as_to_anybody() {
        assertThat(decide(valued(open), 3).action()).isEqualTo(Action.SEND);
    }

    @Test
    void whom_no_mail_reaches_is_written_to_by_post() {
        Item nobody = open.contacts(null, null);
        assertThat(decide(nobody, 3).code()).isEqualTo(ReasonCode.NO_CONTACT);
        assertThat(decide(withPost(nobody), 3).action()).isEqualTo(Action.SEND);
        Item bounced = open.contacts(Item.ANA, Item.ANA.email());
        assertThat(decide(bounced, 3).code()).isEqualTo(ReasonCode.ADDRESS_BOUNCED);
        assertThat(decide(withPost(bounced), 3).action()).isEqualTo(Action.SEND);
    }

    private Decision decide(Item item, int day) {
        return policy.decide(item.now(), item.day(day));
    }

    private static Item valued(Item item) {
        return item.regarded(new Regard(null, new Regard.Valued(LocalDate.of(2026, 6, 1), "Nora", "our oldest")));
    }

    private static Item withPost(Item item) {
        return item.regarded(new Regard(new Regard.Postal("", "12 Mill Lane\nBath"), null));
    }
}
