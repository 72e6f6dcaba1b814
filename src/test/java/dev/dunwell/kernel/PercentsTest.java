package dev.dunwell.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PercentsTest {

    private static List<Integer> of(long... parts) {
        return Percents.of(
                Arrays.stream(parts).mapToObj(p -> Money.ofMinor(p, "EUR")).toList());
    }

    @Test
    void they_sum_to_a_hundred() {
        assertThat(of(1, 1, 1)).containsExactly(34, 33, 33);
        assertThat(of(50, 50)).containsExactly(50, 50);
        assertThat(of(999, 1)).containsExactly(100, 0);
        assertThat(of(0, 7)).containsExactly(0, 100);
        assertThat(of(Long.MAX_VALUE / 2, Long.MAX_VALUE / 2)).containsExactly(50, 50);
    }

    @Test
    void of_nothing_there_is_no_share() {
        assertThat(of(0, 0)).containsExactly(0, 0);
        assertThat(Percents.of(List.of())).isEmpty();
    }
}
