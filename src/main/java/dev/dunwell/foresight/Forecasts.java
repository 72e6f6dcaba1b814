package dev.dunwell.foresight;

import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What is expected to come in week by week, now and as it was foretold before. */
@Repository
public class Forecasts {

    private static final String KEPT = Sql.named("foresight/kept-forecasts");

    private final JdbcClient db;

    Forecasts(JdbcClient db) {
        this.db = db;
    }

    /**
     * When and from what a forecast was made.
     *
     * @param invoices open invoices it is the sum of
     * @param sharedErrorPercent by which earlier ones were off together, which widens the band
     */
    public record Made(LocalDate on, int invoices, int sharedErrorPercent) {}

    /**
     * The receipts of one week in one currency, from the invoices that were open when it was foretold.
     *
     * @param weekOn its Monday
     * @param low in one case of ten less comes in
     * @param high in one case of ten more comes in
     */
    public record Week(LocalDate weekOn, Money low, Money expected, Money high) {

        public Currency currency() {
            return expected.currency();
        }
    }

    /**
     * What was foretold for a week before it began, and what came of the same invoices.
     *
     * @param madeOn the last day whose facts it was made from
     */
    public record Kept(LocalDate madeOn, Week week, Money came) {

        public boolean isWithin() {
            return came.minor() >= week.low.minor() && came.minor() <= week.high.minor();
        }
    }

    /** The last one that was made up to a day. */
    @Transactional(readOnly = true)
    public Optional<Made> last(LocalDate today) {
        return db.sql("""
                select made_on, invoices, shared_error
                from foreseen
                where made_on <= :today
                order by made_on desc
                limit 1
                """)
                .param("today", today)
                .query((row, _) -> new Made(
                        row.getObject("made_on", LocalDate.class), row.getInt("invoices"), row.getInt("shared_error")))
                .optional();
    }

    /** Its weeks, currency by currency. */
    @Transactional(readOnly = true)
    public List<Week> weeks(LocalDate madeOn) {
        return db.sql("""
                select currency, week_on, low, expected, high
                from receipts_forecast
                where made_on = :madeOn
                order by currency, week_on
                """).param("madeOn", madeOn).query((row, _) -> week(row)).list();
    }

    /** The weeks that are over, as the forecast kept before each saw them, the latest first, currency by currency. */
    @Transactional(readOnly = true)
    public List<Kept> kept(LocalDate today) {
        return db.sql(KEPT)
                .param("today", today)
                .query((row, _) -> new Kept(
                        row.getObject("made_on", LocalDate.class),
                        week(row),
                        Money.ofMinor(row.getLong("came"), row.getString("currency"))))
                .list();
    }

    private static Week week(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        return new Week(
                row.getObject("week_on", LocalDate.class),
                Money.ofMinor(row.getLong("low"), currency),
                Money.ofMinor(row.getLong("expected"), currency),
                Money.ofMinor(row.getLong("high"), currency));
    }
}
