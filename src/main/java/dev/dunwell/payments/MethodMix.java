package dev.dunwell.payments;

import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Sql;
import dev.dunwell.web.BadInput;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** With what customers pay: the share of each method, how long it takes, and what it costs them on top. */
@Repository
public class MethodMix {

    private static final String MIX = Sql.named("payments/method-mix");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final JdbcClient db;

    MethodMix(JdbcClient db) {
        this.db = db;
    }

    /**
     * One method in one currency.
     *
     * @param percent of the money of its currency, with one decimal
     * @param daysFromIssue weighted by amount; null where nothing was settled yet
     * @param daysFromDue the same from the due date; below zero when early
     */
    public record Row(
            String method,
            int payments,
            Money amount,
            BigDecimal percent,
            Money surcharge,
            @Nullable BigDecimal daysFromIssue,
            @Nullable BigDecimal daysFromDue) {

        /** {@code 12.5}; a dash where nothing was settled yet. */
        public String days(@Nullable BigDecimal days) {
            return days == null ? "–" : days.toPlainString().replace('-', '\u2212');
        }

        public String title() {
            return switch (method) {
                case "card" -> "Card (Stripe)";
                case "paypal" -> "PayPal";
                case "direct_debit" -> "Direct debit";
                default -> "Transfer and other";
            };
        }
    }

    /** Of the money received from one day to another, both included. */
    @Transactional(readOnly = true)
    public List<Row> between(LocalDate from, LocalDate to) {
        if (from.isAfter(to)) {
            throw BadInput.in("from", "The period ends before it begins: give an earlier first day.");
        }
        List<Row> rows = db.sql(MIX)
                .param("fromOn", from)
                .param("toOn", to)
                .query((row, _) -> {
                    String currency = row.getString("currency");
                    return new Row(
                            row.getString("method"),
                            row.getInt("payments"),
                            Money.ofMinor(row.getLong("amount"), currency),
                            BigDecimal.ZERO,
                            Money.ofMinor(row.getLong("surcharge"), currency),
                            row.getBigDecimal("days_from_issue"),
                            row.getBigDecimal("days_from_due"));
                })
                .list();
        return rows.stream().map(row -> withShare(row, rows)).toList();
    }

    private static Row withShare(Row row, List<Row> all) {
        Money total = all.stream()
                .map(Row::amount)
                .filter(amount -> amount.currency().equals(row.amount.currency()))
                .reduce(Money::plus)
                .orElse(row.amount);
        BigDecimal percent = row.amount.amount().multiply(HUNDRED).divide(total.amount(), 1, RoundingMode.HALF_UP);
        return new Row(
                row.method, row.payments, row.amount, percent, row.surcharge, row.daysFromIssue, row.daysFromDue);
    }
}
