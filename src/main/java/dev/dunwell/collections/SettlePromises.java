package dev.dunwell.collections;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.access.Organisation;
import dev.dunwell.kernel.Sql;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Judges promises by the money that came: kept as soon as it is all there; partly kept or broken once the last day,
 * grace included, has passed. The rule is the glossary's (promise to pay, section 1), the organisation's tolerance
 * counts.
 */
@Component
class SettlePromises {

    private static final String ALL = Sql.named("collections/settle-promises");
    private static final String OF_CUSTOMERS = ALL.replace("/* ", "").replace(" */", "");

    private final JdbcClient db;
    private final Audit audit;

    SettlePromises(JdbcClient db, Audit audit) {
        this.db = db;
        this.audit = audit;
    }

    private record Running(long id, long amount, LocalDate lastDay, long received) {

        @Nullable
        String outcome(long tolerance, LocalDate today) {
            if (received >= amount - tolerance) {
                return "kept";
            } else if (!today.isAfter(lastDay)) {
                return null;
            } else {
                return received > 0 ? "partly_kept" : "broken";
            }
        }
    }

    /** Judges every promise of the organisation. */
    @Transactional
    public void run(Organisation organisation, LocalDate today) {
        settle(organisation, today, db.sql(ALL));
    }

    /** Judges the promises of these customers, in one query however many they are; nobody else's are looked at. */
    @Transactional
    public void run(Organisation organisation, LocalDate today, Set<Long> customers) {
        settle(organisation, today, db.sql(OF_CUSTOMERS).param("customers", customers.toArray(Long[]::new)));
    }

    private void settle(Organisation organisation, LocalDate today, StatementSpec receipts) {
        for (Running promise : running(today, receipts)) {
            String outcome = promise.outcome(organisation.tolerance(), today);
            if (outcome != null) {
                judge(promise, outcome, today);
            }
        }
    }

    private static List<Running> running(LocalDate today, StatementSpec receipts) {
        return receipts.param("today", today)
                .query((row, _) -> new Running(
                        row.getLong("id"),
                        row.getLong("amount"),
                        row.getObject("last_day", LocalDate.class),
                        row.getLong("received")))
                .list();
    }

    private void judge(Running promise, String outcome, LocalDate today) {
        db.sql("""
                update promise set state = :outcome, received = :received, settled_on = :today, settled_at = now()
                where id = :id and state = 'open'
                """)
                .param("outcome", outcome)
                .param("received", promise.received)
                .param("today", today)
                .param("id", promise.id)
                .update();
        audit.write(
                Actor.automation("promises"),
                "promise." + outcome,
                "promise",
                promise.id,
                Map.of("received", promise.received));
    }
}
