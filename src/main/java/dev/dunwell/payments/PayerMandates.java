package dev.dunwell.payments;

import dev.dunwell.access.Actor;
import dev.dunwell.payments.debit.Mandates;
import dev.dunwell.payments.debit.RecordMandate;
import dev.dunwell.web.NotFound;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A payer's own mandates, as the payer may see them and take them back. */
@Component
public class PayerMandates {

    private final Mandates mandates;
    private final RecordMandate recordMandate;

    PayerMandates(Mandates mandates, RecordMandate recordMandate) {
        this.mandates = mandates;
        this.recordMandate = recordMandate;
    }

    /** @param account without its middle; @param isOnce for one collection, else for every invoice */
    public record Running(
            long id, String reference, String holder, String account, LocalDate signedOn, boolean isOnce) {}

    /** The creditor identifier by which the organisation collects; empty where it does not. */
    @Transactional(readOnly = true)
    public Optional<String> creditorId() {
        return mandates.creditor().map(Mandates.Creditor::id);
    }

    /** Those that can be used, the newest first. */
    @Transactional(readOnly = true)
    public List<Running> of(long customerId, LocalDate today) {
        return mandates.of(customerId).stream()
                .filter(mandate -> mandate.isUsable(today))
                .map(mandate -> new Running(
                        mandate.id(),
                        mandate.reference(),
                        mandate.holder(),
                        mandate.shortIban(),
                        mandate.signedOn(),
                        mandate.isOnce()))
                .toList();
    }

    /** Nothing is collected under it any more; refuses one that is not the customer's. */
    @Transactional
    public void takeBack(Actor actor, LocalDate today, long customerId, long mandateId) {
        if (of(customerId, today).stream().noneMatch(mandate -> mandate.id() == mandateId)) {
            throw new NotFound("mandate");
        }
        recordMandate.revoke(actor, today, mandateId, actor.name() + " took it back at the door.");
    }
}
