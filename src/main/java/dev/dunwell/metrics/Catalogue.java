package dev.dunwell.metrics;

import dev.dunwell.web.NotFound;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every measure there is, in the order in which it is shown. To add one, add it here: its page, its file, its API and
 * its line in the catalogue follow.
 */
public final class Catalogue {

    private static final List<Metric> ALL = Stream.of(
                    BookMetrics.ALL, CaseMetrics.ALL, BillingMetrics.ALL, SalesMetrics.ALL)
            .flatMap(List::stream)
            .sorted(Comparator.comparing(Metric::family))
            .toList();

    private Catalogue() {}

    public static List<Metric> all() {
        return ALL;
    }

    /** @throws NotFound where there is none of that code */
    public static Metric of(String code) {
        return ALL.stream()
                .filter(metric -> metric.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFound("metric"));
    }
}
