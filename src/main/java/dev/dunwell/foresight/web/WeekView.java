package dev.dunwell.foresight.web;

import dev.dunwell.foresight.Forecasts.Week;
import dev.dunwell.foresight.Outlooks.Part;
import java.util.List;

/**
 * The invoices that one week's receipts are made of.
 *
 * @param isCut whether there are more than are shown
 */
public record WeekView(Week week, List<Part> parts, boolean isCut) {}
