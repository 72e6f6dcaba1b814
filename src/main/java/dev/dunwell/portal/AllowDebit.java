package dev.dunwell.portal;

import dev.dunwell.access.Actor;
import dev.dunwell.payments.GiveMandate;
import dev.dunwell.payments.PayerMandates;
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

    private final PayerMandates mandates;
    private final GiveMandate giveMandate;
    private final Standing standing;

    AllowDebit(PayerMandates mandates, GiveMandate giveMandate, Standing standing) {
        this.mandates = mandates;
        this.giveMandate = giveMandate;
        this.standing = standing;
    }

    /**
     * What a payer fills in.
     *
     * @param consent the words that were ticked, as they stood on the page
     */
    public record Given(String holder, String iban, boolean isOnce, String consent) {}

    /** The creditor identifier; refuses where nothing is collected. */
    @Transactional(readOnly = true)
    public String creditorId() {
        return mandates.creditorId().orElseThrow(() -> new NotFound("page"));
    }

    /** Those that run. */
    @Transactional(readOnly = true)
    public List<PayerMandates.Running> of(Payer payer) {
        payer.requireProof();
        return mandates.of(payer.here().customerId(), payer.caller().today());
    }

    /** @return the mandate's reference */
    @Transactional
    public String allow(Payer payer, Given given) {
        payer.requireProof();
        creditorId();
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
        payer.requireProof();
        mandates.takeBack(
                payer.caller().actor(), payer.caller().today(), payer.here().customerId(), mandateId);
    }
}
