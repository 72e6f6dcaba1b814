package dev.dunwell.collections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.kernel.BusinessCalendar;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicySpeedTest {

    private static final int DECISIONS = 100_000;

    private final Policy policy = Policy.of(Strategy.sixStages(), BusinessCalendar.of("DE"));

    @Test
    void a_hundred_thousand_decisions_take_a_moment() {
        List<Situation> items = new ArrayList<>();
        List<LocalDate> days = new ArrayList<>();
        for (int seed = 0; seed < DECISIONS; seed++) {
            RandomItems random = new RandomItems(seed);
            Item item = random.any();
            items.add(item.now());
            days.add(random.dayFor(item));
        }
        for (int warming = 0; warming < 5; warming++) {
            decideAll(items, days);
        }
        long began = System.nanoTime();
        long letters = decideAll(items, days);
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        System.out.println("Policy: 100,000 decisions in " + took.toMillis() + " ms");
        assertThat(letters).isGreaterThan(20L * DECISIONS);
        assertThat(took).isLessThan(Duration.ofSeconds(3));
    }

    private long decideAll(List<Situation> items, List<LocalDate> days) {
        long letters = 0;
        for (int i = 0; i < items.size(); i++) {
            letters += policy.decide(items.get(i), days.get(i)).reason().length();
        }
        return letters;
    }
}
