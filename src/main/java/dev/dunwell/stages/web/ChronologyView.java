package dev.dunwell.stages.web;

import dev.dunwell.ledger.Invoice;
import dev.dunwell.stages.Happening;
import java.util.List;

/**
 * Everything that happened to an invoice.
 *
 * @param happened the oldest first
 */
public record ChronologyView(Invoice invoice, String customerName, List<Happening> happened, HappeningWords words) {}
