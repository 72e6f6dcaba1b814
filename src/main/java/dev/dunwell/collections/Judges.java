package dev.dunwell.collections;

import dev.dunwell.access.Organisation;
import dev.dunwell.messaging.OpenWays;
import dev.dunwell.reach.CurrentLimits;
import dev.dunwell.reach.Freshness;
import dev.dunwell.reach.Limits;
import java.time.LocalDate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Makes the judge of a night: reads what is so for the whole organisation, once for all its customers. */
@Repository
class Judges {

    private final Strategies strategies;
    private final CurrentLimits limits;
    private final Freshness freshness;
    private final OpenWays openWays;

    Judges(Strategies strategies, CurrentLimits limits, Freshness freshness, OpenWays openWays) {
        this.strategies = strategies;
        this.limits = limits;
        this.freshness = freshness;
        this.openWays = openWays;
    }

    /** With the strategies in force on the day. */
    @Transactional(readOnly = true)
    Judge of(Organisation organisation, LocalDate today) {
        return of(organisation, strategies.playbook(today), today);
    }

    @Transactional(readOnly = true)
    Judge of(Organisation organisation, Playbook playbook, LocalDate today) {
        Limits asked = limits.get();
        var house = new House(asked, freshness.of(organisation, today, asked), openWays.of(organisation));
        return Judge.of(organisation, playbook, today, house);
    }
}
