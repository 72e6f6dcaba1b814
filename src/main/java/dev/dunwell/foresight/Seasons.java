package dev.dunwell.foresight;

import dev.dunwell.foresight.learning.Bill;
import dev.dunwell.foresight.learning.Season;
import dev.dunwell.kernel.Sql;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** When in the year a customer buys and pays, and how its kind does: those who share its first tag, else all others. */
@Repository
public class Seasons {

    private static final int YEARS = 3;
    private static final String PEERS = Sql.named("foresight/peers");

    private final PaidBills bills;
    private final JdbcClient db;

    Seasons(PaidBills bills, JdbcClient db) {
        this.bills = bills;
        this.db = db;
    }

    /** @param asOf a day with all its facts; nothing dated later counts */
    @Transactional(readOnly = true)
    public Season of(long customerId, LocalDate asOf) {
        List<Bill> own =
                bills.of(customerId, asOf).stream().map(KnownBill::bill).toList();
        Map<YearMonth, Season.Bought> peers = new HashMap<>();
        db.sql(PEERS)
                .param("customer", customerId)
                .param("since", asOf.minusYears(YEARS))
                .param("asOf", asOf)
                .query(row -> {
                    peers.put(
                            YearMonth.from(row.getObject("month", LocalDate.class)),
                            new Season.Bought(row.getInt("invoices"), row.getLong("minor")));
                });
        return Season.of(own, peers, asOf.plusDays(1));
    }
}
