package dev.dunwell.portal;

import dev.dunwell.access.Organisation;
import dev.dunwell.access.Secret;
import dev.dunwell.messaging.PayerDoors;
import dev.dunwell.messaging.PublicAddress;
import dev.dunwell.messaging.Way;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives every demand that leaves its own door: a new key each time, also when the same mail is tried again. */
@Component
class Doors implements PayerDoors {

    private static final byte[] NO_KEY = {};

    private final Links links;
    private final PublicAddress address;

    Doors(Links links, PublicAddress address) {
        this.links = links;
        this.address = address;
    }

    @Override
    public boolean areOpen(Organisation organisation) {
        return address.of(organisation).isPresent();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<Long, Door> doors(Organisation organisation, Collection<Long> messageIds, Way way, Instant now) {
        String here = address.of(organisation).orElse(null);
        Map<Long, Door> doors = new HashMap<>();
        if (here == null) {
            return doors;
        }
        Map<Long, Secret> keys = new HashMap<>();
        Map<Long, byte[]> hashes = new LinkedHashMap<>();
        for (long message : messageIds) {
            Secret key = Secret.link();
            keys.put(message, key);
            hashes.put(message, way == Way.LETTER ? NO_KEY : key.hash());
        }
        String check = PublicAddress.typed(here) + "/genuine";
        links.make(hashes, links.setting(), now).forEach((message, code) -> {
            Secret key = way == Way.LETTER ? null : keys.get(message);
            doors.put(message, new Door(here + "/d/", key, code.text(), check));
        });
        return doors;
    }
}
