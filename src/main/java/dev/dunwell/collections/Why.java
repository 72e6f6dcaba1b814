package dev.dunwell.collections;

import dev.dunwell.access.Organisation;
import dev.dunwell.web.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers for any invoice and any day: which step was due, what the gate was asked, what was decided, and why. Today's
 * questions are answered from the facts of now. Those of the past are answered anew, from what was known then, and
 * stand beside the decisions that were kept.
 */
@Repository
public class Why {

    private final JdbcClient db;
    private final Mailings mailings;
    private final Judges judges;
    private final Clock clock;

    Why(JdbcClient db, Mailings mailings, Judges judges, Clock clock) {
        this.db = db;
        this.mailings = mailings;
        this.judges = judges;
        this.clock = clock;
    }

    /**
     * The answer for one invoice on one day.
     *
     * @param decision as it was kept; where none was kept that day, as it is decided now on {@code basis}
     * @param kept all that was decided that day, the first one first; the last is what stood at its end
     * @param basis what the questions are answered from
     * @param explanation every question and step behind it; null when the invoice was not open on that day
     * @param strategy the one that decided, in the version in force on that day, and why that one; null like these
     */
    public record Answer(
            long customerId,
            String customerName,
            long invoiceId,
            String invoiceNumber,
            Decision decision,
            List<Kept> kept,
            Basis basis,
            @Nullable Situation situation,
            @Nullable Explanation explanation,
            @Nullable Choice strategy) {

        /** Whether the decision was kept that day. */
        public boolean isKept() {
            return !kept.isEmpty() && kept.getLast().decision().equals(decision);
        }

        /** Whether what is known of that day would be decided otherwise by today's rules. */
        public boolean isDecidedOtherwise() {
            return isKept() && explanation != null && explanation.decision().code() != decision.code();
        }
    }

    /** A decision with the moment it was made; {@code isLast} when it stood at the end of the day. */
    public record Kept(Decision decision, Instant at, boolean isLast) {}

    /** What the questions of a day are answered from. */
    public enum Basis {
        /** The facts as they are now. */
        NOW,
        /** What was known at the moment it was decided, or at the end of the day. */
        KNOWN_THEN,
        /**
         * The facts dated until that day, whenever they were entered: the day was simulated or the invoice came later.
         */
        DATED_UNTIL_THEN
    }

    private record Subject(
            long invoiceId,
            long customerId,
            String customerName,
            String number,
            LocalDate issuedOn,
            Instant recordedAt) {}

    /** @param invoiceNumber refused as not found when this organisation has no such invoice */
    @Transactional(readOnly = true)
    public Answer about(Organisation organisation, String invoiceNumber, LocalDate day) {
        Subject subject = subject(invoiceNumber);
        boolean isAhead = day.isAfter(organisation.today(clock));
        List<Kept> kept = isAhead ? List.of() : kept(subject.invoiceId, day);
        Kept stood = kept.stream().filter(Kept::isLast).findFirst().orElse(null);
        Instant moment = stood == null || isOlder(stood, organisation, day)
                ? day.plusDays(1).atStartOfDay(organisation.zone()).toInstant()
                : stood.at;
        Basis basis = basis(organisation, subject, day, moment);
        How how = how(organisation, subject, day, basis == Basis.KNOWN_THEN ? moment : null, stood);
        Decision decision;
        if (how == null) {
            decision = stood == null || basis == Basis.NOW ? notOpen(subject, day) : stood.decision;
        } else {
            decision = stood == null ? how.explanation.decision() : stood.decision;
        }
        return answer(subject, decision, kept, basis, how);
    }

    /** It was made on an earlier day and still stood: what came in since was known too. */
    private static boolean isOlder(Kept kept, Organisation organisation, LocalDate day) {
        return kept.at.atZone(organisation.zone()).toLocalDate().isBefore(day);
    }

    private Basis basis(Organisation organisation, Subject subject, LocalDate day, Instant moment) {
        if (!day.isBefore(organisation.today(clock))) {
            return Basis.NOW;
        } else {
            return organisation.isSimulated() || subject.recordedAt.isAfter(moment)
                    ? Basis.DATED_UNTIL_THEN
                    : Basis.KNOWN_THEN;
        }
    }

    private record How(Situation situation, Explanation explanation, Choice strategy) {}

    /** Null when the invoice was not open. */
    private @Nullable How how(
            Organisation organisation,
            Subject subject,
            LocalDate day,
            @Nullable Instant knownAt,
            @Nullable Kept stood) {
        Judge judge = judges.of(organisation, day);
        for (Mailing mailing : mailings.of(organisation, day, subject.customerId, knownAt)) {
            for (Mailing.Part part : mailing.decidedBy(judge).parts()) {
                for (Verdict verdict : part.verdicts()) {
                    if (verdict.item().invoiceId() == subject.invoiceId) {
                        OpenCase item = asAsked(verdict.item(), day, stood);
                        return new How(
                                item.situation(), judge.explain(part.dossier(), item), judge.choice(part.dossier()));
                    }
                }
            }
        }
        return null;
    }

    /**
     * As it was when the gate was asked: before the step that was taken that day, which was let go where a yes was
     * needed.
     */
    private OpenCase asAsked(OpenCase item, LocalDate day, @Nullable Kept stood) {
        Situation s = item.situation();
        boolean isSent = stood != null
                && stood.decision.action() == Action.SEND
                && stood.decision.step() == s.lastStep()
                && day.equals(s.lastStepOn());
        if (!isSent) {
            return item;
        }
        Situation before = db.sql("""
                select step, taken_on
                from step_taken
                where invoice_id = :invoice and taken_on < :day
                order by taken_on desc, cycle desc, step desc
                limit 1
                """)
                .param("invoice", item.invoiceId())
                .param("day", day)
                .query((row, _) -> s.standingAt(row.getInt("step"), row.getObject("taken_on", LocalDate.class)))
                .optional()
                .orElse(s.standingAt(0, null));
        return item.with(before.with(before.party().approved()));
    }

    private static Answer answer(Subject of, Decision decision, List<Kept> kept, Basis basis, @Nullable How how) {
        return new Answer(
                of.customerId,
                of.customerName,
                of.invoiceId,
                of.number,
                decision,
                kept,
                basis,
                how == null ? null : how.situation,
                how == null ? null : how.explanation,
                how == null ? null : how.strategy);
    }

    private Subject subject(String number) {
        return db.sql("""
                select i.id, i.customer_id, i.number, i.issued_on, i.recorded_at, c.name
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
                        row.getObject("issued_on", LocalDate.class),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant()))
                .optional()
                .orElseThrow(() -> new NotFound("invoice"));
    }

    /** What stood that day, and what was decided in the course of it. */
    private List<Kept> kept(long invoiceId, LocalDate day) {
        return db.sql("""
                select action, stage, step, code, reason, next_on, recorded_at,
                       superseded_on is null or superseded_on > :day as is_last
                from decision
                where invoice_id = :invoice
                  and (decided_on = :day or decided_on < :day and (superseded_on is null or superseded_on > :day))
                order by decided_on, id
                """)
                .param("invoice", invoiceId)
                .param("day", day)
                .query((row, _) -> new Kept(
                        new Decision(
                                Action.valueOf(row.getString("action").toUpperCase(Locale.ROOT)),
                                Stage.values()[row.getInt("stage") - 1],
                                row.getInt("step"),
                                ReasonCode.valueOf(row.getString("code")),
                                row.getString("reason"),
                                row.getObject("next_on", LocalDate.class)),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("is_last")))
                .list();
    }

    private static Decision notOpen(Subject subject, LocalDate day) {
        String reason = subject.issuedOn.isAfter(day)
                ? subject.number + " is issued on " + Phrase.day(subject.issuedOn, day.getYear()) + "."
                : subject.number + " is paid in full; nobody is contacted about it.";
        LocalDate next = subject.issuedOn.isAfter(day) ? subject.issuedOn : day.plusDays(1);
        return new Decision(Action.WAIT, Stage.SENT, 0, ReasonCode.NOT_OPEN, reason, next);
    }
}
