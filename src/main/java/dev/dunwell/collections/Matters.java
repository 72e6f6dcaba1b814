package dev.dunwell.collections;

import dev.dunwell.kernel.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What is being talked about on one item, beside what concerns its whole customer. Amounts are in the item's currency.
 *
 * @param promise that names this item
 * @param plan that it is paid by, while that runs
 * @param planBrokenOn the day on which its last plan was broken, null when none was
 * @param question the oldest question about it that waits for an answer
 * @param disputed a part of what is open, above zero, with more than the tolerance left beside it; the rest is asked
 *     for
 */
public record Matters(
        @Nullable Promised promise,
        @Nullable Plan plan,
        @Nullable LocalDate planBrokenOn,
        @Nullable Question question,
        @Nullable Disputed disputed) {

    public static final Matters NONE = new Matters(null, null, null, null, null);

    /** Money promised for this item; {@code until} is the last day it is waited for, grace included. */
    public record Promised(Money amount, LocalDate dueOn, LocalDate until) {}

    /**
     * The line of a plan that is asked for next.
     *
     * @param missing what is not there yet of it and of all before it
     * @param until the last day it is waited for, grace included; after it the plan is broken
     */
    public record Plan(Money missing, LocalDate dueOn, LocalDate until) {

        boolean isBehind(LocalDate today) {
            return today.isAfter(dueOn);
        }

        boolean isBroken(LocalDate today) {
            return today.isAfter(until);
        }
    }

    /** Since when they wait for an answer, and when they are to have it. */
    public record Question(LocalDate askedOn, LocalDate answerBy) {}

    /** The part that is disputed, and since when. */
    public record Disputed(Money part, LocalDate since) {}

    /** From a row of {@code sql/collections/items.sql}; a part that is disputed is the caller's to weigh. */
    static Matters of(ResultSet row, Currency currency) throws SQLException {
        LocalDate promisedFor = day(row, "promised_for");
        LocalDate planDueOn = day(row, "plan_due_on");
        LocalDate brokenOn = day(row, "plan_broken_on");
        LocalDate askedOn = day(row, "asked_on");
        if (promisedFor == null && planDueOn == null && brokenOn == null && askedOn == null) {
            return NONE;
        }
        return new Matters(
                promisedFor == null
                        ? null
                        : new Promised(
                                new Money(row.getLong("promised"), currency),
                                promisedFor,
                                row.getObject("promised_until", LocalDate.class)),
                planDueOn == null
                        ? null
                        : new Plan(
                                new Money(row.getLong("plan_missing"), currency),
                                planDueOn,
                                row.getObject("plan_until", LocalDate.class)),
                brokenOn,
                askedOn == null ? null : new Question(askedOn, row.getObject("answer_by", LocalDate.class)),
                null);
    }

    Matters with(Disputed disputed) {
        return new Matters(promise, plan, planBrokenOn, question, disputed);
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
