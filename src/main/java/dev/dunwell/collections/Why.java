package dev.dunwell.collections;

import dev.dunwell.access.Organisation;
import dev.dunwell.web.NotFound;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Answers for any invoice and any day: which step was due, what the gate was asked, what was decided, and why. */
@Repository
public class Why {

    private final JdbcClient db;
    private final Strategies strategies;
    private final Mailings mailings;

    Why(JdbcClient db, Strategies strategies, Mailings mailings) {
        this.db = db;
        this.strategies = strategies;
        this.mailings = mailings;
    }

    /**
     * The answer for one invoice on one day.
     *
     * @param decision as it was kept; where none was kept that day, as the facts known today decide it
     * @param isKept whether it was kept that day
     * @param explanation every question and step behind it; null when the invoice was not open on that day
     * @param strategy the one that decided, in the version in force on that day, and why that one; null like these
     */
    public record Answer(
            long customerId,
            String customerName,
            long invoiceId,
            String invoiceNumber,
            Decision decision,
            boolean isKept,
            @Nullable Situation situation,
            @Nullable Explanation explanation,
            @Nullable Choice strategy) {}

    private record Subject(long invoiceId, long customerId, String customerName, String number, LocalDate issuedOn) {}

    /** @param invoiceNumber refused as not found when this organisation has no such invoice */
    @Transactional(readOnly = true)
    public Answer about(Organisation organisation, String invoiceNumber, LocalDate day) {
        Subject subject = subject(invoiceNumber);
        for (Mailing mailing : mailings.of(organisation, day, subject.customerId)) {
            for (Dossier dossier : mailing.members()) {
                for (OpenCase item : dossier.items()) {
                    if (item.invoiceId() == subject.invoiceId) {
                        return open(organisation, day, subject, dossier, item);
                    }
                }
            }
        }
        return answer(subject, notOpen(subject, day), false, null);
    }

    private Answer open(Organisation organisation, LocalDate day, Subject subject, Dossier dossier, OpenCase item) {
        Judge judge = Judge.of(organisation, strategies.playbook(day), day);
        var how = new How(item.situation(), judge.explain(dossier, item), judge.choice(dossier));
        Optional<Decision> kept = kept(subject.invoiceId, day);
        return answer(subject, kept.orElse(how.explanation.decision()), kept.isPresent(), how);
    }

    private record How(Situation situation, Explanation explanation, Choice strategy) {}

    private static Answer answer(Subject of, Decision decision, boolean isKept, @Nullable How how) {
        return new Answer(
                of.customerId,
                of.customerName,
                of.invoiceId,
                of.number,
                decision,
                isKept,
                how == null ? null : how.situation,
                how == null ? null : how.explanation,
                how == null ? null : how.strategy);
    }

    private Subject subject(String number) {
        return db.sql("""
                select i.id, i.customer_id, i.number, i.issued_on, c.name
                from invoice i
                join customer c on c.org_id = i.org_id and c.id = i.customer_id
                where i.number = :number and i.voided_at is null
                """)
                .param("number", number)
                .query((row, _) -> new Subject(
                        row.getLong("id"),
                        row.getLong("customer_id"),
                        row.getString("name"),
                        row.getString("number"),
                        row.getObject("issued_on", LocalDate.class)))
                .optional()
                .orElseThrow(() -> new NotFound("invoice"));
    }

    private Optional<Decision> kept(long invoiceId, LocalDate day) {
        return db.sql("""
                select action, stage, step, code, reason, next_on
                from decision
                where invoice_id = :invoice and decided_on <= :day and (superseded_on is null or superseded_on > :day)
                order by decided_on desc, id desc
                limit 1
                """)
                .param("invoice", invoiceId)
                .param("day", day)
                .query((row, _) -> new Decision(
                        Action.valueOf(row.getString("action").toUpperCase(Locale.ROOT)),
                        Stage.values()[row.getInt("stage") - 1],
                        row.getInt("step"),
                        ReasonCode.valueOf(row.getString("code")),
                        row.getString("reason"),
                        row.getObject("next_on", LocalDate.class)))
                .optional();
    }

    private static Decision notOpen(Subject subject, LocalDate day) {
        String reason = subject.issuedOn.isAfter(day)
                ? subject.number + " is issued on " + Phrase.day(subject.issuedOn, day.getYear()) + "."
                : subject.number + " is paid in full; nobody is contacted about it.";
        LocalDate next = subject.issuedOn.isAfter(day) ? subject.issuedOn : day.plusDays(1);
        return new Decision(Action.WAIT, Stage.SENT, 0, ReasonCode.NOT_OPEN, reason, next);
    }
}
