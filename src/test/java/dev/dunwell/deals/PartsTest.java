package dev.dunwell.deals;

import static dev.dunwell.ledger.Book.eur;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.agreements.Tax;
import dev.dunwell.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PartsTest {

    private static final LocalDate ANY = LocalDate.of(2026, 3, 2);

    @Test
    void three_thirds_of_a_hundred_and_a_cent_are_the_whole() {
        assertThat(agreed(eur("100.01"), "33.33", "33.33", "33.34"))
                .containsExactly(eur("33.33"), eur("33.34"), eur("33.34"));
    }

    @Test
    void an_amount_agreed_stays_as_it_is() {
        assertThat(Parts.amount(eur("100.00"), List.of(), new Parts.Share(null, eur("12.34"))))
                .isEqualTo(eur("12.34"));
    }

    @Test
    void a_part_has_each_tax_in_the_proportion_of_the_order() {
        Map<Tax, Money> whole = taxes("S19", "1000.00", "S7", "200.00");
        assertThat(Parts.byTax(whole, eur("0.00"), eur("360.00")))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(Tax.parse("S19"), eur("300.00"), Tax.parse("S7"), eur("60.00")));
    }

    @Test
    void parts_that_make_a_whole_sum_to_each_tax_of_it() {
        var random = new Random(7);
        for (int run = 0; run < 500; run++) {
            Map<Tax, Money> whole = taxes(
                    "S19",
                    cents(random.nextInt(100_000)),
                    "S7",
                    cents(random.nextInt(900)),
                    "Z",
                    cents(random.nextInt(50)));
            Money net = whole.values().stream().reduce(Money::plus).orElseThrow();
            Map<Tax, Money> sums = new TreeMap<>(Comparator.comparing(Tax::toString));
            Money before = eur("0.00");
            for (Money part : agreed(net, "10", "33.3", "16.7", "40")) {
                Parts.byTax(whole, before, part).forEach((tax, amount) -> sums.merge(tax, amount, Money::plus));
                before = before.plus(part);
            }
            assertThat(sums).as("run " + run).isEqualTo(whole);
        }
    }

    private static String cents(int cents) {
        return BigDecimal.valueOf(cents + 1L, 2).toPlainString();
    }

    private static Map<Tax, Money> taxes(String... pairs) {
        Map<Tax, Money> taxes = new TreeMap<>(Comparator.comparing(Tax::toString));
        for (int i = 0; i < pairs.length; i += 2) {
            taxes.put(Tax.parse(pairs[i]), eur(pairs[i + 1]));
        }
        return taxes;
    }

    private static List<Money> agreed(Money net, String... percents) {
        List<Part> parts = new ArrayList<>();
        for (String percent : percents) {
            var share = new BigDecimal(percent);
            Money amount = Parts.amount(net, parts, new Parts.Share(share, null));
            parts.add(new Part(0, Part.Kind.MILESTONE, percent, share, amount, ANY, null));
        }
        return parts.stream().map(Part::amount).toList();
    }
}
