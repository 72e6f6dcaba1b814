package dev.dunwell.relations.web;

import dev.dunwell.relations.Funnel;
import dev.dunwell.relations.Funnel.Place;
import dev.dunwell.relations.Funnel.Row;
import dev.dunwell.relations.Funnel.Step;
import dev.dunwell.relations.Funnel.Way;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far invoices came, one way for each currency, and the invoices behind the place that was opened.
 *
 * @param place whose invoices are listed, and whether those that reached it
 */
public record FunnelView(Links links, List<Way> ways, Place place, boolean isReached, List<Row> rows, boolean isCut) {

    public String rows(Way way, Step step, boolean reached) {
        return links.rows("currency", way.currency(), step.place().code() + (reached ? "" : "-not"));
    }

    /** How long a bar is, of a hundred. */
    public static String width(Step step) {
        return step.share().toPlainString();
    }

    public static String days(@Nullable BigDecimal days) {
        return days == null ? "–" : days.stripTrailingZeros().toPlainString();
    }

    public static Place[] places() {
        return Funnel.Place.values();
    }
}
