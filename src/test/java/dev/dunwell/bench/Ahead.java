package dev.dunwell.bench;

import dev.dunwell.access.Organisation;
import dev.dunwell.access.Tenant;
import dev.dunwell.collections.Simulate;
import dev.dunwell.collections.Simulated;
import java.util.List;
import java.util.Map;

/** How long it takes to live nights that are still to come. */
final class Ahead {

    private Ahead() {}

    /** One strategy over sixty nights; no SQL stands beside it, as none could decide them. */
    static String sixtyNights(House house) {
        Organisation organisation = house.organisation();
        var wanted = new Simulate.Wanted(Book.TODAY, Simulate.MOST_DAYS, true, Map.of());
        long began = System.nanoTime();
        List<Simulated> told = Tenant.in(
                organisation.id(),
                () -> house.bean(Simulate.class)
                        .simulate(organisation, Book.TODAY, wanted, List.of(new Simulate.Rival(null))));
        return "simulation of 60 nights over %,d open items: %s, %,d letters"
                .formatted(
                        told.getFirst().items(),
                        Timing.millis(System.nanoTime() - began),
                        told.getFirst().messages());
    }
}
