package dev.dunwell.insight.web;

import dev.dunwell.insight.Receivables;
import dev.dunwell.ledger.AsOf;
import dev.dunwell.web.Slice;
import java.time.LocalDate;
import java.util.List;

/** The figures of a period, together and by customer. */
public record ReceivablesView(
        LocalDate from,
        AsOf to,
        List<Receivables.Figures> totals,
        List<Receivables.OnTime> onTime,
        Slice<Receivables.Row> rows,
        boolean isFirstPage) {

    /** The period for links, beginning with a question mark. */
    public String query() {
        return to.query("from", from.toString());
    }
}
