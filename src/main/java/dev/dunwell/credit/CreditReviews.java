package dev.dunwell.credit;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.kernel.Sql;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens a look at the terms of whoever pays late all of a sudden: three of its last five invoices more than ten days
 * late. A person decides with a reason, and the decision stays to be read. Safe to run every night.
 */
@Component
public class CreditReviews {

    private static final int LONGEST_REASON = 500;
    private static final int SHOWN = 100;
    private static final String OPEN = Sql.named("credit/open-reviews");
    private static final String ROWS = """
            select r.*, c.number, c.name
            from credit_review r
            join customer c on c.org_id = r.org_id and c.id = r.customer_id
            """;

    private final JdbcClient db;
    private final Audit audit;

    CreditReviews(JdbcClient db, Audit audit) {
        this.db = db;
        this.audit = audit;
    }

    /** @return how many were opened */
    @Transactional
    public int open(LocalDate today) {
        return db.sql(OPEN).param("today", today).update();
    }

    /** Those that wait, the oldest first. */
    @Transactional(readOnly = true)
    public List<CreditReview> waiting() {
        return db.sql(ROWS + " where r.decided_on is null order by r.opened_on, r.id limit :shown")
                .param("shown", SHOWN)
                .query((row, _) -> review(row))
                .list();
    }

    /** What was decided in these days, the latest first. */
    @Transactional(readOnly = true)
    public List<CreditReview> decided(LocalDate from, LocalDate to) {
        return db.sql(
                        ROWS
                                + " where r.decided_on between :from and :to order by r.decided_on desc, r.id desc limit :shown")
                .param("from", from)
                .param("to", to)
                .param("shown", SHOWN)
                .query((row, _) -> review(row))
                .list();
    }

    /** All of a customer, the latest first. */
    @Transactional(readOnly = true)
    public List<CreditReview> of(long customerId) {
        return db.sql(ROWS + " where r.customer_id = :customer order by r.id desc limit :shown")
                .param("customer", customerId)
                .param("shown", SHOWN)
                .query((row, _) -> review(row))
                .list();
    }

    /** Closes it with what was decided; refuses one without a reason, and a second decision. */
    @Transactional
    public void decide(Caller caller, long id, CreditReview.Decision decision, String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw BadInput.in("reason", "Say why, in at most 500 characters: whoever is asked later will read it.");
        }
        Long customer = db.sql("""
                update credit_review
                set decided_on = :today, decided_by = :by, decision = :decision, reason = :reason
                where id = :id and decided_on is null
                returning customer_id
                """)
                .param("today", caller.today())
                .param("by", caller.actor().name())
                .param("decision", decision.code())
                .param("reason", reason.strip())
                .param("id", id)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new NotFound("review that waits"));
        audit.write(
                caller.actor(),
                "credit.reviewed",
                "customer",
                customer,
                Map.of("decision", decision.code(), "reason", reason.strip()));
    }

    private static CreditReview review(ResultSet row) throws SQLException {
        return new CreditReview(
                row.getLong("id"),
                row.getLong("customer_id"),
                row.getString("number"),
                row.getString("name"),
                row.getObject("opened_on", LocalDate.class),
                row.getString("evidence"),
                decided(row));
    }

    private static CreditReview.@Nullable Decided decided(ResultSet row) throws SQLException {
        LocalDate on = row.getObject("decided_on", LocalDate.class);
        return on == null
                ? null
                : new CreditReview.Decided(
                        on,
                        row.getString("decided_by"),
                        CreditReview.Decision.valueOf(row.getString("decision").toUpperCase(Locale.ROOT)),
                        row.getString("reason"));
    }
}
