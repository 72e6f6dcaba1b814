package dev.dunwell.cases;

import dev.dunwell.access.Caller;
import dev.dunwell.ledger.CustomerMarks;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says in the list of customers who is a chronic debtor. */
@Component
class DebtorMarks implements CustomerMarks {

    private final JdbcClient db;

    DebtorMarks(JdbcClient db) {
        this.db = db;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, String> of(Caller caller, Collection<Long> customers) {
        Map<Long, String> marks = new HashMap<>();
        db.sql("select customer_id from debtor_flag where ended_on is null and customer_id = any(:customers)")
                .param("customers", customers.toArray(Long[]::new))
                .query(row -> {
                    marks.put(row.getLong("customer_id"), "Chronic debtor");
                });
        return marks;
    }
}
