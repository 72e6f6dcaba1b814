package dev.dunwell.cases;

import dev.dunwell.access.Caller;
import dev.dunwell.collections.Disputes;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.CreditNote;
import dev.dunwell.ledger.RecordCreditNote;
import dev.dunwell.ledger.Share;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends a dispute: the customer is right and gets a credit note, is not right and gets a letter that says why, or is
 * right about a part and gets both. What is not credited is asked for again from today.
 *
 * <p>Refuses a dispute that ended already, and what {@link RecordCreditNote} refuses.
 */
@Component
public class ResolveDispute {

    private final Cases cases;
    private final CaseFile file;
    private final Disputes disputes;
    private final RecordCreditNote recordCreditNote;
    private final WriteAnswer writeAnswer;

    ResolveDispute(
            Cases cases, CaseFile file, Disputes disputes, RecordCreditNote recordCreditNote, WriteAnswer writeAnswer) {
        this.cases = cases;
        this.file = file;
        this.disputes = disputes;
        this.recordCreditNote = recordCreditNote;
        this.writeAnswer = writeAnswer;
    }

    /** Credits all that is disputed, with a credit note of this number dated today. */
    @Transactional
    public void credit(Caller caller, long disputeId, String creditNumber, String why) {
        Case dispute = open(caller, disputeId);
        CreditNote note = issue(caller, dispute, atStake(dispute), creditNumber);
        end(caller, dispute, new Disputes.Outcome("credited", note.amount(), note.id()), why);
    }

    /** Credits nothing, and writes a letter to the customer that says why. */
    @Transactional
    public void reject(Caller caller, long disputeId, String why) {
        Case dispute = open(caller, disputeId);
        demandWhy(why);
        writeAnswer.write(caller, dispute, null, why.strip());
        end(caller, dispute, Disputes.Outcome.REJECTED, why);
    }

    /** Credits a part of what is disputed, and writes a letter that says why not all of it. */
    @Transactional
    public void split(Caller caller, long disputeId, Money credited, String creditNumber, String why) {
        Case dispute = open(caller, disputeId);
        demandWhy(why);
        Money disputed = atStake(dispute);
        if (!credited.currency().equals(disputed.currency())
                || !credited.isPositive()
                || credited.compareTo(disputed) >= 0) {
            throw BadInput.in(
                    "credited", "Give a part of the %s in dispute; for all of it, credit it.".formatted(disputed));
        }
        CreditNote note = issue(caller, dispute, credited, creditNumber);
        writeAnswer.write(caller, dispute, credited, why.strip());
        end(caller, dispute, new Disputes.Outcome("split", credited, note.id()), why);
    }

    private Case open(Caller caller, long disputeId) {
        Case dispute = cases.get(Case.Kind.DISPUTE, disputeId, caller.today());
        if (!dispute.isOpen()) {
            throw Refusal.conflict("dispute.closed", "This dispute ended already; open another if they object again.");
        }
        return dispute;
    }

    private static Money atStake(Case dispute) {
        Money atStake = dispute.atStake();
        if (atStake == null || !atStake.isPositive()) {
            throw Refusal.because("dispute.paid", "Nothing of it is open any more; settle the dispute instead.");
        }
        return atStake;
    }

    private static void demandWhy(String why) {
        if (why.isBlank()) {
            throw BadInput.in("why", "Say why; the customer will read it.");
        }
    }

    private CreditNote issue(Caller caller, Case dispute, Money amount, String number) {
        Case.About invoice = about(dispute);
        return recordCreditNote.record(
                caller.actor(),
                new RecordCreditNote.Wanted(
                        dispute.whose().id(),
                        number.strip(),
                        caller.today(),
                        amount,
                        dispute.subject(),
                        List.of(new Share(invoice.id(), amount))));
    }

    private void end(Caller caller, Case dispute, Disputes.Outcome outcome, String why) {
        disputes.close(caller, dispute.id(), outcome);
        file.write(caller, Case.Kind.DISPUTE, dispute.id(), "resolved", words(outcome.credited(), why.strip()));
    }

    private static String words(@Nullable Money credited, String why) {
        String what = credited == null ? "Nothing credited." : credited + " credited.";
        return why.isEmpty() ? what : what + " " + why;
    }

    static Case.About about(Case dispute) {
        Case.About about = dispute.about();
        if (about == null) {
            throw new IllegalStateException("a dispute is about an invoice");
        }
        return about;
    }
}
