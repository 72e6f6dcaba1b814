package dev.dunwell.cases;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.collections.CustomersTouched;
import dev.dunwell.kernel.Sql;
import dev.dunwell.ledger.Customers;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is a chronic debtor: a rule proposes with its evidence, a credit manager says so with a reason, and takes it back
 * with another. What was said before stays to be read.
 */
@Component
public class ChronicDebtors {

    private static final String LATE_PAYERS = Sql.named("cases/late-payers");
    private static final int LONGEST = 500;

    private final JdbcClient db;
    private final Customers customers;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    ChronicDebtors(JdbcClient db, Customers customers, Audit audit, ApplicationEventPublisher events) {
        this.db = db;
        this.customers = customers;
        this.audit = audit;
        this.events = events;
    }

    /** Whom the rule proposes, and what speaks for it. */
    public record Proposal(long customerId, String number, String name, String evidence) {}

    /** Those that nobody called so yet, the latest payers first. */
    @Transactional(readOnly = true)
    public List<Proposal> proposals(LocalDate today, int limit) {
        return proposals(0, today, limit);
    }

    /** Whether the rule proposes this one, and why. */
    @Transactional(readOnly = true)
    public Optional<Proposal> proposal(long customerId, LocalDate today) {
        return proposals(customerId, today, 1).stream().findFirst();
    }

    /** All that was said of a customer, the latest first. */
    @Transactional(readOnly = true)
    public List<DebtorFlag> history(long customerId) {
        return db.sql("select * from debtor_flag where customer_id = ? order by id desc limit 50")
                .param(customerId)
                .query(ChronicDebtors::flag)
                .list();
    }

    /** Says that a customer pays late as a habit; refuses a second time, and without a reason. */
    @Transactional
    public void flag(Caller caller, long customerId, String reason) {
        checkReason(reason);
        if (customers.byId(customerId).isEmpty()) {
            throw new NotFound("customer");
        }
        String evidence =
                proposal(customerId, caller.today()).map(Proposal::evidence).orElse("");
        int flagged = db.sql("""
                insert into debtor_flag (customer_id, reason, evidence, from_on, author)
                values (:customer, :reason, :evidence, :today, :author)
                on conflict do nothing
                """)
                .param("customer", customerId)
                .param("reason", reason.strip())
                .param("evidence", evidence)
                .param("today", caller.today())
                .param("author", caller.actor().name())
                .update();
        if (flagged == 0) {
            throw Refusal.conflict("debtor.flagged", "This customer is called a chronic debtor already.");
        }
        tell(caller, "debtor.flagged", customerId, reason);
    }

    /** Takes it back from today on. */
    @Transactional
    public void clear(Caller caller, long customerId, String reason) {
        checkReason(reason);
        int cleared = db.sql("""
                update debtor_flag set ended_on = :today, ended_by = :author, end_reason = :reason
                where customer_id = :customer and ended_on is null
                """)
                .param("today", caller.today())
                .param("author", caller.actor().name())
                .param("reason", reason.strip())
                .param("customer", customerId)
                .update();
        if (cleared == 0) {
            throw new NotFound("standing flag");
        }
        tell(caller, "debtor.cleared", customerId, reason);
    }

    private static void checkReason(String reason) {
        if (reason.isBlank() || reason.length() > LONGEST) {
            throw BadInput.in("reason", "Say why, in at most 500 characters: it will be read when they object.");
        }
    }

    private void tell(Caller caller, String act, long customerId, String reason) {
        events.publishEvent(new CustomersTouched(Set.of(customerId)));
        audit.write(caller.actor(), act, "customer", customerId, Map.of("reason", reason.strip()));
    }

    private List<Proposal> proposals(long customerId, LocalDate today, int limit) {
        return db.sql(LATE_PAYERS)
                .param("customer", customerId)
                .param("today", today)
                .param("limit", limit)
                .query((row, _) ->
                        new Proposal(row.getLong("id"), row.getString("number"), row.getString("name"), evidence(row)))
                .list();
    }

    private static String evidence(ResultSet row) throws SQLException {
        List<String> evidence = new ArrayList<>();
        if (row.getLong("late") > 0) {
            evidence.add("%d of %d invoices of the last year more than 30 days late"
                    .formatted(row.getLong("late"), row.getLong("invoices")));
        }
        if (row.getLong("broken") > 0) {
            evidence.add("%d of the last 3 promises not kept".formatted(row.getLong("broken")));
        }
        return String.join("; ", evidence);
    }

    private static DebtorFlag flag(ResultSet row, int n) throws SQLException {
        LocalDate endedOn = row.getObject("ended_on", LocalDate.class);
        return new DebtorFlag(
                row.getLong("id"),
                row.getString("reason"),
                row.getString("evidence"),
                row.getObject("from_on", LocalDate.class),
                row.getString("author"),
                endedOn == null
                        ? null
                        : new DebtorFlag.End(endedOn, row.getString("ended_by"), row.getString("end_reason")));
    }
}
