package dev.dunwell.cases;

import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A debt paid in parts, as a customer and we agreed.
 *
 * @param amount of all its lines, and of what was open of its invoices when it was proposed
 * @param paid what came since then; only of a plan that runs
 * @param next the line that is asked for; null when none is, and while the plan does not run
 * @param graceDays how long a line is waited for after its day
 * @param hash of the agreement as it was printed
 */
public record Plan(
        long id,
        Case.Whose whose,
        Money amount,
        Money paid,
        @Nullable Next next,
        int graceDays,
        State state,
        Origin origin,
        @Nullable Acceptance acceptance,
        @Nullable End end,
        @Nullable String hash) {

    /** Where a plan stands. On track and behind are derived from cash, the others are facts. */
    public enum State {
        PROPOSED("Proposed"),
        ON_TRACK("On track"),
        BEHIND("Behind"),
        FINISHED("Finished"),
        BROKEN("Broken"),
        DECLINED("Declined"),
        WITHDRAWN("Withdrawn");

        private final String title;

        State(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public boolean isLive() {
            return this == PROPOSED || this == ON_TRACK || this == BEHIND;
        }

        public boolean isRunning() {
            return this == ON_TRACK || this == BEHIND;
        }
    }

    /** Who proposed it, and when. */
    public record Origin(LocalDate on, String author) {}

    /** Who of the customer's people said yes, and when. */
    public record Acceptance(LocalDate on, String by) {}

    /** How it ended. */
    public record End(LocalDate on, String by, String reason) {}

    /** The line that is asked for; {@code missing} is what is not there of it and of those before it. */
    public record Next(int line, LocalDate dueOn, Money missing, LocalDate lastDay) {}

    /** One part of the debt and its day. */
    public record Line(LocalDate dueOn, Money amount) {}

    /** A line with what is there of it: the earliest are filled first. */
    public record Filled(int number, LocalDate dueOn, Money amount, Money paid) {

        public boolean isPaid() {
            return paid.equals(amount);
        }
    }

    /** An invoice in it, with what was open of it then and is today. */
    public record Part(long invoiceId, String number, Money then, Money now) {}

    /** Pours what was paid over the lines, the earliest first. */
    public static List<Filled> fill(List<Line> lines, Money paid) {
        List<Filled> filled = new ArrayList<>();
        Money left = paid;
        for (Line line : lines) {
            Money here = left.compareTo(line.amount) < 0 ? left : line.amount;
            Money there = here.isNegative() ? Money.zero(here.currency()) : here;
            filled.add(new Filled(filled.size() + 1, line.dueOn, line.amount, there));
            left = left.minus(there);
        }
        return filled;
    }

    public String url() {
        return "/plans/" + id;
    }
}
