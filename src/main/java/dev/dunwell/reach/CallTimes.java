package dev.dunwell.reach;

import dev.dunwell.kernel.Sql;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** When customers are best called, by the calls of the last year. */
@Repository
public class CallTimes {

    private static final String HOURS = Sql.named("reach/call-times");

    private final JdbcClient db;

    CallTimes(JdbcClient db) {
        this.db = db;
    }

    /** Of these customers those of whom something can be said; one query, however many they are. */
    @Transactional(readOnly = true)
    public Map<Long, GoodHours> of(Collection<Long> customers, LocalDate today) {
        Map<Long, List<GoodHours.Hour>> called = new HashMap<>();
        db.sql(HOURS)
                .param("customers", customers.toArray(Long[]::new))
                .param("today", today)
                .query(row -> {
                    called.computeIfAbsent(row.getLong("customer_id"), _ -> new ArrayList<>())
                            .add(new GoodHours.Hour(row.getInt("hour"), row.getInt("calls"), row.getInt("reached")));
                });
        Map<Long, GoodHours> good = new HashMap<>();
        called.forEach((customer, hours) -> GoodHours.of(hours).ifPresent(best -> good.put(customer, best)));
        return good;
    }
}
