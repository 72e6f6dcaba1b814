package dev.dunwell.payments.debit;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.reach.NoteDebits;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes mandates down and ends them; what they bring is told to whoever would ask for the same money. */
@Component
public class RecordMandate {

    private static final int LONGEST_NOTICE = 60;

    private final Mandates mandates;
    private final NoteDebits noteDebits;
    private final Audit audit;

    RecordMandate(Mandates mandates, NoteDebits noteDebits, Audit audit) {
        this.mandates = mandates;
        this.noteDebits = noteDebits;
        this.audit = audit;
    }

    /** What a mandate says; checked before. */
    public record Terms(
            Mandate.Scheme scheme,
            boolean isOnce,
            LocalDate signedOn,
            String holder,
            String iban,
            @Nullable String bic,
            String consent) {}

    @Transactional
    public Mandate record(Actor actor, LocalDate today, long customerId, Terms terms) {
        long id = mandates.insert(new Mandates.Given(
                customerId,
                terms.scheme,
                terms.isOnce,
                terms.signedOn,
                terms.holder,
                terms.iban,
                terms.bic,
                terms.consent,
                actor.name()));
        Mandate mandate = mandates.byId(id).orElseThrow();
        if (!terms.isOnce) {
            noteDebits.ofCustomer(actor, today, customerId, "Mandate " + mandate.reference());
        }
        return mandate;
    }

    /**
     * The payer took it back, or its bank did. Nothing is collected under it any more, and invoices are asked for
     * again.
     */
    @Transactional
    public void revoke(Actor actor, LocalDate today, long mandateId, String why) {
        if (why.isBlank()) {
            throw BadInput.in("why", "Say who took it back and how.");
        }
        Mandate mandate = mandates.byId(mandateId).orElseThrow(() -> new NotFound("mandate"));
        if (mandate.endedOn() != null) {
            throw Refusal.conflict("mandate-ended", "This mandate was ended on " + mandate.endedOn() + ".");
        }
        mandates.end(mandateId, today, actor.name(), why.strip());
        boolean isLast = mandates.of(mandate.customerId()).stream().allMatch(Mandate::isOnce);
        if (isLast) {
            noteDebits.end(actor, today, mandate.customerId(), List.of(), why.strip());
        }
        audit.write(
                actor,
                "mandate.ended",
                "customer",
                mandate.customerId(),
                Map.of("mandate", mandate.reference(), "why", why.strip()));
    }

    /** By what we collect. Refuses an identifier whose check digits are wrong. */
    @Transactional
    public void creditor(Actor actor, String creditorId, int noticeDays) {
        String id = creditorId.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        if (!CreditorId.isRight(id)) {
            throw BadInput.in("creditorId", "The check digits of this creditor identifier are wrong. Copy it again.");
        } else if (noticeDays < 1 || noticeDays > LONGEST_NOTICE) {
            throw BadInput.in("noticeDays", "Give the days of notice as a number from 1 to 60.");
        }
        mandates.keep(new Mandates.Creditor(id, noticeDays), actor.name());
        audit.write(actor, "creditor.changed", "organisation", null, Map.of("creditorId", id, "notice", noticeDays));
    }
}
