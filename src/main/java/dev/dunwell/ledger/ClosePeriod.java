package dev.dunwell.ledger;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closes the book until a day: from then on no fact takes effect on that day or before. Waits for the acts that are
 * writing just now. Refuses a day that is still to come or closed already.
 */
@Component
public class ClosePeriod {

    private final Periods periods;
    private final Audit audit;

    ClosePeriod(Periods periods, Audit audit) {
        this.periods = periods;
        this.audit = audit;
    }

    /**
     * @param until the last day that is closed
     * @param today the organisation's day; a day is closed only when it is over
     */
    @Transactional
    public void close(Actor actor, LocalDate until, LocalDate today) {
        if (!until.isBefore(today)) {
            throw BadInput.in("until", "Give a day that is over: a day is closed when nothing more happens on it.");
        }
        periods.lock();
        Optional<Closing> before = periods.holding();
        if (before.isPresent() && !until.isAfter(before.get().until())) {
            throw Refusal.conflict(
                    "already-closed", "The book is closed until " + before.get().until() + " already.");
        }
        periods.insert(until, actor.name());
        audit.write(actor, "period.closed", "organisation", null, Map.of("until", until.toString()));
    }
}
