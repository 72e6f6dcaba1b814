package dev.dunwell.portal;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes back every link of a customer: at once they open nothing, and visits that began with one are over. */
@Component
public class RevokeLinks {

    private final Links links;
    private final Audit audit;
    private final Clock clock;

    RevokeLinks(Links links, Audit audit, Clock clock) {
        this.links = links;
        this.audit = audit;
        this.clock = clock;
    }

    /** @return how many were good until now */
    @Transactional
    public int revoke(Caller caller, long customerId) {
        int revoked = links.revoke(customerId, caller.actor(), clock.instant());
        audit.write(caller.actor(), "door.links-revoked", "customer", customerId, Map.of("links", revoked));
        return revoked;
    }
}
