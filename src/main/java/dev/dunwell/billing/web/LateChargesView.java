package dev.dunwell.billing.web;

import dev.dunwell.billing.LateCharges;
import dev.dunwell.web.Choice;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What lateness costs, as of a day.
 *
 * @param q part of a customer's name, or a number
 * @param state only those; empty for all
 * @param totals of each state, before the state was chosen
 * @param count of the rows, also of those not shown
 */
public record LateChargesView(
        LocalDate asOf,
        String q,
        String state,
        List<LateCharges.Total> totals,
        List<LateCharges.Row> rows,
        int count,
        boolean mayClaim) {

    public static final List<Choice> STATES = Stream.of(LateCharges.State.values())
            .map(each -> new Choice(each.code(), each.title()))
            .toList();

    /** What was looked for, for links. */
    public String query() {
        return "?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8) + "&state=" + state;
    }

    public boolean isFiltered() {
        return !q.isBlank() || !state.isEmpty();
    }
}
