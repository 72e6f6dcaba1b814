package dev.dunwell.relations;

import dev.dunwell.access.Tenant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Facts of the past with their moments, written as they would have been then. */
@Component
public class Facts {

    private final JdbcClient db;
    private final TransactionTemplate transaction;

    Facts(JdbcClient db, TransactionTemplate transaction) {
        this.db = db;
        this.transaction = transaction;
    }

    /** Runs one statement that answers an id. */
    public long insert(int organisation, String sql, Map<String, ? extends @Nullable Object> params) {
        return Tenant.in(
                organisation,
                () -> transaction.execute(_ -> db.sql(sql)
                        .params(new HashMap<>(params))
                        .query(Long.class)
                        .single()));
    }

    /** Runs one statement. */
    public void run(int organisation, String sql) {
        Tenant.runIn(
                organisation,
                () -> transaction.executeWithoutResult(_ -> db.sql(sql).update()));
    }

    private static Map<String, @Nullable Object> params(@Nullable Object... pairs) {
        Map<String, @Nullable Object> map = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }

    /** @param askedAt with its offset; @param answeredAt null while it is open */
    public long question(
            int organisation,
            long customer,
            @Nullable Long invoice,
            String askedAt,
            @Nullable String answeredAt,
            @Nullable String by) {
        OffsetDateTime asked = OffsetDateTime.parse(askedAt);
        OffsetDateTime answered = answeredAt == null ? null : OffsetDateTime.parse(answeredAt);
        return insert(
                organisation,
                """
                insert into question (customer_id, invoice_id, body, asked_on, due_on, recorded_at, author,
                  answered_on, answered_at, answer, answered_by)
                values (:customer, :invoice, 'Why so much?', :on, :on, :at, 'Nora Lindqvist', :answeredOn, :answeredAt, :answer, :by)
                returning id
                """,
                params(
                        "customer", customer,
                        "invoice", invoice,
                        "on", asked.toLocalDate(),
                        "at", asked,
                        "answeredOn", day(answered),
                        "answeredAt", answered,
                        "answer", answered == null ? null : "Because.",
                        "by", by));
    }

    /** A mail that lies in the inbox; {@code writer} person, machine … */
    public long mail(int organisation, @Nullable Long customer, String writer, String receivedAt) {
        OffsetDateTime at = OffsetDateTime.parse(receivedAt);
        return insert(
                organisation,
                """
                insert into received_mail (once_key, message_id, raw_hash, received_at, received_on, from_address, from_name, subject,
                  writer, answer, quoted, signature, customer_id, matched_by)
                values (gen_random_uuid()::text, '<a@b>', 'x', :at, :on, 'ana@example.com', 'Ana', 'About the invoice', :writer, '', '', '',
                  :customer, :by)
                returning id
                """,
                params(
                        "at", at,
                        "on", at.toLocalDate(),
                        "writer", writer,
                        "customer", customer,
                        "by", customer == null ? null : "person"));
    }

    /** Answers a mail in a person's words. */
    public void answer(int organisation, long mail, long customer, String answeredAt, String by) {
        OffsetDateTime at = OffsetDateTime.parse(answeredAt);
        long message = message(organisation, customer, "reply", at, by);
        insert(organisation, """
                insert into received_mail_step (mail_id, at, what, author, message_id) values (:mail, :at, 'answered', :by, :message)
                returning id
                """, params("mail", mail, "at", at, "by", by, "message", message));
    }

    /** A mail of ours that has left. */
    public long message(int organisation, long customer, String kind, OffsetDateTime at, String author) {
        return insert(
                organisation,
                """
                insert into message (customer_id, channel, window_on, template, language, to_name, to_address, model, message_id, state,
                  leave_at, sent_at, kind, author, recorded_at)
                values (:customer, 'mail', :on, 'reply', 'en', 'Ana', 'ana@example.com', '{}', gen_random_uuid()::text, 'sent', :at, :at, :kind,
                  :author, :at)
                returning id
                """,
                params("customer", customer, "on", at.toLocalDate(), "at", at, "kind", kind, "author", author));
    }

    public long dispute(int organisation, long invoice, String code, String openedAt) {
        OffsetDateTime at = OffsetDateTime.parse(openedAt);
        return insert(organisation, """
                insert into dispute (invoice_id, code, reason, opened_on, due_on, author, recorded_at)
                values (:invoice, :code, 'Two were missing', :on, :on, 'Nora Lindqvist', :at)
                returning id
                """, params("invoice", invoice, "code", code, "on", at.toLocalDate(), "at", at));
    }

    /** A call of ours; {@code invoice} null when it was about none in particular. */
    public long call(
            int organisation, long customer, @Nullable Long invoice, String outcome, String calledAt, String by) {
        OffsetDateTime at = OffsetDateTime.parse(calledAt);
        long call = insert(
                organisation,
                """
                insert into interaction (customer_id, kind, direction, outcome, happened_on, author, recorded_at)
                values (:customer, 'call', 'out', :outcome, :on, :by, :at)
                returning id
                """,
                params("customer", customer, "outcome", outcome, "on", at.toLocalDate(), "by", by, "at", at));
        if (invoice != null) {
            insert(organisation, """
                    insert into interaction_invoice (interaction_id, invoice_id) values (:call, :invoice) returning invoice_id
                    """, params("call", call, "invoice", invoice));
        }
        return call;
    }

    /** How an inquiry ended. */
    public void closing(int organisation, long invoice, String reason, @Nullable String doubts, LocalDate on) {
        insert(organisation, """
                insert into inquiry_closing (invoice_id, reason, doubts, agreed, agreed_by, agreed_on, closed_on, author)
                values (:invoice, :reason, :doubts, 'We send it again', 'we', :on, :on, 'Nora Lindqvist')
                returning id
                """, params("invoice", invoice, "reason", reason, "doubts", doubts, "on", on));
    }

    private static @Nullable LocalDate day(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toLocalDate();
    }
}
