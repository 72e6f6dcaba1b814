package dev.dunwell.billing;

import dev.dunwell.access.Actor;
import dev.dunwell.web.BadInput;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives up what lateness costs, for a reason: interest through today, or what is held. What was claimed is not waived
 * but credited, as any receivable.
 */
@Component
public class WaiveCharge {

    private static final int LONGEST_REASON = 300;

    private final Deciding deciding;

    WaiveCharge(Deciding deciding) {
        this.deciding = deciding;
    }

    @Transactional
    public Charge waive(Actor actor, long invoiceId, String stage, String reason, LocalDate today) {
        checkReason(reason);
        Deciding.Matter matter = deciding.open(new Deciding.Case(actor, invoiceId, stage, today));
        return deciding.close(
                matter, new Charge.Decision(Charge.State.WAIVED, null, reason, null, null, today, actor.name()));
    }

    static void checkReason(String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw BadInput.in("reason", "Say why, in at most 300 characters.");
        }
    }
}
