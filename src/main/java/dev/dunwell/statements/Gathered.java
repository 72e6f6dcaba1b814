package dev.dunwell.statements;

import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One currency of one statement while it is read. */
final class Gathered {

    private record Moved(
            LocalDate on,
            String kind,
            String document,
            @Nullable LocalDate dueOn,
            Money amount) {}

    Money opening;
    final List<Statement.Open> open = new ArrayList<>();
    private final List<Moved> moved = new ArrayList<>();

    Gathered(String currency) {
        this.opening = Money.ofMinor(0, currency);
    }

    void line(LocalDate on, String kind, String document, @Nullable LocalDate dueOn, long minor) {
        moved.add(new Moved(on, kind, document, dueOn, new Money(minor, opening.currency())));
    }

    /** @throws IllegalStateException when the lines and what is open disagree: a wrong statement is never written */
    Statement.Section section(Asked asked) {
        List<Statement.Line> lines = new ArrayList<>();
        Money balance = opening;
        for (Moved each : moved) {
            balance = balance.plus(each.amount);
            lines.add(new Statement.Line(each.on, each.kind, each.document, each.dueOn, each.amount, balance));
        }
        var section = new Statement.Section(opening, lines, List.copyOf(open), balance, ages(asked.bucketDays()));
        if (!section.total().equals(balance)) {
            throw new IllegalStateException(
                    "the account moved to " + balance + ", but " + section.total() + " is open");
        }
        return section;
    }

    private List<Money> ages(List<Integer> bucketDays) {
        List<Money> ages = new ArrayList<>(Collections.nCopies(bucketDays.size() + 2, Money.zero(opening.currency())));
        for (Statement.Open item : open) {
            if (item.dueOn() != null) {
                int bucket = item.daysOverdue() == 0
                        ? 0
                        : 1
                                + (int) bucketDays.stream()
                                        .filter(last -> last < item.daysOverdue())
                                        .count();
                ages.set(bucket, ages.get(bucket).plus(item.open()));
            }
        }
        return List.copyOf(ages);
    }
}
