package dev.dunwell.collections;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the worklist of a day, and in which order.
 *
 * @param person whose accounts are "mine", null for a key
 * @param untouchedSince only who was last spoken with or written to before this day, or never; null for all
 */
public record Queue(
        LocalDate today,
        Whose whose,
        @Nullable Long person,
        Order order,
        @Nullable LocalDate untouchedSince) {

    /**
     * Whose accounts. An invoice in somebody's hands brings its customer along; what belongs to somebody who left is
     * nobody's.
     */
    public enum Whose {
        TEAM,
        MINE,
        UNASSIGNED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What comes first inside a level; the levels themselves are never mixed. */
    public enum Order {
        AT_RISK("and (s.level, -s.overdue_amount, s.customer_id) > (:level, :amount, :customer)\n"
                + "order by s.level, -s.overdue_amount, s.customer_id limit :limit"),
        OLDEST("and (s.level, s.oldest_due_on, -s.overdue_amount, s.customer_id) > (:level, :day, :amount, :customer)\n"
                + "order by s.level, s.oldest_due_on, -s.overdue_amount, s.customer_id limit :limit");

        private final String sql;

        Order(String sql) {
            this.sql = sql;
        }

        String sql() {
            return sql;
        }
    }

    /** Everybody's, by money at risk. */
    public static Queue of(LocalDate today) {
        return new Queue(today, Whose.TEAM, null, Order.AT_RISK, null);
    }

    public Queue in(Order other) {
        return new Queue(today, whose, person, other, untouchedSince);
    }

    public Queue untouched(@Nullable Integer days) {
        return new Queue(today, whose, person, order, days == null ? null : today.minusDays(days));
    }
}
