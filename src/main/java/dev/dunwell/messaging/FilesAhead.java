package dev.dunwell.messaging;

import dev.dunwell.archive.Archive;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Fetches what goes along with messages that leave next, together and up to a size; what is above is fetched with its
 * own message, so that memory does not depend on what people attach.
 */
record FilesAhead(Archive archive) {

    private static final long MOST_BYTES = 16_000_000;

    /** The bytes of the files of the first of these, by hash. */
    Map<String, byte[]> of(List<Departure> departures) {
        Set<String> hashes = new HashSet<>();
        long size = 0;
        for (Departure departure : departures) {
            for (Enclosure each : departure.enclosures()) {
                if (size + each.size() <= MOST_BYTES && hashes.add(each.hash())) {
                    size += each.size();
                }
            }
        }
        return hashes.isEmpty() ? Map.of() : archive.bytes(hashes);
    }
}
