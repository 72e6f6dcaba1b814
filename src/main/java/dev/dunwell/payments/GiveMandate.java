package dev.dunwell.payments;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.kernel.Problem;
import dev.dunwell.payments.debit.Mandate;
import dev.dunwell.payments.debit.RecordMandate;
import dev.dunwell.web.BadInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a payer's leave to collect from its account: a SEPA mandate with its consent in words, and for a lasting one
 * the agreement that invoices are paid by themselves on their due dates, so that nobody asks for them. Refuses a wrong
 * IBAN, a day of signing to come, and consent without words.
 */
@Component
public class GiveMandate {

    private static final int LONGEST_NAME = 70;

    private final RecordMandate recordMandate;
    private final Audit audit;

    GiveMandate(RecordMandate recordMandate, Audit audit) {
        this.recordMandate = recordMandate;
        this.audit = audit;
    }

    /**
     * What is given.
     *
     * @param isBusiness under the B2B scheme, of which the payer's bank must know; else CORE
     * @param isOnce for one collection; else for every invoice on its due date
     * @param consent what was agreed to, in words, and how: “ticked in the portal on …”, “signed form of …”
     */
    public record Wanted(
            long customerId,
            boolean isBusiness,
            boolean isOnce,
            LocalDate signedOn,
            String holder,
            String iban,
            @Nullable String bic,
            String consent) {}

    /** @return the mandate's reference, to be told to the payer */
    @Transactional
    public String give(Actor actor, LocalDate today, Wanted wanted) {
        String iban = Iban.bare(wanted.iban);
        List<Problem> problems = new ArrayList<>();
        if (!Iban.isRight(iban)) {
            problems.add(new Problem(0, "iban", "The check digits of this IBAN are wrong. Copy it from the bank."));
        }
        if (wanted.holder.isBlank() || wanted.holder.length() > LONGEST_NAME) {
            problems.add(new Problem(0, "holder", "Name whose account it is, in at most 70 characters."));
        }
        if (wanted.signedOn.isAfter(today)) {
            problems.add(new Problem(0, "signedOn", "Give the day on which it was signed, today at the latest."));
        }
        if (wanted.consent.isBlank()) {
            problems.add(new Problem(0, "consent", "Say what was agreed to and how; it is the proof."));
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        Mandate mandate = recordMandate.record(
                actor,
                today,
                wanted.customerId,
                new RecordMandate.Terms(
                        wanted.isBusiness ? Mandate.Scheme.B2B : Mandate.Scheme.CORE,
                        wanted.isOnce,
                        wanted.signedOn,
                        wanted.holder.strip(),
                        iban,
                        wanted.bic,
                        wanted.consent.strip()));
        audit.write(
                actor,
                "mandate.given",
                "customer",
                wanted.customerId,
                Map.of("mandate", mandate.reference(), "iban", mandate.shortIban(), "consent", mandate.consent()));
        return mandate.reference();
    }
}
