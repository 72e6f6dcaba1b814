package dev.dunwell.metrics.web;

import dev.dunwell.metrics.Alert;
import java.util.List;

/** @param mayAct whether the reader may see to an alert, or let it rest */
public record AlertsView(List<Alert> alerts, boolean mayAct) {}
