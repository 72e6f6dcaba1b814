package dev.dunwell.portal;

import dev.dunwell.access.Actor;
import dev.dunwell.payments.GiveMandate;
import dev.dunwell.payments.debit.Mandate;
import dev.dunwell.payments.debit.Mandates;
import dev.dunwell.payments.debit.RecordMandate;
import dev.dunwell.web.NotFound;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A payer lets the vendor collect from its account, once or every invoice on its due date, and takes it back. Asks for
 * a code each time: the account is no business of whoever was forwarded a mail.
 */
@Component
public class AllowDebit {

    private final Mandates mandates;
    private final GiveMandate giveMandate;
    private final RecordMandate recordMandate;
    private final Standing standing;

    AllowDebit(Mandates mandates, GiveMandate giveMandate, RecordMandate recordMandate, Standing standing) {
        this.mandates = mandates;
        this.giveMandate = giveMandate;
        this.recordMandate = recordMandate;
        this.standing = standing;
    }

    /**
     * What a payer fills in.
     *
     * @param consent the words that were ticked, as they stood on the page
     */
    public record Given(String holder, String iban, boolean isOnce, String consent) {}

    /** Who collects; refuses where nothing is collected. */
    @Transactional(readOnly = true)
    public Mandates.Creditor creditor() {
        return mandates.creditor().orElseThrow(() -> new NotFound("page"));
    }

    /** Those that run. */
    @Transactional(readOnly = true)
    public List<Mandate> of(Payer payer) {
        payer.requireProof();
        LocalDate today = payer.caller().today();
        return mandates.of(payer.here().customerId()).stream()
                .filter(mandate -> mandate.isUsable(today))
                .toList();
    }

    /** @return the mandate's reference */
    @Transactional
    public String allow(Payer payer, Given given) {
        payer.requireProof();
        creditor();
        standing.count(payer);
        LocalDate today = payer.caller().today();
        Actor actor = payer.caller().actor();
        String how = "\n" + actor.name() + " agreed to this at the door on " + today + ", proven by a code sent to "
                + payer.session().link().toAddress() + ".";
        return giveMandate.give(
                actor,
                today,
                new GiveMandate.Wanted(
                        payer.here().customerId(),
                        false,
                        given.isOnce,
                        today,
                        given.holder,
                        given.iban,
                        null,
                        given.consent + how));
    }

    /** Nothing is collected under it any more. */
    @Transactional
    public void takeBack(Payer payer, long mandateId) {
        standing.count(payer);
        if (of(payer).stream().noneMatch(mandate -> mandate.id() == mandateId)) {
            throw new NotFound("mandate");
        }
        Actor actor = payer.caller().actor();
        recordMandate.revoke(actor, payer.caller().today(), mandateId, actor.name() + " took it back at the door.");
    }
}
