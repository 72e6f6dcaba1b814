package dev.dunwell.collections;

import dev.dunwell.access.Caller;
import dev.dunwell.kernel.Money;
import dev.dunwell.messaging.Draft;
import dev.dunwell.messaging.Tone;
import dev.dunwell.messaging.Wording;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a person should know before a call: which call it is, in which situation, and the words a script names. */
@Component
public class PrepareCall {

    /** For so many days after the first invoice a customer is a new one. */
    public static final int NEW_FOR_DAYS = 90;

    private static final String INQUIRY = "inquiry";

    private final Judges judges;
    private final Mailings mailings;
    private final ComposeLetter composeLetter;
    private final JdbcClient db;

    PrepareCall(Judges judges, Mailings mailings, ComposeLetter composeLetter, JdbcClient db) {
        this.judges = judges;
        this.mailings = mailings;
        this.composeLetter = composeLetter;
        this.db = db;
    }

    /**
     * A call to make.
     *
     * @param stage 1 to 6, the highest that anything open has reached
     * @param situation broken-promise, valued, new or usual: the first that is so
     * @param because why it is that situation, for the person who calls
     * @param model what a script may name, in its language
     */
    public record Prepared(int stage, String situation, String because, String language, Map<String, Object> model) {}

    /** @return empty when there is nothing to ask for */
    @Transactional(readOnly = true)
    public Optional<Prepared> of(Caller caller, long customerId) {
        LocalDate today = caller.today();
        return composeLetter
                .of(caller.organisation(), today, customerId, INQUIRY, Tone.NEUTRAL)
                .flatMap(draft -> mailings.of(caller.organisation(), today, customerId).stream()
                        .findFirst()
                        .map(mailing -> prepared(caller, mailing, draft)));
    }

    private Prepared prepared(Caller caller, Mailing mailing, Draft draft) {
        Judge judge = judges.of(caller.organisation(), caller.today()).withMailOn();
        List<Verdict> verdicts = mailing.decidedBy(judge).verdicts();
        int stage = verdicts.stream()
                .map(verdict -> verdict.decision().stage().number())
                .max(Comparator.naturalOrder())
                .orElse(1);
        long overdue = verdicts.stream()
                .map(verdict ->
                        ChronoUnit.DAYS.between(verdict.item().situation().dueOn(), caller.today()))
                .max(Comparator.naturalOrder())
                .orElse(0L);
        Dossier dossier = mailing.addressee();
        Wording wording = Wording.of(draft.language());
        Map<String, Object> model = new HashMap<>(draft.words());
        model.put("caller", caller.actor().name());
        model.put("overdue_days", Long.toString(Math.max(0, overdue)));
        model.put("promise", promise(dossier.judged(), wording));
        Situated situated = situated(dossier, caller.today());
        return new Prepared(stage, situated.name, situated.because, wording.language(), model);
    }

    private static String promise(Dossier.@Nullable JudgedPromise promise, Wording wording) {
        return promise == null ? "" : wording.amount(promise.amount()) + ", " + wording.date(promise.dueOn());
    }

    private record Situated(String name, String because) {}

    private Situated situated(Dossier dossier, LocalDate today) {
        Dossier.JudgedPromise last = dossier.judged();
        Regard.Valued valued = dossier.party().regard().valued();
        if (last != null && !last.isKept()) {
            Money amount = last.amount();
            return new Situated(
                    "broken-promise",
                    "the last promise, " + Phrase.amount(amount) + " by " + Phrase.day(last.dueOn(), today.getYear())
                            + ", was not kept");
        } else if (valued != null) {
            return new Situated("valued", "marked as valuable by " + valued.by() + ": " + valued.reason());
        } else if (isNew(dossier.customerId(), today)) {
            return new Situated("new", "the first invoice is less than " + NEW_FOR_DAYS + " days old");
        } else {
            return new Situated("usual", "nothing special is known");
        }
    }

    private boolean isNew(long customerId, LocalDate today) {
        return db.sql("select min(issued_on) > :since from invoice where customer_id = :customer and voided_at is null")
                .param("since", today.minusDays(NEW_FOR_DAYS))
                .param("customer", customerId)
                .query(Boolean.class)
                .single();
    }
}
