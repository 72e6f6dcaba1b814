package dev.dunwell.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.messaging.JointParts.One;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An answer to a joint mail, line by line. */
class JointAnswerTest {

    private static final One ALPHA = new One(1, "<a@x>", "Your account", Set.of("Alpha Supplies", "Alpha", "A-77"));
    private static final One BRAVO = new One(2, "<b@x>", "Your account", Set.of("Bravo Tools", "Bravo", "B-12"));
    private static final List<One> BOTH = List.of(ALPHA, BRAVO);

    @Test
    void what_names_nobody_is_for_all() {
        assertThat(JointAnswer.of("We pay on Friday.", BOTH))
                .containsEntry(ALPHA, "We pay on Friday.")
                .containsEntry(BRAVO, "We pay on Friday.");
    }

    @Test
    void what_names_one_is_for_that_one_with_what_names_nobody() {
        assertThat(JointAnswer.of("b-12 is paid.\nBest wishes", BOTH))
                .containsExactlyEntriesOf(Map.of(BRAVO, "b-12 is paid.\nBest wishes"));
    }

    @Test
    void each_reads_its_own_lines() {
        var all = JointAnswer.of("Alpha: paid.\nBravo: which order?\nAnn", BOTH);
        assertThat(all.get(ALPHA)).isEqualTo("Alpha: paid.\nAnn");
        assertThat(all.get(BRAVO)).isEqualTo("Bravo: which order?\nAnn");
    }

    @Test
    void a_line_that_names_two_is_shown_to_none_and_both_are_told_to_ask() {
        var all = JointAnswer.of("Alpha and Bravo are both paid.", BOTH);
        assertThat(all).containsOnlyKeys(ALPHA, BRAVO).containsValues(JointAnswer.ASK);
        assertThat(JointAnswer.ASK).doesNotContain("Alpha", "Bravo", "other");
    }

    @Test
    void two_parts_of_one_vendor_do_not_hide_their_lines_from_each_other() {
        One second = new One(1, "<c@x>", "Your account", Set.of("Alpha Supplies", "Alpha", "A-80"));
        assertThat(JointAnswer.of("A-77 and A-80 are paid.", List.of(ALPHA, second)))
                .containsEntry(ALPHA, "A-77 and A-80 are paid.")
                .containsEntry(second, "A-77 and A-80 are paid.");
    }
}
