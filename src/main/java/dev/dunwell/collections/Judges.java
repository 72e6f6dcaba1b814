package dev.dunwell.collections;

import dev.dunwell.access.Organisation;
import dev.dunwell.reach.CurrentLimits;
import dev.dunwell.reach.Freshness;
import dev.dunwell.reach.Limits;
import java.time.LocalDate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Makes the judge of a night: reads what is so for the whole organisation, once for all its customers. */
@Repository
class Judges {

    private final CurrentLimits limits;
    private final Freshness freshness;

    Judges(CurrentLimits limits, Freshness freshness) {
        this.limits = limits;
        this.freshness = freshness;
    }

    @Transactional(readOnly = true)
    Judge of(Organisation organisation, LocalDate today) {
        Limits asked = limits.get();
        return Judge.of(organisation, today, new House(asked, freshness.of(organisation, today, asked)));
    }
}
