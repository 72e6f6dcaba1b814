package dev.dunwell.bench;

import dev.dunwell.metrics.Catalogue;
import dev.dunwell.metrics.Metric;
import java.util.stream.Stream;

/** Every page of figures over two years, as somebody who has signed in waits for it. */
final class FigurePages {

    static final String ROW = "figures";
    private static final long LIMIT = 100;

    private FigurePages() {}

    static Stream<String> lines(Pages pages) {
        Stream<String> wholes = Stream.of(
                        "the overview /figures",
                        "pictures over 24 months /figures/trends",
                        "the catalogue /figures/metrics")
                .map(page -> page.split(" (?=/)"))
                .map(page -> pages.row("figures: " + page[0], page[1], 0, LIMIT));
        Stream<String> metrics = Catalogue.all().stream()
                .filter(metric -> !(metric.source() instanceof Metric.Elsewhere))
                .map(metric -> pages.row(
                        "figures: " + metric.code() + ", 24 months", "/figures/metrics/" + metric.code(), 0, LIMIT));
        return Stream.concat(wholes, metrics);
    }
}
