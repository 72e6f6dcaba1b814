package dev.dunwell.metrics;

import dev.dunwell.metrics.Metric.Better;
import dev.dunwell.metrics.Metric.Family;
import dev.dunwell.metrics.Metric.FromRows;
import java.util.List;

/** How well the house bills, where it does (R141, R96). */
final class BillingMetrics {

    static final List<Metric> ALL = List.of(
            new Metric(
                    "days-to-send",
                    "Promptness of invoices",
                    Family.WORK,
                    Unit.DAYS,
                    Better.LESS,
                    1,
                    "Σ days from the last day of delivery to sending ÷ invoices sent",
                    "Invoices that Dunwell issued and sent in the period; sent on that day or before it is none. Deposits do not count.",
                    new FromRows("rows-sent", Unit.COUNT, true)),
            new Metric(
                    "billed-late",
                    "Invoices behind their day",
                    Family.WORK,
                    Unit.PERCENT,
                    Better.LESS,
                    1,
                    "invoices issued after the day on which the first of their work was to be billed ÷ invoices issued × 100",
                    "Invoices that Dunwell issued in the period; work billed again after a credit note does not count.",
                    new FromRows("rows-billed-late", Unit.COUNT, true)));

    private BillingMetrics() {}
}
