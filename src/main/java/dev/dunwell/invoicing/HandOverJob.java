package dev.dunwell.invoicing;

import dev.dunwell.access.Organisation;
import dev.dunwell.jobs.RecurringJob;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Hands e-invoices to the access point of the installation, soon after they were sent, each by itself; what was not
 * taken, or cannot be read, is shown among the troubles of billing and tried again, later and later, under the same
 * name. Does nothing where there is no access point.
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

    void handAll(AccessPoint to, Organisation organisation, Instant now) {
        for (long id : parcels.waiting(AT_ONCE, now)) {
            try {
                to.hand(parcels.parcel(organisation, id));
                parcels.note(id, now);
            } catch (IOException | RuntimeException e) { // a file that is gone is no reason to keep the others
                parcels.failed(id, why(e), LocalDate.ofInstant(now, organisation.zone()), now);
            }
        }
    }

    private static String why(Exception e) {
        String said = Objects.requireNonNullElse(e.getMessage(), "");
        return said.isBlank() ? e.getClass().getSimpleName() : said;
    }
}
