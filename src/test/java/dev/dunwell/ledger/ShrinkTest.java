package dev.dunwell.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShrinkTest {

    @Test
    void only_what_it_needs_to_fail_is_left() {
        List<Integer> hundred = IntStream.range(0, 100).boxed().toList();
        assertThat(Shrink.shortest(hundred, list -> list.contains(17) && list.contains(83)))
                .containsExactly(17, 83);
    }

    @Test
    void what_fails_by_itself_is_one_step() {
        assertThat(Shrink.shortest(List.of(1, 2, 3, 4, 5), list -> list.contains(4))).containsExactly(4);
    }
}
