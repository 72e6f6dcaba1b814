package dev.dunwell.metrics;

import dev.dunwell.metrics.Metric.Better;
import dev.dunwell.metrics.Metric.Family;
import dev.dunwell.metrics.Metric.FromRows;
import java.util.List;

/** How well the house bills, where it does (R141, R96), and what its discounts for paying early bring (R107). */
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
                    new FromRows("rows-billed-late", Unit.COUNT, true)),
            new Metric(
                    "discount-uptake",
                    "Discounts taken",
                    Family.SPEED,
                    Unit.PERCENT,
                    Better.NEITHER,
                    1,
                    "paid with a discount for paying early ÷ paid on invoices that offered one × 100",
                    "What payments settled in the period, by amount, the discount itself left out.",
                    new FromRows("rows-discount", Unit.MONEY, true)),
            new Metric(
                    "discount-days",
                    "Days gained by discounts",
                    Family.SPEED,
                    Unit.DAYS,
                    Better.MORE,
                    1,
                    "Σ (day due − day paid) × amount ÷ Σ amount",
                    "Over what was paid with a discount for paying early in the period, by amount.",
                    new FromRows("rows-discount-days", Unit.MONEY, true)));

    private BillingMetrics() {}
}
