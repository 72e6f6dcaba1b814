package dev.dunwell.collections;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.kernel.Problem;
import dev.dunwell.web.BadInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends an inquiry with the reason why an invoice is late and what was agreed, or with no answer (R155). What was agreed
 * keeps pressure away until its day; a reason that puts the invoice in question keeps it away until that is settled.
 */
@Component
public class CloseInquiry {

    private final JdbcClient db;
    private final Journeys journeys;
    private final LateReasons reasons;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    CloseInquiry(JdbcClient db, Journeys journeys, LateReasons reasons, Audit audit, ApplicationEventPublisher events) {
        this.db = db;
        this.journeys = journeys;
        this.reasons = reasons;
        this.audit = audit;
        this.events = events;
    }

    /**
     * How it ends.
     *
     * @param reason the code of a {@link LateReason}, or {@link LateReason#NO_ANSWER}
     * @param agreed what is to be done, in words; empty only without an answer
     * @param by who is to do it
     * @param until the day by which it is done, from today to one year ahead
     */
    public record Ending(
            String reason,
            String agreed,
            Journey.@Nullable Side by,
            @Nullable LocalDate until) {

        public static final Ending NO_ANSWER = new Ending(LateReason.NO_ANSWER, "", null, null);

        boolean isAnswered() {
            return !reason.equals(LateReason.NO_ANSWER);
        }
    }

    /** @return the id of the closing; refuses an invoice about which nobody has asked yet */
    @Transactional
    public long close(Caller caller, long invoiceId, Ending ending) {
        LateReason reason = reasons.ofCode(ending.reason).orElse(null);
        check(ending, reason, caller.today());
        Journeys.Way way = journeys.require(caller, invoiceId, Move.CLOSE_INQUIRY);
        long id = insert(caller, invoiceId, ending, reason);
        events.publishEvent(new CustomersTouched(Set.of(way.customerId())));
        audit.write(
                caller.actor(),
                "inquiry.closed",
                "customer",
                way.customerId(),
                Map.of("invoice", invoiceId, "reason", ending.reason));
        return id;
    }

    private static void check(Ending ending, @Nullable LateReason reason, LocalDate today) {
        List<Problem> problems = new ArrayList<>();
        if (ending.isAnswered() && reason == null) {
            problems.add(new Problem(0, "reason", "Choose the reason they gave, or that there was no answer."));
        }
        if (ending.isAnswered() && ending.agreed.isBlank()) {
            problems.add(new Problem(0, "agreed", "Say what was agreed, so that the next reader can act on it."));
        }
        if (ending.isAnswered() && ending.by == null) {
            problems.add(new Problem(0, "by", "Say who is to do it: they or we."));
        }
        LocalDate until = ending.until;
        if (ending.isAnswered() && until == null) {
            problems.add(new Problem(0, "until", "Give the day by which it is to be done."));
        } else if (until != null && (until.isBefore(today) || until.isAfter(today.plusYears(1)))) {
            problems.add(new Problem(0, "until", "Give a day from today to one year ahead."));
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }

    private long insert(Caller caller, long invoiceId, Ending ending, @Nullable LateReason reason) {
        PressureQuestion doubts = reason == null ? null : reason.doubts();
        Journey.Side by = ending.isAnswered() ? ending.by : null;
        return db.sql("""
                insert into inquiry_closing (invoice_id, reason, doubts, agreed, agreed_by, agreed_on, closed_on, author)
                values (:invoice, :reason, :doubts, :agreed, :by, :until, :today, :author)
                returning id
                """)
                .param("invoice", invoiceId)
                .param("reason", ending.reason)
                .param("doubts", doubts == null ? null : doubts.code())
                .param("agreed", ending.agreed.strip())
                .param("by", by == null ? null : by.name().toLowerCase(Locale.ROOT))
                .param("until", ending.isAnswered() ? ending.until : null)
                .param("today", caller.today())
                .param("author", caller.actor().name())
                .query(Long.class)
                .single();
    }

    /**
     * Closes what is asked about when somebody tells the reason in a contact: of the invoices named, else of all the
     * customer's, those at the inquiry or above, as the table of the stages has it. What we promised to do stays first.
     *
     * @param agreed what they are to do by {@code until}
     */
    void told(Caller caller, LogContact.Contact contact, LateReason reason, String agreed, LocalDate until) {
        PressureQuestion doubts = reason.doubts();
        db.sql("""
                insert into inquiry_closing (invoice_id, reason, doubts, agreed, agreed_by, agreed_on, closed_on, author)
                select i.id, :reason, :doubts, :agreed, 'they', :until, :today, :author
                from open_invoice(:today) i
                where i.customer_id = :customer and (cardinality(:invoices) = 0 or i.id = any(:invoices))
                  and exists (select from step_taken t where t.invoice_id = i.id and t.stage >= 4 and t.taken_on <= :today)
                  and not exists (
                    select from inquiry_closing c where c.invoice_id = i.id and c.agreed_by = 'we' and c.done_on is null)
                """)
                .param("reason", reason.code())
                .param("doubts", doubts == null ? null : doubts.code())
                .param("agreed", agreed)
                .param("until", until)
                .param("today", caller.today())
                .param("author", caller.actor().name())
                .param("customer", contact.customerId())
                .param("invoices", contact.invoiceIds().toArray(Long[]::new))
                .update();
    }
}
