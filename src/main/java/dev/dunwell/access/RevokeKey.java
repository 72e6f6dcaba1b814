package dev.dunwell.access;

import dev.dunwell.web.NotFound;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends a key, from the next request on. Nothing brings it back. */
@Component
public class RevokeKey {

    private final ApiKeys keys;
    private final Audit audit;

    RevokeKey(ApiKeys keys, Audit audit) {
        this.keys = keys;
        this.audit = audit;
    }

    /** @throws NotFound when there is no such key in use */
    @Transactional
    public void revoke(long id, Actor actor) {
        if (!keys.revoke(id)) {
            throw new NotFound("key");
        }
        audit.write(actor, "key.revoked", "key", id, Map.of());
    }
}
