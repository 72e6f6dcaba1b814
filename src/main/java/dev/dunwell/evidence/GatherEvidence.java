package dev.dunwell.evidence;

import dev.dunwell.evidence.Evidence.Claim;
import dev.dunwell.evidence.Evidence.Original;
import dev.dunwell.evidence.Evidence.Sent;
import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Sql;
import dev.dunwell.ledger.Acceptances;
import dev.dunwell.ledger.Customers;
import dev.dunwell.timeline.Timeline;
import dev.dunwell.web.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads all that a pack shows, in a handful of queries whatever its size. */
@Repository
class GatherEvidence {

    private static final String INVOICES = Sql.named("evidence/invoices");
    private static final String MESSAGES = Sql.named("evidence/messages");
    private static final String ORIGINALS = Sql.named("evidence/originals");

    private final JdbcClient db;
    private final Customers customers;
    private final Timeline timeline;
    private final Acceptances acceptances;

    GatherEvidence(JdbcClient db, Customers customers, Timeline timeline, Acceptances acceptances) {
        this.db = db;
        this.customers = customers;
        this.timeline = timeline;
        this.acceptances = acceptances;
    }

    /**
     * @param invoiceId null for all that the customer owes on the day
     * @throws NotFound when there is no such customer, or the invoice is not theirs
     */
    @Transactional(readOnly = true)
    Evidence gather(long customerId, @Nullable Long invoiceId, LocalDate day) {
        var customer = customers.byId(customerId).orElseThrow(() -> new NotFound("customer"));
        List<Claim> claims = ask(INVOICES, customerId, invoiceId, day)
                .query(GatherEvidence::claim)
                .list();
        if (invoiceId != null && claims.isEmpty()) {
            throw new NotFound("invoice");
        }
        return new Evidence(
                customer,
                invoiceId == null ? null : claims.getFirst(),
                day,
                claims,
                timeline.whole(customerId, invoiceId, day),
                ask(MESSAGES, customerId, invoiceId, day)
                        .query(GatherEvidence::sent)
                        .list(),
                acceptances.ofCustomer(customerId),
                originals(claims));
    }

    private JdbcClient.StatementSpec ask(String sql, long customerId, @Nullable Long invoiceId, LocalDate day) {
        return db.sql(sql)
                .param("customer", customerId)
                .param("invoice", invoiceId)
                .param("asOf", day);
    }

    private List<Original> originals(List<Claim> claims) {
        return db.sql(ORIGINALS)
                .param("invoices", claims.stream().map(Claim::id).toArray(Long[]::new))
                .query((row, _) -> new Original(row.getString("hash"), row.getString("file_name"), row.getLong("size")))
                .list();
    }

    private static Claim claim(ResultSet row, int n) throws SQLException {
        String currency = row.getString("currency");
        return new Claim(
                row.getLong("id"),
                row.getString("number"),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getString("reference"),
                Money.ofMinor(row.getLong("amount"), currency),
                Money.ofMinor(row.getLong("open_amount"), currency));
    }

    private static Sent sent(ResultSet row, int n) throws SQLException {
        OffsetDateTime sentAt = row.getObject("sent_at", OffsetDateTime.class);
        return new Sent(
                row.getLong("id"),
                row.getObject("window_on", LocalDate.class),
                row.getString("template"),
                row.getString("to_name"),
                row.getString("to_address"),
                row.getString("message_id"),
                row.getString("state"),
                sentAt == null ? null : sentAt.toInstant(),
                row.getString("subject"),
                Objects.requireNonNullElse(row.getString("body_text"), ""),
                Objects.requireNonNullElse(row.getString("body_html"), ""),
                row.getString("journal"));
    }
}
