package dev.dunwell.ledger;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.web.Refusal;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes the latest closing back, for a reason; the closing before it holds again. Refuses when nothing is closed. */
@Component
public class ReopenPeriod {

    private final Periods periods;
    private final Audit audit;

    ReopenPeriod(Periods periods, Audit audit) {
        this.periods = periods;
        this.audit = audit;
    }

    /** @param reason why, in words that a reader understands in a year */
    @Transactional
    public void reopen(Actor actor, String reason) {
        new Check().text("reason", reason, 500).done();
        periods.lock();
        Closing closing = periods.holding()
                .orElseThrow(
                        () -> Refusal.conflict("nothing-closed", "Nothing is closed, so there is nothing to open."));
        periods.reopen(closing.id(), actor.name(), reason);
        audit.write(
                actor,
                "period.reopened",
                "organisation",
                null,
                Map.of("until", closing.until().toString(), "reason", reason));
    }
}
