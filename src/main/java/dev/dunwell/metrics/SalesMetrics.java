package dev.dunwell.metrics;

import dev.dunwell.metrics.Metric.Better;
import dev.dunwell.metrics.Metric.Family;
import dev.dunwell.metrics.Metric.FromRows;
import java.util.List;

/** What comes before an invoice: leads, and what customers buy besides (glossary, section 1). */
final class SalesMetrics {

    static final List<Metric> ALL = List.of(
            new Metric(
                    "conversion",
                    "Sales conversion",
                    Family.CUSTOMERS,
                    Unit.PERCENT,
                    Better.MORE,
                    1,
                    "leads won ÷ leads × 100",
                    "Leads that came in the period; what came of them by now.",
                    new FromRows("rows-leads", Unit.COUNT, true)),
            new Metric(
                    "sales-cycle",
                    "Sales cycle",
                    Family.CUSTOMERS,
                    Unit.DAYS,
                    Better.LESS,
                    1,
                    "Σ days from the lead to winning it ÷ leads won",
                    "Leads won in the period.",
                    new FromRows("rows-leads-won", Unit.COUNT, true)),
            new Metric(
                    "lead-response",
                    "Lead response time",
                    Family.CUSTOMERS,
                    Unit.DAYS,
                    Better.LESS,
                    1,
                    "Σ days from the lead to the first answer ÷ leads answered",
                    "Leads answered first in the period; the same day is none.",
                    new FromRows("rows-leads-answered", Unit.COUNT, true)),
            new Metric(
                    "cross-sell",
                    "Cross-sell",
                    Family.CUSTOMERS,
                    Unit.PERCENT,
                    Better.MORE,
                    12,
                    "customers who ordered a product they never had ÷ customers who had ordered before × 100",
                    "Products of the list on orders; lines written freely do not count.",
                    new FromRows("rows-cross-sell", Unit.COUNT, false)));

    private SalesMetrics() {}
}
