package dev.dunwell.payments.debit;

import dev.dunwell.access.Caller;
import dev.dunwell.access.Organisation;
import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Sql;
import dev.dunwell.messaging.Outbox;
import dev.dunwell.messaging.OwnWords;
import dev.dunwell.messaging.SendGuard;
import dev.dunwell.payments.PayWords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells payers before money is collected from them (SEPA core rulebook, section 4.3.1 "pre-notification"): one mail for
 * each collection, through the outbox and past its guards. One whose mandate was ended meanwhile stays in the house.
 */
@Component
public class DebitNotices implements SendGuard {

    private static final String KIND = "debit";
    private static final String LINES = Sql.named("payments/debit-notices");

    private final JdbcClient db;
    private final Outbox outbox;
    private final Clock clock;

    DebitNotices(JdbcClient db, Outbox outbox, Clock clock) {
        this.db = db;
        this.outbox = outbox;
        this.clock = clock;
    }

    private record Line(
            long mandateId,
            String reference,
            String iban,
            long customerId,
            String customerNumber,
            String customerName,
            Money total,
            List<String> numbers,
            String contact,
            @Nullable String email,
            @Nullable String language) {}

    /**
     * A payer of a collection.
     *
     * @param to where the mail goes; null when nobody there can be mailed
     * @param state of the mail, {@code sent} when it left; null when there is none
     * @param toldBy who says that they told it another way; null when nobody does
     */
    public record Notice(
            String customer,
            @Nullable String to,
            @Nullable String state,
            @Nullable String toldBy) {

        public boolean isTold() {
            return toldBy != null || "sent".equals(state);
        }
    }

    /** Writes what has to be told of a collection. */
    @Transactional(propagation = Propagation.MANDATORY)
    void write(Caller caller, long run, Mandates.Creditor creditor, LocalDate collectOn) {
        for (Line line :
                db.sql(LINES).param("run", run).query((row, _) -> line(row)).list()) {
            Long message = line.email == null
                    ? null
                    : (Long) outbox.write(words(caller, line, line.email, creditor, collectOn), KIND, caller.actor());
            db.sql("insert into debit_notice (run_id, mandate_id, message_id) values (:run, :mandate, :message)")
                    .param("run", run)
                    .param("mandate", line.mandateId)
                    .param("message", message)
                    .update();
        }
    }

    private OwnWords words(Caller caller, Line line, String email, Mandates.Creditor creditor, LocalDate collectOn) {
        Organisation here = caller.organisation();
        PayWords words = PayWords.of(
                Objects.requireNonNullElse(line.language, here.locale().getLanguage()));
        String end = line.iban.substring(line.iban.length() - 4);
        return new OwnWords(
                line.customerId,
                caller.today(),
                words.language(),
                line.contact,
                email,
                words.word("notice.subject", words.amount(line.total), words.date(collectOn)),
                words.word(
                        "notice.text",
                        words.amount(line.total),
                        words.date(collectOn),
                        end,
                        line.reference,
                        creditor.id(),
                        String.join(", ", line.numbers),
                        here.name()),
                "<" + UUID.randomUUID() + "@dunwell.invalid>",
                null,
                Map.of("customer", line.customerName, "customer_number", line.customerNumber, "numbers", line.numbers),
                clock.instant().plus(Duration.ofMinutes(here.recallMinutes())));
    }

    /** By customer. */
    @Transactional(readOnly = true)
    public List<Notice> of(long run) {
        return db.sql("""
                select c.number, m.to_address, m.state, n.told_by
                from debit_notice n
                join debit_mandate d on d.org_id = n.org_id and d.id = n.mandate_id
                join customer c on c.org_id = d.org_id and c.id = d.customer_id
                left join message m on m.org_id = n.org_id and m.id = n.message_id
                where n.run_id = ?
                order by c.number, n.mandate_id
                """)
                .param(run)
                .query((row, _) -> new Notice(
                        row.getString("number"),
                        row.getString("to_address"),
                        row.getString("state"),
                        row.getString("told_by")))
                .list();
    }

    /** Somebody told those whom no mail has told, by letter or telephone. */
    @Transactional
    public void toldOtherwise(Caller caller, long run) {
        db.sql("""
                update debit_notice n set told_by = :by
                where n.run_id = :run and n.told_by is null
                  and not exists (select from message m where m.id = n.message_id and m.state = 'sent')
                """).param("by", caller.actor().name()).param("run", run).update();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<Long, String> stop(Collection<Long> messageIds) {
        Map<Long, String> stopped = new HashMap<>();
        db.sql("""
                select n.message_id
                from debit_notice n
                join debit_mandate d on d.org_id = n.org_id and d.id = n.mandate_id
                where n.message_id = any(:messages) and d.ended_on is not null
                """).param("messages", messageIds.toArray(Long[]::new)).query(row -> {
            stopped.put(row.getLong(1), "The mandate was ended; nothing will be collected under it.");
        });
        return stopped;
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getLong("mandate_id"),
                row.getString("reference"),
                row.getString("iban"),
                row.getLong("customer_id"),
                row.getString("customer_number"),
                row.getString("customer_name"),
                Money.ofMinor(row.getLong("total"), "EUR"),
                List.of((String[]) row.getArray("numbers").getArray()),
                Objects.requireNonNullElse(row.getString("contact"), ""),
                row.getString("email"),
                row.getString("language"));
    }
}
