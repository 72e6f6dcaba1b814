package dev.dunwell.billing;

import dev.dunwell.access.Actor;
import dev.dunwell.web.BadInput;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps back what lateness costs, as something to give up for a prompt payment, until a day. It is claimed or waived
 * later as it stands. Refuses a day that is past, and one without a reason.
 */
@Component
public class HoldCharge {

    private final Deciding deciding;

    HoldCharge(Deciding deciding) {
        this.deciding = deciding;
    }

    /**
     * What for.
     *
     * @param until the last day on which it is kept back
     */
    public record Purpose(LocalDate until, String reason) {}

    @Transactional
    public Charge hold(Actor actor, long invoiceId, String stage, Purpose purpose, LocalDate today) {
        if (purpose.until.isBefore(today)) {
            throw BadInput.in("until", "This day is past. Give today or a later one.");
        }
        WaiveCharge.checkReason(purpose.reason);
        Deciding.Matter matter = deciding.open(new Deciding.Case(actor, invoiceId, stage, today));
        return deciding.close(
                matter,
                new Charge.Decision(Charge.State.HELD, purpose.until, purpose.reason, null, null, today, actor.name()));
    }
}
