package dev.dunwell.collections;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What happens next with a customer, when and why, from what was decided for each of its open items. */
@Repository
public class NextSteps {

    private final JdbcClient db;

    NextSteps(JdbcClient db) {
        this.db = db;
    }

    /**
     * What was decided for one open item.
     *
     * @param isSent whether the message is already written
     */
    public record Item(String number, Action action, String reason, LocalDate nextOn, boolean isSent) {}

    /** Why a person is needed, as the worklist says it. */
    public record Need(Level level, String why, String nextStep, String nextSmall) {}

    /** Of one customer, the soonest first; empty when nothing is open. */
    @Transactional(readOnly = true)
    public List<Item> items(long customerId, LocalDate today) {
        return db.sql("""
                select i.number, d.action, d.reason, d.next_on,
                       d.action = 'send' and exists (
                         select 1
                         from step_taken t
                         where t.invoice_id = i.id and t.step = d.step and t.taken_on >= d.decided_on) as is_sent
                from open_invoice(:today) i
                join decision d on d.invoice_id = i.id and d.superseded_on is null
                where i.customer_id = :customer
                order by d.next_on, i.due_on, i.id
                """)
                .param("today", today)
                .param("customer", customerId)
                .query((row, _) -> new Item(
                        row.getString("number"),
                        Action.valueOf(row.getString("action").toUpperCase(Locale.ROOT)),
                        row.getString("reason"),
                        row.getObject("next_on", LocalDate.class),
                        row.getBoolean("is_sent")))
                .list();
    }

    /** Empty when nobody is needed. */
    @Transactional(readOnly = true)
    public Optional<Need> need(long customerId) {
        return db.sql("""
                select level, why, next_step, next_small
                from customer_standing
                where customer_id = :customer and level > 0
                """)
                .param("customer", customerId)
                .query((row, _) -> new Need(
                        Level.of(row.getInt("level")),
                        row.getString("why"),
                        row.getString("next_step"),
                        row.getString("next_small")))
                .optional();
    }
}
