package dev.dunwell.messaging;

import dev.dunwell.access.Organisation;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The doors of messages that leave, from whoever keeps doors for payers; none where nobody does. */
@Component
class Doorways {

    private final ObjectProvider<PayerDoors> keepers;

    Doorways(ObjectProvider<PayerDoors> keepers) {
        this.keepers = keepers;
    }

    Map<Long, PayerDoors.Door> of(Organisation organisation, Collection<Long> ids, Way way, Instant now) {
        Map<Long, PayerDoors.Door> doors = new HashMap<>();
        if (!ids.isEmpty()) {
            keepers.forEach(each -> doors.putAll(each.doors(organisation, ids, way, now)));
        }
        return doors;
    }
}
