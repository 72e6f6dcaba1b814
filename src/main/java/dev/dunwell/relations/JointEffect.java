package dev.dunwell.relations;

import dev.dunwell.kernel.Sql;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What comes of reminders that go along in joint mails, beside those that leave by themselves; from the organisation's
 * own messages and books alone. Who wishes joint mails chose that themselves, so the difference is no proof.
 */
@Repository
@Transactional(readOnly = true)
public class JointEffect {

    private static final String EFFECT = Sql.named("relations/joint-effect");

    private final JdbcClient db;

    JointEffect(JdbcClient db) {
        this.db = db;
    }

    /**
     * The friendly reminders that left one way.
     *
     * @param isJoint along in joint mails, else by themselves
     * @param readers different addresses
     * @param asked reminders followed by a question within 14 days
     * @param optedOut the same of opt-outs from mail
     * @param invoices whose first reminder of the period is among them
     * @param paid of those, in full and until the day of the report
     * @param days from leaving to the last payment, all paid ones together; never below zero for one
     * @param median of the same, in days; null when none was paid
     */
    public record Way(
            boolean isJoint,
            int reminders,
            int readers,
            int asked,
            int optedOut,
            int invoices,
            int paid,
            long days,
            @Nullable BigDecimal median) {

        /** Days by paid invoices, half-up to one decimal; null when none was paid. */
        public @Nullable BigDecimal mean() {
            return paid == 0
                    ? null
                    : BigDecimal.valueOf(days).divide(BigDecimal.valueOf(paid), 1, RoundingMode.HALF_UP);
        }

        /** In percent of the invoices, half-up to one decimal; null without any. */
        public @Nullable BigDecimal paidShare() {
            return percent(paid, invoices);
        }

        public @Nullable BigDecimal askedShare() {
            return percent(asked, reminders);
        }

        public @Nullable BigDecimal optedOutShare() {
            return percent(optedOut, reminders);
        }

        private static @Nullable BigDecimal percent(int part, int whole) {
            return whole == 0
                    ? null
                    : BigDecimal.valueOf(part * 100L).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
        }
    }

    /** Two: the joint ones and the others. */
    public List<Way> of(Period period) {
        return db.sql(EFFECT)
                .param("fromOn", period.from())
                .param("toOn", period.to())
                .param("asOf", period.asOf())
                .query((row, _) -> new Way(
                        row.getBoolean("joint"),
                        row.getInt("reminders"),
                        row.getInt("readers"),
                        row.getInt("asked"),
                        row.getInt("left_us"),
                        row.getInt("invoices"),
                        row.getInt("paid"),
                        row.getLong("days"),
                        row.getBigDecimal("median")))
                .list();
    }
}
