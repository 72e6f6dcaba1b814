package dev.dunwell.metrics;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * What had become of one month's billing in one currency at the end of a day, in minor units.
 *
 * @param billedDays billed, times the days from the first of the month to the issue; {@code settledDays} alike
 * @param collected paid; {@code settled} with what was credited, deducted or written off
 * @param matured became ninety days past due by then; {@code atRisk} of that what was still open on that day
 */
public record MonthStanding(
        YearMonth month,
        BigDecimal billed,
        BigDecimal billedDays,
        BigDecimal settled,
        BigDecimal settledDays,
        BigDecimal collected,
        BigDecimal matured,
        BigDecimal atRisk) {

    static MonthStanding of(ResultSet row) throws SQLException {
        return new MonthStanding(
                YearMonth.from(row.getObject("billed_month", LocalDate.class)),
                row.getBigDecimal("billed"),
                row.getBigDecimal("billed_days"),
                row.getBigDecimal("settled"),
                row.getBigDecimal("settled_days"),
                row.getBigDecimal("collected"),
                row.getBigDecimal("matured"),
                row.getBigDecimal("at_risk"));
    }

    /** What is open of it, each amount times its days since issue. */
    BigDecimal openDays(LocalDate on) {
        BigDecimal sinceFirst = BigDecimal.valueOf(ChronoUnit.DAYS.between(month.atDay(1), on));
        return billed.subtract(settled)
                .multiply(sinceFirst)
                .subtract(billedDays)
                .add(settledDays);
    }
}
