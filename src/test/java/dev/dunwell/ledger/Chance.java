package dev.dunwell.ledger;

import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Days, amounts and choices, the same for the same seed. */
class Chance {

    static final LocalDate START = LocalDate.of(2026, 1, 1);
    static final int DAYS = 120;
    private static final List<String> CURRENCIES = List.of("EUR", "EUR", "EUR", "JPY", "KWD");

    private final Random random;

    Chance(long seed) {
        this.random = new Random(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    LocalDate day() {
        return START.plusDays(random.nextInt(DAYS));
    }

    /** Two days before it to seventeen after. */
    LocalDate around(LocalDate day) {
        return day.plusDays(random.nextInt(20) - 2);
    }

    Money money() {
        return Money.ofMinor(1 + random.nextLong(20_000), any(CURRENCIES));
    }

    /** Above zero, at most the whole, in one of four cases all of it. */
    Money part(Money whole) {
        return oneIn(4) ? whole : new Money(1 + random.nextLong(whole.minor()), whole.currency());
    }

    /** All of it, all but 2 %, a little less or a little more. */
    Money about(Money open) {
        long minor = open.minor();
        long chosen = switch (random.nextInt(4)) {
            case 0 -> minor;
            case 1 -> minor - Math.round(minor / 50.0);
            case 2 -> minor - random.nextInt(150);
            default -> minor + random.nextInt(150);
        };
        return new Money(Math.max(1, chosen), open.currency());
    }

    /** None in two of three cases; else three that sum to the amount. */
    List<Instalment> instalments(LocalDate issued, Money amount) {
        if (below(3) > 0 || amount.minor() < 10) {
            return List.of();
        }
        long first = 1 + random.nextLong(amount.minor() / 2);
        long second = 1 + random.nextLong(amount.minor() / 3);
        return List.of(
                new Instalment(issued.plusDays(10), new Money(first, amount.currency())),
                new Instalment(issued.plusDays(30), new Money(second, amount.currency())),
                new Instalment(issued.plusDays(60), new Money(amount.minor() - first - second, amount.currency())));
    }

    <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    <T> Optional<T> some(List<T> list) {
        return list.isEmpty() ? Optional.empty() : Optional.of(any(list));
    }
}
