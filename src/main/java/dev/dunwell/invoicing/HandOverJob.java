package dev.dunwell.invoicing;

import dev.dunwell.access.Organisation;
import dev.dunwell.jobs.RecurringJob;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Hands e-invoices to the access point of the installation, soon after they were sent; what was not taken stays and is
 * handed over again, under the same name. Does nothing where there is no access point.
 */
@Component
class HandOverJob implements RecurringJob {

    private static final int AT_ONCE = 100;

    private final @Nullable AccessPoint accessPoint;
    private final Parcels parcels;

    /**
     * @param place {@code https://…}, {@code http://…} or a folder; empty for none
     * @param secret with which HTTP calls are signed
     */
    HandOverJob(
            @Value("${dunwell.access-point.place:}") String place,
            @Value("${dunwell.access-point.secret:}") String secret,
            Parcels parcels,
            Clock clock) {
        this.accessPoint = accessPoint(place.strip(), secret, clock);
        this.parcels = parcels;
    }

    private static @Nullable AccessPoint accessPoint(String place, String secret, Clock clock) {
        if (place.isEmpty()) {
            return null;
        } else if (!place.matches("https?://.*")) {
            return new FileDrop(Path.of(place));
        } else if (secret.isEmpty()) {
            throw new IllegalStateException("Set DUNWELL_ACCESS_POINT_SECRET: calls to the access point are signed.");
        } else {
            return new HttpDrop(URI.create(place), secret, clock);
        }
    }

    @Override
    public String name() {
        return "e-invoices to the access point";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void work(Organisation organisation, Instant now) {
        if (accessPoint != null) {
            handAll(accessPoint, organisation, now);
        }
    }

    /** Tries all that wait, then tells of the first that was not taken. */
    void handAll(AccessPoint to, Organisation organisation, Instant now) {
        IOException failed = null;
        for (long id : parcels.waiting(AT_ONCE)) {
            try {
                to.hand(parcels.parcel(organisation, id));
                parcels.note(id, now);
            } catch (IOException e) {
                failed = failed == null ? e : failed;
            }
        }
        if (failed != null) {
            throw new UncheckedIOException(failed);
        }
    }
}
