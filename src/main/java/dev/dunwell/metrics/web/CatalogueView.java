package dev.dunwell.metrics.web;

import dev.dunwell.ledger.AsOf;
import dev.dunwell.metrics.Metric;
import java.util.List;

/** The catalogue by what metrics are about. */
public record CatalogueView(AsOf asOf, List<Group> groups) {

    /** Metrics about one thing. */
    public record Group(String title, List<Line> lines) {}

    /** @param value as of the day in the organisation's currency; empty where it takes longer to say */
    public record Line(Metric metric, String value, String url) {}
}
