package dev.dunwell.relations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.DunwellTest;
import dev.dunwell.access.Tenant;
import dev.dunwell.ledger.Book;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Random years of two vendors who share payers: nobody is asked too often, and everybody is asked at all. */
@DunwellTest
class SurveyPeaceTest {

    private static final int SEEDS = 40;
    private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);

    @Autowired
    Book one;

    @Autowired
    Book other;

    @Autowired
    SurveyPeace peace;

    @Autowired
    TransactionTemplate transaction;

    /** A vendor, one of its payers' contacts, and a day on which it would like to ask. */
    private record Wish(int organisation, String contact, LocalDate on, int invoicesAYear) {}

    @Test
    void never_twice_within_92_days_and_at_most_once_a_year_where_little_is_billed() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            List<Wish> wishes = wishes(seed, random);
            Map<String, Integer> invoices = new HashMap<>();
            wishes.stream()
                    .map(wish -> Map.entry(wish.organisation + wish.contact, wish))
                    .forEach(each -> invoices.put(each.getKey(), each.getValue().invoicesAYear));
            Map<String, List<LocalDate>> asked = asked(wishes);
            for (Map.Entry<String, List<LocalDate>> contact : asked.entrySet()) {
                int billed = invoices.getOrDefault(one.organisation() + contact.getKey(), 0)
                        + invoices.getOrDefault(other.organisation() + contact.getKey(), 0);
                long apart = billed <= 2 ? 366 : 92;
                assertThat(closest(contact.getValue()))
                        .as("seed %d, %s with %d invoices a year", seed, contact.getKey(), billed)
                        .isGreaterThanOrEqualTo(apart);
            }
            assertThat(asked.size()).as("seed " + seed).isGreaterThan(1);
        }
    }

    /** Three years; in every fourth the days come in any order, as where a vendor's day is simulated. */
    private List<Wish> wishes(int seed, Random random) {
        List<Wish> wishes = new ArrayList<>();
        for (int contact = 0; contact < 4; contact++) {
            for (int organisation : new int[] {one.organisation(), other.organisation()}) {
                int invoicesAYear = 1 + random.nextInt(random.nextBoolean() ? 2 : 24);
                String address = "contact%d.of%d@example.com".formatted(contact, seed);
                for (int i = 0; i < invoicesAYear * 3; i++) {
                    wishes.add(new Wish(organisation, address, FIRST.plusDays(random.nextInt(3 * 365)), invoicesAYear));
                }
            }
        }
        wishes.sort(java.util.Comparator.comparing(Wish::on));
        if (seed % 4 == 0) {
            Collections.shuffle(wishes, random);
        }
        return wishes;
    }

    private Map<String, List<LocalDate>> asked(List<Wish> wishes) {
        Map<String, List<LocalDate>> asked = new HashMap<>();
        Map<String, LocalDate> own = new HashMap<>();
        for (Wish wish : wishes) {
            String ours = wish.organisation + wish.contact;
            boolean mayAsk = SurveyRule.mayAsk(wish.on, own.get(ours), wish.invoicesAYear);
            if (mayAsk && take(wish)) {
                asked.computeIfAbsent(wish.contact, _ -> new ArrayList<>()).add(wish.on);
                own.merge(ours, wish.on, (before, now) -> before.isAfter(now) ? before : now);
            }
        }
        return asked;
    }

    private boolean take(Wish wish) {
        String address =
                wish.invoicesAYear % 2 == 0 ? wish.contact : " " + wish.contact.toUpperCase(java.util.Locale.ROOT);
        return Objects.requireNonNull(Tenant.in(
                wish.organisation, () -> transaction.execute(_ -> peace.take(address, wish.on, wish.invoicesAYear))));
    }

    private static long closest(List<LocalDate> days) {
        List<LocalDate> sorted = days.stream().sorted().toList();
        long closest = Long.MAX_VALUE;
        for (int i = 1; i < sorted.size(); i++) {
            closest = Math.min(closest, ChronoUnit.DAYS.between(sorted.get(i - 1), sorted.get(i)));
        }
        return closest;
    }
}
