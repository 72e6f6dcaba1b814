package dev.dunwell.metrics;

import dev.dunwell.metrics.Metric.Better;
import dev.dunwell.metrics.Metric.Family;
import dev.dunwell.metrics.Metric.FromRows;
import java.util.List;

/** How well the house bills, where it does. */
final class BillingMetrics {

    static final List<Metric> ALL = List.of(new Metric(
            "days-to-send",
            "Promptness of invoices",
            Family.WORK,
            Unit.DAYS,
            Better.LESS,
            1,
            "Σ days from delivery or service to sending ÷ invoices sent",
            "Invoices that the house issued; the last day of delivery counts, sent before it counts as none.",
            new FromRows("rows-sent", Unit.COUNT, true)));

    private BillingMetrics() {}
}
