package dev.dunwell.metrics;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;

/** The book of one currency at the end of a day, in minor units. */
public record Standing(LocalDate on, Map<Fact, BigDecimal> facts) {

    private static final LocalDate EPOCH = LocalDate.of(2000, 1, 1);

    static Standing nothing(LocalDate on) {
        return new Standing(on, Map.of());
    }

    static Standing of(LocalDate on, ResultSet row) throws SQLException {
        Map<Fact, BigDecimal> facts = new EnumMap<>(Fact.class);
        for (Fact fact : Fact.values()) {
            facts.put(fact, row.getBigDecimal(fact.column()));
        }
        return new Standing(on, facts);
    }

    public BigDecimal of(Fact fact) {
        return facts.getOrDefault(fact, BigDecimal.ZERO);
    }

    /** Open and past due. */
    public BigDecimal overdue() {
        return of(Fact.OPEN).subtract(of(Fact.NOT_DUE));
    }

    /** What is open and past due, each amount times its days past due. */
    public BigDecimal openLateDays() {
        return overdue()
                .multiply(BigDecimal.valueOf(ChronoUnit.DAYS.between(EPOCH, on)))
                .subtract(of(Fact.LATE_SINCE));
    }
}
