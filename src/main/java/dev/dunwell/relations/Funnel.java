package dev.dunwell.relations;

import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Sql;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * How far the invoices of a period came on their way to being paid: issued, delivered, viewed by a person, contacted,
 * promised or disputed, paid. An invoice may leave places out; each place counts whoever reached it.
 */
@Repository
@Transactional(readOnly = true)
public class Funnel {

    private static final String FUNNEL = Sql.named("relations/funnel");
    private static final String ROWS = Sql.named("relations/funnel-rows");

    private final JdbcClient db;

    Funnel(JdbcClient db) {
        this.db = db;
    }

    /** The places on the way, in their order. */
    public enum Place {
        ISSUED("Issued"),
        DELIVERED("Delivered"),
        VIEWED("Viewed by a person"),
        CONTACTED("Contacted"),
        AGREED("Promised or disputed"),
        PAID("Paid");

        private final String title;

        Place(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Who reached a place.
     *
     * @param issued all invoices of its currency and period
     * @param before how many reached the place before this one; of the first all
     * @param fromBefore how many of those reached this one too
     * @param daysBetween in the middle (median), from the place before; null when nobody came that way
     * @param daysFromIssue in the middle, from the day of issue; null for the first place
     */
    public record Step(
            Place place,
            int issued,
            int reached,
            Money amount,
            int before,
            int fromBefore,
            @Nullable BigDecimal daysBetween,
            @Nullable BigDecimal daysFromIssue) {

        /** In percent of all issued, half-up to one decimal. */
        public BigDecimal share() {
            return percent(reached, issued);
        }

        /** Of those who reached the place before, in percent; null when nobody did. */
        public @Nullable BigDecimal conversion() {
            return before == 0 ? null : percent(fromBefore, before);
        }

        private static BigDecimal percent(int part, int whole) {
            return BigDecimal.valueOf(part * 100L).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
        }
    }

    /** The way of all invoices in one currency. */
    public record Way(String currency, List<Step> steps) {}

    /** An invoice and when it first reached each place; a place it has not reached is absent. */
    public record Row(
            long invoiceId,
            String number,
            Money amount,
            long customerId,
            String customerNumber,
            String customerName,
            Map<Place, LocalDate> on) {}

    /** One way for each currency. */
    public List<Way> of(Period period) {
        return within(FUNNEL, period).query((row, _) -> way(row)).list();
    }

    /** @param isReached those who reached the place, else those who did not; @param currency null for all */
    public List<Row> rows(Period period, Place place, boolean isReached, @Nullable String currency, int limit) {
        return within(ROWS, period)
                .param("place", place.code())
                .param("state", isReached ? "reached" : "not_reached")
                .param("currency", currency)
                .param("limit", limit)
                .query((row, _) -> row(row))
                .list();
    }

    private JdbcClient.StatementSpec within(String sql, Period period) {
        Joins.wholeTables(db);
        return db.sql(sql)
                .param("fromOn", period.from())
                .param("toOn", period.to())
                .param("asOf", period.asOf());
    }

    private static Way way(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        Long[] reached = (Long[]) row.getArray("reached").getArray();
        @Nullable Long[] amounts = (Long[]) row.getArray("amounts").getArray();
        Long[] fromBefore = (Long[]) row.getArray("from_before").getArray();
        @Nullable
        BigDecimal[] between = (BigDecimal[]) row.getArray("days_between").getArray();
        @Nullable
        BigDecimal[] fromIssue = (BigDecimal[]) row.getArray("days_from_issue").getArray();
        List<Step> steps = new ArrayList<>();
        for (Place place : Place.values()) {
            int at = place.ordinal();
            Long amount = amounts[at];
            steps.add(new Step(
                    place,
                    reached[0].intValue(),
                    reached[at].intValue(),
                    Money.ofMinor(amount == null ? 0 : amount, currency),
                    reached[Math.max(0, at - 1)].intValue(),
                    fromBefore[at].intValue(),
                    between[at],
                    fromIssue[at]));
        }
        return new Way(currency, steps);
    }

    private static Row row(ResultSet row) throws SQLException {
        Map<Place, LocalDate> on = new EnumMap<>(Place.class);
        for (Place place : Place.values()) {
            LocalDate day = row.getObject(place.code() + "_on", LocalDate.class);
            if (day != null) {
                on.put(place, day);
            }
        }
        return new Row(
                row.getLong("invoice_id"),
                row.getString("number"),
                Money.ofMinor(row.getLong("amount"), row.getString("currency")),
                row.getLong("customer_id"),
                row.getString("customer_number"),
                row.getString("customer_name"),
                on);
    }
}
